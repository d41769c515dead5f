"""What find and replace would change, and making only some of the changes."""

from collections.abc import Sequence

import pytest

from studyapp.core.note_editing.find_and_replace import InvalidReplacement
from studyapp.core.notes.note import AnswerOption, Basic, MultipleChoice, Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.editing.find_and_replace import (
    EditedNote,
    ReplacementPreview,
    ReplaceRequest,
    make_changes,
    preview_replacement,
)
from tests.services.study_driver import StudyDriver, save_deck


def note(note_id: str, front: str, back: str = "answer") -> Note:
    content = Basic(LocalizedText.language_neutral(front), LocalizedText.language_neutral(back))
    return Note("deck", note_id, content)


def preview(driver: StudyDriver, keys: Sequence[str], request: ReplaceRequest) -> ReplacementPreview:
    return preview_replacement(driver.collection, keys, request, lambda _done, _total: None)


def test_changes_are_proposed_in_the_order_of_the_notes(driver: StudyDriver) -> None:
    save_deck(driver.collection, [note("a", "old a"), note("b", "new b"), note("c", "old c")])
    found = preview(driver, ["deck/c", "deck/b", "deck/a"], ReplaceRequest("old", "new"))
    assert [(change.note.key, change.change.after) for change in found.changes] == [
        ("deck/c", "new c"),
        ("deck/a", "new a"),
    ]


def test_removed_notes_are_ignored(driver: StudyDriver) -> None:
    save_deck(driver.collection, [note("a", "old")])
    assert preview(driver, ["deck/gone"], ReplaceRequest("old", "new")) == ReplacementPreview((), ())


def test_emptied_fields_are_reported(driver: StudyDriver) -> None:
    save_deck(driver.collection, [note("a", "old")])
    found = preview(driver, ["deck/a"], ReplaceRequest("old", " "))
    assert [(emptied.note.key, emptied.field) for emptied in found.emptied_fields] == [("deck/a", "front")]


def test_only_the_chosen_changes_are_made(driver: StudyDriver) -> None:
    save_deck(driver.collection, [note("a", "old", "old"), note("b", "old")])
    found = preview(driver, ["deck/a", "deck/b"], ReplaceRequest("old", "new"))
    assert make_changes(found.changes[1:]) == [
        EditedNote(note("a", "old", "old"), note("a", "old", "new")),
        EditedNote(note("b", "old"), note("b", "new")),
    ]
    assert make_changes([]) == []


def test_equal_texts_of_a_note_are_changed_one_by_one(driver: StudyDriver) -> None:
    def choice(*reasons: str) -> Note:
        options = (
            AnswerOption(
                LocalizedText.language_neutral(f"option {index}"),
                index == 0,
                LocalizedText.language_neutral(reason),
            )
            for index, reason in enumerate(reasons)
        )
        return Note("deck", "a", MultipleChoice(LocalizedText.language_neutral("Which?"), tuple(options)))

    save_deck(driver.collection, [choice("yes", "old", "old")])
    found = preview(driver, ["deck/a"], ReplaceRequest("old", "new"))
    assert len(found.changes) == 2
    assert make_changes(found.changes[1:]) == [
        EditedNote(choice("yes", "old", "old"), choice("yes", "old", "new"))
    ]


def test_a_mistake_in_the_request_is_reported(driver: StudyDriver) -> None:
    with pytest.raises(InvalidReplacement):
        preview(driver, [], ReplaceRequest("(", "", is_regex=True))


def test_the_preview_can_be_stopped(driver: StudyDriver) -> None:
    save_deck(driver.collection, [note("a", "old")])

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        preview_replacement(driver.collection, ["deck/a"], ReplaceRequest("old", "new"), stop)
