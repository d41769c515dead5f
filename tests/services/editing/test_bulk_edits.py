from dataclasses import replace

import pytest

from studyapp.deckfiles.editing.edit_error import DeckEditError
from studyapp.services.editing.bulk_edits import change_tags, save_texts
from studyapp.services.editing.edit_undo import undo_last
from studyapp.services.editing.steps.text_edit import EditKind
from tests.services.editing.edit_driver import DECK, EditDriver, with_back, with_front


def test_texts_of_several_decks_are_saved_as_one_step(editing: EditDriver) -> None:
    before = editing.files()
    bases = [editing.note(key) for key in ("deck/one", "deck/three", "other/two")]
    pairs = [(base, with_front(base, f"New {base.key}")) for base in bases]
    result = save_texts(editing.environment, pairs)
    assert result == (tuple(edited for _, edited in pairs), (), ())
    assert [editing.note(base.key) for base in bases] == [edited for _, edited in pairs]
    undone = undo_last(editing.environment)
    assert undone is not None and (undone.edit, undone.note_count) == (EditKind.TEXTS, 3)
    assert editing.files() == before
    assert [editing.note(base.key) for base in bases] == bases


def test_conflicts_and_missing_notes_are_left_out(editing: EditDriver) -> None:
    one, two, three = (editing.note(f"deck/{name}") for name in ("one", "two", "three"))
    text = (
        DECK.replace("Question one", "Outside")
        .replace("Answer three", "Outside")
        .replace("id: two", "id: deux")
    )
    editing.deck_file.write_text(text)
    pairs = [(base, with_front(base, "Mine")) for base in (one, two, three)]
    result = save_texts(editing.environment, pairs)
    assert [conflict.base for conflict in result.conflicts] == [one]
    assert result.missing == (with_front(two, "Mine"),)
    assert result.saved == (with_back(with_front(three, "Mine"), "Outside"),)
    assert editing.deck_file.read_text() == text.replace("Question three", "Mine")


def test_tags_are_added_and_removed(editing: EditDriver) -> None:
    before = editing.files()
    change_tags(editing.environment, ["deck/one", "deck/two", "other/one", "deck/gone"], ["new", "b"], ["a"])
    assert editing.note("deck/one").tags == ("new", "b")
    assert editing.note("deck/two").tags == ("b", "new")
    assert editing.note("other/one").tags == ("new", "b")
    undone = undo_last(editing.environment)
    assert undone is not None and (undone.edit, undone.note_count) == (EditKind.TAGS, 3)
    assert editing.files() == before


def test_tags_that_notes_have_already_are_no_step(editing: EditDriver) -> None:
    change_tags(editing.environment, ["deck/two"], ["a"], ["c"])
    assert undo_last(editing.environment) is None
    assert editing.deck_file.read_text() == DECK


def test_refused_edit_names_the_note_that_is_wrong(editing: EditDriver) -> None:
    one, three = editing.note("deck/one"), editing.note("deck/three")
    files = editing.files()
    with pytest.raises(DeckEditError, match=r"line 20: the note “three” was not changed: .*empty"):
        save_texts(editing.environment, [(one, with_back(one, "new")), (three, with_back(three, " "))])
    with pytest.raises(DeckEditError, match="line 18: the note “three” was not changed, because"):
        tagged = replace(three, tags=("a b",))
        save_texts(editing.environment, [(one, with_back(one, "new")), (three, tagged)])
    assert editing.files() == files
