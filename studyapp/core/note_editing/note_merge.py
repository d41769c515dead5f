"""Merging two edits of the same note, field by field."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple

from studyapp.core.notes.note import CustomContent, Note, NoteContent
from studyapp.core.text.localized_text import LocalizedText

TYPE_FIELD = "type"
"""The name, in a merge, of the whole content of a note whose type was changed."""


class NoteMerge(NamedTuple):
    """The result of a merge. `changed` are the names of the fields that only the other edit changed, `conflicts` those
    that both changed in different ways; there, `note` has the text of one's own edit.

    Names are those of deck files, followed by a language if only one version of a text is meant: `front` or `front.en`.
    """

    note: Note
    changed: tuple[str, ...]
    conflicts: tuple[str, ...]


_UNKNOWN = object()
"""The value of a field in an unknown base. It differs from every value."""


class _FieldChanges:
    """What the other edit changed, and what both changed."""

    def __init__(self, prefer_theirs: Collection[str]) -> None:
        self._prefer_theirs = prefer_theirs
        self.changed: list[str] = []
        self.conflicts: list[str] = []

    def merge(self, name: str, base: Any, mine: Any, theirs: Any) -> Any:
        """Return the merged value. Texts in several languages are merged language by language."""
        if theirs in (base, mine):
            return mine
        if mine == base:
            self.changed.append(name)
            return theirs
        if all(isinstance(value, LocalizedText) and value.languages for value in (base, mine, theirs)):
            return self._merge_texts(name, base, mine, theirs)
        return self._resolve(name, mine, theirs)

    def _resolve(self, name: str, mine: Any, theirs: Any) -> Any:
        if name in self._prefer_theirs:
            self.changed.append(name)
            return theirs
        self.conflicts.append(name)
        return mine

    def _merge_texts(
        self, name: str, base: LocalizedText, mine: LocalizedText, theirs: LocalizedText
    ) -> LocalizedText:
        texts = [dict(text.versions) for text in (base, mine, theirs)]
        languages = dict.fromkeys((*mine.languages, *theirs.languages))
        merged = {
            language: self.merge(f"{name}.{language}", *(text.get(language) for text in texts))
            for language in languages
        }
        versions = tuple((language, text) for language, text in merged.items() if text is not None)
        if not versions:  # each edit removed the versions that the other one left
            resolved: LocalizedText = self._resolve(name, mine, theirs)
            return resolved
        return LocalizedText(versions)


def merge_notes(
    base: Note | None, mine: Note, theirs: Note, *, prefer_theirs: Collection[str] = frozenset()
) -> NoteMerge:
    """Merge two edits of a note: `mine` and `theirs` were both made from `base`. All have the same key.

    If `base` is not known, every difference is a conflict, except in tags: the note gets those of both. A conflict in a
    field of `prefer_theirs` is resolved with the text of the other edit.
    """
    changes = _FieldChanges(prefer_theirs)
    content = _merge_content(changes, base.content if base else None, mine.content, theirs.content)
    values = {
        attribute: changes.merge(
            name, getattr(base, attribute, _UNKNOWN), getattr(mine, attribute), getattr(theirs, attribute)
        )
        for attribute, name in _NAME_BY_ATTRIBUTE.items()
    }
    values["tags"] = _merge_tags(changes, base.tags if base else (), mine.tags, theirs.tags)
    return NoteMerge(
        replace(mine, content=content, **values), tuple(changes.changed), tuple(changes.conflicts)
    )


_NAME_BY_ATTRIBUTE: Mapping[str, str] = {
    "section": "section",
    "evidence": "evidence",
    "prerequisites": "requires",
    "explanation": "why",
    "anki_guid": "guid",
    "original_note_type": TYPE_FIELD,
}
"""The fields that all notes have, except tags."""


def _merge_tags(
    changes: _FieldChanges, base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """Keep what either edit added, and leave out what either removed."""
    if theirs in (base, mine):
        return mine
    changes.changed.append("tags")
    kept = [tag for tag in mine if tag in theirs or tag not in base]
    return (*kept, *(tag for tag in theirs if tag not in base and tag not in kept))


def _merge_content(
    changes: _FieldChanges, base: NoteContent | None, mine: NoteContent, theirs: NoteContent
) -> NoteContent:
    known = mine if base is None else base
    if not (_have_same_fields(known, mine) and _have_same_fields(known, theirs)):
        merged: NoteContent = changes.merge(TYPE_FIELD, _UNKNOWN if base is None else base, mine, theirs)
        return merged
    if isinstance(mine, CustomContent) and isinstance(theirs, CustomContent):
        base_fields = base.fields if isinstance(base, CustomContent) else [_UNKNOWN] * len(mine.fields)
        merged_fields = (
            changes.merge(name, *values)
            for name, *values in zip(
                mine.note_type.fields, base_fields, mine.fields, theirs.fields, strict=True
            )
        )
        return replace(mine, fields=tuple(merged_fields))
    values = {
        name: changes.merge(name, getattr(base, name, _UNKNOWN), getattr(mine, name), getattr(theirs, name))
        for name in _iterate_field_names(mine)
    }
    return replace(mine, **values)


def _have_same_fields(one: NoteContent, other: NoteContent) -> bool:
    if isinstance(one, CustomContent) and isinstance(other, CustomContent):
        return one.note_type == other.note_type
    return type(one) is type(other)


def _iterate_field_names(content: NoteContent) -> Iterator[str]:
    return (field.name for field in fields(content))
