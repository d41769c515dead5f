"""Merging an edited note with what its file has now."""

from studyapp.core.note_editing.note_merge import NoteMerge, merge_notes
from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.note_source import find_note_source
from studyapp.deckfiles.editing.note_source_text import written_id
from studyapp.services.editing.steps.open_deck import OpenDeck


def merge_with_file(opened: OpenDeck, base: Note, edited: Note, theirs: Note) -> NoteMerge:
    """Merge `edited`, which was made from `base`, with `theirs`, the note with the same id in the file.

    A note without an id in the file has one that is made from the start of its text. If something else of it differs, it may
    be another note with that start, so that each difference is a conflict.
    """
    merge = merge_notes(base, edited, theirs)
    if merge.changed and not _has_written_id(opened, theirs.id):
        return merge._replace(changed=(), conflicts=(*merge.conflicts, *merge.changed))
    return merge


def _has_written_id(opened: OpenDeck, note_id: str) -> bool:
    source = find_note_source(opened.data, opened.path, note_id, opened.reading)
    return bool(written_id(source.text))
