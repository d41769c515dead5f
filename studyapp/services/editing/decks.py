"""Creating, renaming and deleting decks. The id of a deck never changes, so the history of its notes is kept."""

import json
import re
from pathlib import Path

from studyapp.core.note_editing.text_changes import TextChange
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.deck_title_editing import set_deck_title
from studyapp.deckfiles.id_rules import id_collision_key, make_provisional_id
from studyapp.services.editing.steps import edit_errors
from studyapp.services.editing.steps.bin_files import unused_bin_path
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.edit_running import (
    DeckEdit,
    edit_lock,
    record_edit,
    run_edit,
    write_new_edit,
)
from studyapp.services.editing.steps.open_deck import copy_bundled_media, find_deck_file, interpret, open_deck
from studyapp.services.editing.steps.step_files import FileStep, plan_move, plan_whole_file
from studyapp.services.editing.steps.step_storing import store_files
from studyapp.services.editing.steps.text_edit import EditKind, FileEdit, TextEdit
from studyapp.store import decks
from studyapp.store.editing.bin_table import BinRow


def create_deck(environment: EditEnvironment, title: str) -> str:
    """Create a deck without notes in a new file in the user's folder, and return its id, which is made from the title.

    One step that can be undone. Raises EditError or StoreError if that fails; then nothing was changed.
    """
    title = title.strip()
    if not title:
        raise EditError(edit_errors.NO_TITLE)
    with edit_lock(environment.collection):
        deck_id = _make_unused_deck_id(environment, title)
        path = _unused_path(environment.user_decks_folder, deck_id)
        text = f"deck: {json.dumps(deck_id)}\ntitle: {json.dumps(title, ensure_ascii=False)}\nnotes: []\n"
        change = TextChange("", None, text, "")
        step = TextEdit(EditKind.CREATE_DECK, (FileEdit(path, deck_id, (change,)),))
        _run(environment, step, plan_whole_file(path, change))
    return deck_id


def rename_deck(environment: EditEnvironment, deck_id: str, title: LocalizedText) -> None:
    """Change the title of a deck in its file. Its id, its file name and its history stay.

    One step that can be undone. Raises EditError, DeckEditError or StoreError if that fails; then nothing was changed.
    """
    with edit_lock(environment.collection):
        opened = open_deck(environment, deck_id)
        copy_bundled_media(environment, opened)
        data = set_deck_title(opened.data, opened.path, title, opened.reading)
        if data != opened.data:
            edit = DeckEdit(opened, interpret(opened.path, data))
            run_edit(environment, EditKind.RENAME_DECK, [edit], [])


def delete_deck(environment: EditEnvironment, deck_id: str) -> None:
    """Move the file of a deck to the bin. Its media and the history of its notes stay. If it is the user's copy of a
    bundled deck, the bundled one is back.

    One step that can be undone. Raises EditError, also for a bundled deck, or StoreError if that fails; then nothing was
    changed.
    """
    with edit_lock(environment.collection):
        path = find_deck_file(environment, deck_id)
        if path is None:
            raise EditError(edit_errors.UNKNOWN_DECK, deck=deck_id)
        if path.parent == environment.bundled_decks_folder:
            raise EditError(edit_errors.BUNDLED_DECK, deck=deck_id)
        target = unused_bin_path(path)
        with environment.collection.read_transaction() as connection:
            bundled_path = decks.path_replaced_by(connection, deck_id)
        file_edit = FileEdit(target, deck_id, moved_from=path, copy_of=bundled_path)
        _run(environment, TextEdit(EditKind.DELETE_DECK, (file_edit,)), plan_move(target, path))


def restore_deck_file(environment: EditEnvironment, row: BinRow) -> None:
    """Move the file of a deleted deck back from the bin. Call it with `edit_lock`."""
    source = Path(row.file)
    path = source.parent.parent / source.name
    if not source.is_file():
        raise EditError(edit_errors.NOT_IN_BIN, key=row.deck_id)
    if path.exists():
        raise EditError(edit_errors.FILE_IN_THE_WAY, file=path)
    bundled_path = find_deck_file(environment, row.deck_id)
    if bundled_path is not None and bundled_path.parent != environment.bundled_decks_folder:
        raise EditError(edit_errors.DECK_EXISTS, deck=row.deck_id, file=bundled_path)
    file_edit = FileEdit(path, row.deck_id, moved_from=source, copy_of=bundled_path)
    _run(environment, TextEdit(EditKind.RESTORE_DECK, (file_edit,)), plan_move(path, source))


def _run(environment: EditEnvironment, step: TextEdit, file: FileStep) -> None:
    def record(edit_id: int) -> None:
        record_edit(environment.collection, environment.clock, edit_id, step)
        store_files(
            environment.collection,
            environment.clock,
            step.kind,
            [file._replace(copy_of=step.files[0].copy_of)],
        )

    write_new_edit(environment.collection, step, [file], record)


def _make_unused_deck_id(environment: EditEnvironment, title: str) -> str:
    """Return an id that no deck has or ever had: a new deck must not get the history of a deleted one."""
    preferred_id = make_provisional_id(title, "deck")
    with environment.collection.read_transaction() as connection:
        used = set(map(id_collision_key, (*environment.library.deck_ids, *decks.digest_by_deck(connection))))
    number, deck_id = 1, preferred_id
    while id_collision_key(deck_id) in used:
        number += 1
        deck_id = f"{preferred_id}-{number}"
    return deck_id


def _unused_path(folder: Path, name: str) -> Path:
    stem = re.sub(r"[^\w.-]+", "-", name)
    path, number = folder / f"{stem}.yaml", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.yaml"
    return path
