"""Kinds and intervals of reviews in the statistics are those of the exported review log."""

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.anki.review_log import build_review_log
from studyapp.core.statistics.review_facts import IntervalClass, find_review_facts
from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.transfer.anki_review_log import ReviewLogKind, ReviewLogRow
from tests.core.journals import DAY, SCHEDULER, journals

_DAY_SECONDS = 86_400


def interval_class(row: ReviewLogRow) -> IntervalClass:
    """By Anki's rules: intervals in seconds are negative, and a card in review counts as young however short it is."""
    if row.last_interval >= 21:
        return IntervalClass.MATURE
    is_day_or_more = row.last_interval >= 1 or row.last_interval <= -_DAY_SECONDS
    is_young = is_day_or_more or row.kind is ReviewLogKind.REVIEW
    return IntervalClass.YOUNG if is_young else IntervalClass.UNDER_A_DAY


@settings(max_examples=500)
@given(
    journals(max_entries=20),
    st.dictionaries(st.integers(1, 20), st.sampled_from((1, DAY - 400, DAY, 40 * DAY))),
)
def test_kinds_and_intervals_are_those_of_the_review_log(journal: list[Entry], steps: dict[int, int]) -> None:
    journal = [
        one._replace(due_day=None, due_at=one.at + steps[one.id.seq])
        if one.kind in (EntryKind.SET_DUE, EntryKind.REVIEW) and one.id.seq in steps
        else one
        for one in journal
    ]
    rows = [row for row in build_review_log(journal, SCHEDULER) if row.ease > 0]
    facts = find_review_facts(journal, SCHEDULER, lambda _: 0)
    assert [(int(fact.kind), fact.interval, int(fact.rating)) for fact in facts] == [
        (int(row.kind), interval_class(row), row.ease) for row in rows
    ]
