"""However edits and actions on cards are mixed, undoing all of them restores files and schedules, and so does redo."""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.rescheduling.due_range import DueRange
from studyapp.core.study.schedule import Schedule
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.editing.bulk_edits import change_tags, save_texts
from studyapp.services.editing.decks import create_deck, delete_deck, rename_deck
from studyapp.services.editing.edit_undo import redo_last, undo_last
from studyapp.services.editing.note_adding import add_note, duplicate_note
from studyapp.services.editing.note_deletion import delete_notes, list_bin, restore_from_bin
from studyapp.services.editing.note_moving import move_notes
from studyapp.services.editing.note_saving import save_note
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.schedule_change import ScheduleChange
from studyapp.services.journal import card_actions
from studyapp.services.overview.doctor import check_collection
from studyapp.store import notes, schedules
from tests.services.editing.edit_driver import EditDriver, basic, with_front
from tests.services.study_driver import HOUR

DECKS = ("bundled", "deck", "other")


class RandomEditor:
    """Makes random edits and actions on random notes. `source` chooses what is concerned."""

    def __init__(self, editing: EditDriver, source: random.Random) -> None:
        self.editing, self.source = editing, source

    @property
    def notes(self) -> list[Note]:
        with self.editing.collection.read_transaction() as connection:
            return [
                note
                for deck in self.editing.refresh().library.deck_ids
                for note, _ in notes.iterate_present(connection, deck)
            ]

    def some(self) -> list[Note]:
        present = self.notes
        return self.source.sample(present, min(len(present), self.source.randint(1, 3)))

    def keys(self) -> list[str]:
        return [note.key for note in self.some()]

    def cards(self) -> list[CardId]:
        return [card.id for note in self.some() for card in cards_of(note)]

    def changed(self, note: Note) -> Note:
        return with_front(note, f"Text {self.source.randrange(1000)}: {self.source.choice(('a', '#', '“'))}")

    def save(self) -> None:
        (note, *_) = self.some()
        change = self.source.choice(list(ScheduleChange))
        save_note(self.editing.environment, note, self.changed(note), change)

    def texts(self) -> None:
        save_texts(self.editing.environment, [(note, self.changed(note)) for note in self.some()])

    def tags(self) -> None:
        change_tags(self.editing.environment, self.keys(), [f"t{self.source.randrange(9)}"], ["a"])

    def add(self) -> None:
        add_note(self.editing.environment, self.source.choice(DECKS), basic(f"New {self.source.random()}"))

    def duplicate(self) -> None:
        duplicate_note(self.editing.environment, self.keys()[0])

    def delete(self) -> None:
        delete_notes(self.editing.environment, self.keys())

    def restore(self) -> None:
        items = list_bin(self.editing.environment)
        if items:
            restore_from_bin(self.editing.environment, self.source.choice(items))

    def move(self) -> None:
        move_notes(self.editing.environment, self.keys(), self.source.choice(DECKS))

    def create_deck(self) -> None:
        create_deck(self.editing.environment, f"Deck {self.source.randrange(3)}")

    def rename_deck(self) -> None:
        title = LocalizedText.language_neutral(f"Title {self.source.randrange(9)}")
        rename_deck(self.editing.environment, self.source.choice(DECKS), title)

    def delete_deck(self) -> None:
        delete_deck(self.editing.environment, self.source.choice(DECKS))

    def set_due(self) -> None:
        clock, below = self.editing.time.clock(), self.source.randrange
        card_actions.set_due_dates(self.editing.collection, self.cards(), DueRange(0, 5), clock, below)

    def suspend(self) -> None:
        card_actions.suspend_cards(self.editing.collection, self.cards(), self.editing.time.clock())

    def flag(self) -> None:
        clock = self.editing.time.clock()
        card_actions.flag_cards(self.editing.collection, self.cards(), self.source.randrange(5), clock)

    def steps(self) -> list[Callable[[], None]]:
        return [
            self.save, self.texts, self.tags, self.add, self.duplicate, self.delete, self.restore, self.move, self.move,
            self.create_deck, self.rename_deck, self.delete_deck, self.set_due, self.suspend, self.flag,
        ]  # fmt: skip


def state(editing: EditDriver) -> tuple[dict[str, bytes], list[str], dict[CardId, Schedule], list[Note]]:
    """Everything that undo restores."""
    library = editing.refresh().library
    with editing.collection.read_transaction() as connection:
        known = dict(schedules.iterate_all(connection))
        present = [note for deck in library.deck_ids for note, _ in notes.iterate_present(connection, deck)]
    changed = {card: schedule for card, schedule in known.items() if schedule != Schedule()}
    files = {path: data for path, data in editing.files().items() if not path.endswith(".png")}  # media stay
    return files, sorted(item.key for item in list_bin(editing.environment)), changed, present


@settings(max_examples=40)
@given(st.lists(st.integers(0, 14), min_size=1, max_size=10), st.integers(0, 10_000))
def test_undoing_everything_restores_everything_and_so_does_redo(numbers: list[int], seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        editing = EditDriver.at(Path(folder))
        editor = RandomEditor(editing, random.Random(seed))
        for key in ("deck/one", "other/two", "bundled/b"):
            editing.rate(key)
        states = [state(editing)]
        for number in numbers:
            editing.time.now += HOUR
            try:
                editor.steps()[number]()
            except EditError:
                continue  # such as a deck that was deleted; nothing was changed
            if state(editing) != states[-1]:
                states.append(state(editing))
        for expected in reversed(states[:-1]):
            assert undo_last(editing.environment) is not None
            assert state(editing) == expected
        for expected in states[1:]:
            assert redo_last(editing.environment) is not None
            assert state(editing) == expected
        diagnosis = check_collection(editing.collection)
        assert not diagnosis.mismatched_cards and not diagnosis.mismatched_time_count
        editing.close()
