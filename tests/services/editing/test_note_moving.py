import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note_guid import note_guid
from studyapp.core.study.schedule import Schedule
from studyapp.services.editing.edit_undo import redo_last, undo_last
from studyapp.services.editing.note_moving import move_notes
from studyapp.services.editing.note_saving import save_note
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.services.overview.doctor import check_collection, rebuild_schedules
from studyapp.services.study.card_info import load_card_info
from tests.services.editing.edit_driver import DECK, EditDriver, with_front
from tests.services.study_driver import DAY


def is_consistent(editing: EditDriver) -> bool:
    diagnosis = check_collection(editing.collection)
    return not diagnosis.mismatched_cards and not diagnosis.mismatched_time_count


def history_length(editing: EditDriver, note_key: str) -> int:
    card = CardId.parse(f"{note_key}#1")
    return len(load_card_info(editing.collection, card, editing.time.clock().study_day()).history)


def test_note_moves_with_its_history(editing: EditDriver) -> None:
    text = "deck: fresh\ntitle: Fresh\nnotes:\n  - {id: x, front: q, back: a}\n"
    (editing.root / "decks" / "fresh.yaml").write_text(text)
    editing.refresh()
    editing.rate("deck/two")
    note, schedule = editing.note("deck/two"), editing.schedule("deck/two")
    moved = move_notes(editing.environment, ["deck/two"], "fresh")
    assert moved == ({"deck/two": "fresh/two"}, ())
    assert editing.find_note("deck/two") is None
    new = editing.note("fresh/two")
    assert (new.content, new.tags) == (note.content, note.tags)
    assert (editing.schedule("fresh/two"), editing.schedule("deck/two")) == (schedule, Schedule())
    assert (history_length(editing, "fresh/two"), history_length(editing, "deck/two")) == (1, 0)
    assert "two" not in editing.deck_file.read_text()
    assert editing.refresh().changes_by_deck_id == {}
    assert is_consistent(editing)


def test_moved_note_stays_the_same_note_in_anki(editing: EditDriver) -> None:
    guid = note_guid(editing.note("deck/two"))
    moved = move_notes(editing.environment, ["deck/two"], "other")
    assert note_guid(editing.note(moved.new_key_by_old_key["deck/two"])) == guid
    back = move_notes(editing.environment, list(moved.new_key_by_old_key.values()), "deck")
    assert list(back.new_key_by_old_key.values()) == ["deck/two"]
    assert editing.note("deck/two").anki_guid == ""


def test_note_does_not_get_its_former_id_back_if_the_deck_has_retired_it(editing: EditDriver) -> None:
    moved = move_notes(editing.environment, ["deck/two"], "other")
    text = editing.deck_file.read_text()
    editing.deck_file.write_text(text.replace("notes:", "retired: [two]\nnotes:", 1))
    editing.refresh()
    back = move_notes(editing.environment, list(moved.new_key_by_old_key.values()), "deck")
    assert list(back.new_key_by_old_key.values()) == ["deck/two-2"]


def test_id_of_another_note_is_not_taken(editing: EditDriver) -> None:
    editing.rate("deck/one")
    editing.rate("other/one")
    editing.time.now += DAY
    mine, theirs = editing.schedule("deck/one"), editing.schedule("other/one")
    moved = move_notes(editing.environment, ["deck/one"], "other")
    assert moved.new_key_by_old_key == {"deck/one": "other/one-2"}
    assert (editing.schedule("other/one-2"), editing.schedule("other/one")) == (mine, theirs)


def test_undo_and_redo_move_back_and_forth(editing: EditDriver) -> None:
    editing.rate("deck/one")
    editing.rate("deck/two")
    before, schedule = editing.files(), editing.schedule("deck/two")
    move_notes(editing.environment, ["deck/two", "deck/one"], "other")
    after = editing.files()
    for _ in range(2):
        undone = undo_last(editing.environment)
        assert undone is not None
        assert (undone.edit, undone.note_keys) == (EditKind.MOVE, ("deck/two", "deck/one"))
        assert editing.files() == before
        assert (editing.schedule("deck/two"), editing.schedule("other/two-2")) == (schedule, Schedule())
        assert history_length(editing, "deck/two") == 1
        assert is_consistent(editing)
        redo_last(editing.environment)
        assert editing.files() == after
        assert (editing.schedule("other/two-2"), editing.schedule("deck/two")) == (schedule, Schedule())
        assert is_consistent(editing)


def test_reviews_after_the_move_count_too_and_survive_a_rebuild(editing: EditDriver) -> None:
    editing.rate("deck/one")
    move_notes(editing.environment, ["deck/one"], "other")
    editing.time.now += 400 * DAY
    editing.rate("other/one-2")
    schedule = editing.schedule("other/one-2")
    assert schedule.review_count == 2
    rebuild_schedules(editing.collection)
    assert editing.schedule("other/one-2") == schedule
    assert is_consistent(editing)


def test_note_that_moves_twice(editing: EditDriver) -> None:
    editing.rate("deck/one")
    schedule = editing.schedule("deck/one")
    move_notes(editing.environment, ["deck/one"], "other")
    move_notes(editing.environment, ["other/one-2"], "bundled")
    assert editing.schedule("bundled/one-2") == schedule
    undo_last(editing.environment)
    assert editing.schedule("other/one-2") == schedule
    undo_last(editing.environment)
    assert editing.schedule("deck/one") == schedule
    assert is_consistent(editing)


