"""Anki's template language: HTML with fields in double braces, filters in front of their names, and conditions.

The language is described in Anki's manual, "Card templates"; what its pages leave open was tried with Anki itself.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

_TAG = re.compile(r"\{\{((?:(?!\{\{|\}\}).){1,300})\}\}", re.DOTALL)
_OTHER_BRACES = re.compile(r"^\s*\{\{=<% %>=\}\}")
"""By which a template says that it uses these in place of double braces."""

_READING = re.compile(r" ?([^ >\[\]]{1,60})\[(?!sound:)([^\[\]]{1,200})\]")
_NOTHING = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>")
_HIDING = re.compile(r"<(/?)(?:script|style)\b[^<>]*>", re.IGNORECASE)

_SPOKEN = "♪"
"""In place of what Anki would say aloud."""

FRONT_SIDE = "FrontSide"
OF_CARDS = ("Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID")
"""What a card says of itself, whatever its note holds."""

SPECIAL = frozenset((FRONT_SIDE, "Tags", *OF_CARDS))
"""What a template can name that is no field of its note."""


class Reference(NamedTuple):
    """A field where a template shows it, with its filters in the order written."""

    filters: tuple[str, ...]
    field: str


def is_empty(html: str) -> bool:
    """Whether a field counts as empty: lines and blanks alone."""
    return _NOTHING.fullmatch(html) is not None


def shown_parts(template: str, has: Callable[[str], bool]) -> list[str | Reference]:
    """What a template shows: HTML and references to fields, in order. `has` tells whether a condition on this name
    holds. Comments are dropped, and ends without a beginning passed over."""
    shown: list[str | Reference] = []
    holding: list[tuple[str, bool]] = []
    for part in _parsed(template):
        if isinstance(part, _Condition):
            if part.sign != "/":
                holding.append((part.name, has(part.name) is (part.sign == "#")))
            elif holding and holding[-1][0] == part.name:
                holding.pop()
        elif all(holds for _, holds in holding):
            shown.append(part)
    return shown


class _Condition(NamedTuple):
    """`#` and `^` begin one, `/` ends it."""

    sign: str
    name: str


@lru_cache(maxsize=1_000)
def _parsed(template: str) -> tuple[str | Reference | _Condition, ...]:
    parts: list[str | Reference | _Condition] = []
    if _OTHER_BRACES.match(template):
        template = _OTHER_BRACES.sub("", template).replace("<%", "{{").replace("%>", "}}")
    for place, part in enumerate(_TAG.split(_without_comments(template))):
        words = part.strip()
        if place % 2:
            words = words.lstrip("{").strip()  # three braces are as good as two
        if place % 2 == 0:
            parts.append(part)
        elif words[:1] in ("#", "^", "/"):
            parts.append(_Condition(words[0], words[1:].strip()))
        elif words[:1] not in ("!", "="):
            *filters, field = (one.strip() for one in words.split(":"))
            parts.append(Reference(tuple(filters), field))
    return tuple(parts)


def _without_comments(template: str) -> str:
    kept: list[str] = []
    last, start = 0, template.find("<!--")
    while start >= 0:
        end = template.find("-->", start)
        if end < 0:
            break
        kept.append(template[last:start])
        last = end + len("-->")
        start = template.find("<!--", last)
    return "".join((*kept, template[last:]))


def _holds(fields: Mapping[str, str], holding: frozenset[str]) -> Callable[[str], bool]:
    return lambda name: name in holding or not is_empty(fields.get(name, ""))


def references(
    template: str, fields: Mapping[str, str], holding: frozenset[str] = frozenset()
) -> list[Reference]:
    """The fields that a template shows for a note that has these; conditions on the names in `holding` hold too."""

    return [part for part in shown_parts(template, _holds(fields, holding)) if isinstance(part, Reference)]


def rendered(
    template: str,
    fields: Mapping[str, str],
    holding: frozenset[str],
    filters: Mapping[str, Callable[[str, str], str]],
) -> str:
    """The HTML of one side. `fields` are those of the note and the special ones. Filters without arguments are by their
    name in `filters` and get the text and the field's name; others leave the text as it is."""

    def filled(part: str | Reference) -> str:
        if isinstance(part, str):
            return part
        if part.field not in fields:
            return escape(f"{{{part.field}}}")
        words = fields[part.field]
        for name in reversed(part.filters):
            if name.startswith("tts"):
                return _SPOKEN if words else ""
            words = filters[name](words, part.field) if name in filters else words
        return words

    return "".join(map(filled, shown_parts(template, _holds(fields, holding))))


def without_markup(html: str, _field: str = "") -> str:
    """`text:`, the words alone."""
    return _MARKUP.sub("", without_programs(html))


def without_programs(html: str) -> str:
    """HTML without scripts and style sheets."""
    kept: list[str] = []
    depth = 0
    for place, part in enumerate(_HIDING.split(html)):
        if place % 2:
            depth = 0 if part else depth + 1
        elif not depth:
            kept.append(part)
    return "".join(kept)


def _reading(make: str) -> Callable[[str, str], str]:
    def apply(html: str, _field: str) -> str:
        return _READING.sub(make, html.replace("&nbsp;", " "))

    return apply


READINGS: dict[str, Callable[[str, str], str]] = {
    "furigana": _reading(r"\1（\2）"),
    "kanji": _reading(r"\1"),
    "kana": _reading(r"\2"),
}
"""Filters for words with their reading in brackets behind them. Qt sets no reading above a word."""
