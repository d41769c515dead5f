"""Converting the fields of a note that were changed in Anki for its deck file."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import NamedTuple

from studyapp.anki.changes.media_paths import MediaPaths
from studyapp.anki.note_shapes import WHY_FIELD, NoteShape
from studyapp.anki.reading.note_conversion import ConvertedNote, convert_note
from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.core.cards.custom_cards import generate_custom_cards
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.media_names import safe_media_name
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.media_references import find_media_names
from studyapp.core.transfer.package_model import SourceNote

_PLACEHOLDER, _CLOZE_PLACEHOLDER = "x", "{{c1::x}}"
"""The text of unchanged fields during the conversion of the others."""


class ConvertedFields(NamedTuple):
    """A note with changed fields, its new media by path (see `ConvertedNote`), and the changes that it can't express."""

    note: Note
    media_name_by_path: Mapping[str, str]
    losses: tuple[Loss, ...] = ()


def convert_whole_note(note: Note, source: SourceNote, media: MediaPaths) -> ConvertedFields | Loss:
    """Return the note with all of its content taken from Anki, for a note whose note type was changed there."""
    converted = convert_note(source, media.folder, media.in_package)
    return converted if isinstance(converted, Loss) else _replace_content(note, converted)


def convert_changed_fields(
    base: CommonVersion, changed: Mapping[str, str], source: SourceNote, media: MediaPaths
) -> ConvertedFields | Loss:
    """Return the note of the common version, which came from Anki, with these fields changed. `changed` is HTML by name.

    A note in Markdown that can't express the new text becomes a note of its own type, with HTML. Return a loss if the
    note would have no card.
    """
    own_type = base.note.custom_note_type
    assert own_type is not None
    losses = tuple(
        Loss(LossKind.FIELD_ONLY_IN_ANKI, note_excerpt(source), name)
        for name in changed
        if name not in own_type.fields
    )
    own_changes = {name: html for name, html in changed.items() if name in own_type.fields}
    converted = (
        _change_html(base.note, base.note.content, own_changes, source, media)
        if isinstance(base.note.content, CustomContent)
        else _change_markdown(base, own_type, own_changes, source, media)
    )
    if isinstance(converted, Loss):
        return converted
    return converted._replace(losses=(*converted.losses, *losses))


def _change_html(
    note: Note, content: CustomContent, changed: Mapping[str, str], source: SourceNote, media: MediaPaths
) -> ConvertedFields | Loss:
    by_name = {**dict(zip(content.note_type.fields, content.fields, strict=True)), **changed}
    edited = replace(content, fields=tuple(by_name.values()))
    if not generate_custom_cards(edited, source.tags):
        return Loss(LossKind.EMPTIED_IN_ANKI, note_excerpt(source))
    known_names = set(find_media_names(" ".join(content.fields)))
    names = [name for html in changed.values() for name in find_media_names(html)]
    media_name_by_path = {
        f"{media.folder}/{safe_name}": name
        for name in names
        if name in media.in_package and (safe_name := safe_media_name(name))
    }
    losses = tuple(
        Loss(LossKind.MISSING_MEDIA, note_excerpt(source), name)
        for name in dict.fromkeys(names)
        if name not in media.in_package and name not in known_names
    )
    return ConvertedFields(replace(note, content=edited), media_name_by_path, losses)


def _change_markdown(
    base: CommonVersion,
    own_type: CustomNoteType,
    changed: Mapping[str, str],
    source: SourceNote,
    media: MediaPaths,
) -> ConvertedFields | Loss:
    note_type = own_type._replace(id="", builtin_type="", field_roles=())
    role_by_field = dict(zip(own_type.fields, own_type.field_roles, strict=False))
    known = {**dict(zip(base.field_names, base.anki_fields, strict=False)), **changed}
    html = {name: known.get(name, "") for name in own_type.fields}
    is_cloze = own_type.builtin_type == NoteShape.CLOZE
    probe = {
        name: text
        if name in changed or not text
        else _CLOZE_PLACEHOLDER
        if is_cloze and role_by_field.get(name) == "text"
        else _PLACEHOLDER
        for name, text in html.items()
    }
    # The unchanged fields are left out, because they may be converted differently by now.
    converted = convert_note(
        source._replace(note_type=note_type, fields=tuple(probe.values())), media.folder, media.in_package
    )
    if isinstance(converted, Loss):
        return Loss(LossKind.EMPTIED_IN_ANKI, note_excerpt(source))
    if type(converted.content) is type(base.note.content) and converted.original_note_type is not None:
        changed_roles = {role_by_field.get(name, "") for name in changed}
        return _take_fields(base.note, converted, changed_roles, own_type)
    whole = convert_note(
        source._replace(note_type=note_type, fields=tuple(html.values())), media.folder, media.in_package
    )
    return whole if isinstance(whole, Loss) else _replace_content(base.note, whole)


def _take_fields(
    note: Note, converted: ConvertedNote, changed_roles: set[str], own_type: CustomNoteType
) -> ConvertedFields:
    """Return the note with the content of these roles from a converted note of the same type."""
    new_type = converted.original_note_type
    assert new_type is not None
    new_texts = {
        field.name: getattr(converted.content, field.name)
        for field in fields(note.content)
        if field.name in changed_roles
    }
    content = replace(note.content, **new_texts)
    takes_explanation = WHY_FIELD in changed_roles or WHY_FIELD not in own_type.field_roles
    explanation = converted.explanation if takes_explanation else note.explanation
    roles = zip(own_type.field_roles, new_type.field_roles, strict=True)
    has_new_roles = any(new not in ("", old) for old, new in roles)
    return ConvertedFields(
        replace(
            note,
            content=content,
            explanation=explanation,
            original_note_type=new_type if has_new_roles else own_type,
        ),
        converted.media_name_by_path,
        converted.losses,
    )


def _replace_content(note: Note, converted: ConvertedNote) -> ConvertedFields:
    edited = replace(
        note,
        content=converted.content,
        explanation=converted.explanation,
        original_note_type=converted.original_note_type,
    )
    return ConvertedFields(edited, converted.media_name_by_path, converted.losses)
