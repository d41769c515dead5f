"""Undo and redo without end: whatever was done, in whatever order, and by whichever session."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import Schedule
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.options.study_options import set_option
from studyapp.services.study.session_outcome import Outcome
from studyapp.store import journal_entries, schedules
from studyapp.store.settings import ALL_DECKS
from tests.services.moves import Move, deeds, move
from tests.services.samples import AGAIN, DAY, EASY, GOOD, Desk, basics, finished, go_through, prompt, shelve

PAIR = Note("deck", "x", Cloze(LocalizedText.language_neutral("{{c1::x}} {{c2::y}}")))


def held(desk: Desk) -> dict[CardId, Schedule]:
    """The schedules that differ from those of cards never touched."""
    rows = schedules.iterate_all(desk.collection.connection)
    return {card: schedule for card, schedule in rows if schedule != Schedule()}


@settings(max_examples=60)
@given(st.lists(deeds, max_size=15), st.lists(deeds, max_size=15), st.booleans())
def test_undoing_all_leaves_the_schedule_as_before_and_redoing_all_as_after(
    first: list[Move], second: list[Move], suspends_leeches: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.at(Path(folder) / "collection.db")
        shelve(desk.collection, [*basics(3), PAIR])
        if suspends_leeches:
            suspend_at_first_lapse(desk)
        study = desk.study()
        for step in first:
            study = move(desk, study, step)
        before, count = held(desk), journal_entries.count(desk.collection.connection)
        for step in second:
            study = move(desk, study, step)
        after = held(desk)
        study = desk.study()
        presses = 0
        while _stands_after(desk, count):
            assert study.undo().is_applied
            presses += 1
        assert held(desk) == before
        for _ in range(presses):
            assert study.redo().is_applied
        assert held(desk) == after
        assert not study.redo().is_applied
        desk.close()


def suspend_at_first_lapse(desk: Desk) -> None:
    set_option(desk.collection, ALL_DECKS, "leech_lapses", "1")
    set_option(desk.collection, ALL_DECKS, "suspend_leeches", "on")


def test_a_rating_that_suspends_a_leech_is_one_undo_and_one_redo(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    suspend_at_first_lapse(desk)
    go_through(desk.study(), EASY, EASY)
    before = held(desk)
    desk.time.now += 40 * DAY
    study = desk.study()
    card = prompt(study.show_next()).card.id
    study.reveal()
    study.rate(card, AGAIN)
    after = held(desk)
    assert after[card].is_suspended
    undone = study.undo()
    assert (prompt(undone).card.id, prompt(undone).session_rating_count) == (card, 0)
    assert held(desk) == before
    redone = study.redo()
    assert prompt(redone).session_rating_count == 1
    assert undone.entry == redone.entry
    assert undone.entry is not None
    assert undone.entry.kind is EntryKind.REVIEW
    assert held(desk) == after
    study.undo()
    assert held(desk) == before


def _stands_after(desk: Desk, count: int) -> bool:
    """Whether a deed after the first `count` entries still stands."""
    rows = list(journal_entries.iterate_newest_first(desk.collection.connection))[::-1]
    undone: set[object] = set()
    for entry in reversed(rows):
        if entry.undoes is not None and entry.id not in undone:
            undone.add(entry.undoes)
    return any(entry.undoes is None and entry.id not in undone for entry in rows[count:])


def test_redo_goes_on_as_if_nothing_had_been_taken_back(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    study = desk.study()
    go_through(study, EASY, GOOD)
    study.undo()
    study.undo()
    again = prompt(study.redo())
    assert (again.card.note.id, again.session_rating_count) == ("n01", 1)
    assert prompt(study.redo()).session_rating_count == 2
    assert not study.redo().is_applied


def test_a_new_deed_ends_redo(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    study = desk.study()
    go_through(study, EASY, EASY)
    study.undo()
    study.bury()
    assert not study.redo().is_applied


def test_a_note_put_away_whole_comes_back_whole(desk: Desk) -> None:
    shelve(desk.collection, [PAIR, *basics(1)])
    study = desk.study()
    prompt(study.show_next())
    assert prompt(study.suspend(whole_note=True)).card.note.id == "n00"
    suspended = {card for card, schedule in held(desk).items() if schedule.is_suspended}
    assert suspended == {CardId("deck", "x", 1), CardId("deck", "x", 2)}
    assert prompt(study.undo()).card.note.id == "x"
    assert held(desk) == {}


def test_flag_forget_and_due(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = desk.study()
    card = prompt(study.show_next()).card.id
    study.reveal()
    assert study.toggle_flag(3) == Outcome(flag=3)
    assert study.is_revealed
    assert study.toggle_flag(3) == Outcome(flag=0)
    study.toggle_flag(2)
    assert prompt(study.rate(card, EASY)).card.note.id == "n01"
    assert held(desk)[card].flag == 2
    assert prompt(study.set_due(0)).card.note.id == "n01"
    study.set_due(5)
    assert finished(study.show_next()).review_count == 1
    kinds = [entry.kind for entry in journal_entries.iterate_newest_first(desk.collection.connection)]
    assert kinds[:2] == [EntryKind.SET_DUE, EntryKind.SET_DUE]
    prompt(study.undo())
    study.reset_card()
    assert held(desk).keys() == {card}
