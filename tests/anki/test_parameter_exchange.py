"""Fitted parameters of Anki are taken over, and Anki gets those in use here."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from anki.decks import DeckConfigDict

from studyapp.core.optimization.fit import Comparison, Fit, Scores
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.optimization.parameter_adoption import adopt_fit, adopt_imported
from studyapp.services.overview.doctor import check_collection
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store.parameter_fits import load_scheduler
from tests.anki.anki_collections import add_note, export_package, import_into_anki
from tests.anki.studyapp_instance import BOTH, StudyAppInstance, create_instance
from tests.core.optimization.simulated_learner import draw_parameters
from tests.services.random_actions import Action, perform
from tests.services.study_driver import AGAIN, DAY, EASY, GOOD, HARD, basic_note

MINE, OTHERS = (draw_parameters(random.Random(seed)) for seed in (8, 9))


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[StudyAppInstance]:
    (tmp_path / "studyapp").mkdir()
    instance = create_instance(tmp_path / "studyapp", ())
    yield instance
    instance.collection.close()


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    (tmp_path / "anki").mkdir()
    collection = Anki(str(tmp_path / "anki" / "collection.anki2"))
    collection.set_config("fsrs", True)
    yield collection
    collection.close()


def add_deck(anki: Anki, name: str, parameters: tuple[float, ...], reviews: int, **options: object) -> None:
    """Add a deck with a preset of its own and a card with so many reviews. `options` are added to the preset."""
    assert anki.db is not None
    preset = anki.decks.add_config(f"Preset of {name}")
    preset |= {"fsrsParams6": list(parameters), **options}
    anki.decks.update_config(preset)
    deck = anki.decks.get(anki.decks.id(name))  # type: ignore[arg-type]
    assert deck is not None
    deck["conf"] = preset["id"]
    anki.decks.save(deck)
    note = add_note(anki, "Basic", f"front of {name}", "back", deck=name)
    (card,) = anki.db.list("SELECT id FROM cards WHERE nid = ?", note)
    start = round(time.time() * 1000) - 60 * DAY
    for number in range(reviews):
        anki.db.execute(
            "INSERT INTO revlog VALUES (?, ?, 0, 3, 5, 5, 500, 3000, ?)",
            start + number * 5 * DAY + card % 1000, card, int(number > 0),
        )  # fmt: skip
    if reviews:
        anki.db.execute(
            "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = 5, factor = 2500, reps = ? WHERE id = ?",
            anki.sched.today + 3, reviews, card,
        )  # fmt: skip


def scheduler_in_use(instance: StudyAppInstance) -> Scheduler:
    with instance.collection.read_transaction() as connection:
        return load_scheduler(connection)


def memories_in_anki(anki: Anki) -> dict[str, Memory]:
    """The memory states that Anki computes from the review logs, by the front of the note."""
    found = {}
    for number in anki.find_cards("-is:new"):
        card = anki.get_card(number)
        state = anki.compute_memory_state(number)
        assert state.stability is not None and state.difficulty is not None
        found[card.note().fields[0]] = Memory(state.stability, state.difficulty)
    return found


def test_parameters_of_the_preset_with_most_reviews_are_taken_over(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    add_deck(anki, "Many", MINE, 6)
    add_deck(anki, "Few", OTHERS, 3)
    add_deck(anki, "Shared", OTHERS, 0)
    package = export_package(anki, tmp_path)
    report = instance.import_file(package)
    assert report.parameters_from == "Preset of Many"
    losses = [loss.name for loss in report.losses if loss.kind is LossKind.FSRS_PARAMETERS]
    assert losses == ["Preset of Few"]
    assert scheduler_in_use(instance).parameters == pytest.approx(MINE, abs=1e-4)
    assert check_collection(instance.collection).mismatched_cards == ()
    in_anki = memories_in_anki(anki)["front of Many"]
    stabilities = [one.memory.stability for one in instance.load_schedules().values() if one.memory]
    assert min(abs(in_anki.stability - stability) for stability in stabilities) < 0.01
    assert instance.import_file(package).parameters_from == ""


def test_shared_decks_change_no_parameters(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    add_deck(anki, "Shared", OTHERS, 0)
    assert instance.import_file(export_package(anki, tmp_path)).parameters_from == ""
    assert scheduler_in_use(instance) == Scheduler()


def test_parameters_fitted_here_are_not_replaced(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    scores = Comparison(Scores(0.4, 0.04), Scores(0.3, 0.03))
    adopt_fit(instance.collection, Fit("FSRS-6", OTHERS, 900, scores, scores), 1)
    add_deck(anki, "Many", MINE, 6)
    report = instance.import_file(export_package(anki, tmp_path))
    assert report.parameters_from == ""
    assert [loss.kind for loss in report.losses] == [LossKind.FSRS_PARAMETERS]
    assert scheduler_in_use(instance) == Scheduler(OTHERS)


@pytest.mark.parametrize("parameters", [(0.3,) * 20 + (0.0,), (0.0,) * 20 + (0.2,), (1.0,) * 5])
def test_impossible_parameters_are_skipped(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, parameters: tuple[float, ...]
) -> None:
    add_deck(anki, "Many", parameters, 6)
    report = instance.import_file(export_package(anki, tmp_path))
    assert report.parameters_from == "" and scheduler_in_use(instance) == Scheduler()


def test_anki_computes_the_same_memory_after_an_export(anki: Anki, tmp_path: Path) -> None:
    assert anki.db is not None
    (tmp_path / "here").mkdir()
    studied = create_instance(tmp_path / "here", [basic_note(f"n{number}", "d") for number in range(6)])
    studied.time.now -= 40 * DAY
    session = studied.start_session()
    actions: list[Action] = [*[GOOD] * 8, EASY, 3 * DAY, GOOD, AGAIN, 30 * DAY, HARD, GOOD, GOOD]
    for action in actions:
        session = perform(studied, session, action)
    adopt_imported(studied.collection, MINE, studied.time.now)
    package = export_with_progress(studied, tmp_path / "out.apkg")
    anki.db.execute("UPDATE col SET crt = crt - 60 * 86400")
    import_into_anki(package, anki)
    assert preset_of_deck(anki, "StudyApp::Deck")["fsrsParams6"] == pytest.approx(MINE, abs=1e-4)
    stored = {card: anki.get_card(card).memory_state for card in anki.find_cards("-is:new")}
    assert len(stored) == 6
    for card, state in stored.items():
        computed = anki.compute_memory_state(card)
        assert state is not None
        assert computed.stability == pytest.approx(state.stability, abs=1e-3)
        assert computed.difficulty == pytest.approx(state.difficulty, abs=1e-2)
    studied.collection.close()


def export_with_progress(studied: StudyAppInstance, package: Path) -> Path:
    library = refresh_library(studied.collection, [studied.folder], studied.clock()).library
    export_decks(studied.collection, library, ExportRequest(("d",), BOTH, package, True), studied.clock())
    return package


def preset_of_deck(anki: Anki, name: str) -> DeckConfigDict:
    deck = anki.decks.id_for_name(name)
    assert deck is not None
    return anki.decks.config_dict_for_deck_id(deck)


def test_anki_keeps_a_preset_that_it_has(anki: Anki, tmp_path: Path) -> None:
    """This is why other parameters give a preset with another id."""
    add_deck(anki, "Many", MINE, 6)
    (tmp_path / "other").mkdir()
    other = Anki(str(tmp_path / "other" / "collection.anki2"))
    import_into_anki(export_package(anki, tmp_path), other)
    preset = preset_of_deck(anki, "Many")
    preset["fsrsParams6"] = list(OTHERS)
    anki.decks.update_config(preset)
    import_into_anki(export_package(anki, tmp_path), other)
    assert preset_of_deck(other, "Many")["id"] == preset["id"]
    assert preset_of_deck(other, "Many")["fsrsParams6"] == pytest.approx(MINE, abs=1e-4)
    other.close()


def test_other_parameters_reach_anki_in_a_further_preset(anki: Anki, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    studied = create_instance(tmp_path / "here", [basic_note("n", "d")])
    perform(studied, studied.start_session(), EASY)
    presets = []
    for parameters in (MINE, OTHERS, OTHERS):
        adopt_imported(studied.collection, parameters, studied.time.now)
        studied.time.now += DAY
        import_into_anki(export_with_progress(studied, tmp_path / "out.apkg"), anki)
        presets.append(preset_of_deck(anki, "StudyApp::Deck"))
        assert presets[-1]["fsrsParams6"] == pytest.approx(parameters, abs=1e-4)
    first, second, third = (preset["id"] for preset in presets)
    assert (first != second, second == third) == (True, True)
    assert {preset["id"] for preset in anki.decks.all_config()} == {1, first, second}
    studied.collection.close()
