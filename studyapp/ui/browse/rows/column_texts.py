"""The columns of the table as text in the user's language: their headings and the values of their cells."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.note_type import NoteType
from studyapp.core.rendering.card_captions import card_caption, evidence_caption
from studyapp.core.study.study_day import calendar_date
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.services.browse.browse_rows import BrowseRow
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.kit import formatting

_HEADINGS = {
    CardColumn.QUESTION: QT_TRANSLATE_NOOP("BrowseColumns", "Question"),
    CardColumn.ANSWER: QT_TRANSLATE_NOOP("BrowseColumns", "Answer"),
    CardColumn.DECK: QT_TRANSLATE_NOOP("BrowseColumns", "Deck"),
    CardColumn.TAGS: QT_TRANSLATE_NOOP("BrowseColumns", "Tags"),
    CardColumn.DUE: QT_TRANSLATE_NOOP("BrowseColumns", "Due"),
    CardColumn.INTERVAL: QT_TRANSLATE_NOOP("BrowseColumns", "Interval"),
    CardColumn.STABILITY: QT_TRANSLATE_NOOP("BrowseColumns", "Stability"),
    CardColumn.DIFFICULTY: QT_TRANSLATE_NOOP("BrowseColumns", "Difficulty"),
    CardColumn.RETRIEVABILITY: QT_TRANSLATE_NOOP("BrowseColumns", "Retrievability"),
    CardColumn.REVIEWS: QT_TRANSLATE_NOOP("BrowseColumns", "Reviews"),
    CardColumn.LAPSES: QT_TRANSLATE_NOOP("BrowseColumns", "Lapses"),
    CardColumn.FLAG: QT_TRANSLATE_NOOP("BrowseColumns", "Flag"),
    CardColumn.SECTION: QT_TRANSLATE_NOOP("BrowseColumns", "Section"),
    CardColumn.EVIDENCE: QT_TRANSLATE_NOOP("BrowseColumns", "Evidence"),
    CardColumn.ADDED: QT_TRANSLATE_NOOP("BrowseColumns", "Added"),
    CardColumn.EDITED: QT_TRANSLATE_NOOP("BrowseColumns", "Edited"),
    CardColumn.NOTE_TYPE: QT_TRANSLATE_NOOP("BrowseColumns", "Note type"),
    CardColumn.CARD: QT_TRANSLATE_NOOP("BrowseColumns", "Card"),
}

_NOTE_TYPES = {
    NoteType.BASIC: QT_TRANSLATE_NOOP("BrowseColumns", "Basic"),
    NoteType.REVERSED: QT_TRANSLATE_NOOP("BrowseColumns", "Both directions"),
    NoteType.TERM: QT_TRANSLATE_NOOP("BrowseColumns", "Term"),
    NoteType.CLOZE: QT_TRANSLATE_NOOP("BrowseColumns", "Cloze"),
    NoteType.MULTIPLE_CHOICE: QT_TRANSLATE_NOOP("BrowseColumns", "Multiple choice"),
    NoteType.TYPED_ANSWER: QT_TRANSLATE_NOOP("BrowseColumns", "Typed answer"),
    NoteType.CLAIM: QT_TRANSLATE_NOOP("BrowseColumns", "Claim"),
    NoteType.DIAGRAM: QT_TRANSLATE_NOOP("BrowseColumns", "Diagram"),
    NoteType.CUSTOM: QT_TRANSLATE_NOOP("BrowseColumns", "Custom type"),
}

NUMERIC_COLUMNS = frozenset(
    {
        CardColumn.INTERVAL, CardColumn.STABILITY, CardColumn.DIFFICULTY, CardColumn.RETRIEVABILITY,
        CardColumn.REVIEWS, CardColumn.LAPSES,
    }
)  # fmt: skip
"""Columns with numbers, which are aligned at the right."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("BrowseColumns", text)


def heading(column: CardColumn, *, of_notes: bool = False) -> str:
    """Return the heading of a column."""
    if of_notes and column is CardColumn.CARD:
        return QCoreApplication.translate("BrowseColumns", "Cards")
    return _tr(_HEADINGS[column])


