"""Marking what distinguishes two cards that are shown side by side."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from studyapp.core.rendering.face_html import ANSWER_ANCHOR_NAME
from studyapp.core.text.text_difference import PartKind, TextPart, compare_closely
from studyapp.ui.card.card_view import CardView
from studyapp.ui.card.document.card_typesetting import find_anchor
from studyapp.ui.kit import theme

_MIN_SAME_SHARE = 0.4
"""Sides of cards that have less in common are not marked: nearly everything would be."""


class _Side(NamedTuple):
    """The text of the question or the answer, and where it starts in the document."""

    start: int
    text: str


def mark_differences(first: CardView, second: CardView) -> None:
    """Underline and tint the parts of the question and of the answer that only one of two cards has."""
    marks: tuple[list[_Side], list[_Side]] = ([], [])
    for first_side, second_side in zip(_sides_of(first), _sides_of(second), strict=False):
        parts = compare_closely(first_side.text, second_side.text)
        if _same_share(parts) >= _MIN_SAME_SHARE:
            marks[0].extend(_ranges(parts, PartKind.REMOVED, first_side.start))
            marks[1].extend(_ranges(parts, PartKind.ADDED, second_side.start))
    for view, ranges in zip((first, second), marks, strict=True):
        view.setExtraSelections([_create_mark(view, one) for one in ranges])


def _sides_of(view: CardView) -> list[_Side]:
    """Return the question and the answer; only one side if the answer is not marked in the HTML."""
    text = view.document().toPlainText()
    answer_start = find_anchor(view.document(), ANSWER_ANCHOR_NAME)
    if answer_start is None:
        return [_Side(0, text)]
    encoded = text.encode("utf-16-le")
    question, answer = encoded[: 2 * answer_start], encoded[2 * answer_start :]
    return [_Side(0, question.decode("utf-16-le")), _Side(answer_start, answer.decode("utf-16-le"))]


def _same_share(parts: Iterable[TextPart]) -> float:
    lengths = [
        (2 * len(part.text) if part.kind is PartKind.SAME else len(part.text), part.kind) for part in parts
    ]
    total = sum(length for length, _ in lengths)
    return sum(length for length, kind in lengths if kind is PartKind.SAME) / total if total else 1


def _ranges(parts: Iterable[TextPart], kind: PartKind, start: int) -> Iterable[_Side]:
    """Yield the parts of this kind with their places. The parts of the other text don't count."""
    position = start
    for part in parts:
        if part.kind is kind:
            yield _Side(position, part.text)
        if part.kind in (kind, PartKind.SAME):
            position += _length_in_qt(part.text)


def _length_in_qt(text: str) -> int:
    """Return the length of a text in UTF-16 code units, by which Qt counts."""
    return len(text.encode("utf-16-le")) // 2


def _create_mark(view: CardView, part: _Side) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    cursor = QTextCursor(view.document())
    cursor.setPosition(part.start)
    cursor.setPosition(part.start + _length_in_qt(part.text), QTextCursor.MoveMode.KeepAnchor)
    colours = theme.current_colours()
    char_format = QTextCharFormat()
    char_format.setBackground(QColor(colours.bannerBackground))
    char_format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    char_format.setUnderlineColor(QColor(colours.hard))
    mark.cursor, mark.format = cursor, char_format
    return mark
