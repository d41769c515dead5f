from studyapp.store import export_stamps
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport


def test_known_content_in_anki_stays_until_it_is_known_again(collection: Collection) -> None:
    for export in (LastExport("1", 10, "a"), LastExport("2", 20), LastExport("3", 30, "b")):
        with collection.transaction() as connection:
            export_stamps.save(connection, {"d/n": export})
            (stored,) = export_stamps.load_all(connection).values()
        assert stored == export._replace(content_in_anki=export.content_in_anki or "a")
