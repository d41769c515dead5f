"""What the values of plots over time are: numbers per day, week, month or year."""

from collections.abc import Sequence
from typing import assert_never

from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.day_spans import DaySpan, Step


class AxisCaptions(Translated):
    """Makes the captions."""

    @classmethod
    def per_span(cls, values: str, spans: Sequence[DaySpan]) -> str:
        """Return a caption for values that are summed up over each of these spans."""
        step = spans[0].step if spans else Step.DAY
        match step:
            case Step.AUTOMATIC | Step.DAY:
                template = AxisCaptions.tr("{values} per day")
            case Step.WEEK:
                template = AxisCaptions.tr("{values} per week")
            case Step.MONTH:
                template = AxisCaptions.tr("{values} per month")
            case Step.YEAR:
                template = AxisCaptions.tr("{values} per year")
            case _:
                assert_never(step)
        return template.format(values=values)
