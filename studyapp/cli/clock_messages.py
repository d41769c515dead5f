"""What the command line prints about a wrong clock."""

from collections.abc import Iterator
from datetime import datetime

from studyapp.cli.counts import count
from studyapp.services.options.clock import Clock
from studyapp.services.study.time_correction import TimeSpan, WrongTimes


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


def _format_span(span: TimeSpan, clock: Clock) -> str:
    first, last = _format_time(span.first, clock), _format_time(span.last, clock)
    return first if first == last else f"{first} to {last}"


def _format_time(at: int, clock: Clock) -> str:
    return f"{datetime.fromtimestamp(at / 1000, clock.zone):%Y-%m-%d %H:%M}"
