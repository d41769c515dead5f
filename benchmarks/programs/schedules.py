"""Computing schedules from review histories, compared with py-fsrs."""

import random
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec

from benchmarks.data.review_histories import ReviewHistory, make_history
from benchmarks.report import Report, seconds_of
from benchmarks.run import Run
from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.schedule import fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import DAY_MS

_FIRST_DAY = 18_000


def measure(report: Report, run: Run) -> None:
    """Measure the fold of the journal entries of a tenth of the cards."""
    source, scheduler = random.Random(1), Scheduler()
    histories = [make_history(source, scheduler) for _ in range(run.fewer_notes)]
    journals = [_make_entries(history) for history in histories]
    name = f"schedules of {len(histories):,} cards"

    def ours() -> float:
        return seconds_of(lambda: [fold(journal, scheduler) for journal in journals])

    if find_spec("fsrs") is None:
        report.alone(name, ours, run.times)
        report.skip(name, "py-fsrs is not installed")
    else:
        report.compare(name, ours, lambda: seconds_of(lambda: _replay(histories)), "py-fsrs", run.times)


def _make_entries(history: ReviewHistory) -> list[Entry]:
    day, entries = _FIRST_DAY, []
    for number, review in enumerate(history.reviews):
        day += review.elapsed_days
        card = CardId("measured", "note", 1)
        entries.append(
            Entry(
                EntryId("here", number),
                day * DAY_MS,
                day,
                card,
                EntryKind.REVIEW,
                review.rating,
                due_day=day + 1,
            )
        )
    return entries


def _replay(histories: list[ReviewHistory]) -> None:
    import fsrs

    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    for number, history in enumerate(histories):
        card, at = fsrs.Card(card_id=number), datetime(2020, 1, 1, tzinfo=UTC)
        for review in history.reviews:
            at += timedelta(days=review.elapsed_days)
            card, _ = scheduler.review_card(card, fsrs.Rating(review.rating.value), at)
