"""What the command line prints about a wrong clock."""

from collections.abc import Iterator
from datetime import datetime

from studyapp.cli.messages.counts import count
from studyapp.services.journal.time_correction import TimeSpan, WrongTimes
from studyapp.services.options.clock import Clock
from studyapp.services.overview.clock_check import ClockProblem, ClockWarning


def format_wrong_times(wrong: WrongTimes, clock: Clock, *, is_corrected: bool) -> Iterator[str]:
    """Yield what was recorded while the clock was wrong, and what was or can be done about it."""
    entries = count(wrong.entry_count, "journal entry", "journal entries")
    reviews = count(wrong.review_count, "review")
    yield f"{entries} ({reviews}) recorded while the clock was wrong: dated {_format_span(wrong.span, clock)}."
    if is_corrected:
        yield f"Corrected to {_format_span(wrong.corrected_span, clock)}. Undo takes this back."
    else:
        yield f"The clock now says {_format_time(clock.now(), clock)}. If that is right, “studyapp doctor --correct-times”"
        yield f"corrects them to {_format_span(wrong.corrected_span, clock)}. Otherwise, set the clock right first."


def format_clock_warning(warning: ClockWarning, clock: Clock) -> str:
    """Return how the clock disagrees with the journal, and what to do."""
    now, newest = _format_time(warning.now, clock), _format_time(warning.newest_at, clock)
    match warning.problem:
        case ClockProblem.JOURNAL_IN_FUTURE:
            return f"The clock may be wrong: it says {now}, but your last review is dated {newest}. See “studyapp doctor”."
        case ClockProblem.DAYS_OUT_OF_ORDER:
            return "Some of your reviews were recorded while the clock was wrong. See “studyapp doctor”."
        case ClockProblem.LONG_PAUSE:
            return f"Your last review is dated {newest}, and the clock says {now}. Check the date."


def _format_span(span: TimeSpan, clock: Clock) -> str:
    first, last = _format_time(span.first, clock), _format_time(span.last, clock)
    return first if first == last else f"{first} to {last}"


def _format_time(at: int, clock: Clock) -> str:
    return f"{datetime.fromtimestamp(at / 1000, clock.zone):%Y-%m-%d %H:%M}"
