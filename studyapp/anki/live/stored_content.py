"""Comparing notes with what a running Anki has, by content.

Modification times can't tell: Anki raises them for a star, a tag that was added and removed again, and a new field of the
note type. Fields that only Anki's note type has, and tags that Anki sets itself, are not compared.
"""

import unicodedata
from collections.abc import Collection, Mapping

from studyapp.anki.content_digest import TAGS_SET_BY_ANKI, compute_content_digest
from studyapp.anki.live.note_actions import NoteUpdate
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.package_model import SourceNote


def is_stored_as_sent(note: AnkiNote, stored_note: SourceNote, own_fields: Collection[str]) -> bool:
    """Return whether Anki has the note as it would be sent. `own_fields` are the fields that the note has here."""
    return (
        stored_note.note_type.anki_id == note.note_type.anki_id
        and not _changed_fields(note, stored_note, own_fields)
        and _tags_by_folded(note.tags).keys() == _tags_by_folded(stored_note.tags).keys()
    )


def has_fields(stored_note: SourceNote, own_fields: Collection[str]) -> bool:
    """Return whether Anki's note type has these fields."""
    return set(own_fields) <= set(stored_note.note_type.fields)


def build_note_update(note: AnkiNote, stored_note: SourceNote, own_fields: Collection[str]) -> NoteUpdate:
    """Return the update that gives Anki's note the content of a note."""
    own_tags, stored_tags = _tags_by_folded(note.tags), _tags_by_folded(stored_note.tags)
    changed = _changed_fields(note, stored_note, own_fields)
    stored = _content_by_field(stored_note)
    return NoteUpdate(
        stored_note.note_id,
        changed,
        {name: stored[name] for name in own_fields},
        tuple(tag for folded, tag in own_tags.items() if folded not in stored_tags),
        tuple(tag for folded, tag in stored_tags.items() if folded not in own_tags),
    )


def is_as_last_seen(
    stored_note: SourceNote,
    own_fields: Collection[str],
    common: CommonVersion | None,
    sent: CommonVersion | None,
    content_digest: str,
) -> bool:
    """Return whether a note was not edited in Anki since both sides last agreed.

    That is known from the common version, or from the digest of what Anki had at the last sync, which is empty if there was
    none. The common version may be an export to a file that was never imported in Anki. `sent` is what was exported or sent
    since then, which Anki may have got without that being recorded.
    """
    if any(
        version is not None and _equals_common_version(stored_note, own_fields, version)
        for version in (common, sent)
    ):
        return True
    return content_digest == compute_content_digest(stored_note, own_fields)


def _equals_common_version(
    stored_note: SourceNote, own_fields: Collection[str], common: CommonVersion
) -> bool:
    stored = _content_by_field(stored_note)
    last = dict(zip(common.field_names, common.anki_fields, strict=False))
    return (
        stored_note.note_type.anki_id == common.anki_type_id
        and all(
            _normalize(stored.get(name, "")) == _normalize(last[name]) for name in own_fields if name in last
        )
        and _tags_by_folded(stored_note.tags).keys() == _tags_by_folded(common.anki_tags).keys()
    )


def _changed_fields(
    note: AnkiNote, stored_note: SourceNote, own_fields: Collection[str]
) -> Mapping[str, str]:
    stored = _content_by_field(stored_note)
    return {
        name: content
        for name, content in zip(note.note_type.fields, note.fields, strict=True)
        if name in own_fields and _normalize(content) != stored.get(name)
    }


def _content_by_field(stored_note: SourceNote) -> dict[str, str]:
    return dict(zip(stored_note.note_type.fields, stored_note.fields, strict=False))


def _tags_by_folded(tags: Collection[str]) -> dict[str, str]:
    """Return tags by their folded form, because Anki keeps the first spelling of a tag, without those that it sets."""
    return {tag.casefold(): tag for tag in tags if tag.casefold() not in TAGS_SET_BY_ANKI}


def _normalize(content: str) -> str:
    """Return a field as Anki stores it."""
    return unicodedata.normalize("NFC", content)
