"""Choosing between two versions of a note field by field. Fields are named as in `core.note_editing.note_merge`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from studyapp.core.note_editing.note_merge import TYPE_FIELD
from studyapp.services.editing.drafts.draft_fields import (
    EVIDENCE,
    EXPLANATION,
    OPTIONS,
    PREREQUISITES,
    SECTION,
    TAGS,
)
from studyapp.services.editing.drafts.note_draft import DraftText, NoteDraft, written_versions

_ATTRIBUTE_BY_FIELD: Mapping[str, str] = {
    OPTIONS: "options",
    TAGS: "tags",
    SECTION: "section",
    EVIDENCE: "evidence",
    PREREQUISITES: "prerequisites",
    EXPLANATION: "explanation",
    "guid": "anki_guid",
}


def take_fields(draft: NoteDraft, other: NoteDraft, field_names: Iterable[str]) -> NoteDraft:
    """Return the draft with these fields of another draft of the same note."""
    for field_name in field_names:
        draft = _take_field(draft, other, field_name)
    return draft


def take_changes(draft: NoteDraft, before: NoteDraft, after: NoteDraft) -> NoteDraft:
    """Return the draft with what differs between two other drafts, as it is in `after`.

    Texts are compared version by version. If the note type differs, the result is `after`.
    """
    if before.type_name != after.type_name:
        return after
    texts = dict(draft.texts)
    for name, text in after.texts.items():
        texts[name] = _take_changed_versions(texts.get(name, ()), before.texts.get(name, ()), text)
    attributes = ("deck_id", *_ATTRIBUTE_BY_FIELD.values())
    changes = {
        name: getattr(after, name) for name in attributes if getattr(after, name) != getattr(before, name)
    }
    explanation = _take_changed_versions(draft.explanation, before.explanation, after.explanation)
    return replace(draft, texts=texts, **{**changes, "explanation": explanation})


def _take_changed_versions(text: DraftText, before: DraftText, after: DraftText) -> DraftText:
    old, new = dict(before), dict(after)
    for language in dict.fromkeys((*old, *new)):
        if old.get(language, "") != new.get(language, ""):
            text = _take_version(text, after, language)
    return text


def _take_field(draft: NoteDraft, other: NoteDraft, field_name: str) -> NoteDraft:
    if field_name == TYPE_FIELD:
        return replace(
            draft, type_name=other.type_name, texts=other.texts, options=other.options, drawing=other.drawing
        )
    if field_name in other.texts:
        return replace(draft, texts={**draft.texts, field_name: other.texts[field_name]})
    attribute = _ATTRIBUTE_BY_FIELD.get(field_name)
    if attribute is not None:
        changes = {attribute: getattr(other, attribute)}
        return replace(draft, **changes)
    name, _, language = field_name.rpartition(".")
    if name == EXPLANATION:
        return replace(draft, explanation=_take_version(draft.explanation, other.explanation, language))
    text = _take_version(draft.texts.get(name, ()), other.texts.get(name, ()), language)
    return replace(draft, texts={**draft.texts, name: text})


def _take_version(text: DraftText, other: DraftText, language: str) -> DraftText:
    """Return the text with one version of another text, which may lack it."""
    versions = dict(text)
    versions.pop(language, None)
    other_versions = dict(other)
    if language not in other_versions:
        return tuple(versions.items())
    order = [tag for tag, _ in text] + [language]
    return tuple(
        (tag, other_versions[tag] if tag == language else versions[tag]) for tag in dict.fromkeys(order)
    )


def describe_field(draft: NoteDraft, field_name: str) -> str:
    """Return what a field of the draft says, for comparing two drafts. Empty if it is blank."""
    if field_name == TYPE_FIELD:
        texts = [_join(text) for text in draft.texts.values()]
        return "\n".join(filter(None, [draft.type_name, *texts, describe_field(draft, OPTIONS)]))
    if field_name in draft.texts:
        return _join(draft.texts[field_name])
    if field_name == OPTIONS:
        return "\n".join(
            " ".join(
                filter(
                    None, ["✓" if option.is_correct else "–", _join(option.text), _join(option.explanation)]
                )
            )
            for option in draft.options
        )
    if field_name == EXPLANATION:
        return _join(draft.explanation)
    attribute = _ATTRIBUTE_BY_FIELD.get(field_name)
    if attribute is not None:
        value = getattr(draft, attribute)
        return value if isinstance(value, str) else " ".join(value)
    name, _, language = field_name.rpartition(".")
    text = draft.explanation if name == EXPLANATION else draft.texts.get(name, ())
    return dict(text).get(language, "")


def _join(text: DraftText) -> str:
    return "\n".join(version for _, version in written_versions(text))
