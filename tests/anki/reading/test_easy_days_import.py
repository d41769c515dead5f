"""Easy days of Anki's presets become those of all decks."""

from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.options.option_storage import load_option_overrides, set_option
from studyapp.services.transfer.file_import import ImportReport
from studyapp.store.stored_options import ALL_DECKS
from tests.anki.anki_collections import export_package
from tests.anki.reading.test_package_reading import FORMATS
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.test_parameter_exchange import add_deck

WEEKEND, FRIDAY, EQUAL = [1, 1, 1, 1, 1, 0.5, 0], [1, 1, 1, 1, 0.25, 1, 1], [0.5] * 7


def chosen_here(instance: StudyAppInstance) -> str | None:
    return load_option_overrides(instance.collection, ALL_DECKS).get("easy_days")


def unused_presets(report: ImportReport) -> list[str]:
    """The presets of which the report says that their easy days are not used."""
    return [loss.name for loss in report.losses if loss.kind is LossKind.EASY_DAYS]


@pytest.mark.parametrize(("suffix", "legacy"), FORMATS)
def test_easy_days_are_taken_over(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, suffix: str, legacy: bool
) -> None:
    add_deck(anki, "Mine", (), 3, easyDaysPercentages=WEEKEND)
    package = export_package(anki, tmp_path, suffix, legacy=legacy)
    assert unused_presets(instance.import_file(package)) == []
    assert chosen_here(instance) == "normal normal normal normal normal reduced minimum"
    assert "easy_days" not in load_option_overrides(instance.collection, "mine")


def test_those_of_the_preset_with_most_reviews_win(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    add_deck(anki, "Few", (), 2, easyDaysPercentages=WEEKEND)
    add_deck(anki, "Many", (), 5, easyDaysPercentages=FRIDAY)
    add_deck(anki, "Same", (), 1, easyDaysPercentages=FRIDAY)
    assert unused_presets(instance.import_file(export_package(anki, tmp_path))) == ["Preset of Few"]
    assert chosen_here(instance) == "normal normal normal normal reduced normal normal"


@pytest.mark.parametrize("easy_days", [EQUAL, [], [1, 0]])
def test_presets_without_easy_days_change_nothing(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, easy_days: list[float]
) -> None:
    add_deck(anki, "Many", (), 5, easyDaysPercentages=easy_days)
    add_deck(anki, "Few", (), 1, easyDaysPercentages=WEEKEND)
    assert unused_presets(instance.import_file(export_package(anki, tmp_path))) == ["Preset of Few"]
    assert chosen_here(instance) is None


def test_easy_days_of_a_shared_deck_are_not_taken_over(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    add_deck(anki, "Shared", (), 0, easyDaysPercentages=WEEKEND)
    assert unused_presets(instance.import_file(export_package(anki, tmp_path))) == ["Preset of Shared"]
    assert chosen_here(instance) is None


def test_easy_days_that_were_chosen_here_stay(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    chosen = "minimum" + " normal" * 6
    set_option(instance.collection, ALL_DECKS, "easy_days", chosen)
    add_deck(anki, "Mine", (), 3, easyDaysPercentages=WEEKEND)
    assert unused_presets(instance.import_file(export_package(anki, tmp_path))) == ["Preset of Mine"]
    assert chosen_here(instance) == chosen


def test_importing_again_keeps_later_choices(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    add_deck(anki, "Mine", (), 3, easyDaysPercentages=WEEKEND)
    package = export_package(anki, tmp_path)
    instance.import_file(package)
    set_option(instance.collection, ALL_DECKS, "easy_days", None)
    assert unused_presets(instance.import_file(package)) == []
    assert chosen_here(instance) is None
