"""Notes of a package that can't be told apart, because they have the same guid."""

from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from tests.anki.package_exchange import PackageExchange
from tests.anki.studyapp_instance import StudyAppInstance


@pytest.fixture
def both(anki: Anki, tmp_path: Path, instance: StudyAppInstance) -> PackageExchange:
    return PackageExchange(anki, instance, tmp_path)


def give_all_the_guid_of_the_first(both: PackageExchange) -> None:
    assert both.anki.db is not None
    both.anki.db.execute("UPDATE notes SET guid = (SELECT guid FROM notes ORDER BY id LIMIT 1)")


def test_new_notes_are_added_and_stay_as_they_are(both: PackageExchange) -> None:
    both.add("Basic", "one", "1"), both.add("Basic", "two", "2")
    give_all_the_guid_of_the_first(both)
    assert both.import_package().added_count == 2
    before = both.deck.read_bytes()
    for choice in ConflictChoice:
        report = both.import_package(choice)
        assert (report.added_count, report.updated_count) == (0, 0)
        assert [loss.kind for loss in report.losses] == [LossKind.GUID_REPEATED_IN_ANKI] * 2
        assert both.deck.read_bytes() == before


def test_note_here_does_not_get_the_text_of_another_note(both: PackageExchange) -> None:
    both.add("Basic", "one", "1"), both.add("Basic", "two", "2")
    other = both.add("Basic", "three", "3")
    both.import_package()
    guid = both.anki.get_note(other).guid
    give_all_the_guid_of_the_first(both)
    assert both.anki.db is not None
    both.anki.db.execute("UPDATE notes SET guid = ? WHERE id = ?", guid, other)
    both.edit_in_anki(other, Back="changed")
    before = both.deck.read_text()
    for updated_count in (1, 0):
        report = both.import_package(ConflictChoice.ANKI)
        assert report.updated_count == updated_count
        assert both.deck.read_text() == before.replace("back: '3'", "back: 'changed'")
