"""What is refused if a splice were wrong."""

from dataclasses import replace

import pytest

from studyapp.core.notes.note import Basic
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.edit_error import DeckEditError
from studyapp.deckfiles.editing.edit_planning import plan_edits
from studyapp.deckfiles.editing.edit_verification import verify_edit
from studyapp.deckfiles.editing.note_edits import Remove, Replace
from tests.deckfiles.deck_texts import DECK_HEADER, PATH, read_text

TEXT = f"{DECK_HEADER}- {{id: a, front: f, back: b}}\n- {{id: b, front: f, back: b, requires: [a]}}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("back: new", "back: other"),
        ("back: b, requires", "back: c, requires"),
        (", requires: [a]", ""),
        ("title: t", "title: u"),
        ("deck: d", "deck: e"),
        ("- {id: b", "# {id: b"),
        ("- {id: b", "- {id: c"),
        ("requires: [a]", "requires: [a], evidence: nonsense"),
        ("requires: [a]", "requires: [a, none]"),
        ("notes:", "notes: ["),
    ],
)
def test_anything_but_the_intended_deck_is_refused(old: str, new: str) -> None:
    file = DeckFile.from_bytes(TEXT.encode(), PATH)
    content = Basic(LocalizedText.language_neutral("f"), LocalizedText.language_neutral("new"))
    plan = plan_edits(file, [Replace(replace(file.note_by_id["a"], content=content))])
    intended = TEXT.replace("back: b}", "back: new}")
    assert verify_edit(file, plan, read_text(intended)).notes[0].content == content
    assert old in intended
    with pytest.raises(DeckEditError):
        verify_edit(file, plan, read_text(intended.replace(old, new)))


def test_removal_may_leave_a_note_without_one_that_it_requires() -> None:
    file = DeckFile.from_bytes(TEXT.encode(), PATH)
    plan = plan_edits(file, [Remove("a")])
    without = TEXT.replace("- {id: a, front: f, back: b}\n", "")
    assert verify_edit(file, plan, read_text(without)).notes[0].prerequisites == ()
    with pytest.raises(DeckEditError):
        verify_edit(file, plan, read_text(without.replace("front: f", "front: g")))
