"""Converts the HTML of a card to lines of text for screen readers."""

import re
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

from studyapp.core.rendering.drawings.drawing_text import HIDDEN_PLACEHOLDER
from studyapp.core.rendering.image_occlusion import decode_masked_image
from studyapp.core.rendering.screen_reader.reading_words import ReadingWords
from studyapp.core.rendering.screen_reader.table_reading import TableReading

_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "pre", "blockquote", "dt", "dd", "dl", "center",
}  # fmt: skip
_SPANS = {"span", "a", "rt"}
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
"""Characters that only control where lines break."""

_OPTION_LETTER = re.compile(r"(\w+)\xa0\xa0 ")
_MARKED_PART = re.compile("»([^«]*)«")
_PLAY_MARK, _ELLIPSIS = "▶", "…"


class HtmlReading(NamedTuple):
    """The lines of a text, and the texts of its cloze deletions that are filled in."""

    lines: list[str]
    filled: list[str]


def read_html(html: str, words: ReadingWords) -> HtmlReading:
    """Read the HTML of one side of a card (see `Face`). What the learner typed is left out."""
    reader = _HtmlReader(words)
    reader.feed(html)
    reader.close()
    reader.end_line()
    return HtmlReading(reader.lines, reader.filled)


class _Span(NamedTuple):
    """An element within a line: its tag, its class, the target of its link, and where it starts in the line."""

    tag: str
    css_class: str
    link: str
    start: int


class _HtmlReader(HTMLParser):
    def __init__(self, words: ReadingWords) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.filled: list[str] = []
        self._words = words
        self._line = ""
        self._block_classes: list[str] = []
        self._spans: list[_Span] = []
        self._list_numbers: list[int | None] = []
        self._is_preformatted = False
        self._table: TableReading | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "img":
            self._add_image(attributes.get("src", ""), attributes.get("alt", ""))
        elif tag in _SPANS:
            css_class, link = attributes.get("class", ""), attributes.get("href", "")
            self._spans.append(_Span(tag, css_class, link, len(self._line)))
        elif tag in _BLOCKS:
            self._start_block(tag, attributes)
        elif tag in ("br", "hr"):
            self.end_line()
        elif tag == "sup" and self._line[-1:].isalnum():
            self._line += "^"
        else:
            self._start_table_part(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SPANS:
            if self._spans:
                self._end_span(self._spans.pop())
        elif tag in _BLOCKS:
            self._end_block(tag)
        else:
            self._end_table_part(tag)

    def handle_data(self, data: str) -> None:
        text = data.translate(_INVISIBLE)
        if not self._is_preformatted:
            self._line += text.replace("\n", " ")
            return
        for index, line in enumerate(text.split("\n")):
            if index:
                self.end_line()
            self._line += line

    def end_line(self) -> None:
        """Finish the current line."""
        line = _OPTION_LETTER.sub(r"\1: ", self._line, count=1)
        line = line.rstrip() if self._is_preformatted else " ".join(line.split())
        line = line.replace(HIDDEN_PLACEHOLDER, self._words.blank)
        self._line = ""
        css_class = self._block_classes[-1] if self._block_classes else ""
        if not line.strip() or (css_class == "typed" and line[-1] in "✓✗↓"):
            return
        if css_class == "picked":
            line = self._words.picked_mark.format(line)
        if self._table is not None:
            self._table.add_text(line)
        else:
            self.lines.append(line)

    def _start_block(self, tag: str, attributes: dict[str, str]) -> None:
        self.end_line()
        self._block_classes.append(attributes.get("class", ""))
        if tag == "ol":
            start = attributes.get("start", "")
            self._list_numbers.append(int(start) if start.isdecimal() else 1)
        elif tag == "ul":
            self._list_numbers.append(None)
        elif tag == "li" and self._list_numbers:
            number = self._list_numbers[-1]
            if number is not None:
                self._line = f"{number}. "
                self._list_numbers[-1] = number + 1
        elif tag == "pre":
            self._line = self._words.code
            self.end_line()
            self._is_preformatted = True

    def _end_block(self, tag: str) -> None:
        self.end_line()
        if self._block_classes:
            self._block_classes.pop()
        if tag in ("ol", "ul") and self._list_numbers:
            self._list_numbers.pop()
        elif tag == "pre":
            self._is_preformatted = False

    def _end_span(self, span: _Span) -> None:
        text = self._line[span.start :]
        replacement = text
        if span.tag == "rt":
            replacement = f" ({text}) "
        elif span.css_class == "filled":
            self.filled.append(" ".join(text.split()))
        elif span.css_class == "blank":
            hint = text.strip().removeprefix("[").removesuffix("]")
            replacement = self._words.blank if hint == _ELLIPSIS else self._words.blank_with_hint.format(hint)
        elif span.link.startswith("sound:"):
            label = text.replace(_PLAY_MARK, "").strip()
            replacement = self._words.sound.format(label or re.split("[:/]", unquote(span.link))[-1])
        elif span.link.startswith("speech:"):
            replacement = unquote(span.link.partition("/")[2])
        self._line = self._line[: span.start] + replacement

    def _add_image(self, source: str, alt_text: str) -> None:
        if source.startswith("formula:"):
            self._line += alt_text.replace(f"[{_ELLIPSIS}]", self._words.blank)
        elif source.startswith("drawing:"):
            self.filled += _MARKED_PART.findall(alt_text)
            for line in _MARKED_PART.sub(r"\1", alt_text).splitlines():
                self._line = line
                self.end_line()
        else:
            words = self._words
            description = words.picture.format(alt_text) if alt_text else words.picture_without_description
            masked_image = decode_masked_image(source)
            if masked_image is not None and any(
                mask.is_target and not mask.shape.endswith("-outline") for mask in masked_image.masks
            ):
                description = f"{description}, {words.hidden_part}"
            self.end_line()
            self._line = description
            self.end_line()

    def _start_table_part(self, tag: str) -> None:
        if tag == "table":
            self.end_line()
            self._table = TableReading()
        elif self._table is not None and tag == "tr":
            self._table.start_row()
        elif self._table is not None and tag in ("td", "th"):
            self._table.start_cell(is_header=tag == "th")

    def _end_table_part(self, tag: str) -> None:
        if self._table is None or tag not in ("td", "th", "tr", "table"):
            return
        self.end_line()
        if tag == "tr":
            self._table.end_row()
        elif tag == "table":
            self.lines += filter(None, self._table.lines())
            self._table = None
