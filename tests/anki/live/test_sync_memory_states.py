"""FSRS memory states that differ are noticed, also if state and due date agree."""

import random
from pathlib import Path

import pytest
from anki.cards import FSRSMemoryState

from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.optimization.parameter_adoption import adopt_imported
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import import_into_anki
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.sync_actions import ENGLISH, compare, review_one_card, sync
from tests.core.optimization.simulated_learner import draw_parameters


@pytest.fixture(autouse=True)
def fsrs(server: AnkiConnectServer) -> None:
    server.anki.set_config("fsrs", True)


def memory_states(server: AnkiConnectServer) -> list[tuple[float, float] | None]:
    """Stability and difficulty of the cards that are not new."""
    cards = map(server.anki.get_card, server.anki.find_cards("-is:new"))
    return [
        (round(card.memory_state.stability, 3), round(card.memory_state.difficulty, 2))
        if card.memory_state
        else None
        for card in cards
    ]


def set_memory(server: AnkiConnectServer, state: FSRSMemoryState | None) -> None:
    for number in server.anki.find_cards("-is:new"):
        card = server.anki.get_card(number)
        card.memory_state = state
        server.anki.update_card(card)


@pytest.mark.parametrize("is_missing", [False, True])
def test_memory_state_from_another_device_is_replaced(
    instance: StudyAppInstance, server: AnkiConnectServer, is_missing: bool
) -> None:
    review_one_card(instance)
    sync(instance, server)
    before = memory_states(server)
    set_memory(server, None if is_missing else FSRSMemoryState(stability=40.0, difficulty=2.0))
    assert memory_states(server) != before
    preview = compare(instance, server)
    assert (preview.card_count, preview.pushed_review_count) == (1, 0)
    report = sync(instance, server)
    assert (report.updated_card_count, report.pushed_review_count) == (1, 0)
    assert memory_states(server) == before
    assert sync(instance, server) == SyncReport()


def test_memory_state_of_optimized_parameters_is_kept(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    review_one_card(instance)
    sync(instance, server)
    deck = server.anki.decks.id_for_name("StudyApp::Deck")
    assert deck is not None
    preset = server.anki.decks.config_dict_for_deck_id(deck)
    preset["fsrsParams6"] = [value * 1.1 for value in preset["fsrsParams6"]]
    server.anki.decks.update_config(preset)
    set_memory(server, FSRSMemoryState(stability=40.0, difficulty=2.0))
    assert sync(instance, server) == SyncReport()
    assert memory_states(server) == [(40.0, 2.0)]


def test_new_parameters_reach_anki_by_an_import_and_a_sync(
    instance: StudyAppInstance, server: AnkiConnectServer, tmp_path: Path
) -> None:
    review_one_card(instance)
    sync(instance, server)
    before = memory_states(server)
    adopt_imported(instance.collection, draw_parameters(random.Random(8)), instance.time.now)
    assert sync(instance, server) == SyncReport()  # the parameters in Anki are others
    library = refresh_library(instance.collection, [instance.folder], instance.clock()).library
    package = tmp_path / "out.apkg"
    request = ExportRequest(library.deck_ids, ENGLISH, package, with_progress=True)
    export_decks(instance.collection, library, request, instance.clock())
    import_into_anki(package, server.anki)
    assert memory_states(server) == before  # Anki leaves cards alone that it has
    assert sync(instance, server).updated_card_count == 1
    (schedule,) = instance.load_schedules().values()
    assert schedule.memory is not None
    (state,) = memory_states(server)
    assert state == pytest.approx((schedule.memory.stability, schedule.memory.difficulty), abs=1e-2)
    assert [state] != before


@pytest.mark.parametrize("is_set_in_anki", [False, True])
def test_new_card_with_a_date_has_no_memory_on_either_side(
    instance: StudyAppInstance, server: AnkiConnectServer, is_set_in_anki: bool
) -> None:
    """A date says nothing about the memory."""
    sync(instance, server)
    if is_set_in_anki:
        server.anki.sched.set_due_date([server.anki.find_cards("is:new")[0]], "0")
    else:
        session = instance.start_session()
        session.show_next()
        session.set_due(0)
    instance.time.now += 60_000
    sync(instance, server)
    (schedule,) = instance.load_schedules().values()
    assert (schedule.memory, memory_states(server)) == (None, [None])
    assert sync(instance, server) == SyncReport()
