from studyapp.store import anki_sync_state
from studyapp.store.collection import Collection


def test_last_sync_of_a_wrong_clock_does_not_count(collection: Collection) -> None:
    with collection.transaction() as connection:
        anki_sync_state.save_sync_time(connection, 7, ["deck"], 5000)
        for collection_created_at, now, expected in ((7, 5000, 5000), (7, 4999, None), (8, 9000, None)):
            times = anki_sync_state.last_sync_times(connection, collection_created_at, ["deck", "new"], now)
            assert times == {"deck": expected, "new": None}
