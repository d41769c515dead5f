"""Changing the fields of a mapping: only the values that differ are rewritten, each in the style that it has."""

from collections.abc import Callable, Mapping

from studyapp.core.text.localized_text import normalize_language_tag
from studyapp.deckfiles.editing.values.element_editing import Addition, Elements, Span, edit_elements
from studyapp.deckfiles.editing.values.lines import find_newline, line_end, line_start
from studyapp.deckfiles.editing.values.list_editing import ItemRule, edit_text_list
from studyapp.deckfiles.editing.values.marked_nodes import (
    BLOCK_STYLES,
    MarkedEntry,
    MarkedMapping,
    MarkedNode,
    MarkedScalar,
    MarkedSequence,
)
from studyapp.deckfiles.editing.values.option_editing import edit_options
from studyapp.deckfiles.editing.values.scalar_rewriting import rest_of_line, rewrite_scalar
from studyapp.deckfiles.editing.values.splices import Splice
from studyapp.deckfiles.editing.values.value_checking import ValuePlace, is_same_value, reads_as
from studyapp.deckfiles.editing.values.value_rendering import (
    Value,
    block_entry,
    flow_entry,
    flow_value,
)

Fields = Mapping[str, Value]
"""Values by the names of their fields."""

ItemRules = Mapping[str, ItemRule]
"""The rules of the lists of texts, by the names of their fields."""


def edit_mapping(
    text: str,
    mapping: MarkedMapping,
    base: Fields,
    desired: Fields,
    item_rules: ItemRules | None = None,
    read_key: Callable[[str], str] = str,
) -> list[Splice]:
    """Return the splices that turn the fields of a mapping from `base` into `desired`.

    Fields that are the same in both are not touched. New fields are added in the order of `desired`.
    """
    index_by_name: dict[str, int] = {}
    for index, entry in enumerate(mapping.entries):
        index_by_name.setdefault(read_key(entry.key.text), index)
    splices: list[Splice] = []
    additions: list[Addition] = []
    last_index = -1
    for name, value in desired.items():
        index = index_by_name.get(name, -1)
        last_index = max(last_index, index)
        if name in base and is_same_value(value, base[name]):
            continue
        if index < 0:
            additions.append(Addition(last_index, _render_entry(text, mapping, name, value)))
        else:
            splices += _edit_entry(text, mapping, index, base.get(name), value, item_rules or {})
    removed = frozenset(
        index for name, index in index_by_name.items() if name in base and name not in desired
    )
    spans = [Span(entry.start, entry.end) for entry in mapping.entries]
    elements = Elements(text, mapping.start, mapping.end, mapping.is_flow, spans)
    return splices + edit_elements(elements, removed, additions)


def _render_entry(text: str, mapping: MarkedMapping, name: str, value: Value) -> str:
    if mapping.is_flow:
        return flow_entry(mapping, name, value)
    column = mapping.start - line_start(text, mapping.start)
    return block_entry(mapping, name, value, column, find_newline(text, mapping.start))


def _edit_entry(
    text: str, mapping: MarkedMapping, index: int, base: Value, desired: Value, item_rules: ItemRules
) -> list[Splice]:
    entry = mapping.entries[index]
    column = 0 if mapping.is_flow else entry.start - line_start(text, entry.start)
    place = ValuePlace(text, entry.start, column, mapping.is_flow)
    rule = item_rules.get(entry.key.text)
    splices: list[Splice] | None
    if rule is not None and isinstance(entry.value, MarkedScalar | MarkedSequence):
        splices = edit_text_list(place, entry.value, base or (), desired, rule)
    else:
        splices = _edit_value(place, entry.key.text, entry.value, base, desired)
    return [_replace_value(place, entry, desired)] if splices is None else splices


def _edit_value(
    place: ValuePlace, name: str, node: MarkedNode, base: Value, desired: Value
) -> list[Splice] | None:
    """Return the splices that change a value, or None if it must be written anew."""
    if isinstance(desired, bool):
        desired = str(desired).lower()
    if isinstance(node, MarkedScalar) and isinstance(desired, str):
        return [rewrite_scalar(place, node, desired)]
    if isinstance(node, MarkedSequence) and isinstance(desired, list) and name == "options":
        return edit_options(place, node, base or (), desired, edit_mapping)
    if isinstance(node, MarkedMapping) and isinstance(desired, dict) and isinstance(base, dict):
        if name == "fields":
            return edit_mapping(place.text, node, base, desired) if node.entries and desired else None
        return _edit_languages(place.text, node, base, desired)
    return None


def _edit_languages(text: str, node: MarkedMapping, base: Fields, desired: Fields) -> list[Splice] | None:
    common = [language for language in base if language in desired]
    if not common or common != [language for language in desired if language in base]:
        return None  # the order of the languages changes
    return edit_mapping(text, node, base, desired, None, lambda tag: normalize_language_tag(tag) or tag)


def _replace_value(place: ValuePlace, entry: MarkedEntry, desired: Value) -> Splice:
    """Return the splice that writes a value anew after its key. A comment on the line stays."""
    text, value = place.text, entry.value
    if place.is_flow:
        return Splice(value.start, value.end, flow_value(desired))
    newline = find_newline(text, entry.start)
    colon = text.index(":", entry.key.end)
    end = value.end
    if isinstance(value, MarkedScalar) and value.style in BLOCK_STYLES:
        rest = rest_of_line(text, value)
    else:
        end = line_end(text, value.end)
        rest = text[value.end : end]
    # A comment must be separated by spaces: a tab is not allowed before a block.
    comments = [one.strip() for one in (text[colon + 1 : value.start], rest) if one.strip().startswith("#")]
    comment = "".join(f" {one}" for one in comments[:1])
    rendered = block_entry(None, "key", desired, place.column, newline).removeprefix("key:")
    head, *lines = rendered.split(newline)
    splice = Splice(colon + 1, end, newline.join((head + comment, *lines)))
    if reads_as(place, splice, desired):
        return splice
    return splice._replace(text=f" {flow_value(desired)}{comment}")
