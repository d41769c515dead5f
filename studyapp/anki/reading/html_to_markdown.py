"""HTML of a field in Anki to the Markdown of a deck file, and whether that says all of it."""

import re
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

from studyapp.core.rendering.markdown_rendering import to_html
from studyapp.core.text.html_entities import unescape, without_endless

_MARKS = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "s": "s", "strike": "s", "del": "s", "code": "code",
    "a": "a", "img": "img",
}  # fmt: skip
"""What Markdown can say within a line, under one name each."""

_LINES = {"p", "div", "br", "li", "ul", "ol", "tr", "table", "tbody", "thead", "blockquote", "pre", "hr"}
_LINES |= {f"h{level}" for level in range(1, 7)}
_TOLD = {"li", "blockquote", "pre", "hr", "td", "th", *(f"h{level}" for level in range(1, 7))}
"""What makes a line more than a line."""

_MEDIA = {"video", "audio", "iframe", "object", "embed", "svg", "input", "source"}
_STYLES = ("style", "color", "size", "face", "align", "width", "height", "class")
_WITHOUT_MEANING = {"span", "font", "html", "body"}
_LINE_END = re.compile(r"<br ?/?>|</div>\s*<div>|</?div>", re.IGNORECASE)
_MORE_THAN_LINES = re.compile(r"<(?!br ?/?>|/?div>)[a-zA-Z/!]", re.IGNORECASE)
"""Most fields are lines without any marks; they need no parser."""

_SPACES = re.compile(r"[ \t\n\r\xa0\u200b]+")


Piece = tuple[str, frozenset[str]]
"""Some words of a line, and what marks them."""

Lines = tuple[tuple[Piece, ...], ...]

_THING = "\ufffc"
"""In place of a picture or the like."""

_OPEN_END = re.compile(r"<(?!(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>)")
"""A tag without an end, over which the standard library's parser takes quadratic time."""

_ANY_TAG = re.compile(r"<[^<>]*>")
_EDGE_LINES = re.compile(r"^(?:\s*<br ?/?>)+")
_EITHER_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_NO_END = {"br", "hr", "img", "input", "source"}
_LONGEST, _LONGEST_CODE, _DEEPEST, _MOST_TAGS = 100_000, 5_000, 60, 4_000
"""Letters and tags of a field that are converted; a longer one stays what it is."""

_UNMARKED: frozenset[str] = frozenset()


class Converted(NamedTuple):
    """Markdown, and whether it says all that the HTML said."""

    words: str
    is_whole: bool


def markdown_of(html: str) -> Converted:
    """The Markdown of some HTML."""
    html = without_endless(_OPEN_END.sub("&lt;", html))
    if len(html) > (_LONGEST_CODE if "<pre" in html.lower() else _LONGEST) or _too_deep(html):
        return Converted(_escaped(unescape(_ANY_TAG.sub(" ", html))), is_whole=False)
    if not _MORE_THAN_LINES.search(html):
        lines = (_escaped(unescape(line)) for line in _LINE_END.split(_SPACES.sub(" ", html)))
        words = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    else:
        words = _converted(html)
    there = lines_of(html)
    here = lines_of(to_html(words))
    if there != here and _only_words(there) != _only_words(here):  # better plain than wrong
        words = "\n".join(_escaped("".join(piece for piece, _ in line).replace(_THING, "")) for line in there)
    return Converted(words, there == here)


def _too_deep(html: str) -> bool:
    """Whether more tags are open at once than anybody writes: the parsers look through all of them at each step."""
    depth = 0
    for tag in _EITHER_TAG.finditer(html):
        depth += -1 if tag[1] else tag[2].lower() not in _NO_END
        if depth > _DEEPEST:
            return True
    return len(_ANY_TAG.findall(html)) > _MOST_TAGS


def _converted(html: str) -> str:
    from bs4.exceptions import ParserRejectedMarkup
    from markdownify import MarkdownConverter  # with its parser, which only an import needs

    converter = MarkdownConverter(
        heading_style="atx", bullets="-", escape_misc=True, newline_style="backslash"
    )
    try:
        words = converter.convert(_one_line_each(html)).replace("\\\n", "\n")
    except (RecursionError, AssertionError, ParserRejectedMarkup, ValueError):  # it reads what is HTML at all
        return ""
    return re.sub(r"\n{3,}", "\n\n", words).strip()


