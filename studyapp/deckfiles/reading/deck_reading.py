"""Reading deck files. Invalid content is reported as problems and never raises an exception."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from studyapp.core.notes.deck import Deck
from studyapp.deckfiles.file_reading import read_limited_bytes
from studyapp.deckfiles.problems.problem import Problem, ProblemKind, make_printable
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.reading.deck_building import BuiltDeck, build_deck
from studyapp.deckfiles.reading.yaml_parsing import YamlTree, parse_yaml
from studyapp.deckfiles.reading.yaml_tree_building import NOTES_PER_PROGRESS_CALL
from studyapp.deckfiles.text_decoding import decode_utf8
from studyapp.deckfiles.yaml_nodes import Position, Sequence
from studyapp.garbage_collection import garbage_collection_paused


@dataclass(frozen=True, slots=True)
class DeckReadResult:
    """A deck with its usable notes, or None if the file can't be used, and all problems of the file."""

    deck: Deck | None
    problems: tuple[Problem, ...]
    position_by_note_id: dict[str, Position] = field(default_factory=dict)
    """The position of each note, by note id."""


def read_deck(path: Path, progress: Callable[[int], None] | None = None) -> DeckReadResult:
    """Read the deck file at `path`.

    `progress` is called about every 1,000 notes with the number of notes so far. It may raise an exception to
    stop the reading; no other exception is raised.
    """
    try:
        data = read_limited_bytes(path)
    except (OSError, ValueError) as error:
        return DeckReadResult(None, (unreadable_file_problem(path, error),))
    return read_deck_bytes(data, path, progress)


def read_deck_bytes(data: bytes, path: Path, progress: Callable[[int], None] | None = None) -> DeckReadResult:
    """Read the content of a deck file, as `read_deck` does.

    `path` is used in problems, for a missing deck id and to find drawings. The file itself is not read.
    """
    problems = ProblemList(path)
    built = build_deck_from_bytes(data, problems, progress)
    if built is None:
        return DeckReadResult(None, problems.in_file_order())
    return DeckReadResult(built.deck, problems.in_file_order(), built.position_by_note_id)


@garbage_collection_paused()
def build_deck_from_bytes(
    data: bytes, problems: ProblemList, progress: Callable[[int], None] | None = None
) -> BuiltDeck | None:
    """Return the deck and its missing ids, or add an error to `problems` and return None."""
    text = decode_utf8(data, problems)
    tree = parse_yaml(text, problems, progress) if text is not None else None
    if tree is None:
        return None
    built = build_deck(tree, problems.path, problems, progress)
    _free_notes(tree)
    return built


def _free_notes(tree: YamlTree) -> None:
    # In portions, between which other threads run: to free a million nodes at once would block the window.
    notes = tree.root.get("notes")
    while isinstance(notes, Sequence) and notes.items:
        del notes.items[-NOTES_PER_PROGRESS_CALL:]


def unreadable_file_problem(path: Path, error: OSError | ValueError) -> Problem:
    """Return the problem of a file that can't be opened."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Problem(ProblemKind.UNREADABLE, path, 1, 1, values=(("reason", make_printable(reason)),))
