"""The file writes that take an edit back, or make it again, where its texts are still as it left them."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.text_changes import TextChange, apply_changes
from studyapp.services.editing.steps import edit_errors
from studyapp.services.editing.steps.deck_text import join_parts
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.file_writing import FileWrite
from studyapp.services.editing.steps.open_deck import OpenDeck, interpret, read_open_deck
from studyapp.services.editing.steps.text_edit import FileEdit, TextEdit
from studyapp.store.editing.text_edits import Direction


class FileStep(NamedTuple):
    """What happens to one file. `write` is None if the file already is as it should be.

    `before` and `after` are the decks in it, None while there is no file.
    """

    path: Path
    write: FileWrite | None
    before: OpenDeck | None
    after: OpenDeck | None


def plan_files(step: TextEdit, direction: Direction) -> list[FileStep]:
    """Return what happens to the files of an edit, in the order in which they are written.

    Raises EditError if a text that the edit concerns is neither as before it nor as after it.
    """
    if direction is Direction.UNDO:
        return [_plan_file(_reverse_file(file)) for file in reversed(step.files)]
    return [_plan_file(file) for file in step.files]


def _reverse_file(file: FileEdit) -> FileEdit:
    if file.moved_from is not None:
        return file._replace(path=file.moved_from, moved_from=file.path)
    return file._replace(changes=tuple(change.reversed() for change in file.changes))


def _plan_file(file: FileEdit) -> FileStep:
    if file.moved_from is not None:
        return plan_move(file.path, file.moved_from)
    (whole,) = file.changes if [change.key for change in file.changes] == [""] else (None,)
    if whole is not None and None in (whole.before, whole.after):
        return plan_whole_file(file.path, whole)
    opened = read_open_deck(file.path)
    parts = apply_changes(opened.parts, file.changes)
    if parts is None:
        if apply_changes(opened.parts, _reversed_changes(file.changes)) is None:
            raise EditError(edit_errors.CANT_UNDO, file=file.path)
        return FileStep(file.path, None, opened, opened)
    data = join_parts(parts)
    return FileStep(file.path, FileWrite(file.path, opened.data, data), opened, interpret(file.path, data))


def _reversed_changes(changes: Iterable[TextChange]) -> list[TextChange]:
    return [change.reversed() for change in changes]


def plan_whole_file(path: Path, change: TextChange) -> FileStep:
    """Return how a file is created or removed. Raises EditError if it has another content than before the change."""
    before, after = (None if text is None else text.encode() for text in (change.before, change.after))
    current = path.read_bytes() if path.is_file() else None
    if current not in (before, after):
        raise EditError(edit_errors.CANT_UNDO, file=path)
    return FileStep(
        path,
        FileWrite(path, before, after) if current == before else None,
        interpret(path, before) if before is not None else None,
        interpret(path, after) if after is not None else None,
    )


def plan_move(path: Path, moved_from: Path) -> FileStep:
    """Return how a file is moved into the bin or out of it. Raises EditError if that is not possible."""
    if moved_from.is_file() and not path.exists():
        opened = read_open_deck(moved_from)
        return FileStep(path, FileWrite(path, opened.data, opened.data, moved_from), None, opened)
    if path.is_file() and not moved_from.exists():
        return FileStep(path, None, None, read_open_deck(path))
    raise EditError(edit_errors.CANT_UNDO, file=path)
