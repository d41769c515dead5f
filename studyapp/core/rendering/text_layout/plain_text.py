"""The HTML of a card as plain text, laid out in lines: for lists, exports of text, searches and the terminal."""

import re
from collections.abc import Callable
from typing import NamedTuple

from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.sounds import describe_sounds
from studyapp.core.text.speech import describe_speech

_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_LEFTOVER_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"""([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_FORMULA_SOURCE = re.compile(r"formula:([di]):")
_LINE_BREAK_IN_TEXT = re.compile(r"[ \t\f\r]*\n[ \t\f\r\n]*")
_SPACES = " \t\n\f\r"
"""White space that HTML doesn't show at the edges of lines. A no-break space isn't among it."""

_BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_CELL_TAGS = frozenset({"td", "th"})
_LIST_TAGS = frozenset({"ol", "ul"})
_ROMAN_DIGITS = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MAX_ROMAN = 399


def html_to_text(html: str, bullet: str = "• ") -> str:
    """Convert the HTML of a card to plain text.

    Each block starts a new line, and so does each line of code, with its indentation and its blank lines. List items
    have their bullets and numbers, quotes a `>`. The cells of a table row are separated by tabs. Formulas are written as
    their LaTeX source, images and sounds as their descriptions. No-break spaces are kept. `bullet` stands in
    front of the items of a list without numbers.
    """
    return _TextLayout(bullet).convert(describe_speech(describe_sounds(html)))


class _Prefix:
    """The prefixes of the lines in a list item or a quote: of the first line, and of the others."""

    def __init__(self, first: str, others: str) -> None:
        self.first, self.others = first, others
        self.is_first_line = True

    def take(self) -> str:
        """Return the prefix of the next line."""
        prefix = self.first if self.is_first_line else self.others
        self.is_first_line = False
        return prefix


class _List(NamedTuple):
    """An open list. `style` is how its items are numbered, as in HTML, or empty for bullets."""

    style: str
    next_number: list[int]


class _TextLayout:
    """The lines of text before the current position in the HTML, and the elements that are open there."""

    def __init__(self, bullet: str) -> None:
        self._bullet = bullet
        self._lines: list[str] = []
        self._line = ""
        self._prefixes: list[_Prefix] = []
        self._lists: list[_List] = []
        self._code_depth = self._cell_depth = self._cells_in_row = 0

    def convert(self, html: str) -> str:
        """Return the text of the HTML."""
        position = 0
        for tag in _TAG.finditer(html):
            self._add_text(html[position : tag.start()])
            position = tag.end()
            name = tag[2].lower()
            if tag[1]:
                self._close(name)
            else:
                self._open(name, tag[3])
        self._add_text(html[position:])
        self._end_block()
        lines = self._lines
        while lines and not lines[-1]:
            lines.pop()
        start = next((index for index, line in enumerate(lines) if line), 0)
        return "\n".join(lines[start:])

    def _add_text(self, html: str) -> None:
        if not html:
            return
        text = unescape_entities(_LEFTOVER_TAG.sub("", html))
        if self._code_depth and not self._cell_depth:
            first, *others = text.split("\n")
            self._line += first
            for line in others:
                self._end_line()
                self._line = line
            return
        text = _LINE_BREAK_IN_TEXT.sub(" ", text)
        self._line += text if self._line.strip(_SPACES) else text.lstrip(_SPACES)

    def _open(self, name: str, attributes: str) -> None:
        if name == "br":
            self._break_line()
        elif name == "img":
            self._add_image(attributes)
        elif name in _CELL_TAGS:
            if self._cells_in_row:
                self._line = self._line.rstrip(" ") + "\t"
            self._cells_in_row += 1
            self._cell_depth += 1
        elif name in _BLOCK_TAGS:
            self._end_block()
            self._open_block(name, attributes)

    def _open_block(self, name: str, attributes: str) -> None:
        match name:
            case "pre":
                self._code_depth += 1
            case "tr":
                self._cells_in_row = 0
            case "blockquote":
                self._prefixes.append(_Prefix("> ", "> "))
            case "ol" | "ul":
                values = _attributes(attributes)
                style = values.get("type", "1") if name == "ol" else ""
                self._lists.append(_List(style, [_to_number(values.get("start", ""), 1)]))
            case "li" if not self._cell_depth:
                mark = self._next_mark(attributes)
                self._prefixes.append(_Prefix(mark, " " * len(mark)))
            case "dd":
                self._prefixes.append(_Prefix("  ", "  "))

    def _close(self, name: str) -> None:
        if name in _CELL_TAGS:
            self._cell_depth = max(0, self._cell_depth - 1)
        elif name == "pre" and self._code_depth:
            if self._line.strip():
                self._end_block()
            self._line = ""
            self._code_depth -= 1
        elif name in _BLOCK_TAGS:
            self._close_block(name)

    def _close_block(self, name: str) -> None:
        self._end_block()
        if name in _LIST_TAGS and self._lists:
            self._lists.pop()
        elif name in ("li", "blockquote", "dd") and self._prefixes and not self._cell_depth:
            if name == "li" and self._prefixes[-1].is_first_line:
                self._end_line()
            self._prefixes.pop()
        elif name == "tr":
            self._cells_in_row = 0

    def _break_line(self) -> None:
        if self._cell_depth:
            self._line += " "
        else:
            self._end_line()

    def _end_block(self) -> None:
        """Start a new line unless the current one is empty. Within a table, blocks stay in the line of their row."""
        if self._cell_depth:
            if self._line and not self._line.endswith(("\t", " ")):
                self._line += " "
        elif self._line.strip(_SPACES):
            self._end_line()
        else:
            self._line = ""

    def _end_line(self) -> None:
        text = self._line.rstrip(_SPACES)
        if not (self._code_depth or self._cells_in_row):
            text = text.lstrip(_SPACES)
        prefix = "".join(prefix.take() for prefix in self._prefixes)
        self._lines.append(f"{prefix}{text}" if text.strip() else prefix.rstrip(" "))
        self._line = ""

    def _add_image(self, attributes: str) -> None:
        values = _attributes(attributes)
        description = unescape_entities(values.get("alt", ""))
        formula = _FORMULA_SOURCE.match(values.get("src", ""))
        if formula is not None:
            description = f"\\[{description}\\]" if formula[1] == "d" else f"\\({description}\\)"
        elif "\n" in description and not self._cell_depth:  # a drawing, which is laid out in lines
            self._code_depth += 1
            for line in description.split("\n"):
                self._line += line
                self._end_line()
            self._code_depth -= 1
            return
        self._line += " ".join(description.split("\n"))

    def _next_mark(self, attributes: str) -> str:
        """Return the bullet or the number of the next list item."""
        if not self._lists or not self._lists[-1].style:
            return self._bullet
        style, next_number = self._lists[-1]
        number = _to_number(_attributes(attributes).get("value", ""), next_number[0])
        next_number[0] = number + 1
        return f"{_format_number(number, style)}. "


def _attributes(text: str) -> dict[str, str]:
    return {name: double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(text)}


def _to_number(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default


def _format_number(number: int, style: str) -> str:
    formats: dict[str, Callable[[int], str]] = {"a": _to_letters, "i": _to_roman}
    convert = formats.get(style.lower())
    if convert is None or number < 1 or (style.lower() == "i" and number > _MAX_ROMAN):
        return str(number)
    return convert(number).upper() if style.isupper() else convert(number)


def _to_letters(number: int) -> str:
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters


def _to_roman(number: int) -> str:
    roman = ""
    for value, digits in _ROMAN_DIGITS:
        count, number = divmod(number, value)
        roman += digits * count
    return roman
