"""The fields of a draft by name, and which field a problem belongs to."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import MultipleChoice, Note, Reversed, Term
from studyapp.core.notes.note_fields import content_fields
from studyapp.core.notes.note_type import NoteType
from studyapp.core.style.question_answer import plain_text_in
from studyapp.core.style.style_finding import StyleFinding, StyleRule
from studyapp.services.editing.drafts.note_draft import DraftText, NoteDraft, text_fields, written_versions

EXPLANATION, TAGS, SECTION, EVIDENCE, PREREQUISITES, OPTIONS = (
    "why", "tags", "section", "evidence", "requires", "options",
)  # fmt: skip
"""The names of the fields that are not texts of the note type."""

_HTML_PREFIX = "fields/"
_QUESTION_RULES = (
    StyleRule.YES_OR_NO,
    StyleRule.DANGLING_WORD,
    StyleRule.SAME_QUESTION,
    StyleRule.CONFLICTING_ANSWERS,
    StyleRule.NEAR_DUPLICATE,
    StyleRule.ANSWER_VISIBLE,
    StyleRule.META_QUESTION,
)
_FIELD_BY_RULE = {
    StyleRule.LONG_EXPLANATION: EXPLANATION,
    StyleRule.SECTION_MISSING: SECTION,
    StyleRule.EVIDENCE_MISSING: EVIDENCE,
    StyleRule.UNEQUAL_OPTIONS: OPTIONS,
    StyleRule.CROSS_DECK_PREREQUISITE_MISSING: PREREQUISITES,
    StyleRule.CROSS_DECK_CYCLE: PREREQUISITES,
}


class FieldKey(NamedTuple):
    """A field of the editor: its name, the language version, and the index of the option if it is part of one.

    The name is that of the deck file; the HTML fields of custom note types have a prefix (see `html_field`). The name is
    empty for the note as a whole.
    """

    name: str
    language: str = ""
    option: int | None = None


def html_field(name: str) -> str:
    """Return the name of a `FieldKey` for an HTML field of a custom note type."""
    return _HTML_PREFIX + name


def is_html_type(type_name: str, custom_note_types: Mapping[str, CustomNoteType]) -> bool:
    """Return whether the fields of a note type are HTML instead of Markdown."""
    custom_type = custom_note_types.get(type_name)
    return custom_type is not None and not custom_type.builtin_type


def builtin_type(type_name: str, custom_note_types: Mapping[str, CustomNoteType]) -> NoteType:
    """Return the built-in type that a note type is written as; `NoteType.CUSTOM` if its fields are HTML."""
    custom_type = custom_note_types.get(type_name)
    if custom_type is not None:
        return NoteType(custom_type.builtin_type or NoteType.CUSTOM)
    return NoteType(type_name)


def draft_text_fields(type_name: str, custom_note_types: Mapping[str, CustomNoteType]) -> tuple[str, ...]:
    """Return the names of the text fields of a note type, as in `NoteDraft.texts`."""
    if is_html_type(type_name, custom_note_types):
        return custom_note_types[type_name].fields
    return text_fields(builtin_type(type_name, custom_note_types))


def key_name(field_name: str, *, is_html: bool) -> str:
    """Return the name of the `FieldKey` of a text field."""
    return html_field(field_name) if is_html else field_name


def fields_with_text(
    draft: NoteDraft, part: str, custom_note_types: Mapping[str, CustomNoteType]
) -> Iterator[FieldKey]:
    """Yield the fields that contain a text."""
    is_html = is_html_type(draft.type_name, custom_note_types)
    texts: list[tuple[str, int | None, DraftText]] = [
        (key_name(name, is_html=is_html), None, draft.texts.get(name, ()))
        for name in draft_text_fields(draft.type_name, custom_note_types)
    ]
    for index, option in enumerate(draft.options):
        texts += [(OPTIONS, index, option.text), (OPTIONS, index, option.explanation)]
    texts.append((EXPLANATION, None, draft.explanation))
    for name, option_index, text in texts:
        for language, version in written_versions(text):
            if part in version or part.replace(" ", "%20") in version or part.rpartition("/")[2] in version:
                yield FieldKey(name, language, option_index)


def field_of_style_finding(finding: StyleFinding, note: Note) -> FieldKey:
    """Return the field that a finding of the style rules is about."""
    values = dict(finding.values)
    language = values.get("language", "")
    if finding.rule is StyleRule.LANGUAGE_MISSING:
        return FieldKey(values["field"])
    name = _FIELD_BY_RULE.get(finding.rule, values.get("field"))
    if name == "diagram":  # its parts are no fields
        name = ""
    if name is None:
        is_question = finding.rule in _QUESTION_RULES
        name = _question_field(note) if is_question else _answer_field(note, language, values)
    return FieldKey(name, language if name != OPTIONS else "")


def _question_field(note: Note) -> str:
    if isinstance(note.content, Term):  # the rules check the card that asks for the term
        return "definition"
    return next(iter(content_fields(note.content)), "")


def _answer_field(note: Note, language: str, values: Mapping[str, str]) -> str:
    if isinstance(note.content, MultipleChoice):
        return OPTIONS
    fields = content_fields(note.content)
    if isinstance(note.content, Reversed):
        is_front = str(len(plain_text_in(note.content.front, language))) == values.get("length")
        return "front" if is_front else "back"
    if isinstance(note.content, Term):
        return "definition"
    return next(reversed(fields), "")
