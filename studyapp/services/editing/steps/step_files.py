"""Planning the file writes that undo or redo an edit. Texts that were changed since are not overwritten."""

from pathlib import Path
from typing import NamedTuple

from studyapp.core.note_editing.text_changes import TextChange, apply_changes
from studyapp.services.editing.steps import edit_errors
from studyapp.services.editing.steps.bin_files import is_moved_to_bin
from studyapp.services.editing.steps.deck_text import join_parts
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.file_writing import FileWrite
from studyapp.services.editing.steps.open_deck import OpenDeck, interpret, read_bundled_deck, read_open_deck
from studyapp.services.editing.steps.text_edit import FileEdit, TextEdit
from studyapp.store.editing.text_edits import Direction


class FileStep(NamedTuple):
    """What happens to one file. `write` is None if the file already is as it should be.

    `before` and `after` are the decks in it, None while there is no file, and the bundled deck while the user has no copy of
    it. `copy_of` and `moved_from` are those of its `FileEdit`.
    """

    path: Path
    write: FileWrite | None
    before: OpenDeck | None
    after: OpenDeck | None
    copy_of: Path | None = None
    moved_from: Path | None = None


def plan_files(step: TextEdit, direction: Direction) -> list[FileStep]:
    """Return what happens to the files of an edit, in the order in which they are written.

    Raises EditError if a text that the edit concerns is neither as before it nor as after it.
    """
    if direction is Direction.UNDO:
        files = [_reverse_file(file) for file in reversed(step.files)]
    else:
        files = list(step.files)
    return [_with_bundled_deck(_plan_file(file), file) for file in files]


def _with_bundled_deck(step: FileStep, file: FileEdit) -> FileStep:
    """Return the step with the bundled deck as the one before or after it, while the user has no copy."""
    bundled = read_bundled_deck(file.copy_of) if file.moved_from is None else None
    return step._replace(before=step.before or bundled, after=step.after or bundled, copy_of=file.copy_of)


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
    if not file.path.exists():
        raise EditError(edit_errors.UNKNOWN_DECK, deck=file.deck_id)
    opened = read_open_deck(file.path)
    parts = apply_changes(opened.parts, file.changes)
    if parts is None:
        parts_before = apply_changes(opened.parts, [change.reversed() for change in file.changes])
        if parts_before is None:
            raise EditError(edit_errors.CANT_UNDO, file=file.path)
        return FileStep(file.path, None, interpret(file.path, join_parts(parts_before)), opened)
    data = join_parts(parts)
    return FileStep(file.path, FileWrite(file.path, opened.data, data), opened, interpret(file.path, data))


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
        write = FileWrite(path, opened.data, opened.data, moved_from)
        # Drawings and the places of problems depend on the path.
        after = opened if is_moved_to_bin(path, moved_from) else interpret(path, opened.data)
        return FileStep(path, write, None, after, moved_from=moved_from)
    if path.is_file() and not moved_from.exists():
        return FileStep(path, None, None, read_open_deck(path), moved_from=moved_from)
    if path.exists():
        raise EditError(edit_errors.FILE_IN_THE_WAY, file=path)
    raise EditError(edit_errors.FILE_MISSING, file=moved_from)
