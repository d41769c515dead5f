"""Checking deck files, in any folder, without the collection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studyapp.core.notes.media_names import media_folder, safe_media_name
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.notes.note_codec import encode_note
from studyapp.core.style.style_check import check_style
from studyapp.core.transfer.markdown_images import find_media_paths
from studyapp.core.transfer.media_references import find_media_names
from studyapp.deckfiles.problems.media_problem_kinds import MediaProblemKind
from studyapp.deckfiles.problems.problem import Problem, make_printable
from studyapp.deckfiles.problems.style_problem_kinds import StyleProblemKind
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck
from studyapp.deckfiles.writing.id_writing import write_missing_ids
from studyapp.deckfiles.yaml_nodes import FILE_START, Position
from studyapp.services.library.library_refresh import has_deck_file_suffix
from studyapp.services.library.media_files import path_below


@dataclass(frozen=True, slots=True)
class DeckCheckReport:
    """The problems of the checked files and the number of usable notes in them."""

    problems: tuple[Problem, ...]
    note_count: int


def find_deck_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files in `paths`, and the deck files directly inside the folders in `paths`.

    A missing path with a suffix is returned too, so that reading it reports the problem.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files.extend(sorted(file for file in path.iterdir() if has_deck_file_suffix(file)))
        elif path.exists() or path.suffix:
            files.append(path)
    return files


def check_deck_files(
    files: Sequence[Path], *, style: bool = False, bundled_folder: Path | None = None
) -> DeckCheckReport:
    """Read the files and return their problems, missing media included; `style` adds violations of the writing rules.

    Decks in `bundled_folder` are left out if another file has the same deck: the user's copy, which replaces it.
    """
    results = _without_replaced_decks([(path, read_deck(path)) for path in files], bundled_folder)
    problems = [problem for _, result in results for problem in result.problems]
    problems += [problem for path, result in results for problem in _find_missing_media(path, result)]
    if style:
        problems += _find_style_problems(results)
    return DeckCheckReport(
        tuple(problems), sum(len(result.deck.notes) for _, result in results if result.deck)
    )


def _without_replaced_decks(
    results: list[tuple[Path, DeckReadResult]], bundled_folder: Path | None
) -> list[tuple[Path, DeckReadResult]]:
    other_ids = {
        result.deck.metadata.id for path, result in results if result.deck and path.parent != bundled_folder
    }
    return [
        (path, result)
        for path, result in results
        if path.parent != bundled_folder or result.deck is None or result.deck.metadata.id not in other_ids
    ]


def _find_missing_media(path: Path, result: DeckReadResult) -> Iterator[Problem]:
    """Yield a problem for each image and sound of a note that is not there."""
    for note in result.deck.notes if result.deck else ():
        position = result.position_by_note_id[note.id]
        for name in find_missing_media(note, path.parent):
            values = (("file", make_printable(name)),)
            yield Problem(
                MediaProblemKind.MISSING_FILE, path, position.line, position.column, note.id, values
            )


def find_missing_media(note: Note, folder: Path) -> Iterator[str]:
    """Yield the paths of the images and sounds of a note that are missing below `folder`, the folder of its deck
    file."""
    for name in dict.fromkeys(_media_paths(note)):
        file = path_below(folder, name)
        if file is not None and not file.is_file():
            yield name


def _media_paths(note: Note) -> Iterator[str]:
    if not isinstance(note.content, CustomContent):
        yield from find_media_paths(encode_note(note))
        return
    for media_name in find_media_names("\n".join(note.content.fields)):
        name = safe_media_name(media_name)
        if name is not None:
            yield f"{media_folder(note.deck_id)}/{name}"


def _find_style_problems(results: Sequence[tuple[Path, DeckReadResult]]) -> Iterator[Problem]:
    decks = [result.deck for _, result in results if result.deck]
    location_by_key: dict[str, tuple[Path, Position]] = {
        f"{result.deck.metadata.id}/{note_id}": (path, position)
        for path, result in results
        if result.deck
        for note_id, position in result.position_by_note_id.items()
    } | {result.deck.metadata.id: (path, FILE_START) for path, result in results if result.deck}
    kind_by_code = {kind.code: kind for kind in StyleProblemKind}
    for finding in check_style(decks):
        path, position = location_by_key[finding.note_key]
        values = tuple((name, make_printable(value)) for name, value in finding.values)
        note_id = finding.note_key.partition("/")[2]
        yield Problem(kind_by_code[finding.rule], path, position.line, position.column, note_id, values)


def add_missing_ids(files: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    """Write missing ids into the files and yield each changed file with the number of ids added.

    Raises OSError if a file can't be written.
    """
    for path in files:
        count = write_missing_ids(path)
        if count:
            yield path, count
