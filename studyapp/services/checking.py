"""Checking deck files, wherever they lie, without the collection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studyapp.deckfiles.identify import write_missing_ids
from studyapp.deckfiles.problem import Problem
from studyapp.deckfiles.reading import read_deck
from studyapp.services.library_reading import DECK_SUFFIXES


@dataclass(frozen=True, slots=True)
class Findings:
    """The problems of some files, and how many of their notes can be used."""

    problems: tuple[Problem, ...]
    notes: int


def deck_files(places: Sequence[Path]) -> list[Path]:
    """The files named, and the deck files right in the folders named."""
    found: list[Path] = []
    for place in places:
        if place.is_dir():
            found.extend(sorted(path for path in place.iterdir() if path.suffix in DECK_SUFFIXES))
        elif place.exists() or place.suffix:
            found.append(place)
    return found


def check_files(files: Sequence[Path]) -> Findings:
    """Read each file and collect its problems."""
    readings = [read_deck(path) for path in files]
    problems = tuple(problem for reading in readings for problem in reading.problems)
    return Findings(problems, sum(len(reading.deck.notes) for reading in readings if reading.deck))


def write_ids(files: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    """Write the ids that are missing into each file; tells the files that were changed and how many ids
    each was given. OSError when a file can't be written."""
    for path in files:
        count = write_missing_ids(path)
        if count:
            yield path, count
