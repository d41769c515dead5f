"""Driver for tests of editing: a data folder with deck files, a collection and an adjustable clock."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Basic, Note
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.library.deck_library import Library
from studyapp.services.library.library_refresh import RefreshResult, refresh_library
from studyapp.services.study.session_creation import create_session
from studyapp.store import notes, schedules
from studyapp.store.collection import Collection
from tests.services.study_driver import FakeTime, expect_prompt, rate

LIMITS = DailyLimits(10_000, 10_000, 10_000, 10_000)

DECK = """\
# My deck
deck: deck
title: Deck
notes:
  # the first
  - id: one
    front: Question one  # asked often
    back: Answer one

  - id: two
    front: "Question two"
    back: |
      Answer two
      # not a comment
    tags: [a, b]

  # the last
  - id: three
    front: Question three
    back: Answer three
# end
"""

BUNDLED = "deck: bundled\ntitle: Bundled\nnotes:\n  - id: b\n    front: Question b\n    back: '![](b.png)'\n"


def basic(front: str, back: str = "back") -> Note:
    """A note without deck and id."""
    return Note("", "", Basic(LocalizedText.language_neutral(front), LocalizedText.language_neutral(back)))


def with_front(note: Note, front: str) -> Note:
    assert isinstance(note.content, Basic)
    return replace(note, content=replace(note.content, front=LocalizedText.language_neutral(front)))


def with_back(note: Note, back: str) -> Note:
    assert isinstance(note.content, Basic)
    return replace(note, content=replace(note.content, back=LocalizedText.language_neutral(back)))


@dataclass
class EditDriver:
    """The user's deck folder with the decks `deck` and `other`, and a folder with a bundled deck."""

    root: Path
    collection: Collection
    time: FakeTime
    library: Library

    @classmethod
    def at(cls, root: Path) -> Self:
        for name, text in {
            "decks/deck.yaml": DECK,
            "decks/other.yaml": DECK.replace("deck: deck", "deck: other").replace("Deck\n", "Other\n"),
            "bundled/z-bundled.yaml": BUNDLED,
            "bundled/b.png": "a picture",
        }.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        driver = cls(root, Collection(root / "collection.db", lambda: "here"), FakeTime(), Library())
        driver.refresh()
        return driver

    @property
    def deck_file(self) -> Path:
        return self.root / "decks" / "deck.yaml"

    @property
    def environment(self) -> EditEnvironment:
        return EditEnvironment(
            self.collection, self.library, self.time.clock(), self.root / "decks", self.root / "bundled"
        )

    def refresh(self) -> RefreshResult:
        folders = [self.root / "bundled", self.root / "decks"]
        result = refresh_library(
            self.collection, folders, self.time.clock(), bundled_folder=self.root / "bundled"
        )
        self.library = result.library
        return result

    def note(self, key: str) -> Note:
        note = self.find_note(key)
        assert note is not None, key
        return note

    def find_note(self, key: str) -> Note | None:
        with self.collection.read_transaction() as connection:
            return notes.load(connection, *key.split("/"))

    def schedule(self, note_key: str, ordinal: int = 1) -> Schedule:
        with self.collection.read_transaction() as connection:
            return schedules.load(connection, CardId.parse(f"{note_key}#{ordinal}"))

    def rate(self, note_key: str, rating: Rating = Rating.EASY) -> None:
        """Rate the first card of a note, which must be new or due."""
        deck = note_key.split("/")[0]
        session = create_session(
            self.collection, self.time.clock(), [deck], CardLanguages.ENGLISH, limits=LIMITS
        )
        prompt = expect_prompt(session.show_next())
        for _ in range(100):
            if prompt.card.note.key == note_key:
                rate(session, prompt.card.id, rating)
                return
            prompt = expect_prompt(session.skip())
        raise AssertionError(note_key)

    def files(self) -> dict[str, bytes]:
        """The content of all deck files, by path."""
        return {
            str(path.relative_to(self.root)): path.read_bytes()
            for folder in ("decks", "bundled")
            for path in sorted((self.root / folder).rglob("*"))
            if path.is_file()
        }

    def close(self) -> None:
        self.collection.close()
