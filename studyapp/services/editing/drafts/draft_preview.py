"""The note that a draft shows in a preview, even while something is still missing."""

from dataclasses import replace

from studyapp.core.notes.note import Note
from studyapp.core.notes.note_type import NoteType
from studyapp.services.editing.drafts.draft_checking import DraftDeck, check_draft
from studyapp.services.editing.drafts.draft_fields import builtin_type
from studyapp.services.editing.drafts.note_draft import NoteDraft, OptionDraft, is_blank, text_fields

_PLACEHOLDER = (("", "…"),)
_OPTIONAL_FIELDS = ("translation",)


def preview_note(draft: NoteDraft, deck: DraftDeck) -> Note | None:
    """Return the note of the draft with an ellipsis for each text that it still needs; None if it has other errors, or
    nothing is written yet."""
    note_type = builtin_type(draft.type_name, deck.custom_note_types or {})
    if note_type in (NoteType.CUSTOM, NoteType.DIAGRAM):
        return check_draft(draft, deck).note
    names = [name for name in text_fields(note_type) if name not in _OPTIONAL_FIELDS]
    if all(is_blank(draft.texts.get(name, ())) for name in names):
        return None
    if note_type is NoteType.CLOZE:
        return check_draft(draft, deck).note
    missing = {name: _PLACEHOLDER for name in names if is_blank(draft.texts.get(name, ()))}
    draft = replace(draft, texts={**draft.texts, **missing})
    if note_type is NoteType.CLAIM:
        explanation = _PLACEHOLDER if is_blank(draft.explanation) else draft.explanation
        draft = replace(draft, evidence=draft.evidence or "observation", explanation=explanation)
    if note_type is NoteType.MULTIPLE_CHOICE:
        draft = replace(draft, options=_complete_options(draft))
    return check_draft(draft, deck).note


def _complete_options(draft: NoteDraft) -> tuple[OptionDraft, ...]:
    """Return the written options, and enough others for a choice with a correct one."""
    options = [
        replace(option, text=_PLACEHOLDER) if is_blank(option.text) else option
        for option in draft.options
        if not option.is_blank
    ]
    while len(options) < 2 or not any(option.is_correct for option in options):
        options.append(OptionDraft(_PLACEHOLDER, is_correct=not any(option.is_correct for option in options)))
    return tuple(options)
