"""Changing the options of a choice note. Options that stay, and the parts of an option that stay, are not touched."""

from collections.abc import Callable, Sequence
from typing import Any

from studyapp.deckfiles.editing.values.element_editing import Addition, edit_elements
from studyapp.deckfiles.editing.values.lines import find_newline, line_end, line_start
from studyapp.deckfiles.editing.values.list_editing import list_elements
from studyapp.deckfiles.editing.values.marked_nodes import (
    MarkedMapping,
    MarkedNode,
    MarkedScalar,
    MarkedSequence,
)
from studyapp.deckfiles.editing.values.scalar_rewriting import rewrite_scalar
from studyapp.deckfiles.editing.values.splices import Splice
from studyapp.deckfiles.editing.values.value_checking import ValuePlace, is_same_value, reads_as
from studyapp.deckfiles.editing.values.value_rendering import flow_value
from studyapp.deckfiles.writing.deck_to_yaml import block_yaml

Option = dict[str, Any]
EditMapping = Callable[[str, MarkedMapping, Option, Option], list[Splice]]


def edit_options(
    place: ValuePlace,
    node: MarkedSequence,
    base: Sequence[Option],
    desired: Sequence[Option],
    edit_mapping: EditMapping,
) -> list[Splice] | None:
    """Return the splices that change the options, or None if they must be written anew."""
    if len(node.items) != len(base) or not desired or not base:
        return None
    prefix = _common_length(base, desired)
    suffix = _common_length(base[prefix:][::-1], desired[prefix:][::-1])
    old_count, new_count = len(base) - prefix - suffix, len(desired) - prefix - suffix
    elements = list_elements(place.text, node)
    column = elements.start - line_start(place.text, elements.start)
    splices: list[Splice] = []
    for index in range(prefix, prefix + min(old_count, new_count)):
        if not is_same_value(base[index], desired[index]):
            item_place = ValuePlace(
                place.text, elements.spans[index].start, column, node.is_flow, is_item=True
            )
            splices += _edit_option(item_place, node.items[index], base[index], desired[index], edit_mapping)
    removed = range(prefix + new_count, prefix + old_count)
    are_texts = all(isinstance(item, MarkedScalar) for item in node.items)
    additions = [
        Addition(
            prefix + old_count - 1,
            _render(option, column, place, are_texts=are_texts, is_flow=node.is_flow),
        )
        for option in desired[prefix + old_count : prefix + new_count]
    ]
    return splices + edit_elements(elements, frozenset(removed), additions)


def _edit_option(
    place: ValuePlace, node: MarkedNode, base: Option, desired: Option, edit_mapping: EditMapping
) -> list[Splice]:
    if isinstance(node, MarkedMapping):
        return edit_mapping(place.text, node, base, desired)
    if isinstance(node, MarkedScalar) and list(desired) == ["text"] and isinstance(desired["text"], str):
        return [rewrite_scalar(place, node, desired["text"])]
    if place.is_flow:
        return [Splice(node.start, node.end, flow_value(desired))]
    newline = find_newline(place.text, node.start)
    head, *lines = _render_fields(desired, place.column + 2, newline).split(newline)
    end = line_end(place.text, node.end)
    rest = place.text[node.end : end].rstrip()
    splice = Splice(node.start, end, newline.join((head + rest, *lines)))
    if reads_as(place, splice, desired):
        return [splice]
    return [splice._replace(text=flow_value(desired) + rest)]


def _render(option: Option, column: int, place: ValuePlace, *, are_texts: bool, is_flow: bool) -> str:
    is_text = are_texts and list(option) == ["text"] and isinstance(option["text"], str)
    if is_flow:
        return flow_value(option["text"] if is_text else option)
    if is_text and "\n" not in option["text"]:
        return f"- {flow_value(option['text'])}"
    return f"- {_render_fields(option, column + 2, find_newline(place.text, place.start))}"


def _render_fields(option: Option, column: int, newline: str) -> str:
    return block_yaml(option, column)[column:].removesuffix("\n").replace("\n", newline)


def _common_length(first: Sequence[Option], second: Sequence[Option]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if not is_same_value(one, other):
            break
        count += 1
    return count
