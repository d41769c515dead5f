"""Sync with a running Anki: both directions, a remote Anki and interruptions."""

import time
from pathlib import Path

import pytest

from studyapp.anki.live.ankiconnect import AnkiConnectError
from studyapp.core.study.journal import EntryKind
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.store import journal_entries
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.sync_actions import (
    anki_due_offsets,
    anki_snapshot,
    due_offsets,
    modify_cards,
    review_cards,
    review_cards_in_server,
    review_one_card,
    schedules_by_card,
    sync,
)
from tests.services.study_driver import DAY, MINUTE


def test_second_sync_changes_nothing(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    review_cards(instance, 6)
    report = sync(instance, server)
    assert (report.added_count, report.updated_count, report.pulled_review_count, report.not_stored) == (
        9,
        0,
        0,
        (),
    )
    assert server.anki.card_count() == 10
    assert server.anki.db is not None
    assert server.anki.db.scalar("SELECT count() FROM revlog") == 6
    before, calls, schedules = anki_snapshot(server), server.calls.copy(), schedules_by_card(instance)
    again = sync(instance, server)
    assert again == SyncReport()
    assert anki_snapshot(server) == before
    assert schedules_by_card(instance) == schedules
    assert set(server.calls - calls) == {
        "requestPermission",
        "version",
        "getMediaDirPath",
        "retrieveMediaFile",
        "deckNamesAndIds",
    }


def test_reviews_of_the_future_are_not_sent(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    instance.time.now += 36_525 * DAY
    review_cards(instance, 1)
    instance.time.now -= 36_525 * DAY
    report = sync(instance, server)
    assert [loss.kind for loss in report.losses] == [LossKind.FUTURE_REVIEWS]
    assert server.anki.db is not None
    assert server.anki.db.scalar("SELECT count() FROM revlog") == 0


def test_reviews_are_synced_in_both_directions(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    sync(instance, server)
    review_cards(instance, 5)
    review_cards_in_server(server, 5)
    instance.time.now = max(instance.time.now, round(time.time() * 1000) + MINUTE)
    report = sync(instance, server)
    assert report.pulled_review_count == 5
    assert report.pushed_review_count == 5
    assert report.postponed_card_count == 0
    assert server.anki.db is not None
    log = server.anki.db.list("SELECT id FROM revlog")
    assert len(log) == 10
    assert anki_due_offsets(server) == due_offsets(instance) != []
    before, schedules = anki_snapshot(server), schedules_by_card(instance)
    assert sync(instance, server) == SyncReport()
    assert (anki_snapshot(server), schedules_by_card(instance)) == (before, schedules)
    with instance.collection.read_transaction() as connection:
        reviews = [
            entry
            for _, journal in journal_entries.iterate_by_card(connection)
            for entry in journal
            if entry.kind is EntryKind.REVIEW
        ]
    assert len(reviews) == 10


def test_remote_anki_is_synced_with_packages(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    server.is_remote = True
    review_cards(instance, 4)
    report = sync(instance, server)
    assert (report.added_count, report.not_stored) == (9, ())
    review_cards_in_server(server, 3)
    instance.time.now = max(instance.time.now, round(time.time() * 1000) + MINUTE)
    review_cards(instance, 2)
    report = sync(instance, server)
    assert (report.pulled_review_count, report.pushed_review_count) == (3, 2)
    assert sync(instance, server) == SyncReport()
    assert not list(Path(server.anki.media.dir()).glob("studyapp-*"))


def test_card_changed_in_anki_during_sync_is_postponed(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    review_cards(instance, 3)

    def modify_card(action: str) -> None:
        if action == "cardsModTime":
            server.before = lambda _: None
            assert server.anki.db is not None
            server.anki.db.execute("UPDATE cards SET mod = mod + 7 WHERE ord = 0")

    server.before = modify_card
    report = sync(instance, server)
    assert report.postponed_card_count > 0
    later = sync(instance, server)
    assert later.pushed_review_count == 3 - report.pushed_review_count
    assert sync(instance, server) == SyncReport()


def test_sync_interrupted_after_moving_cards_keeps_progress(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    review_one_card(instance)
    before = {card: one.phase for card, one in instance.load_schedules().items()}
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("title: Deck", "title: Other"))

    def stop(action: str) -> None:
        if action == "cardsModTime":
            raise ValueError("no more")

    server.before = stop
    with pytest.raises(AnkiConnectError):
        sync(instance, server)
    modify_cards(server, lambda number: None)
    server.before = lambda action: None
    sync(instance, server)
    assert {card: one.phase for card, one in instance.load_schedules().items()} == before
    assert len(anki_due_offsets(server)) == 1


def test_cards_that_anki_rejects_are_postponed(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    sync(instance, server)
    review_one_card(instance)
    original = server.do_set_specific_value_of_card
    server.do_set_specific_value_of_card = lambda card, **given: [[False, "no"]]  # type: ignore[method-assign]
    report = sync(instance, server)
    assert (report.pushed_review_count, report.postponed_card_count) == (0, 1)
    server.do_set_specific_value_of_card = original  # type: ignore[method-assign]
    sync(instance, server)
    assert len(anki_due_offsets(server)) == 1
    assert sync(instance, server) == SyncReport()
