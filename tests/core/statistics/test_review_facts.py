"""Facts about reviews, compared with a fold of the journal that stops at each entry."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.statistics.review_facts import IntervalClass, find_review_facts
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import Schedule, apply_entry, elapsed_days
from tests.core.journals import DAY, SCHEDULER, entry, journals


def folded(journal: list[Entry]) -> Iterator[tuple[float, float | None]]:
    """The stability after each review, and the recall that was predicted before it."""
    schedule = Schedule()
    for one in effective_entries(journal):
        before, schedule = schedule, apply_entry(schedule, one, SCHEDULER)
        if one.kind is EntryKind.REVIEW:
            assert schedule.memory is not None
            days = elapsed_days(before, one.study_day)
            is_predicted = before.memory is not None and days > 0
            yield (
                schedule.memory.stability,
                SCHEDULER.retrievability(before.memory, days) if is_predicted and before.memory else None,
            )


@settings(max_examples=300)
@given(journals(max_entries=20))
def test_memory_is_that_of_a_fold(journal: list[Entry]) -> None:
    facts = find_review_facts(journal, SCHEDULER, lambda _: 0)
    assert [(fact.stability, fact.predicted) for fact in facts] == list(folded(journal))


@settings(max_examples=300)
@given(journals(max_entries=20))
def test_memory_lasts_until_the_next_review_or_reset(journal: list[Entry]) -> None:
    ends = [one for one in effective_entries(journal) if one.kind in (EntryKind.REVIEW, EntryKind.RESET)]
    next_days = [after.study_day for after in ends[1:]] + [None]
    expected = [
        (one.study_day, next_day)
        for one, next_day in zip(ends, next_days, strict=False)
        if one.kind is EntryKind.REVIEW
    ]
    facts = find_review_facts(journal, SCHEDULER, lambda _: 0)
    assert [(fact.day, fact.next_day) for fact in facts] == expected


@given(st.lists(st.integers(0, 10**12), max_size=5))
def test_hour_is_that_of_the_review(times: list[int]) -> None:
    journal = [entry(seq, at=at) for seq, at in enumerate(sorted(times), 1)]
    facts = find_review_facts(journal, SCHEDULER, lambda at: at % 24)
    assert [fact.hour for fact in facts] == [one.at % 24 for one in journal]


def test_suspended_card_is_not_due() -> None:
    journal = [entry(1, day=100, due_day=110), entry(2, EntryKind.SUSPEND, day=105)]
    (fact,) = find_review_facts(journal, SCHEDULER, lambda _: 0)
    assert fact.due_day is None


def test_restored_card_is_due_from_then_on() -> None:
    journal = [entry(1, day=100, due_day=110), entry(2, EntryKind.SUSPEND, day=105)]
    for restored, due in ((108, 110), (120, 120)):
        (fact,) = find_review_facts(
            [*journal, entry(3, EntryKind.RESTORE, day=restored)], SCHEDULER, lambda _: 0
        )
        assert fact.due_day == due


def test_unburying_changes_no_due_day() -> None:
    journal = [entry(1, day=100, due_day=110), entry(2, EntryKind.RESTORE, day=120)]
    (fact,) = find_review_facts(journal, SCHEDULER, lambda _: 0)
    assert fact.due_day == 110


def test_due_date_set_by_hand_counts_for_the_review_before() -> None:
    journal = [entry(1, day=100, due_day=110), entry(2, EntryKind.SET_DUE, day=104, due_day=125)]
    facts = find_review_facts([*journal, entry(3, day=125)], SCHEDULER, lambda _: 0)
    assert facts[0].due_day == 125
    assert facts[1].interval is IntervalClass.MATURE


def test_step_of_a_month_is_never_mature() -> None:
    # Anki's review log has such an interval in seconds, as a negative number, and compares it with 21 days.
    journal = [entry(1, at=0, day=100, rating=Rating.GOOD, due_at=30 * DAY), entry(2, at=30 * DAY, day=130)]
    facts = find_review_facts(journal, SCHEDULER, lambda _: 0)
    assert facts[1].interval is IntervalClass.YOUNG
    assert facts[0].due_day == 130
