"""An edit of deck files, as it is stored in the log of text edits."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.note_editing.text_changes import TextChange
from studyapp.core.study.journal import EntryKind
from studyapp.services.journal.journal_writing import CardAction


class EditKind(StrEnum):
    """What an edit does, for the message that it was undone. The values are stored: never change one."""

    SAVE = "save"
    ADD = "add"
    DUPLICATE = "duplicate"
    DELETE = "delete"
    RESTORE = "restore"
    MOVE = "move"
    TAGS = "tags"
    TEXTS = "texts"
    IMPORT = "import"
    CREATE_DECK = "create-deck"
    RENAME_DECK = "rename-deck"
    DELETE_DECK = "delete-deck"
    RESTORE_DECK = "restore-deck"


class FileEdit(NamedTuple):
    """The changes of one file, and the id of its deck.

    If `moved_from` is set, the whole file was moved from there to `path` instead: into or out of the bin. `copy_of` is the
    file of the bundled deck that the file replaces while it is there, if it is the user's copy of one and was created or
    moved.
    """

    path: Path
    deck_id: str
    changes: tuple[TextChange, ...] = ()
    moved_from: Path | None = None
    copy_of: Path | None = None


class TextEdit(NamedTuple):
    """An edit: its files in the order in which they are written, and the actions on cards that belong to it.

    `note_keys` are the notes whose text it changes; for a deck, it is empty.
    """

    kind: EditKind
    files: tuple[FileEdit, ...]
    note_keys: tuple[str, ...] = ()
    actions: tuple[CardAction, ...] = ()

    @property
    def deck_ids(self) -> tuple[str, ...]:
        """The ids of the decks whose files it changes."""
        return tuple(dict.fromkeys(file.deck_id for file in self.files))


def encode_text_edit(edit: TextEdit) -> str:
    """Return the edit as JSON."""
    values = {
        "kind": edit.kind,
        "notes": edit.note_keys,
        "files": [
            {
                "path": str(file.path),
                "deck": file.deck_id,
                "moved_from": str(file.moved_from) if file.moved_from else None,
                "copy_of": str(file.copy_of) if file.copy_of else None,
                "changes": [
                    {"part": one.key, "before": one.before, "after": one.after, "previous": one.previous}
                    for one in file.changes
                ],
            }
            for file in edit.files
        ],
        "actions": [
            {
                "card": list(action.card),
                "kind": action.kind,
                "due_day": action.due_day,
                "moved_to": action.moved_to,
            }
            for action in edit.actions
        ],
    }
    return json.dumps(values, ensure_ascii=False)


def encoded_path(path: Path) -> str:
    """Return the part of an encoded edit that says that it writes or moves a file to this path."""
    return f'"path": {json.dumps(str(path), ensure_ascii=False)}'


def decode_text_edit(text: str) -> TextEdit:
    """Return the edit that `encode_text_edit` encoded."""
    values = json.loads(text)
    return TextEdit(
        EditKind(values["kind"]),
        tuple(map(_decode_file, values["files"])),
        tuple(values["notes"]),
        tuple(map(_decode_action, values["actions"])),
    )


def _decode_file(values: dict[str, Any]) -> FileEdit:
    return FileEdit(
        Path(values["path"]),
        values["deck"],
        tuple(
            TextChange(change["part"], change["before"], change["after"], change["previous"])
            for change in values["changes"]
        ),
        Path(values["moved_from"]) if values["moved_from"] else None,
        Path(values["copy_of"]) if values["copy_of"] else None,
    )


def _decode_action(values: dict[str, Any]) -> CardAction:
    return CardAction(
        CardId(*values["card"]),
        EntryKind(values["kind"]),
        due_day=values["due_day"],
        moved_to=values["moved_to"],
    )
