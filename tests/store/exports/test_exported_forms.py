from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.exported_form import ExportedForm
from studyapp.store import common_versions
from studyapp.store.collection import Collection
from studyapp.store.exports import exported_forms
from studyapp.store.exports.exported_forms import NoteToExport
from studyapp.store.notes import note_decoder
from tests.store.samples import note, save_notes

FORM = ExportedForm(b"source\x00", "2:digest", ("<b>字</b>", "", "\x1f"), ("a::b",), (0, 2))


def load(collection: Collection) -> dict[str, NoteToExport]:
    with collection.read_transaction() as connection:
        found = exported_forms.iterate_notes(connection, "deck", note_decoder(connection), lambda _: True)
        return {one.note.id: one for one in found}


def save(collection: Collection, *keys: str) -> None:
    with collection.transaction() as connection:
        exported_forms.save(connection, dict.fromkeys(keys, FORM))


def test_form_is_loaded_with_its_note(collection: Collection) -> None:
    save_notes(collection, [note("b", "words"), note("a")])
    save(collection, "deck/a")
    found = load(collection)
    assert list(found) == ["b", "a"]
    assert [one.form for one in found.values()] == [None, FORM]
    assert (found["b"].note, found["b"].changed_at) == (note("b", "words"), 1000)


def test_forms_of_notes_that_are_no_longer_in_a_deck_are_deleted(collection: Collection) -> None:
    save_notes(collection, [note("a"), note("b")])
    save(collection, "deck/a", "deck/b")
    save_notes(collection, [note("b")])
    save(collection)
    assert collection.connection.execute("SELECT note FROM exported_form").fetchall() == [("deck/b",)]


def test_digest_changes_with_the_note_and_with_each_part_of_its_common_version(
    collection: Collection,
) -> None:
    save_notes(collection, [note("a")])
    digests = [load(collection)["a"].stored_digest]
    common = CommonVersion(note("a"), 7, ("One",), ("1",), ("t",), "Deck")
    for version in (
        common,
        common._replace(anki_type_id=8),
        common._replace(field_names=("Other",)),
        common._replace(anki_fields=("2",)),
        common._replace(anki_tags=("u",)),
        common._replace(note=note("a", "before")),
    ):
        with collection.transaction() as connection:
            common_versions.save(connection, {"deck/a": version})
        digests.append(load(collection)["a"].stored_digest)
    save_notes(collection, [note("a", "changed")])
    digests.append(load(collection)["a"].stored_digest)
    assert len(set(digests)) == len(digests) == 8
    with collection.transaction() as connection:
        common_versions.save_sent(connection, {"deck/a": common})
    assert load(collection)["a"].stored_digest == digests[-1]