def test_new_note_with_the_old_id_has_a_history_of_its_own(editing: EditDriver) -> None:
    editing.rate("deck/one")
    move_notes(editing.environment, ["deck/one"], "other")
    schedule = editing.schedule("other/one-2")
    editing.deck_file.write_text(editing.deck_file.read_text() + "  - {id: one, front: q, back: a}\n")
    editing.refresh()
    assert editing.schedule("deck/one") == Schedule()
    editing.rate("deck/one")
    assert editing.schedule("deck/one").review_count == 1
    assert editing.schedule("other/one-2") == schedule
    assert is_consistent(editing)


def test_prerequisites_of_other_notes_are_updated(editing: EditDriver) -> None:
    editing.deck_file.write_text(
        DECK.replace("    tags: [a, b]\n", "    tags: [a, b]\n    requires: [one]  # first\n")
    )
    other = editing.root / "decks" / "third.yaml"
    other.write_text("deck: third\ntitle: T\nnotes:\n  - {id: x, front: q, back: a, requires: [deck/one]}\n")
    bundled = editing.root / "bundled" / "z-bundled.yaml"
    bundled.write_text(bundled.read_text() + "    requires: [deck/one]\n")
    editing.refresh()
    before = editing.files()
    moved = move_notes(editing.environment, ["deck/one"], "other")
    assert editing.note("deck/two").prerequisites == ("other/one-2",)
    assert editing.note("third/x").prerequisites == ("other/one-2",)
    assert moved.outdated_keys == ("bundled/b",)
    assert editing.note("bundled/b").prerequisites == ("deck/one",)
    undo_last(editing.environment)
    assert editing.files() == before
    assert editing.note("third/x").prerequisites == ("deck/one",)


def test_prerequisites_of_moved_notes_stay_valid(editing: EditDriver) -> None:
    editing.deck_file.write_text(
        DECK.replace("    tags: [a, b]\n", "    tags: [a, b]\n    requires: [one, three]\n")
    )
    editing.refresh()
    move_notes(editing.environment, ["deck/one", "deck/two"], "other")
    assert editing.note("other/two-2").prerequisites == ("other/one-2", "deck/three")


def test_media_are_copied_to_the_folder_of_the_deck(editing: EditDriver) -> None:
    move_notes(editing.environment, ["bundled/b"], "deck")
    assert (editing.root / "decks" / "b.png").read_text() == "a picture"
    assert editing.note("deck/b").content


def test_other_media_of_the_same_name_are_not_overwritten(editing: EditDriver) -> None:
    before = editing.files()
    picture = editing.root / "decks" / "b.png"
    picture.write_text("another picture")
    with pytest.raises(EditError, match="exists already"):
        move_notes(editing.environment, ["bundled/b"], "deck")
    picture.unlink()
    assert editing.files() == before


def test_missing_note_and_deck_are_reported(editing: EditDriver) -> None:
    before = editing.files()
    for keys, deck in ((["deck/gone"], "other"), (["deck/one"], "gone"), (["gone/one"], "deck")):
        with pytest.raises(EditError):
            move_notes(editing.environment, keys, deck)
    assert move_notes(editing.environment, ["deck/one"], "deck") == ({}, ())
    assert editing.files() == before


def test_moved_note_can_be_edited_and_both_undone(editing: EditDriver) -> None:
    before = editing.files()
    move_notes(editing.environment, ["deck/one"], "other")
    base = editing.note("other/one-2")
    save_note(editing.environment, base, with_front(base, "New"))
    undo_last(editing.environment)
    undo_last(editing.environment)
    assert editing.files() == before


@pytest.mark.parametrize(
    "target",
    [
        "deck: new\nnotes:\n- {id: x, front: q, back: a}\n",
        "deck: new\r\ndefaults:\r\n  tags: [t]\r\nnotes:\r\n    - id: one\r\n      front: q\r\n      back: a\r\n\r\n    # end",
    ],
)
def test_comments_in_a_note_move_with_it(editing: EditDriver, target: str) -> None:
    file = editing.root / "decks" / "new.yaml"
    file.write_bytes(target.encode())
    editing.refresh()
    before = editing.files()
    note = editing.note("deck/one")
    (new_key,) = move_notes(editing.environment, ["deck/one"], "new").new_key_by_old_key.values()
    new = editing.note(new_key)
    assert (new.content, new.tags) == (note.content, note.tags)
    text = file.read_bytes().decode()
    assert "front: Question one  # asked often" in text
    assert ("\r\n" in target) == ("\n" not in text.replace("\r\n", ""))
    assert text.startswith(target.removesuffix("    # end"))
    assert ("# end" in target) == text.endswith("\n\r\n    # end")
    undo_last(editing.environment)
    assert editing.files() == before


def test_note_whose_lines_cannot_be_kept_is_written_anew(editing: EditDriver) -> None:
    file = editing.root / "decks" / "new.yaml"
    file.write_text("deck: new\nnotes: [{id: x, front: q, back: a}]\n")
    editing.refresh()
    moved = move_notes(editing.environment, ["deck/one", "deck/two"], "new").new_key_by_old_key
    assert sorted(moved.values()) == ["new/one", "new/two"]
    assert "#" not in file.read_text().replace("# not a comment", "")
