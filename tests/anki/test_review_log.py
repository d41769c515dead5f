"""The review log has the difficulties and phases of the schedules that a fold of the journal passes through."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.anki.review_log import build_review_log
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import LearningPhase, RelearningPhase, Schedule, apply_entry
from studyapp.core.study.scheduler import Memory
from studyapp.core.transfer.anki_review_log import ReviewLogKind
from tests.core.journals import SCHEDULER, journals


def folded_rows(journal: list[Entry]) -> Iterator[tuple[int, int, int, ReviewLogKind]]:
    """The time, the rating, the factor and the kind of each row, found entry by entry."""
    schedule = Schedule()
    for entry in effective_entries(journal):
        before, schedule = schedule, apply_entry(schedule, entry, SCHEDULER)
        factor = round(((schedule.memory.difficulty - 1) / 9 + 0.1) * 1000) if schedule.memory else 2500
        if entry.kind is EntryKind.REVIEW:
            yield entry.at, entry.rating or 0, factor, kind_of_review(before)
        elif entry.kind is EntryKind.SET_DUE:
            yield entry.at, 0, factor, ReviewLogKind.MANUAL
        elif entry.kind is EntryKind.RESET:
            yield entry.at, 0, 0, ReviewLogKind.MANUAL


def kind_of_review(before: Schedule) -> ReviewLogKind:
    if before.memory is None or isinstance(before.phase, LearningPhase):
        return ReviewLogKind.LEARNING
    is_relearning = isinstance(before.phase, RelearningPhase)
    return ReviewLogKind.RELEARNING if is_relearning else ReviewLogKind.REVIEW


@settings(max_examples=300)
@given(journals(), st.sets(st.integers(1, 12)))
def test_review_log_is_that_of_a_fold(journal: list[Entry], set_to_steps: set[int]) -> None:
    journal = [
        entry._replace(due_day=None, due_at=entry.at + 60_000)
        if entry.kind is EntryKind.SET_DUE and entry.id.seq in set_to_steps
        else entry
        for entry in journal
    ]
    rows = [(row.at, row.ease, row.factor, row.kind) for row in build_review_log(journal, SCHEDULER)]
    assert rows == list(folded_rows(journal))


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(Rating), st.integers(0, 4000) | st.integers(0, 3)), max_size=40))
def test_difficulties_are_those_review_by_review_after_any_days(history: list[tuple[Rating, int]]) -> None:
    memory: Memory | None = None
    expected = []
    for rating, elapsed_days in history:
        memory = SCHEDULER.memory_after(memory, elapsed_days, rating)
        expected.append(memory.difficulty)
    assert SCHEDULER.difficulties_after(rating for rating, _ in history) == expected
