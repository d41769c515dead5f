"""Finding what a browser shows of the HTML of a field.

The parser knows the HTML that Markdown can express. Everything else makes the result incomplete: other tags and attributes, among them
those that hide text or set its direction, comments, and tags without an end, which a browser repairs in ways of its own.
"""

import re
from collections import Counter
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

from studyapp.anki.field_markdown.shown_content import (
    NO_MARKS,
    OBJECT_PLACEHOLDER,
    Block,
    Line,
    Marks,
    ShownContent,
    TextRun,
    collapse_spaces,
)

_MARK_BY_TAG = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "s": "s", "strike": "s", "del": "s", "code": "code",
}  # fmt: skip
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_WITH_MARGIN = _HEADINGS | {"p", "ul", "ol", "blockquote", "pre", "table", "hr"}
_CONTAINERS = _HEADINGS | {"ul", "ol", "li", "blockquote", "pre", "table", "tr", "td", "th"}
"""Elements whose lines belong together."""

_BLOCKS = _WITH_MARGIN | _CONTAINERS | {"div"}
_OTHER_BLOCKS = {
    "address", "article", "aside", "caption", "center", "dd", "details", "dl", "dt", "figcaption", "figure", "footer", "form", "header",
    "main", "nav", "section", "summary", "tfoot",
}  # fmt: skip
_NEUTRAL = {"span", "font", "html", "body", "thead", "tbody"}
_VOID = {
    "br",
    "hr",
    "img",
    "input",
    "source",
    "wbr",
    "embed",
    "area",
    "col",
    "track",
    "base",
    "link",
    "meta",
    "param",
}
_EMPTY_IF_NO_LINES = {"li", "td", "th"}
_WITHOUT_OWN_TEXT = {"table", "tbody", "thead", "tr"}
_SKIPPED = {"script", "style", "head", "title", "template"}
_END_MAY_BE_MISSING = ("p", "li")
_ATTRIBUTES_BY_TAG = {"img": {"src"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}}
_MEANINGLESS_IF_EMPTY = {"style", "class", "alt"}
_CLOZE_ATTRIBUTES = ({"class": "blank"}, {"class": "filled"})
_LIST_START = re.compile("[0-9]{1,9}")
_COMMENT_OR_DECLARATION = re.compile("<[!?]")
_ANY_TAG = re.compile(r"<[^<>]*>")


def parse_shown_content(html: str, *, with_deletions: bool = False) -> ShownContent:
    """Return what a browser shows of some HTML.

    With `with_deletions`, the elements of the class `blank` or `filled` are cloze deletions.
    """
    has_comment = _COMMENT_OR_DECLARATION.search(html) is not None
    parser = _ContentParser(with_deletions=with_deletions, is_complete=not has_comment)
    try:
        parser.feed(html.replace("\r\n", "\n"))
        parser.close()
    except AssertionError:  # html.parser raises this on a malformed declaration
        text = TextRun(_ANY_TAG.sub(" ", html))
        return ShownContent((Line(0, (), collapse_spaces([text])),), is_complete=False)
    return parser.result()


class _Element(NamedTuple):
    """An open element, with the marks and blocks that apply in it. `first_line` is the number of lines before it."""

    tag: str
    marks: Marks
    blocks: tuple[Block, ...]
    first_line: int


