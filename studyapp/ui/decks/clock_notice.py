"""The notice on the decks page that the clock disagrees with the journal."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from studyapp.services.overview.clock_check import ClockProblem, ClockWarning
from studyapp.ui.decks.attention_panel import AttentionNotice
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import set_interface_locale


def build_clock_notice(warning: ClockWarning, correct_times: Callable[[], object]) -> AttentionNotice:
    """Return the notice for a warning. It offers to correct the times unless the clock can only be wrong now."""
    set_interface_locale()
    match warning.problem:
        case ClockProblem.JOURNAL_IN_FUTURE:
            text = QCoreApplication.translate(
                "ClockNotice",
                "The clock may be wrong: it says {now}, but your last review is dated {newest}.",
            )
        case ClockProblem.DAYS_OUT_OF_ORDER:
            text = QCoreApplication.translate(
                "ClockNotice", "Some of your reviews were recorded while the clock was wrong."
            )
        case ClockProblem.LONG_PAUSE:
            text = QCoreApplication.translate(
                "ClockNotice",
                "Your last review is dated {newest}, and the clock says {now}. Check the date.",
            )
    text = text.format(
        now=formatting.format_long_date(warning.now), newest=formatting.format_long_date(warning.newest_at)
    )
    if warning.problem is ClockProblem.LONG_PAUSE:
        return AttentionNotice(text)
    return AttentionNotice(
        text, QCoreApplication.translate("ClockNotice", "Correct the times…"), correct_times
    )
