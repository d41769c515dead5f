"""The text of a deck file, what it reads as, and where its notes are."""

import codecs
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml

from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.edit_error import (
    missing_note_error,
    refused_change_error,
    unreadable_deck_error,
)
from studyapp.deckfiles.editing.values.lines import (
    end_of_own_lines,
    find_dash,
    find_newline,
    line_start,
    skip_blank_lines,
    without_line_break,
)
from studyapp.deckfiles.editing.values.marked_nodes import (
    MarkedEntry,
    MarkedMapping,
    MarkedSequence,
    find_root_entry,
    parse_marked_node,
)
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck_bytes
from studyapp.deckfiles.text_decoding import LINE_BREAK


@dataclass(frozen=True, slots=True)
class NoteLocation:
    """Where a note is: the fields, and the start and the end of its lines, or of its braces in a list in brackets.

    Comments below its last field that are indented deeper than its dash, and blank lines, belong to it.
    """

    note_id: str
    line: int
    start: int
    end: int
    mapping: MarkedMapping


@dataclass
class DeckFile:
    """A deck file that can be read.

    `text` is its text without a byte order mark. It always ends with a line break: if the last line of the file has
    none, one is added, and `is_terminated` is False. Positions are indexes of its characters.
    """

    path: Path
    text: str
    is_terminated: bool
    byte_order_mark: bytes
    reading: DeckReadResult
    deck: Deck
    _location_by_id: dict[str, NoteLocation] = field(default_factory=dict)

    @classmethod
    def from_bytes(cls, data: bytes, path: Path, reading: DeckReadResult | None = None) -> "DeckFile":
        """Return the file. `reading` is the result of reading exactly these bytes, if the caller has it.

        Raises DeckEditError if it can't be read as a deck.
        """
        reading = reading or read_deck_bytes(data, path)
        if reading.deck is None:
            raise unreadable_deck_error(path, reading.problems)
        byte_order_mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        text = data.removeprefix(byte_order_mark).decode()
        is_terminated = text.endswith(("\n", "\r"))
        if not is_terminated:
            text += find_newline(text)
        return cls(path, text, is_terminated, byte_order_mark, reading, reading.deck)

    def to_bytes(self, text: str, *, is_terminated: bool) -> bytes:
        """Return the content of the file with another text, which ends with a line break, or else without it.

        It is kept after a blank line.
        """
        if not is_terminated and not without_line_break(text).endswith(("\r", "\n")):
            text = without_line_break(text)
        return self.byte_order_mark + text.encode()

    def source_of(self, location: NoteLocation) -> str:
        """Return the text of a note, as it is in the file."""
        source = self.text[location.start : location.end]
        is_cut = location.end == len(self.text) and not self.is_terminated
        return without_line_break(source) if is_cut else source

    @cached_property
    def note_by_id(self) -> dict[str, Note]:
        """The notes without errors, by id."""
        return {note.id: note for note in self.deck.notes}

    @cached_property
    def note_ids(self) -> list[str]:
        """The ids of the notes in file order, also of those with errors."""
        return sorted(self._start_by_id, key=self._start_by_id.__getitem__)

    @cached_property
    def notes_entry(self) -> MarkedEntry:
        """The field `notes` of the deck. Its list has no items."""
        return self._root_with("notes")[1]

    @cached_property
    def root(self) -> MarkedMapping:
        """The fields of the deck up to `notes`."""
        return self._root_with("notes")[0]

    def default(self, name: str) -> str | None:
        """Return a text or '' for a list, if the deck has a default for a field of its notes."""
        entry = self.defaults.entry(name) if self.defaults else None
        if entry is None:
            return None
        return getattr(entry.value, "text", "")

    @cached_property
    def notes_column(self) -> int:
        """The column of the dashes of the notes."""
        start = self.notes_entry.value.start
        return start - line_start(self.text, start)

    @property
    def is_flow_list(self) -> bool:
        """Whether the notes are a list in brackets."""
        value = self.notes_entry.value
        return isinstance(value, MarkedSequence) and value.is_flow

    @cached_property
    def flow_notes(self) -> MarkedSequence:
        """The notes of a list in brackets."""
        start = self.notes_entry.value.start
        node = parse_marked_node(self.text[start:], 0, start)
        assert isinstance(node, MarkedSequence)
        return node

    def locate(self, note_id: str) -> NoteLocation:
        """Return where a note is. Raises DeckEditError if it is not in the file or has a syntax error."""
        location = self._location_by_id.get(note_id)
        if location is None:
            if note_id not in self._start_by_id:
                raise missing_note_error(self.path, note_id)
            try:
                location = self._find_in_flow(note_id) if self.is_flow_list else self._find_in_block(note_id)
            except yaml.YAMLError:
                location = None
            if location is None:
                raise refused_change_error(self.path, self.line_of(note_id), note_id)
            self._location_by_id[note_id] = location
        return location

    def line_of(self, note_id: str) -> int:
        """Return the line of a note, or 1 if it is not in the file."""
        position = self.reading.position_by_note_id.get(note_id)
        return position.line if position else 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(line_break.end() for line_break in LINE_BREAK.finditer(self.text))]

    @cached_property
    def _start_by_id(self) -> dict[str, int]:
        return {
            note_id: self._line_starts[position.line - 1] + position.column - 1
            for note_id, position in self.reading.position_by_note_id.items()
        }

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(self._start_by_id.values())

    @cached_property
    def defaults(self) -> MarkedMapping | None:
        """The values for fields that a note does not set, or None."""
        entry = self.root.entry("defaults")
        if entry is None and "defaults" in self.text[self.notes_entry.value.start :]:
            try:
                entry = find_root_entry(self.text, "defaults")[1]
            except yaml.YAMLError:  # in a note
                return None
        return entry.value if entry and isinstance(entry.value, MarkedMapping) else None

    def _root_with(self, name: str) -> tuple[MarkedMapping, MarkedEntry]:
        root, entry = find_root_entry(self.text, name)
        assert entry is not None
        return root, entry

    def _find_in_flow(self, note_id: str) -> NoteLocation | None:
        start = self._start_by_id[note_id]
        for item in self.flow_notes.items:
            if item.start == start and isinstance(item, MarkedMapping):
                return NoteLocation(note_id, self._line_number(start), item.start, item.end, item)
        return None

    def _find_in_block(self, note_id: str) -> NoteLocation | None:
        text, start = self.text, self._start_by_id[note_id]
        following = bisect_right(self._starts, start)
        slice_end = line_start(text, self._starts[following]) if following < len(self._starts) else len(text)
        column = start - line_start(text, start)
        mapping = parse_marked_node(text[start:slice_end], column, start)
        if not isinstance(mapping, MarkedMapping):
            return None
        dash = find_dash(text, start, self.notes_column)
        first = line_start(text, dash)
        if text[first:dash].strip(" "):
            first = dash
        end = skip_blank_lines(text, end_of_own_lines(text, mapping.end, self.notes_column + 1))
        return NoteLocation(note_id, self._line_number(first), first, end, mapping)

    def _line_number(self, index: int) -> int:
        return bisect_right(self._line_starts, index)
