"""A folder of deck files and the library loaded from it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from studyapp.deckfiles.problems.problem_definition import ProblemKindBase
from studyapp.services.library.deck_library import Library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store import notes
from studyapp.store.notes import NoteChanges
from tests.services.study_driver import StudyDriver


def deck_text(deck: str, fronts_by_note: dict[str, str]) -> str:
    rows = "".join(
        f"  - {{id: {note}, type: basic, front: {front}, back: answer}}\n"
        for note, front in fronts_by_note.items()
    )
    return f"deck: {deck}\ntitle: Deck {deck}\nnotes:\n{rows}"


@dataclass
class DeckFolder:
    """A folder of deck files and the library loaded from it."""

    driver: StudyDriver
    folder: Path
    more_folders: list[Path] = field(default_factory=list)

    def write(self, name: str, deck: str, fronts_by_note: Iterable[str] | dict[str, str]) -> Path:
        fronts = (
            fronts_by_note if isinstance(fronts_by_note, dict) else dict.fromkeys(fronts_by_note, "front")
        )
        return self.write_text(name, deck_text(deck, fronts))

    def write_text(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def refresh(self) -> tuple[Library, dict[str, NoteChanges]]:
        return refresh_library(
            self.driver.collection, [self.folder, *self.more_folders], self.driver.time.clock()
        )

    def library(self) -> Library:
        return self.refresh()[0]

    def changes(self) -> dict[str, NoteChanges]:
        return self.refresh()[1]

    def notes(self, deck: str) -> dict[str, int]:
        """The deck's notes in order with the time of their last change."""
        with self.driver.collection.read_transaction() as connection:
            return {note.id: changed for note, changed in notes.iterate_present(connection, deck)}


def problem_kinds(library: Library) -> list[ProblemKindBase]:
    return [problem.kind for problem in library.problems]
