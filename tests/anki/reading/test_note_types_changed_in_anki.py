"""Notes of note types that were changed in Anki or in the deck file, imported again."""

import pytest

from studyapp.core.transfer.import_losses import LossKind
from tests.anki.anki_collections import FIELD_NAMES, add_note_type
from tests.anki.package_exchange import PackageExchange


def test_html_fields_are_updated_by_name(both: PackageExchange) -> None:
    name = add_note_type(both.anki, "Own", [("{{One}}", "{{Two}}{{Three}}")])
    note_id = both.add(name, "<u>a</u>", "b", "<i>c</i>")
    both.import_package()
    both.edit_here("Two: b", "Two: mine")
    both.edit_in_anki(note_id, **{FIELD_NAMES[2]: "<i>d</i>"})
    assert both.import_package().merged_count == 1
    text = both.deck.read_text()
    assert "Two: mine" in text and "<i>d</i>" in text and "<i>c</i>" not in text


def test_field_filled_later_appears_in_the_explanation(both: PackageExchange) -> None:
    name = add_note_type(both.anki, "Own", [("{{One}}", "{{Two}}<hr>{{Three}}")])
    note_id = both.add(name, "a", "b", "")
    both.import_package()
    both.edit_in_anki(note_id, Three="c")
    report = both.import_package()
    assert (report.updated_count, report.losses) == (1, ())
    assert "c" in both.deck.read_text()
    both.send_to_anki()
    assert both.anki.get_note(note_id).fields == ["a", "b", "c"]
    both.edit_in_anki(note_id, Three="")
    assert both.import_package().updated_count == 1
    both.send_to_anki()
    assert both.anki.get_note(note_id).fields == ["a", "b", ""]


@pytest.mark.parametrize("html", ["plain", "<u>underlined</u>"])
def test_note_type_changed_in_the_deck_file_is_no_conflict(both: PackageExchange, html: str) -> None:
    note_id = both.add("Basic", html, "answer")
    both.import_package()
    both.edit_here("name: Basic\n", "name: My own\n")
    both.edit_in_anki(note_id, Back="changed")
    report = both.import_package()
    assert (report.updated_count + report.merged_count, report.conflicts) == (1, ())
    assert "changed" in both.deck.read_text() and "name: My own" in both.deck.read_text()


def test_changed_note_type_is_reported_once(both: PackageExchange) -> None:
    for number in range(3):
        both.add("Basic", f"q{number}", "a")
    both.import_package()
    model = both.anki.models.by_name("Basic")
    assert model is not None
    model["css"] += ".card { color: red }"
    both.anki.models.update_dict(model)
    before = both.deck.read_bytes()
    report = both.import_package()
    assert [(loss.kind, loss.name) for loss in report.losses] == [(LossKind.NOTE_TYPE_CHANGED, "Basic")]
    assert both.deck.read_bytes() == before


def test_added_field_is_reported_for_notes_that_have_a_text_in_it(both: PackageExchange) -> None:
    first, _ = both.add("Basic", "q1", "a"), both.add("Basic", "q2", "a")
    both.import_package()
    model = both.anki.models.by_name("Basic")
    assert model is not None
    both.anki.models.add_field(model, both.anki.models.new_field("Extra"))
    both.anki.models.update_dict(model)
    both.edit_in_anki(first, Extra="more")
    kinds = [loss.kind for loss in both.import_package().losses]
    assert kinds.count(LossKind.FIELD_ONLY_IN_ANKI) == 1 and LossKind.NOTE_TYPE_CHANGED in kinds


def test_note_moved_to_another_note_type_in_anki_is_converted(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    old, new = (both.anki.models.by_name(name) for name in ("Basic", "Cloze"))
    assert old is not None and new is not None
    info = both.anki.models.change_notetype_info(old_notetype_id=old["id"], new_notetype_id=new["id"])
    info.input.note_ids.extend([note_id])
    both.anki.models.change_notetype_of_notes(info.input)
    both.edit_in_anki(note_id, Text="{{c1::answer}} to the question")
    report = both.import_package()
    assert (report.updated_count, report.losses) == (1, ())
    assert "{{c1::answer}} to the question" in both.deck.read_text()


def test_note_that_the_file_refuses_is_named_and_the_others_are_written(both: PackageExchange) -> None:
    name = add_note_type(both.anki, "Own", [("{{One}}", "{{Two}}<hr>{{Three}}")])
    ids = [both.add(name, f"question {number}", "answer", "reason") for number in range(3)]
    both.import_package()
    both.edit_here("notes:\n", "defaults:\n  why: a common reason\nnotes:\n")
    both.edit_in_anki(ids[0], Two="changed")
    both.edit_in_anki(ids[1], Three="")
    both.edit_in_anki(ids[2], Two="changed")
    report = both.import_package()
    assert both.deck.read_text().count("back: changed") == report.updated_count == 2
    (loss,) = report.losses
    assert (loss.kind, loss.note_excerpt) == (LossKind.NOT_WRITTEN, "question 1")
    assert "`defaults`" in loss.name
    assert [loss.kind for loss in both.import_package().losses] == [LossKind.NOT_WRITTEN]
