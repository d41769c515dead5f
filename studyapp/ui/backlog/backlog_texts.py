"""Plans for overdue cards as sentences."""

from studyapp.core.study.study_day import MINUTE_MS
from studyapp.services.plans.backlog import Backlog
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated


class BacklogTexts(Translated):
    """The context of the texts in this module."""


def format_suggested_plan(backlog: Backlog) -> str:
    """Return how the overdue cards can be worked off, or how they are with the minutes a day that the learner has set."""
    plan = backlog.suggest_plan()
    time = formatting.format_duration(plan.minutes * MINUTE_MS)
    if plan.minutes == backlog.minutes_a_day:
        text = BacklogTexts.tr(
            "With {time} a day, you will have caught up in about %n day(s); new cards wait until then.",
            None,
            plan.days,
        )
    else:
        text = BacklogTexts.tr("You can catch up in %n day(s) with about {time} a day.", None, plan.days)
    return text.format(time=time)
