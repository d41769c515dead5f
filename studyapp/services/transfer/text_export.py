"""Exporting cards as text: a CSV or TSV table, or a Markdown page.

The suffixes of all formats are in `export_request.py`, and `deck_export.py` chooses between text and package.
"""

from typing import NamedTuple

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.card_rows import list_cards
from studyapp.services.library.deck_library import Library
from studyapp.store.collection import Collection
from studyapp.textfiles.csv_writing import cards_to_csv
from studyapp.textfiles.markdown_writing import cards_to_markdown

_DELIMITER_BY_SUFFIX = {".csv": ",", ".tsv": "\t"}


class RenderedCards(NamedTuple):
    """Cards as the text of a file, their number, and the number of cells that were written as text with an apostrophe,
    because a spreadsheet would execute them."""

    text: str
    card_count: int
    formula_count: int = 0


def render_cards_as_text(
    collection: Collection, library: Library, decks: tuple[str, ...], languages: CardLanguages, suffix: str
) -> RenderedCards:
    """Render the cards of these decks in the format of `suffix` (.csv, .tsv or .md)."""
    rows = list(list_cards(collection, library, decks, languages))
    if suffix == ".md":
        return RenderedCards(cards_to_markdown(rows, library.title_by_deck(languages)), len(rows))
    table = cards_to_csv(rows, _DELIMITER_BY_SUFFIX[suffix])
    return RenderedCards(table.text, len(rows), table.formula_count)
