"""Helpers for store tests: collections, notes, journal entries and Hypothesis strategies for notes."""

from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata, DeckSource
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    Diagram,
    Evidence,
    MultipleChoice,
    Note,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import Schedule, fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import LocalizedText
from studyapp.store import decks, journal_entries, notes, schedules
from studyapp.store.collection import Collection
from tests.core.drawings import DRAWINGS

SCHEDULER = Scheduler()


def open_collection(path: Path) -> Collection:
    """Open the collection at `path` as device `here`."""
    return Collection(path, lambda: "here")


def note(name: str, words: str = "words", deck: str = "deck") -> Note:
    return Note(
        deck, name, Basic(LocalizedText.language_neutral(words), LocalizedText.language_neutral("answer"))
    )


def save_notes(
    collection: Collection, notes_of_deck: Iterable[Note], deck: str = "deck", now: int = 1000
) -> notes.NoteChanges:
    """Replace the deck's notes."""
    with collection.transaction() as connection:
        decks.save(connection, DeckMetadata(deck, LocalizedText.language_neutral(deck.title())), "digest")
        return notes.replace_all(connection, deck, list(notes_of_deck), now)


def review_entry(seq: int, card: CardId, day: int = 100, due_day: int = 103, device: str = "here") -> Entry:
    return Entry(
        EntryId(device, seq), seq * 1000, day, card, EntryKind.REVIEW, Rating.GOOD, due_day, duration_ms=700
    )


def append_entries(collection: Collection, *journal: Entry) -> Schedule:
    """Append entries for one card and save its schedule."""
    with collection.transaction() as connection:
        journal_entries.append(connection, journal)
        schedule = fold(journal_entries.load_for_card(connection, journal[0].card_id), SCHEDULER)
        schedules.save(connection, journal[0].card_id, schedule)
    return schedule


_words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
_tags = st.sampled_from(("en", "zh-Hant", "de", "pt-BR"))
texts = st.one_of(
    _words.map(LocalizedText.language_neutral),
    st.dictionaries(_tags, _words, min_size=1, max_size=3).map(
        lambda versions: LocalizedText(tuple(versions.items()))
    ),
)
_optional_texts = st.one_of(st.none(), texts)
_options = st.lists(
    st.builds(AnswerOption, texts, st.booleans(), _optional_texts), min_size=1, max_size=4
).map(tuple)
contents = st.one_of(
    st.builds(Basic, texts, texts),
    st.builds(Reversed, texts, texts),
    st.builds(Term, texts, texts, _optional_texts),
    st.builds(Cloze, texts),
    st.builds(MultipleChoice, texts, _options),
    st.builds(TypedAnswer, texts, texts),
    st.builds(Claim, texts),
    DRAWINGS.map(Diagram),
)
any_notes = st.builds(
    Note,
    st.just("deck"),
    st.just("note"),
    contents,
    st.lists(_words, max_size=3).map(tuple),
    st.text(st.characters(codec="utf-8"), max_size=5),
    st.one_of(st.none(), st.sampled_from(Evidence)),
    st.lists(_words, max_size=2).map(tuple),
    _optional_texts,
)
any_deck_metadata = st.builds(
    DeckMetadata,
    st.just("deck"),
    texts,
    _optional_texts,
    st.lists(_tags, max_size=2).map(tuple),
    st.builds(DeckSource, _words, _words),
)
