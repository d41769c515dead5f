"""Exporting cards as text: a CSV or TSV table, or a Markdown page."""

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.card_listing import list_cards
from studyapp.services.library.deck_library import Library
from studyapp.store.collection import Collection
from studyapp.textfiles.csv_writing import cards_to_csv
from studyapp.textfiles.markdown_writing import cards_to_markdown

_DELIMITER_BY_SUFFIX = {".csv": ",", ".tsv": "\t"}


def render_cards_as_text(
    collection: Collection, library: Library, decks: tuple[str, ...], languages: CardLanguages, suffix: str
) -> tuple[str, int]:
    """Return the cards of these decks in the format of `suffix` (.csv, .tsv or .md), and their number."""
    rows = list(list_cards(collection, library, decks, languages))
    if suffix == ".md":
        return cards_to_markdown(rows, library.title_by_deck(languages)), len(rows)
    return cards_to_csv(rows, _DELIMITER_BY_SUFFIX[suffix]), len(rows)
