"""Checking deck files, wherever they lie, without the collection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studyapp.core.style.style_check import check_style
from studyapp.deckfiles.problems.problem import Problem, make_printable
from studyapp.deckfiles.problems.style_problem_kinds import StyleProblemKind
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck
from studyapp.deckfiles.writing.id_writing import write_missing_ids
from studyapp.services.library.library_refresh import DECK_FILE_SUFFIXES


@dataclass(frozen=True, slots=True)
class DeckCheckReport:
    """The problems of some files, and how many of their notes can be used."""

    problems: tuple[Problem, ...]
    note_count: int


def find_deck_files(paths: Sequence[Path]) -> list[Path]:
    """The files named, and the deck files right in the folders named."""
    found: list[Path] = []
    for place in paths:
        if place.is_dir():
            found.extend(sorted(path for path in place.iterdir() if path.suffix in DECK_FILE_SUFFIXES))
        elif place.exists() or place.suffix:
            found.append(place)
    return found


def check_deck_files(files: Sequence[Path], *, style: bool = False) -> DeckCheckReport:
    """Read each file and collect its problems; with `style` also how its cards break the rules of writing."""
    readings = [(path, read_deck(path)) for path in files]
    problems = [problem for _, reading in readings for problem in reading.problems]
    if style:
        problems += _find_style_problems(readings)
    return DeckCheckReport(
        tuple(problems), sum(len(reading.deck.notes) for _, reading in readings if reading.deck)
    )


def _find_style_problems(readings: Sequence[tuple[Path, DeckReadResult]]) -> Iterator[Problem]:
    decks = [reading.deck for _, reading in readings if reading.deck]
    places = {
        f"{reading.deck.metadata.id}/{note}": (path, place)
        for path, reading in readings
        if reading.deck
        for note, place in reading.position_by_note_id.items()
    }
    kinds = {kind.code: kind for kind in StyleProblemKind}
    for found in check_style(decks):
        path, place = places[found.note_key]
        values = tuple((name, make_printable(value)) for name, value in found.values)
        note = found.note_key.partition("/")[2]
        yield Problem(kinds[found.rule], path, place.line, place.column, note, values)


def add_missing_ids(files: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    """Write the ids that are missing into each file; tells the files that were changed and how many ids
    each was given. OSError when a file can't be written."""
    for path in files:
        count = write_missing_ids(path)
        if count:
            yield path, count
