"""Anki's template language: HTML with field references in double braces, filters before field names, and conditions.

It is described in the Anki manual, "Card templates". Behavior that the manual leaves open was tested in Anki itself.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

from studyapp.core.text.speech import write_speech_tag

_FIELD_TAG = re.compile(r"\{\{((?:(?!\{\{|\}\}).){1,300})\}\}", re.DOTALL)
_ALTERNATIVE_DELIMITERS = re.compile(r"^\s*\{\{=<% %>=\}\}")
"""Declares that a template uses `<%` and `%>` instead of double braces."""

_READING_PATTERN = re.compile(r" ?([^ >\[\]]{1,60})\[(?!sound:)([^\[\]]{1,200})\]")
_EMPTY_HTML = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE)
_HTML_TAG = re.compile(r"<[^<>]*>")
_SCRIPT_OR_STYLE = re.compile(r"<(/?)(?:script|style)\b[^<>]*>", re.IGNORECASE)

FRONT_SIDE = "FrontSide"
CARD_FIELDS = ("Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID")
"""Fields that describe the card itself, whatever the note contains."""

SPECIAL_FIELDS = frozenset((FRONT_SIDE, "Tags", *CARD_FIELDS))
"""Fields that a template can reference although the note type does not define them."""


class FieldReference(NamedTuple):
    """A reference to a field in a template, with its filters in the order written."""

    filters: tuple[str, ...]
    field: str


def is_empty_field(html: str) -> bool:
    """Return whether a field counts as empty: it contains only whitespace, `<br>` and `<div>`."""
    return _EMPTY_HTML.fullmatch(html) is not None


def visible_parts(template: str, is_condition_true: Callable[[str], bool]) -> list[str | FieldReference]:
    """Return the HTML and the field references that a template shows, in order. `is_condition_true` returns whether a
    condition on a name is true. Comments are removed, and closing tags without an opening one are ignored."""
    visible: list[str | FieldReference] = []
    open_sections: list[tuple[str, bool]] = []
    for part in _parse(template):
        if isinstance(part, _Condition):
            if part.sign != "/":
                open_sections.append((part.name, is_condition_true(part.name) is (part.sign == "#")))
            elif open_sections and open_sections[-1][0] == part.name:
                open_sections.pop()
        elif all(is_shown for _, is_shown in open_sections):
            visible.append(part)
    return visible


class _Condition(NamedTuple):
    """A condition tag: `#` and `^` open a section, `/` closes it."""

    sign: str
    name: str


@lru_cache(maxsize=1_000)
def _parse(template: str) -> tuple[str | FieldReference | _Condition, ...]:
    parts: list[str | FieldReference | _Condition] = []
    if _ALTERNATIVE_DELIMITERS.match(template):
        template = _ALTERNATIVE_DELIMITERS.sub("", template).replace("<%", "{{").replace("%>", "}}")
    for index, part in enumerate(_FIELD_TAG.split(_strip_comments(template))):
        tag = part.strip()
        if index % 2:
            tag = tag.lstrip("{").strip()  # triple braces mean the same as double braces
        if index % 2 == 0:
            parts.append(part)
        elif tag[:1] in ("#", "^", "/"):
            parts.append(_Condition(tag[0], tag[1:].strip()))
        elif tag[:1] not in ("!", "="):
            *filters, field = (piece.strip() for piece in tag.split(":"))
            parts.append(FieldReference(tuple(filters), field))
    return tuple(parts)


def _strip_comments(template: str) -> str:
    pieces: list[str] = []
    position, start = 0, template.find("<!--")
    while start >= 0:
        end = template.find("-->", start)
        if end < 0:
            break
        pieces.append(template[position:start])
        position = end + len("-->")
        start = template.find("<!--", position)
    return "".join((*pieces, template[position:]))


def _condition_test(fields: Mapping[str, str], true_conditions: frozenset[str]) -> Callable[[str], bool]:
    return lambda name: name in true_conditions or not is_empty_field(fields.get(name, ""))


def field_references(
    template: str, fields: Mapping[str, str], true_conditions: frozenset[str] = frozenset()
) -> list[FieldReference]:
    """Return the fields that a template shows for a note with these fields. Conditions named in `true_conditions` are
    true as well."""

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
    """Render one side of a card as HTML. `fields` are the fields of the note and the special fields. Each filter in
    `filters_by_name` gets the text and the field name. Unknown filters leave the text unchanged."""

    def render_part(part: str | FieldReference) -> str:
        if isinstance(part, str):
            return part
        if part.field not in fields:
            return escape(f"{{{part.field}}}")
        text = fields[part.field]
        for filter_name in reversed(part.filters):
            if filter_name.startswith("tts"):
                return write_speech_tag(text, filter_name.removeprefix("tts").strip().partition(" ")[0])
            text = filters_by_name[filter_name](text, part.field) if filter_name in filters_by_name else text
        return text

    return "".join(map(render_part, visible_parts(template, _condition_test(fields, true_conditions))))


def strip_tags(html: str, _field: str = "") -> str:
    """Remove tags, scripts and style sheets: the `text` filter."""
    return _HTML_TAG.sub("", strip_scripts(html))


def strip_scripts(html: str) -> str:
    """Remove scripts and style sheets."""
    pieces: list[str] = []
    depth = 0
    for index, part in enumerate(_SCRIPT_OR_STYLE.split(html)):
        if index % 2:
            depth = 0 if part else depth + 1
        elif not depth:
            pieces.append(part)
    return "".join(pieces)


def _reading_filter(replacement: str) -> Callable[[str, str], str]:
    def apply(html: str, _field: str) -> str:
        return _READING_PATTERN.sub(replacement, html.replace("&nbsp;", " "))

    return apply


READING_FILTERS: dict[str, Callable[[str, str], str]] = {
    "furigana": _reading_filter(r'\1<span class="reading">(\2)</span>'),
    "kanji": _reading_filter(r"\1"),
    "kana": _reading_filter(r"\2"),
}
"""Filters for text followed by its reading in brackets. Qt can't show a reading above the text, so it
follows in small type."""