def _only_words(lines: Lines) -> list[str]:
    return "".join(words for line in lines for words, _ in line).split()


def _one_line_each(html: str) -> str:
    """Anki's editor writes a line as a `div`; Markdown's is one that ends."""
    if "<pre" not in html.lower():
        html = _SPACES.sub(" ", html)
    lines = re.sub(
        r"\s{0,30}(?:</div>\s{0,30}<div[^<>]*>|</?div[^<>]*>)\s{0,30}", "<br>", html, flags=re.IGNORECASE
    )
    return _EDGE_LINES.sub("", lines)


def _escaped(words: str) -> str:
    """Plain words that Markdown shows as they are."""
    escaped = re.sub(r"([\\`*_\[\]~<&])", r"\\\1", _SPACES.sub(" ", words).strip())
    return re.sub(r"^(\d*)([#>+.)=-])", r"\1\\\2", escaped)


def lines_of(html: str) -> Lines:
    """What HTML says, whatever its tags: its lines, each of pieces of text with what marks them. A tag or a style that
    Markdown has not is a mark too."""
    parser = _Lines()
    try:
        parser.feed(html)
        parser.close()
    except AssertionError:  # the standard library's way of saying that a declaration is none
        parser = _Lines()
        parser.handle_data(_ANY_TAG.sub(" ", html))
    return parser.result()


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []
        self._lines: list[list[Piece]] = [[]]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self._lines.append([])
        mark = _mark(tag, {name: value or "" for name, value in attributes})
        if tag == "img":
            self._add(_THING, mark)
        elif tag in _MEDIA:
            self._add(_THING, f"{tag} {attributes}")
        elif tag == "hr":
            self._add("—", mark)
            self._lines.append([])
        elif tag != "br":
            self._open.append((tag, mark))

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES and tag not in ("br", "hr"):
            self._lines.append([])
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place]
                break

    def handle_data(self, data: str) -> None:
        if any(tag in ("script", "style") for tag, _ in self._open):
            return
        if any(tag == "pre" for tag, _ in self._open):
            for line in data.split("\n"):
                self._add(line, "")
                self._lines.append([])
        else:
            self._add(data, "")

    def _add(self, words: str, mark: str) -> None:
        marks = {mark, *(open_mark for _, open_mark in self._open)} - {""}
        if "pre" in marks:
            marks.discard("code")
        self._lines[-1].append((words, frozenset(marks)))

    def result(self) -> Lines:
        return tuple(filter(None, map(_joined, self._lines)))


def _mark(tag: str, attributes: dict[str, str]) -> str:
    style = " ".join(f"{name}={attributes[name]}" for name in _STYLES if attributes.get(name))
    style = f" style {style}" if style and tag not in ("td", "th") else ""
    if tag == "a":
        return f"a {attributes.get('href', '')}{style}"
    if tag == "img":
        return f"img {unquote(attributes.get('src', ''))}{style}"
    if tag in _MARKS:
        return _MARKS[tag] + style
    return style.strip() if tag in _WITHOUT_MEANING or tag in _LINES - _TOLD else tag + style


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbours with the same marks as one, with single blanks and none at the ends; nothing for an empty line.
    A blank at the edge of what is marked is not marked: nobody sees it."""
    apart: list[Piece] = []
    for words, marks in _merged(pieces):
        core = words.strip(" ")
        before, _, after = words.partition(core) if core else (" ", "", "")
        apart += [(blank, marks if blank is core else _UNMARKED) for blank in (before, core, after) if blank]
    line = [piece for piece in _merged(apart) if piece[0]]
    if line:
        line[0] = (line[0][0].lstrip(" "), line[0][1])
        line[-1] = (line[-1][0].rstrip(" "), line[-1][1])
    return tuple(piece for piece in line if piece[0])


def _merged(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for words, marks in pieces:
        words = _SPACES.sub(" ", words)
        if found and found[-1][0].endswith(" "):
            words = words.removeprefix(" ")
        if words and found and found[-1][1] == marks:
            found[-1] = (found[-1][0] + words, marks)
        elif words:
            found.append((words, marks))
    return found
