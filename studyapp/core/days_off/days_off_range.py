"""The first and the last of days off, as the learner chose them."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError

MAX_DAYS_OFF = 366
"""How many days can be marked at once."""

_WRONG_ORDER = QT_TRANSLATE_NOOP("Problem", "The last day is before the first day.")
_TOO_MANY = QT_TRANSLATE_NOOP("Problem", "These are {days} days. Choose at most {most}.")
_OVER = QT_TRANSLATE_NOOP("Problem", "These days are over.")


class DaysOffError(TranslatableError):
    """Days that can't be marked as days off. The message says why."""


def check_days_off(first: int, last: int, today: int) -> DaysOffError | None:
    """Return what is wrong with study days that are about to be marked; None if nothing is."""
    if last < first:
        return DaysOffError(_WRONG_ORDER)
    if last < today:
        return DaysOffError(_OVER)
    if last - first >= MAX_DAYS_OFF:
        return DaysOffError(_TOO_MANY, days=last - first + 1, most=MAX_DAYS_OFF)
    return None
