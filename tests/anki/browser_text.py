"""What a browser shows of HTML, written without StudyApp's code, to judge its conversions.

It follows the algorithm behind `innerText`, one character at a time, and remembers for each character everything around it that a reader
might notice: elements, their attributes, numbers of list items, and the position in tables.
"""

import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import quote, unquote

_SAME_LOOK = {"b": "strong", "i": "em", "strike": "s", "del": "s"}
_INVISIBLE_ELEMENTS = {"span", "font", "div", "p", "tbody", "thead"}
_MARGINS = {"p", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "hr"}
_BLOCKS = _MARGINS | {
    "div", "li", "tr", "td", "th", "tbody", "thead", "section", "center", "details", "summary", "dl", "dt", "dd", "caption",
}  # fmt: skip
_VOID = {"br", "hr", "img", "wbr", "input", "source"}
_NOT_SHOWN = {"script", "style"}


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str]
    children: "list[_Element | str]" = field(default_factory=list)


class ShownCharacter(NamedTuple):
    """A character and everything around it that a reader might notice."""

    character: str
    surroundings: tuple[str, ...]


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [_Element("", {})]
        self.oddities: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.open[-1].tag != tag:
            self.oddities.append(f"</{tag}> in <{self.open[-1].tag}>")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.oddities.append(f"<!--{data}-->")


class _Walker:
    def __init__(self) -> None:
        self.shown: list[ShownCharacter] = []
        self.pending_space: ShownCharacter | None = None
        self.is_line_empty = True
        self.margin = False
        self.counts: dict[str, int] = {}
        self.pending_markers: list[ShownCharacter] = []

    def start_line(self) -> None:
        """Show the margin above the line, which several blocks share, and then the markers and frames of items and cells."""
        if self.margin and self.shown:
            self.shown.append(ShownCharacter("\n", ()))
        self.margin = False
        self.shown += self.pending_markers
        self.pending_markers.clear()

    def put(self, character: ShownCharacter) -> None:
        self.start_line()
        if self.pending_space and not self.is_line_empty:
            self.shown.append(self.pending_space)
        self.pending_space = None
        self.shown.append(character)
        self.is_line_empty = False

    def line_break(self, surroundings: tuple[str, ...]) -> None:
        self.pending_space = None
        self.start_line()
        kept = tuple(each for each in surroundings if each.startswith("pre"))
        self.shown.append(ShownCharacter("\n", kept if self.is_line_empty else ()))
        self.is_line_empty = True

    def boundary(self, *, has_margin: bool) -> None:
        self.pending_space = None
        if not self.is_line_empty:
            self.shown.append(ShownCharacter("\n", ()))
        self.is_line_empty = True
        self.margin = self.margin or has_margin

    def walk(self, element: _Element, around: tuple[str, ...], parent: str, number: int) -> None:
        tag = _SAME_LOOK.get(element.tag, element.tag)
        inside = (*around, *self.describe(element, tag, around, parent, number))
        is_list = tag in ("ul", "ol")
        has_margin = tag in _MARGINS and not (is_list and any(each.startswith("li") for each in around))
        if tag in _BLOCKS:
            self.boundary(has_margin=has_margin)
        if tag in _NOT_SHOWN or tag in ("img", "hr", "wbr"):
            self.put(ShownCharacter(f"<{tag}>", inside))
        elif tag in ("li", "td", "th"):
            self.pending_markers.append(ShownCharacter(f"<{tag}>", inside))
        elif tag == "br":
            self.line_break(inside)
        first = int(element.attributes.get("start", "1")) if tag == "ol" else 1
        items = 0
        for index, child in enumerate([] if tag in _NOT_SHOWN else element.children):
            if isinstance(child, _Element):
                self.walk(child, inside, tag, first + items)
                items += child.tag == "li"
            else:
                text = child.removeprefix("\n") if tag == "pre" and index == 0 else child
                self.walk_text(text, inside)
        if tag in _BLOCKS:
            self.boundary(has_margin=has_margin)
        if tag in ("li", "td", "th") and self.pending_markers:
            self.start_line()

    def walk_text(self, text: str, around: tuple[str, ...]) -> None:
        is_preformatted = any(each.startswith("pre") for each in around)
        for character in text:
            looks_same = character.isspace() or unicodedata.category(character) == "Cf"
            surroundings = tuple(
                sorted({each for each in around if not (looks_same and each in ("strong", "em"))})
            )
            if is_preformatted and character == "\n":
                self.line_break(around)
            elif character in " \t\n" and not is_preformatted:
                self.pending_space = self.pending_space or ShownCharacter(" ", surroundings)
            else:
                self.put(ShownCharacter(character, surroundings))

    def describe(
        self, element: _Element, tag: str, around: tuple[str, ...], parent: str, number: int
    ) -> list[str]:
        attributes = {
            name: value
            for name, value in element.attributes.items()
            if value or name not in ("style", "class", "alt")
        }
        if tag == "a":
            attributes["href"] = quote(attributes.get("href", ""), safe="!#$%&'()*+,/:;=?@[]~")
        if tag == "img":
            attributes["src"] = unquote(attributes.get("src", ""))
        if tag in _INVISIBLE_ELEMENTS | {"br"} and not attributes:
            return []
        if tag == "code" and any(each.startswith("pre") for each in around):
            return []
        if tag in ("strong", "em", "s", "code") and not attributes:
            return [tag]
        label = f"{number}" if tag == "li" and parent == "ol" else parent if tag in ("li", "td", "th") else ""
        self.counts[tag] = self.counts.get(tag, 0) + (tag in _BLOCKS)
        attributes.pop("start", None)
        return [" ".join([tag, str(self.counts[tag]), label, *(f"{k}={v}" for k, v in attributes.items())])]


def shown_characters(html: str) -> tuple[list[ShownCharacter], list[str]]:
    """Return what a browser shows of some HTML, and what it doesn't show or would repair."""
    builder = _TreeBuilder()
    builder.feed(html)
    builder.close()
    oddities = builder.oddities + [f"<{element.tag}> without end" for element in builder.open[1:]]
    walker = _Walker()
    walker.walk(builder.open[0], (), "", 1)
    shown = walker.shown
    if shown and shown[-1].character == "\n":  # the end of the last line
        shown = shown[:-1]
    return shown, oddities


def shown_text(html: str) -> str:
    """Return the text that a browser shows of some HTML."""
    return "".join(shown.character for shown in shown_characters(html)[0])
