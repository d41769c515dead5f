"""Saved searches."""

from pathlib import Path

from studyapp.services.search.saved_searches import (
    SavedSearch,
    delete_saved_search,
    load_saved_searches,
    save_search,
)
from tests.store.samples import open_collection


def test_searches_are_saved_replaced_and_deleted(tmp_path: Path) -> None:
    with open_collection(tmp_path / "collection.db") as collection:
        assert load_saved_searches(collection) == ()
        save_search(collection, "leeches", "is:leech")
        save_search(collection, " Code ", "code -tag:none")
        save_search(collection, "leeches", "is:leech -is:suspended")
        assert load_saved_searches(collection) == (
            SavedSearch("Code", "code -tag:none"),
            SavedSearch("leeches", "is:leech -is:suspended"),
        )
        delete_saved_search(collection, "Code")
        delete_saved_search(collection, "unknown")
        assert [search.name for search in load_saved_searches(collection)] == ["leeches"]
