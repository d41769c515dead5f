"""StudyApp, Anki, AnkiWeb and a phone: everything arrives everywhere, in any order."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.live.ankiconnect import AnkiConnectError, ConnectProblem
from studyapp.core.notes.note import Basic, Note
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import ReviewPhase
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.store import journal_entries
from tests.anki.anki_collections import review_cards_in_anki
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.ankiweb import AnkiWeb, run_ankiweb
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.anki.sync_actions import compare, review_cards, sync


@pytest.fixture(scope="module")
def ankiweb() -> Iterator[AnkiWeb]:
    with TemporaryDirectory() as folder, run_ankiweb(Path(folder)) as running:
        yield running


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Anki]:
    (tmp_path / "phone").mkdir()
    opened = Anki(str(tmp_path / "phone" / "collection.anki2"))
    yield opened
    opened.close()


class Devices:
    """All devices of one learner."""

    def __init__(
        self, instance: StudyAppInstance, server: AnkiConnectServer, ankiweb: AnkiWeb, phone: Anki
    ) -> None:
        self.instance, self.server, self.ankiweb, self.phone = instance, server, ankiweb, phone

    def take_step(self, name: str) -> None:
        self.instance.time.now = max(self.instance.time.now + 2_000, round(time.time() * 1000))
        if name == "review in StudyApp":
            review_cards(self.instance, 2)
        elif name == "review in Anki":
            review_in(self.server.anki)
        elif name == "review on the phone":
            review_in(self.phone)
        elif name == "sync the phone":
            self.ankiweb.sync(self.phone)
        else:
            assert name == "sync StudyApp"
            sync(self.instance, self.server, with_ankiweb=True)

    def sync_everything(self) -> None:
        for name in ("sync the phone", "sync StudyApp", "sync the phone", "sync StudyApp", "sync the phone"):
            self.take_step(name)


def review_in(anki: Anki) -> None:
    deck = anki.decks.id_for_name("StudyApp")
    assert deck is not None
    anki.decks.select(deck)
    review_cards_in_anki(anki, 2, 2)


@pytest.fixture
def devices(server: AnkiConnectServer, ankiweb: AnkiWeb, phone: Anki, tmp_path: Path) -> Iterator[Devices]:
    text = LocalizedText.language_neutral
    notes = [Note("d", f"n{number}", Basic(text(f"front {number}"), text("back"))) for number in range(6)]
    instance = create_instance(tmp_path / "studyapp", notes)
    server.anki.set_config("fsrs", True)
    sync(instance, server)
    ankiweb.sync(server.anki, is_first_upload=True)
    ankiweb.sync(phone)
    server.sync_with_ankiweb = ankiweb.sync
    yield Devices(instance, server, ankiweb, phone)
    instance.close()


def log_of(anki: Anki) -> list[Sequence[Any]]:
    assert anki.db is not None
    return anki.db.all("SELECT id, cid, ease FROM revlog ORDER BY id")


def dates_of(anki: Anki) -> list[Sequence[Any]]:
    assert anki.db is not None
    return anki.db.all(
        "SELECT flds, type, queue, CASE type WHEN 2 THEN due - ? ELSE due END FROM cards JOIN notes ON notes.id = nid "
        "WHERE type != 0 ORDER BY flds",
        anki.sched.today,
    )


ORDERS = [
    ("review in StudyApp", "sync StudyApp", "sync the phone", "review on the phone"),
    ("review on the phone", "review in StudyApp", "sync the phone", "sync StudyApp"),
    ("review on the phone", "sync StudyApp", "review in StudyApp", "sync the phone"),
    ("review in StudyApp", "review in Anki", "review on the phone", "sync StudyApp", "sync the phone"),
    ("review in Anki", "sync the phone", "review on the phone", "review in StudyApp"),
    ("review on the phone", "sync the phone", "review in Anki", "sync StudyApp", "review on the phone"),
]


@pytest.mark.parametrize("order", ORDERS, ids=range(len(ORDERS)))
def test_reviews_arrive_everywhere_in_any_order(devices: Devices, order: tuple[str, ...]) -> None:
    for name in order:
        devices.take_step(name)
    devices.sync_everything()
    instance, anki, phone = devices.instance, devices.server.anki, devices.phone
    review_count = 2 * sum(name.startswith("review") for name in order)
    with instance.collection.read_transaction() as connection:
        reviews = [
            entry
            for _, journal in journal_entries.iterate_by_card(connection)
            for entry in journal
            if entry.kind is EntryKind.REVIEW
        ]
    assert len(reviews) == review_count
    assert log_of(phone) == log_of(anki)
    assert sum(ease > 0 for _, _, ease in log_of(phone)) == review_count
    assert dates_of(phone) == dates_of(anki)
    days = [
        one.phase.due_day - instance.clock().today()
        for one in instance.load_schedules().values()
        if isinstance(one.phase, ReviewPhase)
    ]
    assert sorted(days) == sorted(due for _, state, _, due in dates_of(phone) if state == 2)
    assert sync(instance, devices.server, with_ankiweb=True) == SyncReport()


def test_comparison_sees_what_the_phone_has_sent(devices: Devices) -> None:
    review_in(devices.phone)
    devices.ankiweb.sync(devices.phone)
    devices.instance.time.now = round(time.time() * 1000) + 60_000
    assert compare(devices.instance, devices.server).pulled_review_count == 0
    assert compare(devices.instance, devices.server, with_ankiweb=True).pulled_review_count == 2


def test_failed_sync_with_ankiweb_is_reported_before_anything_changes(devices: Devices) -> None:
    devices.server.sync_with_ankiweb = None
    review_cards(devices.instance, 1)
    with pytest.raises(AnkiConnectError, match="isn't logged in") as raised:
        compare(devices.instance, devices.server, with_ankiweb=True)
    assert raised.value.problem is ConnectProblem.ANKIWEB_NOT_LOGGED_IN


def test_failed_sync_with_ankiweb_afterwards_does_not_hide_the_result(devices: Devices) -> None:
    devices.server.sync_with_ankiweb = None
    review_cards(devices.instance, 1)
    report = sync(devices.instance, devices.server, with_ankiweb=True)
    assert report.pushed_review_count == 1
    assert "isn't logged in" in report.ankiweb_failure


def test_reason_of_a_failed_sync_with_ankiweb_is_named(devices: Devices) -> None:
    def fail(_anki: Anki) -> None:
        raise ValueError("Sync status 2 not one of [0, 1]")

    devices.server.sync_with_ankiweb = fail
    with pytest.raises(AnkiConnectError, match="Sync status 2") as raised:
        compare(devices.instance, devices.server, with_ankiweb=True)
    assert raised.value.problem is ConnectProblem.ANKIWEB_FAILED


def test_addon_that_does_not_wait_for_ankiweb_is_reported(devices: Devices) -> None:
    """Its `sync` returns at once, while Anki syncs or shows its login dialog."""
    devices.server.is_of_2023 = True
    with pytest.raises(AnkiConnectError) as raised:
        compare(devices.instance, devices.server, with_ankiweb=True)
    assert raised.value.problem is ConnectProblem.ANKIWEB_NOT_AWAITED
    assert devices.server.calls["sync"] == 0
    assert compare(devices.instance, devices.server).profile_name == "anki"
