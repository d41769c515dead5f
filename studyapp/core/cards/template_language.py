"""Anki's template language: HTML with fields in double braces, filters in front of their names, and conditions.

The language is described in Anki's manual, "Card templates"; what its pages leave open was tried with Anki itself.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

_FIELD_TAG = re.compile(r"\{\{((?:(?!\{\{|\}\}).){1,300})\}\}", re.DOTALL)
_ALTERNATIVE_DELIMITERS = re.compile(r"^\s*\{\{=<% %>=\}\}")
"""By which a template says that it uses these in place of double braces."""

_READING_PATTERN = re.compile(r" ?([^ >\[\]]{1,60})\[(?!sound:)([^\[\]]{1,200})\]")
_EMPTY_HTML = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE)
_HTML_TAG = re.compile(r"<[^<>]*>")
_SCRIPT_OR_STYLE = re.compile(r"<(/?)(?:script|style)\b[^<>]*>", re.IGNORECASE)

_SPEECH_PLACEHOLDER = "♪"
"""In place of what Anki would say aloud."""

FRONT_SIDE = "FrontSide"
CARD_FIELDS = ("Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID")
"""What a card says of itself, whatever its note holds."""

SPECIAL_FIELDS = frozenset((FRONT_SIDE, "Tags", *CARD_FIELDS))
"""What a template can name that is no field of its note."""


class FieldReference(NamedTuple):
    """A field where a template shows it, with its filters in the order written."""

    filters: tuple[str, ...]
    field: str


def is_empty_field(html: str) -> bool:
    """Whether a field counts as empty: lines and blanks alone."""
    return _EMPTY_HTML.fullmatch(html) is not None


def visible_parts(template: str, is_condition_true: Callable[[str], bool]) -> list[str | FieldReference]:
    """What a template shows: HTML and references to fields, in order. `has` tells whether a condition on this name
    holds. Comments are dropped, and ends without a beginning passed over."""
    shown: list[str | FieldReference] = []
    holding: list[tuple[str, bool]] = []
    for part in _parse(template):
        if isinstance(part, _Condition):
            if part.sign != "/":
                holding.append((part.name, is_condition_true(part.name) is (part.sign == "#")))
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
def _parse(template: str) -> tuple[str | FieldReference | _Condition, ...]:
    parts: list[str | FieldReference | _Condition] = []
    if _ALTERNATIVE_DELIMITERS.match(template):
        template = _ALTERNATIVE_DELIMITERS.sub("", template).replace("<%", "{{").replace("%>", "}}")
    for place, part in enumerate(_FIELD_TAG.split(_strip_comments(template))):
        words = part.strip()
        if place % 2:
            words = words.lstrip("{").strip()  # three braces are as good as two
        if place % 2 == 0:
            parts.append(part)
        elif words[:1] in ("#", "^", "/"):
            parts.append(_Condition(words[0], words[1:].strip()))
        elif words[:1] not in ("!", "="):
            *filters, field = (one.strip() for one in words.split(":"))
            parts.append(FieldReference(tuple(filters), field))
    return tuple(parts)


def _strip_comments(template: str) -> str:
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


def _condition_test(fields: Mapping[str, str], true_conditions: frozenset[str]) -> Callable[[str], bool]:
    return lambda name: name in true_conditions or not is_empty_field(fields.get(name, ""))


def field_references(
    template: str, fields: Mapping[str, str], true_conditions: frozenset[str] = frozenset()
) -> list[FieldReference]:
    """The fields that a template shows for a note that has these; conditions on the names in `holding` hold too."""

    return [
        part
        for part in visible_parts(template, _condition_test(fields, true_conditions))
        if isinstance(part, FieldReference)
    ]


def render_template(
    template: str,
    fields: Mapping[str, str],
    true_conditions: frozenset[str],
    filters_by_name: Mapping[str, Callable[[str, str], str]],
) -> str:
    """The HTML of one side. `fields` are those of the note and the special ones. Filters without arguments are by their
    name in `filters` and get the text and the field's name; others leave the text as it is."""

    def filled(part: str | FieldReference) -> str:
        if isinstance(part, str):
            return part
        if part.field not in fields:
            return escape(f"{{{part.field}}}")
        words = fields[part.field]
        for name in reversed(part.filters):
            if name.startswith("tts"):
                return _SPEECH_PLACEHOLDER if words else ""
            words = filters_by_name[name](words, part.field) if name in filters_by_name else words
        return words

    return "".join(map(filled, visible_parts(template, _condition_test(fields, true_conditions))))


def strip_tags(html: str, _field: str = "") -> str:
    """`text:`, the words alone."""
    return _HTML_TAG.sub("", strip_scripts(html))


def strip_scripts(html: str) -> str:
    """HTML without scripts and style sheets."""
    kept: list[str] = []
    depth = 0
    for place, part in enumerate(_SCRIPT_OR_STYLE.split(html)):
        if place % 2:
            depth = 0 if part else depth + 1
        elif not depth:
            kept.append(part)
    return "".join(kept)


def _reading_filter(replacement: str) -> Callable[[str, str], str]:
    def apply(html: str, _field: str) -> str:
        return _READING_PATTERN.sub(replacement, html.replace("&nbsp;", " "))

    return apply


READING_FILTERS: dict[str, Callable[[str, str], str]] = {
    "furigana": _reading_filter(r"\1（\2）"),
    "kanji": _reading_filter(r"\1"),
    "kana": _reading_filter(r"\2"),
}
"""Filters for words with their reading in brackets behind them. Qt sets no reading above a word."""
