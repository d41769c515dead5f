"""Layout of tree drawings: the positions of boxes, arrows and labels, in points."""

import math
import unicodedata
from dataclasses import dataclass

from studyapp.core.notes.drawing import Arrow, Box, TreeDrawing
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

COLUMN_WIDTH = 172.0
BOX_WIDTH = 162.0
MARGIN = 6.0
LABEL_WIDTH = 92.0
BOX_LINE_HEIGHT, LABEL_LINE_HEIGHT = 16.5, 14.5
"""Line heights in points."""

_LETTER_WIDTH = 6.1
"""Approximate width of a Latin letter in a label, in points."""

_LABEL_POSITION = 0.56
"""Position of a label along its arrow, from 0 to 1. It is nearer to the end, where arrows from the same box are
farther apart."""


@dataclass(frozen=True, slots=True)
class ArrowLine:
    """The line of an arrow, from the edge of one box to the edge of another."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def label_center(self) -> tuple[float, float]:
        """The center of the label."""
        return self.x1 + (self.x2 - self.x1) * _LABEL_POSITION, self.y1 + (
            self.y2 - self.y1
        ) * _LABEL_POSITION

    @property
    def arrowhead(self) -> tuple[tuple[float, float], ...]:
        """The corners of the arrowhead."""
        angle = math.atan2(self.y2 - self.y1, self.x2 - self.x1)
        directions = [angle + math.pi + turn for turn in (0.42, -0.42)]
        return (
            (self.x2, self.y2),
            *(
                (self.x2 + 8 * math.cos(direction), self.y2 + 8 * math.sin(direction))
                for direction in directions
            ),
        )


class TreeLayout:
    """The layout of a tree in some languages. All boxes are as high as the one with most lines; rows are spaced for
    the longest label."""

    def __init__(self, tree: TreeDrawing, languages: CardLanguages) -> None:
        self._languages = languages
        self._boxes = {box.id: box for box in tree.boxes}
        self._rows = max(box.row for box in tree.boxes) + 1
        self.box_height = 12 + BOX_LINE_HEIGHT * max(len(self.box_lines(box)) for box in tree.boxes)
        self._gap = 30 + LABEL_LINE_HEIGHT * max(
            (len(self.label_lines(arrow)) for arrow in tree.arrows), default=1
        )
        self.width = (max(box.column for box in tree.boxes) + 1) * COLUMN_WIDTH

    @property
    def height(self) -> float:
        """The height of the whole drawing."""
        return self._rows * self.box_height + (self._rows - 1) * self._gap + 2 * MARGIN

    def top_left(self, box: Box) -> tuple[float, float]:
        """Return the top left corner of a box."""
        left = box.column * COLUMN_WIDTH + (COLUMN_WIDTH - BOX_WIDTH) / 2
        return left, box.row * (self.box_height + self._gap) + MARGIN

    def arrow_line(self, arrow: Arrow) -> ArrowLine:
        """Return the line of an arrow: between the facing horizontal edges of its boxes, or from side to side within
        a row."""
        start, end = self._boxes[arrow.start], self._boxes[arrow.end]
        (x1, y1), (x2, y2) = self.top_left(start), self.top_left(end)
        if start.row == end.row:
            x1, x2 = (x1 + BOX_WIDTH, x2) if start.column <= end.column else (x1, x2 + BOX_WIDTH)
            return ArrowLine(x1, y1 + self.box_height / 2, x2, y1 + self.box_height / 2)
        y1, y2 = (y1 + self.box_height, y2) if start.row < end.row else (y1, y2 + self.box_height)
        return ArrowLine(x1 + BOX_WIDTH / 2, y1, x2 + BOX_WIDTH / 2, y2)

    def box_lines(self, box: Box) -> list[tuple[str, bool]]:
        """Return the lines of a box, each with whether it belongs to the label."""
        texts = [(box.label, True), (box.date, False), (box.kind, False)]
        return [(line, is_label) for text, is_label in texts if text for line in self.version_texts(text)]

    def label_lines(self, arrow: Arrow) -> list[str]:
        """Return the lines of an arrow's label, wrapped to the width of labels."""
        versions = self.version_texts(arrow.label) if arrow.label else []
        return [line for version in versions for line in wrap_text(version, LABEL_WIDTH, _LETTER_WIDTH)]

    def version_texts(self, text: LocalizedText) -> list[str]:
        """Return the distinct versions of a text in the languages of the layout."""
        return list(dict.fromkeys(version for _, version in text.versions_for(self._languages)))


def wrap_text(text: str, width: float, letter_width: float) -> list[str]:
    """Wrap text to lines of at most `width`. A Latin letter is about `letter_width` wide, a Chinese character nearly
    twice as much. Chinese may break anywhere, Latin text at spaces and hyphens."""
    lines, remaining = [""], width
    for piece in _breakable_pieces(text):
        piece_width = _text_width(piece, letter_width)
        if piece_width > remaining and lines[-1].strip():
            lines.append("")
            remaining, piece = width, piece.lstrip()
        lines[-1] += piece
        remaining -= piece_width
    return [line.strip() for line in lines if line.strip()]


def _breakable_pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for character in text:
        joins_previous = (
            pieces and not _is_wide(character) and not _is_wide(pieces[-1][-1]) and character != " "
        )
        is_closing = pieces and character in "，。、；：）」』！？"
        if (joins_previous and not pieces[-1].endswith("-")) or is_closing:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _text_width(text: str, letter_width: float) -> float:
    return sum(letter_width * (1.85 if _is_wide(character) else 1.0) for character in text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
