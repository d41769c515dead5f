"""Driver for study tests: an adjustable clock, decks without files, study sessions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Self

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Note
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.study_session import StudySession
from studyapp.store import decks, notes
from studyapp.store.collection import Collection

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
MORNING = round(datetime(2023, 2, 17, 1, tzinfo=UTC).timestamp() * 1000)
"""9 o'clock in TAIPEI."""

TAIPEI = timezone(timedelta(hours=8))
AGAIN, HARD, GOOD, EASY = Rating


@dataclass
class FakeTime:
    """Adjustable time in UTC milliseconds."""

    now: int = MORNING

    def __call__(self) -> int:
        return self.now

    def clock(self) -> Clock:
        return Clock(self, TAIPEI)


def basic_note(name: str, deck: str = "deck", **more: Any) -> Note:
    return Note(
        deck,
        name,
        Basic(LocalizedText.language_neutral(f"front of {name}"), LocalizedText.language_neutral("back")),
        **more,
    )


def basic_notes(count: int) -> list[Note]:
    """Notes n00, n01, … with one card each, in name order."""
    return [basic_note(f"n{number:02}") for number in range(count)]


def save_deck(collection: Collection, deck_notes: Iterable[Note], deck: str = "deck") -> None:
    """Replace the deck's notes, as the library does."""
    with collection.transaction() as connection:
        decks.save(connection, DeckMetadata(deck, LocalizedText.language_neutral(deck.title())), "digest")
        notes.replace_all(connection, deck, list(deck_notes), 1000)


@dataclass
class StudyDriver:
    """A collection with its clock."""

    path: Path
    collection: Collection
    time: FakeTime
    other_collections: list[Collection] = field(default_factory=list)

    @classmethod
    def at(cls, path: Path) -> Self:
        return cls(path, Collection(path, lambda: "here"), FakeTime())

    def start_session(
        self,
        choice: CardLanguages = CardLanguages.ENGLISH_AND_TRADITIONAL,
        limits: DailyLimits | None = None,
        *decks: str,
    ) -> StudySession:
        return create_session(self.collection, self.time.clock(), decks or ("deck",), choice, limits=limits)

    def start_other_session(self) -> StudySession:
        """Start a session of another process on the same file."""
        self.other_collections.append(Collection(self.path, lambda: "other"))
        return create_session(
            self.other_collections[-1], self.time.clock(), ("deck",), CardLanguages.ENGLISH_AND_TRADITIONAL
        )

    def close(self) -> None:
        for collection in (*self.other_collections, self.collection):
            collection.close()


def expect_prompt(outcome: Outcome) -> Prompt:
    assert isinstance(outcome.next_step, Prompt), outcome
    return outcome.next_step


def expect_finished(outcome: Outcome) -> Finished:
    assert isinstance(outcome.next_step, Finished), outcome
    return outcome.next_step


def rate(session: StudySession, card: CardId, rating: Rating) -> Outcome:
    """Reveal and rate the card."""
    session.reveal()
    outcome = session.rate(card, rating)
    assert outcome.is_applied or outcome.next_step is not None, "the rating was rejected"
    return outcome


def rate_cards(session: StudySession, *ratings: Rating) -> list[str]:
    """Rate the shown cards in turn; return the IDs of their notes."""
    note_ids = []
    outcome = session.show_next()
    for rating in ratings:
        note_ids.append(expect_prompt(outcome).card.note.id)
        outcome = rate(session, expect_prompt(outcome).card.id, rating)
    return note_ids
