"""An exam as the learner planned it, and the pace at which its new cards are introduced."""

import math
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.study.exam_days import ExamDays
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError

_NO_NAME = QT_TRANSLATE_NOOP("Problem", "Enter a name for the exam.")
_NAME_IN_USE = QT_TRANSLATE_NOOP("Problem", "An exam named “{name}” already exists. Enter another name.")
_NOT_AHEAD = QT_TRANSLATE_NOOP("Problem", "The exam must be after today.")
_TARGET_OUT_OF_RANGE = QT_TRANSLATE_NOOP("Problem", "Enter a target from {least} to {most} percent.")


class Exam(NamedTuple):
    """An exam. `scope` is a query for its cards (`exam_scope`), `target_percent` the share of them that should be recalled."""

    name: str
    day: int
    planned_on: int
    scope: str
    target_percent: int = 90

    @property
    def days(self) -> ExamDays:
        """What the scheduling of its cards depends on."""
        return ExamDays(self.day, self.planned_on, self.target_percent / 100)


MIN_TARGET, MAX_TARGET = 50, 99
"""Range of the target in percent."""


class ExamError(TranslatableError):
    """An exam that can't be planned. The message says what to enter instead."""


class ExamDateError(ExamError):
    """The date is the mistake."""


def check_exam(exam: Exam, other_names: Iterable[str] = ()) -> ExamError | None:
    """Return what is wrong with an exam that is about to be planned; None if nothing is. `other_names` are those of the other
    exams."""
    if not exam.name:
        return ExamError(_NO_NAME)
    for name in other_names:
        if is_same_name(name, exam.name):
            return ExamError(_NAME_IN_USE, name=name)
    if exam.day <= exam.planned_on:
        return ExamDateError(_NOT_AHEAD)
    if not MIN_TARGET <= exam.target_percent <= MAX_TARGET:
        return ExamError(_TARGET_OUT_OF_RANGE, least=MIN_TARGET, most=MAX_TARGET)
    return None


def is_same_name(first: str, second: str) -> bool:
    """Return whether two names of exams differ in case, spaces or the form of characters at most."""
    return _fold_name(first) == _fold_name(second)


def _fold_name(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


class NewCardPace(NamedTuple):
    """How many new cards to introduce today and on each following day through `last_day`. If new cards pause today, the following
    days begin with `paused_until`, otherwise it is None."""

    today: int
    per_day: int
    last_day: int
    paused_until: int | None = None


def plan_new_cards(
    exam: ExamDays, today: int, new_cards: int, introduced_today: int, paused_until: int | None = None
) -> NewCardPace:
    """Spread the new cards evenly over the days before the last days of the exam.

    `new_cards` are those left now, and `introduced_today` those of today, so that the plan stays the same during a day.
    `paused_until` is the day until which new cards pause, if they do.
    """
    if paused_until is not None:
        later = plan_new_cards(exam, paused_until, new_cards, 0)
        return later._replace(today=0, paused_until=paused_until)
    last_day = max(today, exam.last_days.start - 1)
    if today >= exam.day:
        return NewCardPace(0, 0, today)
    per_day = math.ceil((new_cards + introduced_today) / (last_day - today + 1))
    return NewCardPace(max(0, min(new_cards, per_day - introduced_today)), per_day, last_day)
