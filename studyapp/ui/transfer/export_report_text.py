"""The text that says what was exported, what was left out, and what to do next."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studyapp.services.transfer.export_request import COLLECTION_SUFFIX, PACKAGE_SUFFIX
from studyapp.ui.kit import formatting

if TYPE_CHECKING:
    from studyapp.anki.writing.package import ExportReport

_MAX_LISTED = 5
"""How many media files, and how many cards, are named."""


class ExportReportText:
    """The translation context of the texts in this module. `lupdate` recognizes plural forms only in calls of
    `tr`."""

    @staticmethod
    def tr(text: str, comment: str | None = None, number: int = -1) -> str:
        """Return the text in the user's language. `number` selects the plural form and replaces %n."""
        return QCoreApplication.translate("ExportReportText", text, comment, number)


def format_export_report(report: "ExportReport", target: Path) -> str:
    """Return the text about an export to the file `target`."""
    lines = [
        ExportReportText.tr("Exported {notes} ({cards}) to:").format(
            notes=ExportReportText.tr("%n note(s)", None, report.note_count),
            cards=ExportReportText.tr("%n card(s)", None, report.card_count),
        ),
        str(target),
        "",
        _format_next_steps(report, target),
    ]
    if report.formula_count:
        lines.append(
            ExportReportText.tr(
                "%n cell(s) got an apostrophe in front, because a spreadsheet would execute the text as a formula.",
                None,
                report.formula_count,
            )
        )
    for note, name in report.missing_media[:_MAX_LISTED]:
        text = ExportReportText.tr(
            "{name} of note {note} was not exported: it is missing, too large or outside the deck's folder.",
        )
        lines.append(text.format(name=name, note=note))
    for card in report.unsupported_cards[:_MAX_LISTED]:
        text = ExportReportText.tr("Card {card} was not exported: Anki doesn't support its blank number.")
        lines.append(text.format(card=card))
    for message in formatting.format_losses(report.losses):
        lines += ["", message]
    return "\n".join(lines)


def _format_next_steps(report: "ExportReport", target: Path) -> str:
    if target.suffix == COLLECTION_SUFFIX:
        return ExportReportText.tr(
            "Importing this file replaces your whole Anki collection. Everything currently in it is deleted.",
        )
    if target.suffix != PACKAGE_SUFFIX:
        return ""
    if report.review_count:
        return ExportReportText.tr(
            "In Anki, choose File › Import, select this file, and turn on “Import any learning progress” and “Import any deck presets”. Cards already in Anki keep their progress.",
        )
    return ExportReportText.tr(
        "In Anki, choose File › Import and select this file. If you import a newer export later, your notes are updated and your progress is kept.",
    )
