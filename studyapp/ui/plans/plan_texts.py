"""Exams and days off as sentences."""

from PySide6.QtCore import QCoreApplication

from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.study.study_day import MINUTE_MS
from studyapp.services.plans.days_off import ReviewShift
from studyapp.services.plans.exam_overview import ExamOverview
from studyapp.services.plans.exams import ExamPlan
from studyapp.ui.kit import formatting


class PlanTexts:
    """The translation context of the texts in this module."""

    @staticmethod
    def tr(text: str, comment: str | None = None, number: int = -1) -> str:
        """Return the text in the user's language. `number` selects the plural form and replaces %n."""
        return QCoreApplication.translate("PlanTexts", text, comment, number)


def format_exam_line(plan: ExamPlan) -> str:
    """Return what an exam means for today, in one line."""
    when = PlanTexts.tr("Exam “{name}” in %n day(s)", None, plan.days_left).format(name=plan.exam.name)
    today = PlanTexts.tr("%n new card(s) today", None, plan.pace.today)
    if plan.pace.paused_until is not None:
        date = formatting.format_date(plan.pace.paused_until)
        today = PlanTexts.tr("new cards are paused until {date}").format(date=date)
    if plan.forecast is None:
        return PlanTexts.tr("{exam}: {new_cards}").format(exam=when, new_cards=today)
    line = PlanTexts.tr("{exam}: {new_cards}, {forecast}")
    return line.format(exam=when, new_cards=today, forecast=_format_forecast(plan))


def _format_forecast(plan: ExamPlan) -> str:
    assert plan.forecast is not None, "only coming exams with cards have a forecast"
    expected, low, high = map(formatting.format_share, plan.forecast)
    return PlanTexts.tr("about {share} ({low} to {high}) expected").format(share=expected, low=low, high=high)


def describe_exam(plan: ExamPlan) -> list[str]:
    """Return what matters of an exam, a line for each: when it is and how many cards it has, and for a coming exam what to expect
    and what the limits prevent."""
    date = formatting.format_study_day(plan.exam.day, with_weekday=True)
    if plan.days_left > 0:
        when = PlanTexts.tr("{date}, in %n day(s)", None, plan.days_left)
    else:
        when = PlanTexts.tr("{date}, past") if plan.days_left < 0 else PlanTexts.tr("{date}, today")
    facts = [when.format(date=date), PlanTexts.tr("%n card(s)", None, plan.cards)]
    if plan.days_left <= 0:
        return [" · ".join(facts)]
    if plan.pace.paused_until is not None:
        paused = PlanTexts.tr("new cards are paused until {date}")
        facts.append(paused.format(date=formatting.format_date(plan.pace.paused_until)))
    if plan.new_cards or plan.pace.per_day:
        pace = PlanTexts.tr("%n new card(s) a day until {date}", None, plan.pace.per_day)
        facts.append(pace.format(date=formatting.format_date(plan.pace.last_day)))
    lines = [" · ".join(facts)]
    if plan.forecast is not None:
        expected = PlanTexts.tr("On the day, {forecast}; the target is {target}.")
        target = formatting.format_share(plan.exam.target_percent / 100)
        lines.append(expected.format(forecast=_format_forecast(plan), target=target))
    if exceeds_limit(plan):
        limit = PlanTexts.tr(
            "Your limits allow {limit} of its new cards a day: too few to learn all of them."
        )
        lines.append(limit.format(limit=plan.new_limit))
    return lines


def exceeds_limit(plan: ExamPlan) -> bool:
    """Return whether a coming exam needs more new cards a day than the options allow."""
    return plan.days_left > 0 and plan.pace.per_day > plan.new_limit


def describe_missing_cards(overview: ExamOverview) -> list[str]:
    """Return a line for each deck of an exam without cards, or one if the exam has none."""
    plan, decks = overview.plan, overview.decks_without_cards
    if not decks and not plan.cards and plan.days_left > 0:
        scope = plan.exam.scope
        no_match = PlanTexts.tr("No cards match “{search}”.").format(search=scope)
        return [no_match if scope else PlanTexts.tr("There are no cards.")]
    text = PlanTexts.tr("The deck “{deck}” has no cards, or no longer exists.")
    return [text.format(deck=deck) for deck in decks]


def format_days_off(days: range) -> str:
    """Return a day off, or the first and the last of several."""
    first, last = (formatting.format_study_day(day, with_weekday=True) for day in (days.start, days.stop - 1))
    return first if len(days) == 1 else PlanTexts.tr("{first} to {last}").format(first=first, last=last)


def format_shift(direction: ShiftDirection, shift: ReviewShift) -> str:
    """Return a way to do the reviews of days off, with what it costs."""
    match direction:
        case ShiftDirection.NOT_MOVED:
            way = PlanTexts.tr("Leave them for the first day after")
        case ShiftDirection.BEFORE:
            way = PlanTexts.tr("Move them to the %n day(s) before", None, shift.days)
        case ShiftDirection.AFTER:
            way = PlanTexts.tr("Move them to the %n day(s) after", None, shift.days)
    minutes = formatting.format_duration(round(shift.minutes_a_day * MINUTE_MS))
    cost = PlanTexts.tr("{minutes} more a day").format(minutes=minutes)
    forgotten = round(shift.forgotten_more)
    if forgotten > 0:
        cards = PlanTexts.tr("about %n more card(s) forgotten", None, forgotten)
    elif forgotten < 0:
        cards = PlanTexts.tr("about %n fewer card(s) forgotten", None, -forgotten)
    else:
        cards = PlanTexts.tr("hardly any more forgotten")
    return PlanTexts.tr("{way}: {cost}, {cards}").format(way=way, cost=cost, cards=cards)
