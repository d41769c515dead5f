"""Cards as text: a table for spreadsheets, or a page to read and to print."""

from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.library.card_listing import list_cards
from studyapp.services.library.deck_library import Library
from studyapp.store.collection import Collection
from studyapp.textfiles.csv_writing import cards_to_csv
from studyapp.textfiles.markdown_writing import cards_to_markdown

_SEPARATORS = {".csv": ",", ".tsv": "\t"}


def as_text(
    collection: Collection, library: Library, decks: tuple[str, ...], choice: LanguageChoice, ending: str
) -> tuple[str, int]:
    """The cards of these decks in the form that a file's ending names (.csv, .tsv or .md), and their number."""
    rows = list(list_cards(collection, library, decks, choice))
    if ending == ".md":
        return cards_to_markdown(rows, library.titles(choice)), len(rows)
    return cards_to_csv(rows, _SEPARATORS[ending]), len(rows)
