"""Notes that are changed in Anki and imported again."""

import pytest

from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.editing.edit_undo import undo_last
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from studyapp.services.transfer.conflict_resolution import ConflictDecision, resolve_conflicts
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import common_versions
from tests.anki.anki_collections import add_note_type, import_into_anki
from tests.anki.package_exchange import PackageExchange


def test_changed_note_updates_only_its_own_lines(both: PackageExchange) -> None:
    first, _ = both.add("Basic", "one", "1"), both.add("Basic", "two", "2")
    both.import_package()
    both.edit_here("notes:\n", "notes:\n  # a comment\n")
    both.edit_here("front: two", "front: 'two'")
    before = both.deck.read_text()
    both.edit_in_anki(first, Front="uno <b>mas</b>", Back="1")
    report = both.import_package()
    assert both.deck.read_text() == before.replace("front: one", "front: uno **mas**")
    assert (report.updated_count, report.merged_count, report.unchanged_count) == (1, 0, 1)
    assert report.losses == () and report.conflicts == ()
    again = both.import_package()
    assert (again.updated_count, again.unchanged_count, again.losses) == (0, 2, ())


def test_all_changes_of_an_import_are_undone_in_one_step(both: PackageExchange) -> None:
    ids = [both.add("Basic", f"q{number}", "a") for number in range(3)]
    both.import_package()
    before = both.deck.read_bytes()
    for note_id in ids:
        both.edit_in_anki(note_id, "new-tag", Back="changed")
    assert both.import_package().updated_count == 3
    assert both.deck.read_text().count("changed") == 3 and both.deck.read_text().count("new-tag") == 3
    assert undo_last(both.edit_environment()) is not None
    assert both.deck.read_bytes() == before


