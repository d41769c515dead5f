"""The text of the result of a sync with Anki."""

from PySide6.QtCore import QCoreApplication

from studyapp.services.exchange.sync_report import SyncReport
from studyapp.ui.kit import formatting

_MAX_NOTES_NAMED = 3
"""Maximum number of notes named per reason."""


class SyncReportText:
    """The translation context of the texts in this module. `lupdate` recognizes plural forms only in calls of
    `tr`."""

    @staticmethod
    def tr(text: str, comment: str | None = None, number: int = -1) -> str:
        """Return the text in the user's language. `number` selects the plural form and replaces %n."""
        return QCoreApplication.translate("SyncReportText", text, comment, number)


def format_sync_report(report: SyncReport) -> str:
    """Return what was transferred, and what was left alone and why."""
    lines = [line for count, line in _list_changes(report) if count]
    for reason, keys in report.skipped_notes.items():
        notes = ", ".join(keys[:_MAX_NOTES_NAMED]) + (" …" if len(keys) > _MAX_NOTES_NAMED else "")
        lines += ["", QCoreApplication.translate("SyncReport", reason.value).format(notes=notes)]
    if report.postponed_card_count:
        text = SyncReportText.tr(
            "%n card(s) will sync next time: they are in a filtered deck or were just reviewed in Anki.",
            None,
            report.postponed_card_count,
        )
        lines += ["", text]
    for message in formatting.format_losses(report.losses):
        lines += ["", message]
    if report.ankiweb_failure:
        lines += ["", report.ankiweb_failure]
    return "\n".join(lines).strip() or SyncReportText.tr("Already in sync.")


def _list_changes(report: SyncReport) -> tuple[tuple[int, str], ...]:
    return (
        (report.pulled_review_count, SyncReportText.tr("%n review(s) received from Anki", None, report.pulled_review_count)),
        (report.pushed_review_count, SyncReportText.tr("%n review(s) sent to Anki", None, report.pushed_review_count)),
        (report.added_count, SyncReportText.tr("%n note(s) added to Anki", None, report.added_count)),
        (report.updated_count, SyncReportText.tr("%n note(s) updated in Anki", None, report.updated_count)),
        (report.deleted_count, SyncReportText.tr("%n note(s) deleted in Anki", None, report.deleted_count)),
        (report.added_here_count, SyncReportText.tr("%n note(s) added here", None, report.added_here_count)),
        (report.received_count, SyncReportText.tr("%n note(s) updated here", None, report.received_count)),
        (report.deleted_here_count, SyncReportText.tr("%n note(s) deleted here", None, report.deleted_here_count)),
        (report.updated_card_count, SyncReportText.tr("%n card(s) updated in Anki", None, report.updated_card_count)),
        (report.moved_card_count, SyncReportText.tr("%n card(s) moved in Anki", None, report.moved_card_count)),
    )  # fmt: skip
