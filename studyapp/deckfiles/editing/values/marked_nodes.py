"""Nodes of a parsed YAML text with the start and the end of each in the text, and the style in which it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml import events

from studyapp.deckfiles.reading.yaml_tree_building import LOADER
from studyapp.deckfiles.text_decoding import LINE_BREAK

BLOCK_STYLES = ("|", ">")
"""The styles of block scalars."""

_BLANKS = " \t\r\n\x85\u2028\u2029"
_LAST_LINE_BREAK = re.compile(r"(?:\r\n|[\r\n\x85\u2028\u2029])[ \t]*\Z")


@dataclass(slots=True)
class MarkedScalar:
    """A text. `style` is '' for a plain one, or `'`, `"`, `|` or `>`.

    `end` excludes the line break at the end of a block scalar, in all nodes.
    """

    start: int
    end: int
    text: str
    style: str


@dataclass(slots=True)
class MarkedSequence:
    """A list, in flow style (`[…]`) or with dashes."""

    start: int
    end: int
    is_flow: bool
    items: "list[MarkedNode]" = field(default_factory=list)


@dataclass(slots=True)
class MarkedEntry:
    """A field of a mapping. `start` is that of the key, or of the `?` before it."""

    start: int
    key: MarkedScalar
    value: "MarkedNode"

    @property
    def end(self) -> int:
        """The end of the value."""
        return self.value.end


@dataclass(slots=True)
class MarkedMapping:
    """Fields in file order, in flow style (`{…}`) or one below the other."""

    start: int
    end: int
    is_flow: bool
    entries: list[MarkedEntry] = field(default_factory=list)

    def entry(self, name: str) -> MarkedEntry | None:
        """Return the first field with this name, or None."""
        return next((entry for entry in self.entries if entry.key.text == name), None)


MarkedNode = MarkedScalar | MarkedSequence | MarkedMapping


def parse_marked_node(text: str, column: int, offset: int) -> MarkedNode:
    """Return the first node of `text`, which starts at `column` (from 0) of its line.

    What follows the node is not read. `offset` is added to all positions. Raises YAMLError on a syntax error.
    """
    padded = " " * column + text
    stream = (event for event in yaml.parse(padded, Loader=LOADER))
    for event in stream:
        if isinstance(event, events.NodeEvent):
            return _build(event, stream, padded, offset - column)
    raise yaml.YAMLError("there is no value")


def find_root_entry(text: str, name: str) -> tuple[MarkedMapping, MarkedEntry | None]:
    """Return the mapping of a file with the fields up to the one with this name, and that field, or None.

    Of `notes`, only the start is read. Raises YAMLError on a syntax error.
    """
    stream = (event for event in yaml.parse(text, Loader=LOADER))
    root: MarkedMapping | None = None
    for event in stream:
        if isinstance(event, events.MappingStartEvent):
            root = MarkedMapping(_start(event), _end(event), bool(event.flow_style))
            break
    if root is None:
        raise yaml.YAMLError("there is no mapping")
    for event in stream:
        if not isinstance(event, events.ScalarEvent):
            break
        key = _scalar(event, text, 0)
        value_event = next(stream)
        if key.text == "notes" == name and isinstance(value_event, events.CollectionStartEvent):
            value: MarkedNode = MarkedSequence(
                _start(value_event), _end(value_event), bool(value_event.flow_style)
            )
        else:
            value = _build(value_event, stream, text, 0)
        entry = MarkedEntry(_entry_start(text, key.start, root, 0), key, value)
        root.entries.append(entry)
        if key.text == name:
            return root, entry
    return root, None


def _build(event: yaml.Event, stream: Iterator[yaml.Event], text: str, offset: int) -> MarkedNode:
    if isinstance(event, events.ScalarEvent):
        return _scalar(event, text, offset)
    if isinstance(event, events.SequenceStartEvent):
        sequence = MarkedSequence(_start(event) + offset, _end(event) + offset, bool(event.flow_style))
        while not isinstance(event := next(stream), events.CollectionEndEvent):
            sequence.items.append(_build(event, stream, text, offset))
        last_end = sequence.items[-1].end if sequence.items else sequence.end
        sequence.end = _end(event) + offset if sequence.is_flow else last_end
        return sequence
    if isinstance(event, events.MappingStartEvent):
        mapping = MarkedMapping(_start(event) + offset, _end(event) + offset, bool(event.flow_style))
        while not isinstance(event := next(stream), events.CollectionEndEvent):
            key = _build(event, stream, text, offset)
            value = _build(next(stream), stream, text, offset)
            if not isinstance(key, MarkedScalar):
                raise yaml.YAMLError("a key is not a text")
            mapping.entries.append(MarkedEntry(_entry_start(text, key.start, mapping, offset), key, value))
        last_end = mapping.entries[-1].end if mapping.entries else mapping.end
        mapping.end = _end(event) + offset if mapping.is_flow else last_end
        return mapping
    raise yaml.YAMLError("an alias is not allowed")


def _scalar(event: events.ScalarEvent, text: str, offset: int) -> MarkedScalar:
    start, end = _start(event), _end(event)
    style = event.style or ""
    if style in BLOCK_STYLES:
        end = start + len(_strip_block_end(text[start:end], event.value))
    return MarkedScalar(start + offset, end + offset, event.value, style)


def _strip_block_end(source: str, value: str) -> str:
    """Return a block scalar without the line break at its end, and without blank lines that are not part of it."""
    header = re.match(r"[|>][0-9+-]*", source)
    last_line = value.rstrip("\n").rpartition("\n")[2]
    keeps_blank_lines = header is not None and "+" in header[0]
    if keeps_blank_lines or (last_line and not last_line.strip(" \t")):
        return _LAST_LINE_BREAK.sub("", source)
    first_line_break = LINE_BREAK.search(source, len(source.rstrip(_BLANKS)))
    return source[: first_line_break.start()] if first_line_break else source


def _entry_start(text: str, key_start: int, mapping: MarkedMapping, offset: int) -> int:
    """Return the position of the `?` before the key, or that of the key."""
    before = text[: key_start - offset].rstrip(" \t")
    if mapping.is_flow:
        is_explicit = before.endswith("?")
        return offset + len(before) - 1 if is_explicit else key_start
    if mapping.entries:
        return offset + len(before) - 1 if before.endswith("?") else key_start
    return mapping.start


def _start(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.index


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index
