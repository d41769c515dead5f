"""Where the parts of a tree stand on its sheet, in points; whoever draws it only fills in."""

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
"""How high a line is."""

_LETTER_WIDTH = 6.1
"""About the width of a Latin letter in a label."""

_LABEL_POSITION = 0.56
"""Where on its arrow a label stands: nearer to the end, where arrows of one start are apart."""


@dataclass(frozen=True, slots=True)
class ArrowLine:
    """An arrow from edge to edge, and the middle of its label."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def label_center(self) -> tuple[float, float]:
        """The middle of its label."""
        return self.x1 + (self.x2 - self.x1) * _LABEL_POSITION, self.y1 + (
            self.y2 - self.y1
        ) * _LABEL_POSITION

    @property
    def arrowhead(self) -> tuple[tuple[float, float], ...]:
        """The corners of the arrow's head."""
        angle = math.atan2(self.y2 - self.y1, self.x2 - self.x1)
        back = [angle + math.pi + turn for turn in (0.42, -0.42)]
        return (
            (self.x2, self.y2),
            *((self.x2 + 8 * math.cos(way), self.y2 + 8 * math.sin(way)) for way in back),
        )


class TreeLayout:
    """A tree laid out for the languages chosen: boxes as high as the fullest, rows as far apart as the longest
    label wants."""

    def __init__(self, tree: TreeDrawing, languages: CardLanguages) -> None:
        self._choice = languages
        self._boxes = {box.id: box for box in tree.boxes}
        self._rows = max(box.row for box in tree.boxes) + 1
        self.box_height = 12 + BOX_LINE_HEIGHT * max(len(self.box_lines(box)) for box in tree.boxes)
        self._gap = 30 + LABEL_LINE_HEIGHT * max(
            (len(self.label_lines(arrow)) for arrow in tree.arrows), default=1
        )
        self.width = (max(box.column for box in tree.boxes) + 1) * COLUMN_WIDTH

    @property
    def height(self) -> float:
        """Of the whole sheet."""
        return self._rows * self.box_height + (self._rows - 1) * self._gap + 2 * MARGIN

    def top_left(self, box: Box) -> tuple[float, float]:
        """The upper left corner of a box."""
        left = box.column * COLUMN_WIDTH + (COLUMN_WIDTH - BOX_WIDTH) / 2
        return left, box.row * (self.box_height + self._gap) + MARGIN

    def arrow_line(self, arrow: Arrow) -> ArrowLine:
        """An arrow from below its start to above its end, or from side to side in one row."""
        start, end = self._boxes[arrow.start], self._boxes[arrow.end]
        (x1, y1), (x2, y2) = self.top_left(start), self.top_left(end)
        if start.row == end.row:
            x1, x2 = (x1 + BOX_WIDTH, x2) if start.column <= end.column else (x1, x2 + BOX_WIDTH)
            return ArrowLine(x1, y1 + self.box_height / 2, x2, y1 + self.box_height / 2)
        y1, y2 = (y1 + self.box_height, y2) if start.row < end.row else (y1, y2 + self.box_height)
        return ArrowLine(x1 + BOX_WIDTH / 2, y1, x2 + BOX_WIDTH / 2, y2)

    def box_lines(self, box: Box) -> list[tuple[str, bool]]:
        """What a box says, line by line, and whether it is its label."""
        texts = [(box.label, True), (box.date, False), (box.kind, False)]
        return [(words, strong) for text, strong in texts if text for words in self.version_texts(text)]

    def label_lines(self, arrow: Arrow) -> list[str]:
        """What an arrow says, on lines as short as its label is narrow."""
        versions = self.version_texts(arrow.label) if arrow.label else []
        return [row for words in versions for row in wrap_text(words, LABEL_WIDTH, _LETTER_WIDTH)]

    def version_texts(self, text: LocalizedText) -> list[str]:
        """A text in each of the languages chosen."""
        return list(dict.fromkeys(words for _, words in text.versions_for(self._choice)))


def wrap_text(words: str, width: float, letter_width: float) -> list[str]:
    """The words on lines of at most `width`, where a Latin letter is about `letter` wide and a Chinese one
    nearly twice that. Chinese may break anywhere, Latin at blanks and hyphens."""
    lines, room = [""], width
    for piece in _breakable_pieces(words):
        wide = _text_width(piece, letter_width)
        if wide > room and lines[-1].strip():
            lines.append("")
            room, piece = width, piece.lstrip()
        lines[-1] += piece
        room -= wide
    return [text.strip() for text in lines if text.strip()]


def _breakable_pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for letter in text:
        joins = pieces and not _is_wide(letter) and not _is_wide(pieces[-1][-1]) and letter != " "
        closing = pieces and letter in "，。、；：）」』！？"
        if (joins and not pieces[-1].endswith("-")) or closing:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _text_width(text: str, letter_width: float) -> float:
    return sum(letter_width * (1.85 if _is_wide(each) else 1.0) for each in text)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"
