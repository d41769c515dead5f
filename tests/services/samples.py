"""A learner to test with: a clock that is set by hand, decks that need no file, sessions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Self

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Note
from studyapp.core.study.journal import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.session_start import start_session
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
class Time:
    """The learner's time in UTC milliseconds; set it as you like."""

    now: int = MORNING

    def __call__(self) -> int:
        return self.now

    def clock(self) -> Clock:
        return Clock(self, TAIPEI)


def basic(name: str, deck: str = "deck", **more: Any) -> Note:
    return Note(
        deck,
        name,
        Basic(LocalizedText.language_neutral(f"front of {name}"), LocalizedText.language_neutral("back")),
        **more,
    )


def basics(count: int) -> list[Note]:
    """Notes n00, n01, … with a card each, which stand in the order of their names."""
    return [basic(f"n{number:02}") for number in range(count)]


def shelve(collection: Collection, deck_notes: Iterable[Note], deck: str = "deck") -> None:
    """Make these the deck's notes, as the library does."""
    with collection.transaction() as connection:
        decks.save(connection, DeckMetadata(deck, LocalizedText.language_neutral(deck.title())), "digest")
        notes.replace_all(connection, deck, list(deck_notes), 1000)


@dataclass
class Desk:
    """One learner's collection and clock."""

    path: Path
    collection: Collection
    time: Time
    others: list[Collection] = field(default_factory=list)

    @classmethod
    def at(cls, path: Path) -> Self:
        return cls(path, Collection(path, lambda: "here"), Time())

    def study(
        self,
        choice: CardLanguages = CardLanguages.ENGLISH_AND_TRADITIONAL,
        limits: DailyLimits | None = None,
        *decks: str,
    ) -> StudySession:
        return start_session(self.collection, self.time.clock(), decks or ("deck",), choice, limits=limits)

    def other(self) -> StudySession:
        """A session of another program on the same file."""
        self.others.append(Collection(self.path, lambda: "other"))
        return start_session(
            self.others[-1], self.time.clock(), ("deck",), CardLanguages.ENGLISH_AND_TRADITIONAL
        )

    def close(self) -> None:
        for collection in (*self.others, self.collection):
            collection.close()


def prompt(outcome: Outcome) -> Prompt:
    assert isinstance(outcome.next_step, Prompt), outcome
    return outcome.next_step


def finished(outcome: Outcome) -> Finished:
    assert isinstance(outcome.next_step, Finished), outcome
    return outcome.next_step


def rate(study: StudySession, card: CardId, rating: Rating) -> Outcome:
    """Reveal the card and rate it."""
    study.reveal()
    outcome = study.rate(card, rating)
    assert outcome.is_applied or outcome.next_step is not None, "the rating was refused"
    return outcome


def go_through(study: StudySession, *ratings: Rating) -> list[str]:
    """Rate what is asked, one after the other; the notes that were asked."""
    asked = []
    shown = study.show_next()
    for rating in ratings:
        asked.append(prompt(shown).card.note.id)
        shown = rate(study, prompt(shown).card.id, rating)
    return asked
