"""Drafts hold what an editor shows of a note, and another note type keeps the texts."""

from studyapp.core.notes.note import AnswerOption, Basic, Cloze, MultipleChoice, Note, Term
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.editing.drafts.note_draft import (
    NoteDraft,
    OptionDraft,
    change_type,
    draft_of_note,
    is_blank,
    text_fields,
    written_versions,
)

WORD, ANSWER = (("en", "word"), ("zh-Hant", "詞")), (("", "answer"),)


def text(words: str) -> LocalizedText:
    return LocalizedText.language_neutral(words)


def changed(draft: NoteDraft, note_type: NoteType) -> NoteDraft:
    return change_type(draft, note_type, text_fields(note_type))


def test_a_draft_has_the_texts_of_the_note() -> None:
    note = Note(
        "d", "n", Term(LocalizedText(WORD), text("definition")), tags=("a",), prerequisites=("d/x", "e/y")
    )
    draft = draft_of_note(note)
    assert draft.type_name == "term"
    assert draft.texts == {"term": WORD, "definition": (("", "definition"),), "translation": ()}
    assert draft.prerequisites == ("x", "e/y")


def test_a_draft_has_the_options_of_the_note() -> None:
    options = (
        AnswerOption(text("yes"), is_correct=True, explanation=text("because")),
        AnswerOption(text("no")),
    )
    draft = draft_of_note(Note("d", "n", MultipleChoice(text("?"), options)))
    assert draft.options == (
        OptionDraft((("", "yes"),), True, (("", "because"),)),
        OptionDraft((("", "no"),)),
    )


def test_blank_versions_are_not_written() -> None:
    assert written_versions((("en", "a"), ("zh-Hant", " \n"))) == (("en", "a"),)
    assert is_blank((("en", " "),))
    assert not is_blank((("en", " "), ("de", "x")))


def test_another_type_keeps_corresponding_texts() -> None:
    draft = NoteDraft("d", "basic", {"front": WORD, "back": ANSWER})
    term = changed(draft, NoteType.TERM)
    assert (term.texts["term"], term.texts["definition"]) == (WORD, ANSWER)
    assert changed(draft, NoteType.CLOZE).texts["text"] == WORD
    assert changed(draft, NoteType.TYPED_ANSWER).texts["answer"] == ANSWER
    assert changed(draft, NoteType.CLAIM).texts["claim"] == WORD
    assert changed(draft, NoteType.REVERSED).texts["back"] == ANSWER


def test_changing_the_type_back_restores_the_draft() -> None:
    draft = NoteDraft("d", "basic", {"front": WORD, "back": ANSWER})
    back = changed(changed(draft, NoteType.CLOZE), NoteType.BASIC)
    assert {name: back.texts[name] for name in ("front", "back")} == draft.texts


def test_an_answer_becomes_the_correct_option_and_back() -> None:
    draft = NoteDraft("d", "basic", {"front": WORD, "back": ANSWER})
    choice = changed(draft, NoteType.MULTIPLE_CHOICE)
    assert choice.options == (OptionDraft(ANSWER, is_correct=True), OptionDraft())
    fresh = NoteDraft("d", "choice", {"front": WORD}, options=(OptionDraft(), OptionDraft(ANSWER, True)))
    assert changed(fresh, NoteType.BASIC).texts["back"] == ANSWER


def test_text_that_is_already_there_is_kept() -> None:
    draft = NoteDraft("d", "basic", {"front": WORD, "back": ANSWER, "text": (("", "kept"),)})
    assert changed(draft, NoteType.CLOZE).texts["text"] == (("", "kept"),)


def test_a_built_in_type_of_an_imported_note_is_named_by_its_id() -> None:
    from studyapp.core.notes.custom_note_type import CustomNoteType

    imported = CustomNoteType(1, "Mine", ("A", "B"), (), False, id="mine", builtin_type="basic")
    note = Note("d", "n", Basic(text("a"), text("b")), original_note_type=imported)
    assert draft_of_note(note).type_name == "mine"
    assert draft_of_note(Note("d", "n", Cloze(text("{{c1::a}}")))).type_name == "cloze"
