from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.study.journal import Entry, EntryId, EntryKind, effective_entries, effective_reviews
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
    apply_entry,
    fold,
    interday_step_due_day,
)
from tests.core.journals import SCHEDULER, entry, journals, non_undo_entries, undo

two_devices = st.tuples(journals("a"), journals("b")).map(lambda both: both[0] + both[1])


def folded(*entries: Entry) -> Schedule:
    return fold(entries, SCHEDULER)


def is_effective(one: Entry, journal: Sequence[Entry]) -> bool:
    """Reference definition: an entry is effective unless a later effective undo targets it."""
    return not any(
        other.undoes == one.id and other.sort_key > one.sort_key and is_effective(other, journal)
        for other in journal
    )


@given(two_devices)
def test_effective_entries_are_those_without_effective_undo(journal: list[Entry]) -> None:
    expected = [
        one
        for one in sorted(journal, key=lambda one: one.sort_key)
        if one.undoes is None and is_effective(one, journal)
    ]
    assert effective_entries(journal) == expected


@settings(max_examples=60)
@given(two_devices.flatmap(st.permutations))
def test_fold_is_independent_of_entry_order(journal: list[Entry]) -> None:
    assert fold(journal, SCHEDULER) == fold(sorted(journal, key=lambda one: one.id), SCHEDULER)


@st.composite
def sessions(draw: st.DrawFn) -> list[Entry]:
    """Entries as one device writes them: undos only target the newest effective entry."""
    written: list[Entry] = []
    for seq in range(1, draw(st.integers(1, 15)) + 1):
        effective = effective_entries(written)
        if effective and draw(st.integers(0, 2)) == 0:
            written.append(undo(seq, effective[-1]))
        else:
            written.append(draw(non_undo_entries(seq, "a", seq * 1000)))
    return written


@given(sessions())
def test_applying_entry_equals_folding_all_entries(journal: list[Entry]) -> None:
    schedule = Schedule()
    for index, one in enumerate(journal):
        before, journal_so_far = schedule, journal[: index + 1]
        schedule = fold(journal_so_far, SCHEDULER) if one.undoes else apply_entry(before, one, SCHEDULER)
        assert schedule == fold(journal_so_far, SCHEDULER)


@given(
    st.integers(1, 8).flatmap(
        lambda count: st.tuples(*(non_undo_entries(seq, "a", seq * 1000) for seq in range(1, count + 1)))
    )
)
def test_undo_restores_schedule_and_redo_reapplies_entry(journal: tuple[Entry, ...]) -> None:
    *before, last = journal
    undone = undo(50, last)
    assert folded(*journal, undone) == folded(*before)
    assert folded(*journal, undone, undo(51, undone)) == folded(*journal)


def test_circular_undos_are_harmless() -> None:
    one, two, review = EntryId("a", 1), EntryId("b", 1), entry(9)
    ring = [undo(1, two, "a"), undo(1, one, "b"), undo(3, EntryId("a", 3))]
    assert effective_entries([*ring, review]) == [review]


def test_merged_journals_are_ordered_by_time() -> None:
    first_device_entry = entry(1, device="a", at=1000, day=100)
    second_device_entry = entry(1, device="b", at=2000, day=103, rating=Rating.AGAIN, due_at=99)
    schedule = folded(second_device_entry, first_device_entry)
    assert (schedule.review_count, schedule.lapse_count, schedule.last_review_at) == (2, 1, 2000)
    assert isinstance(schedule.phase, RelearningPhase)


def test_undo_applies_to_entry_of_another_device() -> None:
    first_device_entry = entry(1, device="a", at=1000)
    assert folded(first_device_entry, undo(1, first_device_entry, device="b", at=2000)) == Schedule()
    assert folded(first_device_entry, undo(1, first_device_entry, device="b", at=500)) == folded(
        first_device_entry
    )


def test_reviews_are_counted_and_dated() -> None:
    schedule = folded(entry(1, day=100), entry(2, day=103, rating=Rating.AGAIN, due_at=5), entry(3, day=103))
    assert (schedule.review_count, schedule.lapse_count) == (3, 1)
    assert (schedule.first_review_day, schedule.last_review_day, schedule.last_review_at) == (100, 103, 3000)


def test_learning_steps_advance_hold_and_restart() -> None:
    def step(*ratings: Rating) -> int:
        phase = folded(*(entry(seq, rating=one, due_at=9) for seq, one in enumerate(ratings))).phase
        assert isinstance(phase, LearningPhase)
        return phase.steps_done

    assert step(Rating.GOOD) == 1
    assert step(Rating.GOOD, Rating.HARD) == 1
    assert step(Rating.GOOD, Rating.GOOD) == 2
    assert step(Rating.GOOD, Rating.GOOD, Rating.AGAIN) == 0


def test_only_failed_review_counts_as_lapse() -> None:
    learning = [entry(1, rating=Rating.GOOD, due_at=5), entry(2, rating=Rating.AGAIN, due_at=6)]
    assert folded(*learning).lapse_count == 0
    assert folded(*learning, entry(3), entry(4, rating=Rating.AGAIN, due_at=9)).lapse_count == 1


