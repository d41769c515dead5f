"""The edits of Anki and StudyApp meet in one import; `.ci/nightly` does the same with 10,000 notes."""

from pathlib import Path

from anki.collection import Collection as Anki

from tests.anki.edits_on_both_sides import check_edits_on_both_sides
from tests.anki.package_exchange import PackageExchange
from tests.anki.studyapp_instance import create_instance


def test_each_edit_ends_where_it_belongs(anki: Anki, tmp_path: Path) -> None:
    instance = create_instance(tmp_path / "studyapp", ())
    check_edits_on_both_sides(PackageExchange(anki, instance, tmp_path), 60)
    instance.close()
