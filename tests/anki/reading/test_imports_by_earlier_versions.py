"""Notes that were imported by an earlier version of StudyApp, which didn't store common versions."""

from studyapp.store import common_versions
from tests.anki.html_fields import FIELDS_BY_KIND
from tests.anki.package_exchange import PackageExchange


def forget_common_versions(both: PackageExchange) -> None:
    with both.instance.collection.transaction() as connection:
        connection.execute("DELETE FROM common_version")


def test_unchanged_notes_get_a_common_version(both: PackageExchange) -> None:
    fields = [field for fields in FIELDS_BY_KIND.values() for field in fields]
    note_ids = [both.add("Basic", f"{number}", field) for number, field in enumerate(fields)]
    added = both.import_package().added_count
    forget_common_versions(both)
    before = both.deck.read_bytes()
    report = both.import_package()
    assert (report.unchanged_count, report.updated_count, report.conflicts) == (added, 0, ())
    assert both.deck.read_bytes() == before
    with both.instance.collection.read_transaction() as connection:
        assert len(common_versions.load_of_deck(connection, "default")) == added
    both.send_to_anki()
    assert [both.anki.get_note(note_id).fields[1] for note_id in note_ids] == fields


def test_note_whose_formatting_an_earlier_version_had_lost_stays_whole_in_anki(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "an <b>important</b> answer")
    both.import_package()
    forget_common_versions(both)
    both.edit_here("back: an **important** answer", "back: an important answer")
    assert both.import_package().conflicts == ()
    both.edit_here("front: question", "front: new question")
    both.send_to_anki()
    assert both.anki.get_note(note_id).fields == ["new question", "an <b>important</b> answer"]


def test_note_changed_in_anki_since_then_is_updated(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    forget_common_versions(both)
    both.edit_in_anki(note_id, Back="another <i>answer</i>")
    report = both.import_package()
    assert (report.updated_count, report.conflicts) == (1, ())
    assert "back: another *answer*" in both.deck.read_text()


def test_note_changed_here_since_then_is_kept_and_exported(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    forget_common_versions(both)
    both.edit_here("back: answer", "back: mine")
    report = both.import_package()
    assert (report.kept_count, report.updated_count, report.conflicts) == (1, 0, ())
    both.send_to_anki()
    assert both.anki.get_note(note_id).fields == ["question", "mine"]


def test_fields_changed_on_either_side_since_then_are_asked(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    forget_common_versions(both)
    both.edit_here("back: answer", "back: mine")
    both.edit_in_anki(note_id, Front="new question")
    before = both.deck.read_bytes()
    (conflict,) = both.import_package().conflicts
    assert (conflict.base, set(conflict.fields)) == (None, {"front", "back"})
    assert both.deck.read_bytes() == before


def test_edit_here_is_asked_if_anki_never_imported_its_export(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    forget_common_versions(both)
    both.edit_here("back: answer", "back: mine")
    both.export()
    both.edit_in_anki(note_id, Front="new question")
    before = both.deck.read_bytes()
    (conflict,) = both.import_package().conflicts
    assert (conflict.base, set(conflict.fields)) == (None, {"front", "back"})
    assert both.deck.read_bytes() == before


def test_edit_here_is_asked_if_anki_never_imported_the_export_of_an_earlier_version(
    both: PackageExchange,
) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("back: answer", "back: mine")
    both.export()
    forget_common_versions(both)
    both.edit_in_anki(note_id, Front="new question")
    before = both.deck.read_bytes()
    (conflict,) = both.import_package().conflicts
    assert (conflict.base, set(conflict.fields)) == (None, {"front", "back"})
    assert both.deck.read_bytes() == before
