"""Changing lists: tags and required notes, and the options of a choice. Items that stay are not touched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studyapp.deckfiles.editing.values.element_editing import Addition, Elements, Span, edit_elements
from studyapp.deckfiles.editing.values.lines import find_dash, line_start
from studyapp.deckfiles.editing.values.marked_nodes import MarkedScalar, MarkedSequence
from studyapp.deckfiles.editing.values.scalar_rewriting import rewrite_scalar
from studyapp.deckfiles.editing.values.splices import Splice
from studyapp.deckfiles.editing.values.value_checking import ValuePlace
from studyapp.deckfiles.editing.values.value_rendering import flow_value


@dataclass(frozen=True, slots=True)
class ItemRule:
    """How the items of a list are written: `read` returns an item as the deck has it, `write` does the reverse."""

    read: Callable[[str], str]
    write: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ListChange:
    """The indexes of the items to remove, and new items with the index of the item before each, or -1."""

    removed: frozenset[int]
    added: tuple[tuple[int, str], ...]


def plan_list_change(items: Sequence[str], base: Sequence[str], desired: Sequence[str]) -> ListChange:
    """Return the change that turns a list that reads as `base` into one that reads as `desired`.

    Items that are not in `base`, because they were repeated or invalid, stay.
    """
    first_index = {item: index for index, item in reversed(list(enumerate(items))) if item in base}
    kept: set[int] = set()
    added: list[tuple[int, str]] = []
    last = -1
    for item in desired:
        index = first_index.get(item, -1)
        if index > last:
            kept.add(index)
            last = index
        else:
            added.append((last, item))
    kept_items = {items[index] for index in kept}
    removed = frozenset(
        index
        for index, item in enumerate(items)
        if item in base and index not in kept and (item not in kept_items or index < first_index[item])
    )
    return ListChange(removed, tuple(added))


def edit_text_list(
    place: ValuePlace,
    node: MarkedScalar | MarkedSequence,
    base: Sequence[str],
    desired: Sequence[str],
    rule: ItemRule,
) -> list[Splice] | None:
    """Return the splices that change a list of texts, or None if it must be written anew."""
    if isinstance(node, MarkedScalar):
        words = node.text.split()
        change = plan_list_change([rule.read(word) for word in words], base, desired)
        new_words = [(index, 0, word) for index, word in enumerate(words) if index not in change.removed]
        new_words += [
            (after, 1 + number, rule.write(item)) for number, (after, item) in enumerate(change.added)
        ]
        text = " ".join(word for _, _, word in sorted(new_words, key=lambda entry: entry[:2]))
        return [rewrite_scalar(place, node, text)] if text else None
    texts = [item.text for item in node.items if isinstance(item, MarkedScalar)]
    if not desired or len(texts) != len(node.items):
        return None
    change = plan_list_change([rule.read(text) for text in texts], base, desired)
    is_json = bool(node.items) and isinstance(node.items[0], MarkedScalar) and node.items[0].style == '"'
    dash = "" if node.is_flow else "- "
    additions = [
        Addition(after, dash + flow_value(rule.write(item), is_json=is_json)) for after, item in change.added
    ]
    return edit_elements(list_elements(place.text, node), change.removed, additions)


def list_elements(text: str, node: MarkedSequence) -> Elements:
    """Return the items of a list as elements that can be removed."""
    column = 0 if node.is_flow else node.start - line_start(text, node.start)
    spans = [
        Span(item.start if node.is_flow else find_dash(text, item.start, column), item.end)
        for item in node.items
    ]
    return Elements(text, node.start, node.end, node.is_flow, spans)
