"""Drafts of notes: what the fields of an editor hold, whether or not it is a valid note."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from studyapp.core.notes.drawing import Drawing
from studyapp.core.notes.note import AnswerOption, CustomContent, Diagram, Note
from studyapp.core.notes.note_fields import content_fields, note_type_of
from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES, NoteType
from studyapp.core.text.localized_text import LocalizedText

DraftText = tuple[tuple[str, str], ...]
"""The versions of a text as (language, text) pairs, as in `LocalizedText`. A version may be blank; then it is not
written."""


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """An option of a multiple-choice question."""

    text: DraftText = ()
    is_correct: bool = False
    explanation: DraftText = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in the option. A blank option is left out of the note."""
        return not self.is_correct and is_blank(self.text) and is_blank(self.explanation)


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """The texts of a note by field.

    `type_name` is what `type` would be in the deck file: the name of a built-in note type, or the id of a custom note
    type. `texts` are the texts by field name; the fields of a custom note type that are HTML have one version without
    a language. `note_id` is empty for a note that is not in a deck yet. `prerequisites` are written as in the deck
    file. `drawing` is the drawing of a diagram note.
    """

    deck_id: str
    type_name: str
    texts: Mapping[str, DraftText] = field(default_factory=dict)
    options: tuple[OptionDraft, ...] = ()
    tags: tuple[str, ...] = ()
    section: str = ""
    evidence: str = ""
    prerequisites: tuple[str, ...] = ()
    explanation: DraftText = ()
    note_id: str = ""
    anki_guid: str = ""
    drawing: Drawing | None = None


def is_blank(text: DraftText) -> bool:
    """Return whether no version of the text has more than whitespace."""
    return not any(version.strip() for _, version in text)


def written_versions(text: DraftText) -> DraftText:
    """Return the versions of the text that are not blank."""
    return tuple((language, version) for language, version in text if version.strip())


def have_same_content(one: NoteDraft, other: NoteDraft) -> bool:
    """Return whether two drafts say the same, whatever blank fields they have."""
    return _without_blanks(one) == _without_blanks(other)


def have_same_texts(one: NoteDraft, other: NoteDraft) -> bool:
    """Return whether two drafts ask and explain the same, whatever else they say."""
    return have_same_content(
        replace(one, tags=(), section="", prerequisites=()),
        replace(other, tags=(), section="", prerequisites=()),
    )


def draft_for_next_note(draft: NoteDraft, kept_fields: Collection[str]) -> NoteDraft:
    """Return the draft of a new note with the type and the deck of this one, and with these fields by name."""
    return NoteDraft(
        draft.deck_id,
        draft.type_name,
        {name: text for name, text in draft.texts.items() if name in kept_fields},
        tags=draft.tags if "tags" in kept_fields else (),
        section=draft.section if "section" in kept_fields else "",
        explanation=draft.explanation if "why" in kept_fields else (),
    )


def _without_blanks(draft: NoteDraft) -> NoteDraft:
    texts = {name: written_versions(text) for name, text in draft.texts.items() if not is_blank(text)}
    options = tuple(
        OptionDraft(written_versions(option.text), option.is_correct, written_versions(option.explanation))
        for option in draft.options
        if not option.is_blank
    )
    return replace(draft, texts=texts, options=options, explanation=written_versions(draft.explanation))


def draft_of_note(note: Note) -> NoteDraft:
    """Return the draft of a note. Checking it unchanged gives the same note."""
    custom_note_type = note.custom_note_type
    return NoteDraft(
        deck_id=note.deck_id,
        type_name=custom_note_type.id if custom_note_type else str(note_type_of(note.content)),
        texts=_texts_of(note),
        options=_options_of(note),
        tags=note.tags,
        section=note.section,
        evidence=str(note.evidence or ""),
        prerequisites=tuple(key.removeprefix(f"{note.deck_id}/") for key in note.prerequisites),
        explanation=_draft_text(note.explanation),
        note_id=note.id,
        anki_guid=note.anki_guid,
        drawing=note.content.drawing if isinstance(note.content, Diagram) else None,
    )


def _texts_of(note: Note) -> dict[str, DraftText]:
    if isinstance(note.content, CustomContent):
        named_fields = zip(note.content.note_type.fields, note.content.fields, strict=True)
        return {name: (("", html),) for name, html in named_fields}
    return {
        name: _draft_text(value)
        for name, value in content_fields(note.content).items()
        if value is None or isinstance(value, LocalizedText)
    }


def _options_of(note: Note) -> tuple[OptionDraft, ...]:
    options = content_fields(note.content).get("options") or ()
    return tuple(
        OptionDraft(option.text.versions, option.is_correct, _draft_text(option.explanation))
        for option in options
        if isinstance(option, AnswerOption)
    )


def _draft_text(text: LocalizedText | None) -> DraftText:
    return text.versions if text is not None else ()


_TEXT_FIELDS_BY_TYPE = {
    note_type.name: tuple(name for name in note_type.fields if name not in ("options", "diagram"))
    for note_type in BUILT_IN_NOTE_TYPES
}

_QUESTION_FIELDS = ("front", "term", "text", "claim")
_ANSWER_FIELDS = ("back", "definition", "answer")
"""Fields that hold the same part of a note in different note types."""


def text_fields(note_type: NoteType) -> tuple[str, ...]:
    """Return the names of the text fields of a built-in note type, in file order."""
    return _TEXT_FIELDS_BY_TYPE[note_type]


def change_type(draft: NoteDraft, type_name: str, field_names: tuple[str, ...]) -> NoteDraft:
    """Return the draft with another note type, which has these text fields.

    Texts of the same field stay. The question and the answer go to the corresponding fields; the correct option of a
    choice is an answer too. Texts without a corresponding field stay in the draft, so that they return with the former
    type, but they are not part of the note.
    """
    texts, options = dict(draft.texts), draft.options
    question = _first_text(draft, _QUESTION_FIELDS)
    answer = _first_text(draft, _ANSWER_FIELDS) or next(
        (option.text for option in options if option.is_correct), ()
    )
    for names, text in ((_QUESTION_FIELDS, question), (_ANSWER_FIELDS, answer)):
        for name in names:
            if name in field_names and is_blank(texts.get(name, ())):
                texts[name] = text
    if type_name == NoteType.MULTIPLE_CHOICE and not options and answer:
        options = (OptionDraft(answer, is_correct=True), OptionDraft())
    return replace(draft, type_name=type_name, texts=texts, options=options)


def _first_text(draft: NoteDraft, field_names: tuple[str, ...]) -> DraftText:
    texts = (draft.texts.get(name, ()) for name in field_names)
    return next((text for text in texts if not is_blank(text)), ())
