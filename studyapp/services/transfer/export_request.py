"""What is to be exported."""

from pathlib import Path
from typing import NamedTuple

from studyapp.core.text.localized_text import LanguageChoice

PACKAGE, WHOLE_COLLECTION = ".apkg", ".colpkg"
TEXTS = (".csv", ".tsv", ".md")
ENDINGS = (PACKAGE, WHOLE_COLLECTION, *TEXTS)
"""The endings of the files that can be written; each is a form."""


class ExportScope(NamedTuple):
    """What to export: deck ids, card languages, and whether to include progress."""

    decks: tuple[str, ...]
    languages: LanguageChoice
    with_progress: bool = False


class ExportRequest(NamedTuple):
    """Decks by their ids, the languages of the cards, and the file, whose ending names the form. A whole collection
    always comes with the learner's progress: it takes the place of all that Anki has."""

    decks: tuple[str, ...]
    languages: LanguageChoice
    target: Path
    with_progress: bool = False

    @property
    def scope(self) -> ExportScope:
        """The contents of the file."""
        is_whole = self.target.suffix == WHOLE_COLLECTION
        return ExportScope(self.decks, self.languages, self.with_progress or is_whole)