def test_suspend_and_flag_do_not_change_memory() -> None:
    rated = folded(entry(1))
    assert folded(entry(1), entry(2, EntryKind.SUSPEND)) == replace(rated, is_suspended=True)
    assert folded(entry(1), entry(2, EntryKind.SUSPEND), entry(3, EntryKind.RESTORE)) == rated
    assert folded(entry(1), entry(2, EntryKind.FLAG, flag=3)) == replace(rated, flag=3)
    assert folded(entry(1), entry(2, EntryKind.FLAG, flag=3), entry(3, EntryKind.FLAG)) == rated


def test_bury_lasts_one_day_and_ends_with_review() -> None:
    assert folded(entry(1, EntryKind.BURY, day=107)).buried_on_day == 107
    assert folded(entry(1, EntryKind.BURY, day=107), entry(2, day=108)).buried_on_day is None


def test_reset_makes_card_new_and_keeps_flag_and_suspension() -> None:
    flagged = [entry(1), entry(2, EntryKind.FLAG, flag=2), entry(3, EntryKind.SUSPEND)]
    assert folded(*flagged, entry(4, EntryKind.RESET)) == Schedule(is_suspended=True, flag=2)
    relearned = folded(*flagged, entry(4, EntryKind.RESET), entry(5, day=130))
    assert relearned.memory == folded(entry(5, day=130)).memory


def test_set_due_keeps_or_initializes_memory() -> None:
    rated = folded(entry(1))
    moved = folded(entry(1), entry(2, EntryKind.SET_DUE, day=101, due_day=140))
    assert moved.phase == ReviewPhase(rated.memory or pytest.fail("no memory"), 140)
    assert moved.last_review_day == rated.last_review_day
    fresh = folded(entry(1, EntryKind.SET_DUE, day=100, due_day=105))
    assert fresh.phase == ReviewPhase(SCHEDULER.memory_after(None, 0, Rating.GOOD), 105)
    assert fresh.review_count == 0


@pytest.mark.parametrize(
    "broken",
    [
        entry(1)._replace(rating=None),
        entry(1)._replace(due_day=None),
        entry(1, EntryKind.SET_DUE),
        undo(1, EntryId("a", 7)),
    ],
    ids=["no rating", "no due", "no day", "a bare undo"],
)
def test_incomplete_entry_is_rejected(broken: Entry) -> None:
    with pytest.raises(ValueError, match="a"):
        apply_entry(Schedule(), broken, SCHEDULER)


def test_empty_journal_folds_to_new_card() -> None:
    assert folded() == Schedule()
    assert isinstance(folded().phase, NewPhase)
    assert reduce(
        lambda schedule, one: apply_entry(schedule, one, SCHEDULER), [entry(1)], Schedule()
    ) == folded(entry(1))


def test_reviews_are_those_that_were_not_undone() -> None:
    first, second, flag = entry(1), entry(2), entry(3, EntryKind.FLAG, flag=1)
    assert effective_reviews([first, second, flag, undo(4, second)]) == [first]


def test_set_due_date_ends_burying_and_dates_a_new_card() -> None:
    entries = [entry(1, EntryKind.BURY, day=100), entry(2, EntryKind.SET_DUE, day=101, due_day=110)]
    schedule = fold(entries, SCHEDULER)
    assert (schedule.buried_on_day, schedule.last_review_day) == (None, 101)
    later = fold([*entries, entry(3, EntryKind.SET_DUE, day=105, due_day=120)], SCHEDULER)
    assert later.last_review_day == 101


def test_card_can_be_put_into_its_steps() -> None:
    in_steps = entry(1, EntryKind.SET_DUE, day=100, due_at=9_000_000)._replace(steps_done=1)
    new = folded(in_steps)
    assert new.phase == LearningPhase(SCHEDULER.memory_after(None, 0, Rating.GOOD), 1, 9_000_000)
    assert (new.memory, new.review_count, new.last_review_day) == (None, 0, 100)
    lapsed = folded(entry(0, EntryKind.SET_DUE, day=100, due_day=100), in_steps)
    assert isinstance(lapsed.phase, RelearningPhase)
    assert (lapsed.phase.steps_done, lapsed.phase.due_at) == (1, 9_000_000)
    rated = folded(in_steps, entry(2, day=101, rating=Rating.GOOD))
    assert rated.memory == folded(entry(2, day=101, rating=Rating.GOOD)).memory


@pytest.mark.parametrize(
    ("due_at", "due_day"), [(50, None), (99, None), (100, 101), (250, 102), (-1, None), (1_000, 110)]
)
def test_step_that_ends_on_a_later_day_is_due_on_that_day(due_at: int, due_day: int | None) -> None:
    schedule = folded(entry(1, day=100, rating=Rating.AGAIN, due_at=due_at))
    assert interday_step_due_day(schedule, lambda at: 100 + at // 100) == due_day


def test_only_cards_in_steps_are_due_at_the_end_of_a_step() -> None:
    for schedule in (Schedule(), folded(entry(1, day=100, due_day=105))):
        assert interday_step_due_day(schedule, lambda _: 200) is None


def test_suspending_keeps_burying_and_restoring_ends_it() -> None:
    entries = [entry(1, EntryKind.BURY, day=100), entry(2, EntryKind.SUSPEND, day=100)]
    suspended = fold(entries, SCHEDULER)
    assert (suspended.is_suspended, suspended.buried_on_day) == (True, 100)
    restored = fold([*entries, entry(3, EntryKind.RESTORE, day=100)], SCHEDULER)
    assert (restored.is_suspended, restored.buried_on_day) == (False, None)
