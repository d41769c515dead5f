"""Why a card comes back when it does, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from studyapp.core.statistics.due_reason import Adjustment, DueOrigin, DueReason
from studyapp.ui.card.journal_entry_formatting import format_rating
from studyapp.ui.kit import formatting


class DueReasonText:
    """The translation context of the texts in this module."""

    @staticmethod
    def tr(text: str, comment: str | None = None, number: int = -1) -> str:
        """Return the text in the user's language. `number` selects the plural form and replaces %n."""
        return QCoreApplication.translate("DueReasonText", text, comment, number)


def describe_due_reason(reason: DueReason) -> str:
    """Return one or more sentences that say why a card is due when it is."""
    tr = DueReasonText.tr
    if reason.origin is DueOrigin.NEVER_STUDIED:
        return tr("This card is new. It appears when its turn comes among the new cards of the deck.")
    date = "" if reason.at is None else formatting.format_long_date(reason.at)
    if reason.origin is DueOrigin.STEP:
        if reason.rating is None:
            return tr(
                "The card has been in its steps since {date}. After the last step, FSRS sets the interval."
            ).format(date=date)
        return tr(
            "You rated it {rating} on {date}, so it is in its steps. After the last step, FSRS sets the interval."
        ).format(rating=format_rating(reason.rating), date=date)
    if reason.origin is DueOrigin.SET_BY_USER or reason.rating is None:
        return tr("The due date was set on {date}, without a review.").format(date=date)
    return " ".join(filter(None, [_describe_rating(reason, date), _describe_interval(reason)]))


def _describe_rating(reason: DueReason, date: str) -> str:
    tr = DueReasonText.tr
    if reason.rating is None or reason.interval_days is None:
        return ""
    text = (
        tr("You rated it {rating} in Anki on {date}. It comes back after {interval}.")
        if reason.origin is DueOrigin.ANKI
        else tr("You rated it {rating} on {date}. It comes back after {interval}.")
    )
    return text.format(
        rating=format_rating(reason.rating),
        date=date,
        interval=formatting.format_days(reason.interval_days),
    )


def _describe_interval(reason: DueReason) -> str:
    tr = DueReasonText.tr
    if reason.stability is None or reason.proposed_days is None:
        return ""
    stability = tr(
        "FSRS estimates its stability at {stability}: after that time, you will recall it with a probability of 90%."
    ).format(stability=_exact_days(reason.stability))
    desired = tr("Your desired retention of {share} is reached after {time}.").format(
        share=formatting.format_share(reason.desired_retention), time=_exact_days(reason.proposed_days)
    )
    match reason.adjustment:
        case Adjustment.NONE:
            adjustment = ""
        case Adjustment.FUZZ:
            adjustment = tr(
                "The interval was varied a little, so that cards learned together don't stay together."
            )
        case Adjustment.OTHER:
            adjustment = tr(
                "The interval is another one because it must be longer than the last one or than after a lower rating, or because"
                " it was set with other options or parameters."
            )
    return " ".join(filter(None, [stability, desired, adjustment]))


def _exact_days(days: float) -> str:
    """Return days with a decimal if they are few."""
    if days >= 10:
        return formatting.format_days(round(days))
    return DueReasonText.tr("{number} days").format(number=QLocale().toString(days, "f", 1))