def test_changes_of_different_fields_are_merged(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer", tags=("old",))
    both.import_package()
    both.edit_here("back: answer", "back: my answer")
    both.edit_in_anki(note_id, "from-anki", Front="their question")
    report = both.import_package()
    assert (report.updated_count, report.merged_count) == (0, 1)
    text = both.deck.read_text()
    assert "front: their question" in text and "back: my answer" in text and "from-anki" in text
    both.send_to_anki()
    note = both.anki.get_note(note_id)
    assert note.fields == ["their question", "my answer"] and sorted(note.tags) == ["from-anki", "old"]
    assert both.import_package().unchanged_count == 1


def test_note_changed_only_here_is_kept(both: PackageExchange) -> None:
    both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("back: answer", "back: better")
    before = both.deck.read_bytes()
    for _ in range(2):
        report = both.import_package()
        assert (report.kept_count, report.unchanged_count, report.conflicts) == (1, 0, ())
    assert both.deck.read_bytes() == before


def test_same_field_changed_on_both_sides_is_asked_on_each_import(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("back: answer", "back: mine")
    both.edit_in_anki(note_id, Front="new question", Back="theirs")
    before = both.deck.read_bytes()
    for _ in range(2):
        report = both.import_package()
        (conflict,) = report.conflicts
        assert conflict.fields == ("back",)
        assert [(loss.kind, loss.name) for loss in report.losses] == [(LossKind.CONFLICT_WITH_ANKI, "back")]
        assert both.deck.read_bytes() == before


@pytest.mark.parametrize(("choice", "back"), [(ConflictChoice.HERE, "mine"), (ConflictChoice.ANKI, "theirs")])
def test_conflict_is_resolved_by_choice(both: PackageExchange, choice: ConflictChoice, back: str) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("back: answer", "back: mine")
    both.edit_in_anki(note_id, Front="new question", Back="theirs")
    report = both.import_package(choice)
    assert report.conflicts == () and report.losses == ()
    assert f"back: {back}" in both.deck.read_text() and "front: new question" in both.deck.read_text()
    assert both.import_package().conflicts == ()
    both.send_to_anki()
    assert both.anki.get_note(note_id).fields == ["new question", back]


def test_same_change_on_both_sides_is_no_conflict(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("back: answer", "back: the **same**")
    both.edit_in_anki(note_id, Back="the <b>same</b>")
    report = both.import_package()
    assert (report.conflicts, report.losses, report.unchanged_count) == ((), (), 1)


def test_text_that_markdown_cant_express_keeps_its_html(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.add("Basic", "other", "x")
    both.import_package()
    html = 'an <u>underlined</u> <span style="color: red">answer</span>'
    both.edit_in_anki(note_id, Back=html)
    report = both.import_package()
    assert (report.updated_count, report.losses) == (1, ())
    assert html in both.deck.read_text() and "front: other" in both.deck.read_text()
    both.edit_in_anki(note_id, Front="next")
    assert both.import_package().updated_count == 1
    both.send_to_anki()
    assert both.anki.get_note(note_id).fields == ["next", html]


def test_emptied_question_is_reported_and_not_taken(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    before = both.deck.read_bytes()
    both.edit_in_anki(note_id, Front="")
    report = both.import_package()
    assert [loss.kind for loss in report.losses] == [LossKind.EMPTIED_IN_ANKI]
    assert both.deck.read_bytes() == before


def test_new_image_is_copied(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.anki.media.write_data("new one.png", b"picture")
    both.edit_in_anki(note_id, Back='see <img src="new one.png">')
    assert both.import_package().losses == ()
    assert (both.instance.folder / "default-media" / "new one.png").read_bytes() == b"picture"
    assert "see ![](default-media/new%20one.png)" in both.deck.read_text()


def test_star_and_leech_tag_stay_in_anki_and_out_of_the_deck(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer", tags=("x",))
    both.import_package()
    before = both.deck.read_bytes()
    both.edit_in_anki(note_id, "marked", "Leech")
    report = both.import_package()
    assert (report.unchanged_count, report.updated_count, report.losses) == (1, 0, ())
    assert both.deck.read_bytes() == before
    both.edit_here("back: answer", "back: better")
    both.send_to_anki()
    note = both.anki.get_note(note_id)
    assert note.fields == ["question", "better"] and sorted(note.tags) == ["Leech", "marked", "x"]


def test_export_that_never_reached_anki_does_not_count(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("back: answer", "back: mine")
    both.export()
    both.edit_in_anki(note_id, Front="new question")
    report = both.import_package()
    assert (report.merged_count, report.conflicts) == (1, ())
    assert "back: mine" in both.deck.read_text() and "front: new question" in both.deck.read_text()


def test_edit_in_anki_on_top_of_an_export_is_no_conflict(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("back: answer", "back: first")
    both.send_to_anki()
    both.edit_here("back: first", "back: second")
    both.edit_in_anki(note_id, Front="new question")
    report = both.import_package()
    assert (report.merged_count, report.conflicts) == (1, ())
    assert "back: second" in both.deck.read_text() and "front: new question" in both.deck.read_text()


def test_other_fields_of_an_edited_note_keep_their_bytes_in_anki(both: PackageExchange) -> None:
    html = "a&nbsp; <b>bold</b><br>text <i>x</i>"
    note_id = both.add("Basic", html, "answer")
    both.import_package()
    both.edit_here("back: answer", "back: better")
    both.send_to_anki()
    assert both.anki.get_note(note_id).fields == [html, "better"]


def test_edit_reaches_anki_although_the_clock_here_is_slow(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.instance.time.now -= 2 * 3_600_000
    both.edit_in_anki(note_id, Front="new question")
    assert both.anki.db is not None
    both.anki.db.execute("UPDATE notes SET mod = mod + 60")
    both.import_package()
    both.edit_here("back: answer", "back: better")
    both.send_to_anki()
    assert both.anki.get_note(note_id).fields == ["new question", "better"]


def test_other_fields_are_not_converted_again(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    with both.instance.collection.transaction() as connection:
        (version,) = common_versions.load_of_deck(connection, "default").values()
        html = version.anki_fields[0]
        # As if an earlier version of StudyApp had converted this field differently.
        lossy = version._replace(anki_fields=("<u>question</u>", version.anki_fields[1]))
        common_versions.save(connection, {version.note.key: lossy})
    assert html == "question"
    both.edit_in_anki(note_id, Front="<u>question</u>", Back="changed")
    assert both.import_package().updated_count == 1
    assert "front: question\n    back: changed" in both.deck.read_text()


def test_older_package_takes_nothing_back(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    older = both.folder / "older.apkg"
    (both.folder / "out.apkg").rename(older)
    both.edit_in_anki(note_id, Back="newer answer")
    assert both.anki.db is not None
    both.anki.db.execute("UPDATE notes SET mod = mod + 60")
    both.import_package()
    before = both.deck.read_bytes()
    report = both.instance.import_file(older)
    assert (report.updated_count, report.unchanged_count, report.conflicts) == (0, 1, ())
    assert both.deck.read_bytes() == before and b"newer answer" in before


def test_notes_deleted_in_anki_are_kept_and_named_if_the_package_is_a_whole_collection(
    both: PackageExchange,
) -> None:
    ids = [both.add("Basic", f"question {number}", "a") for number in range(4)]
    both.import_package()
    before = both.deck.read_bytes()
    both.anki.remove_notes(ids[1:2])
    assert both.import_package().losses == ()
    report = both.import_package(ending="colpkg")
    assert [(loss.kind, loss.note_excerpt) for loss in report.losses] == [
        (LossKind.NOT_IN_PACKAGE, "default/question-1")
    ]
    both.anki.remove_notes(ids[2:])
    assert both.import_package(ending="colpkg").losses == ()  # perhaps another collection
    assert both.deck.read_bytes() == before


def test_bundled_deck_is_changed_in_the_copy_of_the_user(both: PackageExchange) -> None:
    bundled = both.folder / "bundled"
    bundled.mkdir()
    deck = both.instance.folder / "d.yaml"
    (bundled / deck.name).write_text("deck: d\ntitle: D\nnotes:\n- {id: n, front: a, back: b}  # first\n")
    before = (bundled / deck.name).read_bytes()
    both.instance.time.now += 60_000
    library = refresh_library(
        both.instance.collection, [bundled], both.instance.clock(), bundled_folder=bundled
    ).library
    request = ExportRequest(("d",), CardLanguages.ENGLISH, both.folder / "d.apkg")
    export_decks(both.instance.collection, library, request, both.instance.clock())
    import_into_anki(both.folder / "d.apkg", both.anki)
    (note_id,) = both.anki.find_notes("Identity:d/n")
    both.edit_in_anki(note_id, Front="from Anki")
    report = both.import_package(bundled=bundled)
    assert (report.updated_count, report.losses) == (1, ())
    assert (bundled / deck.name).read_bytes() == before
    assert deck.read_bytes() == before.replace(b"front: a", b"front: from Anki")


def test_new_type_with_the_name_of_another_one_here_stops_no_change(both: PackageExchange) -> None:
    name = add_note_type(both.anki, "Own", [("{{One}}", "{{Two}}<hr>{{Three}}")])
    kept, changed, other = (
        both.add(name, "<u>a</u>", "b", "c"), both.add("Basic", "one", "1"), both.add("Basic", "two", "2")
    )  # fmt: skip
    both.import_package()
    both.anki.remove_notes([kept])
    basic, own = both.anki.models.by_name("Basic"), both.anki.models.by_name(name)
    assert basic is not None and own is not None
    own["tmpls"][0]["afmt"] = "{{Two}} and {{Three}}"
    both.anki.models.update_dict(own)
    change = both.anki.models.change_notetype_info(
        old_notetype_id=basic["id"], new_notetype_id=own["id"]
    ).input
    change.note_ids.append(changed)
    both.anki.models.change_notetype_of_notes(change)
    both.edit_in_anki(changed, One="<u>one</u>")
    both.edit_in_anki(other, Back="changed")
    report = both.import_package()
    assert (report.updated_count, report.losses) == (2, ())
    text = both.deck.read_text()
    assert "<u>a</u>" in text and "<u>one</u>" in text and "back: 'changed'" in text
    assert "  own:\n" in text and "  own-2:\n" in text


def test_decision_that_is_written_can_not_be_stopped_any_more(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("back: answer", "back: mine")
    both.edit_in_anki(note_id, Back="theirs")
    (conflict,) = both.import_package().conflicts
    environment = both.edit_environment()

    def stop_after_writing(_done: int, _total: int) -> None:
        assert "back: theirs" not in both.deck.read_text()

    decision = ConflictDecision(conflict, frozenset(conflict.fields))
    resolved = resolve_conflicts(environment, both.folder / "out.apkg", [decision], stop_after_writing)
    assert resolved.updated_count == 1
    assert both.import_package().unchanged_count == 1
