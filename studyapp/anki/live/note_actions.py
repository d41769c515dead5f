"""Updates fields and tags of existing notes in a running Anki.

A package would also set the deck's preset, and Anki compares modification times to decide whether it takes a note from a
package. These actions do as they are told, and leave decks, presets, note types and fields that only Anki has alone.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from studyapp.anki.live.ankiconnect import (
    CHANGE_TIMEOUT,
    AnkiConnectClient,
    reject_unexpected_answer,
)
from studyapp.core.text.html_entities import replace_invalid_entities

_NOTES_PER_REQUEST = 25
"""Notes updated per request. With Anki's browser open, each update takes a while."""


class NoteUpdate(NamedTuple):
    """An update of a note in Anki. `html_by_field` are the fields to change, and `expected_html_by_field` what they were
    when the note was read."""

    note_id: int
    html_by_field: Mapping[str, str]
    expected_html_by_field: Mapping[str, str]
    added_tags: tuple[str, ...] = ()
    removed_tags: tuple[str, ...] = ()


def update_notes(
    client: AnkiConnectClient, updates: Sequence[NoteUpdate], on_progress: Callable[[int], None]
) -> None:
    """Update the notes whose fields were not changed in Anki meanwhile.

    Anki adds and removes cards as in its editor. Raises AnkiConnectError if that fails. `on_progress` gets the number of
    finished updates, and may raise to cancel.
    """
    for start in range(0, len(updates), _NOTES_PER_REQUEST):
        on_progress(start)
        batch = _select_unchanged(client, updates[start : start + _NOTES_PER_REQUEST])
        client.call_multi(
            "updateNoteFields",
            [
                {"note": {"id": update.note_id, "fields": dict(update.html_by_field)}}
                for update in batch
                if update.html_by_field
            ],
            timeout=CHANGE_TIMEOUT,
        )
        _change_tags(client, "removeTags", [(update.note_id, update.removed_tags) for update in batch])
        _change_tags(client, "addTags", [(update.note_id, update.added_tags) for update in batch])


def delete_notes(client: AnkiConnectClient, note_ids: Sequence[int]) -> None:
    """Delete notes in Anki, given by id, with their cards."""
    if note_ids:
        client.call("deleteNotes", timeout=CHANGE_TIMEOUT, notes=list(note_ids))


def _select_unchanged(client: AnkiConnectClient, updates: Sequence[NoteUpdate]) -> list[NoteUpdate]:
    answer = client.call("notesInfo", notes=[update.note_id for update in updates])
    with reject_unexpected_answer("notesInfo"):
        html_by_field_by_id = {
            note["noteId"]: {
                name: replace_invalid_entities(field["value"]) for name, field in note["fields"].items()
            }
            for note in answer
            if note
        }
    return [
        update
        for update in updates
        if update.note_id in html_by_field_by_id
        and update.expected_html_by_field.items() <= html_by_field_by_id[update.note_id].items()
    ]


def _change_tags(
    client: AnkiConnectClient, action: str, tags_by_note: Sequence[tuple[int, tuple[str, ...]]]
) -> None:
    notes_by_tags: dict[str, list[int]] = defaultdict(list)
    for note_id, tags in tags_by_note:
        if tags:
            notes_by_tags[" ".join(tags)].append(note_id)
    for tags_text, note_ids in notes_by_tags.items():
        client.call(action, timeout=CHANGE_TIMEOUT, notes=note_ids, tags=tags_text)
