from studyapp.store import export_stamps
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport


def test_known_content_in_anki_stays_until_it_is_known_again(collection: Collection) -> None:
    for export in (LastExport("1", 10, "a"), LastExport("2", 20), LastExport("3", 30, "b")):
        with collection.transaction() as connection:
            export_stamps.save(connection, {"d/n": export})
            (stored,) = export_stamps.load_all(connection).values()
        assert stored == export._replace(content_in_anki=export.content_in_anki or "a")


def test_stored_form_of_a_note_that_was_reported_as_removed(collection: Collection) -> None:
    """The digest is stored and never changes. No note has it, so a note that returns counts as changed."""
    with collection.transaction() as connection:
        export_stamps.save(connection, {"d/n": LastExport("1", 10, "a"), "d/kept": LastExport("2", 20)})
        export_stamps.mark_absent(connection, ["d/n"])
        stored = export_stamps.load_all(connection)
        assert stored == {"d/n": LastExport("absent", 10, "a"), "d/kept": LastExport("2", 20)}
        assert [export.is_absent for export in stored.values()] == [True, False]
