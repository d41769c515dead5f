"""A deck file to a deck: whatever the file holds, there is an answer and never an exception."""

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from studyapp.core.notes.deck import Deck
from studyapp.deckfiles.file_reading import read_bytes
from studyapp.deckfiles.problems.problem import Problem, ProblemKind, visible
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.reading.deck_building import BuiltDeck, build_deck
from studyapp.deckfiles.reading.yaml_parsing import parse
from studyapp.deckfiles.text_decoding import decode
from studyapp.deckfiles.yaml_nodes import Position


@dataclass(frozen=True, slots=True)
class Reading:
    """The deck with its usable notes, None when the file can't be used; and all there is to mend."""

    deck: Deck | None
    problems: tuple[Problem, ...]
    places: dict[str, Position] = field(default_factory=dict)
    """Where each note begins, by its id."""


def read_deck(path: Path, progress: Callable[[int], None] | None = None) -> Reading:
    """Read the deck file at `path`.

    `progress` is told the number of notes so far, about every 1,000 notes; it may raise to stop the
    reading, and only what it raises comes through.
    """
    try:
        data = read_bytes(path)
    except (OSError, ValueError) as error:
        return Reading(None, (unreadable(path, error),))
    return read_deck_bytes(data, path, progress)


def read_deck_bytes(data: bytes, path: Path, progress: Callable[[int], None] | None = None) -> Reading:
    """Read the content of a deck file, as `read_deck` does; `path` names it in problems and ids."""
    problems = ProblemList(path)
    built = build(data, problems, progress)
    if built is None:
        return Reading(None, problems.listed())
    return Reading(built.deck, problems.listed(), built.places)


def build(
    data: bytes, problems: ProblemList, progress: Callable[[int], None] | None = None
) -> BuiltDeck | None:
    """The deck and the ids its file lacks; None, and an error in `problems`, when the file can't be used."""
    with _collector_paused():
        text = decode(data, problems)
        tree = parse(text, problems, progress) if text is not None else None
        return build_deck(tree, problems.path, problems, progress) if tree else None


def unreadable(path: Path, error: OSError | ValueError) -> Problem:
    """The problem of a file that can't be opened."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Problem(ProblemKind.UNREADABLE, path, 1, 1, values=(("reason", visible(reason)),))


@contextmanager
def _collector_paused() -> Generator[None, None, None]:
    # Nothing built here is cyclic, and looking for cycles would more than double the time.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
