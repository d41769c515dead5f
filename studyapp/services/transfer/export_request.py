"""What is to be exported."""

from pathlib import Path
from typing import NamedTuple

from studyapp.core.text.localized_text import CardLanguages

PACKAGE_SUFFIX, COLLECTION_SUFFIX = ".apkg", ".colpkg"
TEXT_SUFFIXES = (".csv", ".tsv", ".md")
EXPORT_SUFFIXES = (PACKAGE_SUFFIX, COLLECTION_SUFFIX, *TEXT_SUFFIXES)
"""The endings of the files that can be written; each is a form."""


class ExportScope(NamedTuple):
    """What to export: deck ids, card languages, and whether to include progress."""

    decks: tuple[str, ...]
    languages: CardLanguages
    with_progress: bool = False


class ExportRequest(NamedTuple):
    """Decks by their ids, the languages of the cards, and the file, whose ending names the form. A whole collection
    always comes with the learner's progress: it takes the place of all that Anki has."""

    decks: tuple[str, ...]
    languages: CardLanguages
    target: Path
    with_progress: bool = False

    @property
    def scope(self) -> ExportScope:
        """The contents of the file."""
        is_whole = self.target.suffix == COLLECTION_SUFFIX
        return ExportScope(self.decks, self.languages, self.with_progress or is_whole)