class _ContentParser(HTMLParser):
    def __init__(self, *, with_deletions: bool, is_complete: bool) -> None:
        super().__init__()
        self._with_deletions = with_deletions
        self._is_complete = is_complete
        self._open = [_Element("", NO_MARKS, (), 0)]
        self._serials: Counter[str] = Counter()
        self._next_numbers: dict[Block, int] = {}
        self._lines: list[Line] = []
        self._runs: list[TextRun] = []
        self._gap = 0
        self._margin = 0
        self._is_at_start_of_pre = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {
            name: value or "" for name, value in attributes if value or name not in _MEANINGLESS_IF_EMPTY
        }
        mark = self._mark(tag, values)
        # If an attribute is repeated, a browser uses the first value.
        has_unique_names = len({name for name, _ in attributes}) == len(attributes)
        self._is_complete &= has_unique_names and self._is_expressible(tag, values)
        self._is_at_start_of_pre = tag == "pre"
        if tag == "br":
            self._break_line()
        elif tag == "img":
            self._add_text(OBJECT_PLACEHOLDER, f"img {unquote(values.get('src', ''))}")
        elif tag in _BLOCKS or tag in _OTHER_BLOCKS:
            self._open_block(tag, values)
        elif tag not in _VOID:
            outer = self._open[-1]
            marks = outer.marks | {mark} if mark else outer.marks
            self._open.append(_Element(tag, marks, outer.blocks, len(self._lines)))

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in _VOID:
            self._is_complete = False  # a browser ignores the slash
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._is_at_start_of_pre = False
        open_tags = [element.tag for element in self._open]
        if tag not in open_tags:
            self._is_complete = False
            return
        while self._open[-1].tag != tag:
            self._is_complete &= self._open[-1].tag in _END_MAY_BE_MISSING
            self._close_element()
        self._close_element()

    def handle_data(self, data: str) -> None:
        if any(element.tag in _SKIPPED for element in self._open):
            return
        if self._open[-1].tag in _WITHOUT_OWN_TEXT and data.strip():
            self._is_complete = False  # a browser moves it out of the table
        if not self._is_in_pre():
            self._add_text(data)
            return
        first, *others = (data.removeprefix("\n") if self._is_at_start_of_pre else data).split("\n")
        self._is_at_start_of_pre = False
        self._add_text(first)
        for text in others:
            self._break_line()
            self._add_text(text)

    def result(self) -> ShownContent:
        """Return the parsed lines. Call this after feeding all of the HTML."""
        self._end_line()
        if self._gap:
            self._lines.append(Line(self._gap, (), ()))
        return ShownContent(tuple(self._lines), self._is_complete and len(self._open) == 1)

    def _mark(self, tag: str, attributes: dict[str, str]) -> str:
        """Return the mark that a tag gives to its text, or '' for none."""
        if self._is_deletion(tag, attributes):
            return attributes["class"]
        if tag == "a" and "href" in attributes:
            return f"a {attributes['href']}"
        return "" if tag == "code" and self._is_in_pre() else _MARK_BY_TAG.get(tag, "")

    def _is_expressible(self, tag: str, attributes: dict[str, str]) -> bool:
        """Return whether Markdown can express a tag, here and with these attributes."""
        if self._is_deletion(tag, attributes):
            return True
        if tag == "a":
            is_nested = any(mark.startswith("a ") for mark in self._open[-1].marks)
            return [*attributes] == ["href"] and not is_nested
        if tag in _HEADINGS and any(block.tag in _HEADINGS for block in self._open[-1].blocks):
            return False
        is_known = tag in _MARK_BY_TAG or tag in _BLOCKS or tag in _NEUTRAL or tag in ("br", "img")
        return is_known and not set(attributes) - _ATTRIBUTES_BY_TAG.get(tag, set())

    def _is_deletion(self, tag: str, attributes: dict[str, str]) -> bool:
        return self._with_deletions and tag == "span" and attributes in _CLOZE_ATTRIBUTES

    def _open_block(self, tag: str, attributes: dict[str, str]) -> None:
        if self._open[-1].tag == "p" or (tag == "li" and self._open[-1].tag == "li"):
            self._close_element()  # its end tag may be missing
        elif any(element.tag == "p" for element in self._open):
            self._is_complete = False
        self._end_line()
        if tag in _WITH_MARGIN and not (tag in ("ul", "ol") and self._is_in_list()):
            self._margin = 1
        outer = self._open[-1]
        blocks = outer.blocks
        if tag in _CONTAINERS:
            self._serials[tag] += 1
            blocks = (*blocks, Block(tag, self._serials[tag], self._label(tag, attributes)))
        if tag == "ol":
            start = attributes.get("start", "1")
            self._is_complete &= _LIST_START.fullmatch(start) is not None
            self._next_numbers[blocks[-1]] = int(start) if _LIST_START.fullmatch(start) else 1
        if tag == "hr":
            self._add_text(OBJECT_PLACEHOLDER, "hr")
            self._end_line()
            self._margin = 1
            return
        self._open.append(_Element(tag, outer.marks, blocks, len(self._lines)))

    def _label(self, tag: str, attributes: dict[str, str]) -> str:
        if tag != "li":
            return attributes.get("align", "")
        parent = self._open[-1]
        if parent.tag not in ("ul", "ol"):
            self._is_complete = False
        if parent.tag != "ol":
            return ""
        number = self._next_numbers[parent.blocks[-1]]
        self._next_numbers[parent.blocks[-1]] += 1
        return str(number)

    def _close_element(self) -> None:
        element = self._open[-1]
        if element.tag in _BLOCKS or element.tag in _OTHER_BLOCKS:
            self._end_line()
            if element.tag in _EMPTY_IF_NO_LINES and len(self._lines) == element.first_line:
                self._add_line(())
        self._open.pop()
        if element.tag in _WITH_MARGIN and not (element.tag in ("ul", "ol") and self._is_in_list()):
            self._margin = 1

    def _add_text(self, text: str, mark: str = "") -> None:
        marks = self._open[-1].marks
        self._runs.append(TextRun(text, marks | {mark} if mark else marks, self._is_in_pre()))

    def _break_line(self) -> None:
        """End the line at a line break. A line break with nothing before it makes an empty line."""
        if self._end_line():
            return
        if self._is_in_pre():
            self._add_line(())
        else:
            self._add_margin()
            self._gap += 1

    def _end_line(self) -> bool:
        """End the line. Return whether it shows anything."""
        runs = collapse_spaces(self._runs)
        self._runs.clear()
        if runs:
            self._add_line(runs)
        return bool(runs)

    def _add_line(self, runs: tuple[TextRun, ...]) -> None:
        self._add_margin()
        self._lines.append(Line(self._gap, self._open[-1].blocks, runs))
        self._gap = 0

    def _add_margin(self) -> None:
        """Count the margin since the last line. A margin at the start is not visible."""
        self._gap += self._margin if self._lines or self._gap else 0
        self._margin = 0

    def _is_in_pre(self) -> bool:
        return any(block.tag == "pre" for block in self._open[-1].blocks)

    def _is_in_list(self) -> bool:
        return any(block.tag in ("ul", "ol") for block in self._open[-1].blocks)
