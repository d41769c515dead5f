"""Export requests: what to export, and to which file."""

from pathlib import Path
from typing import NamedTuple

from studyapp.core.text.localized_text import CardLanguages

PACKAGE_SUFFIX, COLLECTION_SUFFIX = ".apkg", ".colpkg"
TEXT_SUFFIXES = (".csv", ".tsv", ".md")
EXPORT_SUFFIXES = (PACKAGE_SUFFIX, COLLECTION_SUFFIX, *TEXT_SUFFIXES)
"""The suffixes of the files that can be written; each stands for a format."""


class ExportScope(NamedTuple):
    """What to export: deck ids, card languages, whether to include progress, and the keys of the notes; None for all
    notes of the decks. `left_out_keys` are notes to leave out of these."""

    decks: tuple[str, ...]
    languages: CardLanguages
    with_progress: bool = False
    note_keys: frozenset[str] | None = None
    left_out_keys: frozenset[str] = frozenset()

    def includes(self, note_key: str) -> bool:
        """Return whether a note of these decks is exported."""
        is_wanted = self.note_keys is None or note_key in self.note_keys
        return is_wanted and note_key not in self.left_out_keys


class ExportRequest(NamedTuple):
    """What to export, and the target file, whose suffix determines the format.

    `note_keys` are as in `ExportScope`. A collection file always includes the learner's progress, because it replaces everything in Anki.
    """

    decks: tuple[str, ...]
    languages: CardLanguages
    target: Path
    with_progress: bool = False
    note_keys: frozenset[str] | None = None

    @property
    def scope(self) -> ExportScope:
        """The decks, notes, languages and progress to export."""
        is_collection = self.target.suffix == COLLECTION_SUFFIX
        return ExportScope(self.decks, self.languages, self.with_progress or is_collection, self.note_keys)
