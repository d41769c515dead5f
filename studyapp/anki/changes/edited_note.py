"""A note with the changes that were made in Anki."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from studyapp.anki.changes.anki_tags import change_tags
from studyapp.anki.changes.converted_fields import ConvertedFields, convert_changed_fields, convert_whole_note
from studyapp.anki.changes.media_paths import MediaPaths
from studyapp.anki.changes.studyapp_fields import read_changed_studyapp_fields
from studyapp.core.notes.note import Note
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import SourceNote


class EditedNote(NamedTuple):
    """A note as it is after the changes in Anki. Media are as in `ConvertedNote`, and `losses` are the changes that it
    can't express."""

    note: Note
    media_name_by_path: Mapping[str, str]
    losses: tuple[Loss, ...] = ()


def find_changed_fields(base: CommonVersion, source: SourceNote) -> dict[str, str]:
    """Return the new HTML of the fields that were changed in Anki since the common version, by name."""
    html_then = dict(zip(base.field_names, base.anki_fields, strict=False))
    html_now = dict(zip(source.note_type.fields, source.fields, strict=False))
    return {name: html for name, html in html_now.items() if html != html_then.get(name, "")}


def read_edited_note(base: CommonVersion, source: SourceNote, media: MediaPaths) -> EditedNote | Loss:
    """Return the note of the common version with the changes made in Anki since then.

    Return a loss if the note would have no card.
    """
    changed = find_changed_fields(base, source)
    if source.note_type.anki_id != base.anki_type_id:
        converted = convert_whole_note(base.note, source, media)
    elif base.note.custom_note_type is None:
        converted = read_changed_studyapp_fields(base, changed, source, media)
    elif changed:
        converted = convert_changed_fields(base, changed, source, media)
    else:
        converted = ConvertedFields(base.note, {})
    if isinstance(converted, Loss):
        return converted
    tags = change_tags(base.note.tags, base.anki_tags, source.tags)
    return EditedNote(
        replace(converted.note, tags=tags),
        converted.media_name_by_path,
        tuple(loss._replace(line=source.line) for loss in converted.losses),
    )