class CellFormatter:
    """Formats values on a study day, in the language of the window and those of the cards."""

    def __init__(self, languages: CardLanguages, title_by_deck: Mapping[str, str], day: int) -> None:
        self._languages, self._title_by_deck, self._day = languages, title_by_deck, day
        self._locale = QLocale()

    def format_cell(self, row: BrowseRow, column: CardColumn) -> str:
        """Return the text of a cell; empty if there is nothing to show."""
        match column:
            case CardColumn.QUESTION:
                return row.question
            case CardColumn.ANSWER:
                return row.answer
            case CardColumn.DECK:
                return self._title_by_deck.get(row.card_id.deck_id, row.card_id.deck_id)
            case CardColumn.TAGS:
                return ", ".join(row.tags)
            case CardColumn.DUE:
                return self._format_due(row)
            case CardColumn.FLAG:
                return formatting.format_flag_name(row.flag)
            case CardColumn.SECTION:
                return formatting.format_section(row.section)
            case CardColumn.EVIDENCE:
                return evidence_caption(row.evidence, self._languages) if row.evidence else ""
            case CardColumn.ADDED:
                return self._format_date(row.added_at * 1000)
            case CardColumn.EDITED:
                return self._format_date(row.edited_at * 1000)
            case CardColumn.NOTE_TYPE:
                return (
                    _tr(_NOTE_TYPES[row.note_type]) if isinstance(row.note_type, NoteType) else row.note_type
                )
            case CardColumn.CARD:
                return self._format_card(row)
            case _:
                return self._format_number(row, column)

    def _format_number(self, row: BrowseRow, column: CardColumn) -> str:
        match column:
            case CardColumn.INTERVAL:
                return "" if row.interval is None else formatting.format_days(round(row.interval))
            case CardColumn.STABILITY:
                return "" if row.stability is None else formatting.format_days(round(row.stability))
            case CardColumn.DIFFICULTY:
                return "" if row.difficulty is None else self._locale.toString(row.difficulty, "f", 1)
            case CardColumn.RETRIEVABILITY:
                return "" if row.retrievability is None else f"{row.retrievability:.0%}"
            case CardColumn.REVIEWS:
                return self._locale.toString(row.reviews)
            case CardColumn.LAPSES:
                return self._locale.toString(row.lapses)
            case _:
                raise ValueError(column)

    def _format_due(self, row: BrowseRow) -> str:
        if row.due_at is not None:
            today = calendar_date(self._day)
            is_today = QDateTime.fromMSecsSinceEpoch(row.due_at).date() == QDate(
                today.year, today.month, today.day
            )
            return formatting.format_time_of_day(row.due_at) if is_today else self._format_date(row.due_at)
        if row.due_day is not None:
            return formatting.format_study_day(row.due_day)
        return QCoreApplication.translate("BrowseColumns", "New")

    def _format_date(self, at: int) -> str:
        return self._locale.toString(QDateTime.fromMSecsSinceEpoch(at).date(), QLocale.FormatType.ShortFormat)

    def _format_card(self, row: BrowseRow) -> str:
        if row.card_count > 1:
            return self._locale.toString(row.card_count)
        if row.kind in (CardKind.TRANSLATE, CardKind.RECALL, CardKind.DEFINE):
            return card_caption(row.kind, self._languages)
        number = self._locale.toString(row.card_id.ordinal)
        if row.kind is CardKind.CLOZE:
            return QCoreApplication.translate("BrowseColumns", "Cloze {number}").format(number=number)
        return QCoreApplication.translate("BrowseColumns", "Card {number}").format(number=number)

    def format_states(self, row: BrowseRow) -> list[str]:
        """Return the flag and the states of a row in words."""
        states = (
            (bool(row.flag), formatting.format_flag_name(row.flag)),
            (row.is_suspended, QCoreApplication.translate("BrowseColumns", "Suspended")),
            (row.is_buried, QCoreApplication.translate("BrowseColumns", "Buried until tomorrow")),
            (row.is_leech, QCoreApplication.translate("BrowseColumns", "Leech")),
        )
        return [name for applies, name in states if applies]
