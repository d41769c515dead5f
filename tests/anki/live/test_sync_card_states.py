"""Syncing flags, suspension, due dates and memory states of cards."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Basic, Note
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_day import calendar_date
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.options.option_storage import set_option
from studyapp.services.study.session_outcome import Prompt
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.anki.sync_actions import (
    anki_due_offsets,
    anki_snapshot,
    due_offsets,
    modify_cards,
    review_cards,
    review_cards_in_server,
    review_one_card,
    sync,
)
from tests.services.study_driver import MINUTE


def test_card_actions_are_applied_in_anki(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    review_cards(instance, 3)
    sync(instance, server)
    instance.time.now += 2 * MINUTE
    session = instance.start_session()
    step = session.show_next().next_step
    assert isinstance(step, Prompt)
    session.toggle_flag(4)
    session.suspend()
    report = sync(instance, server)
    assert report.pushed_review_count == 0
    assert server.anki.db is not None
    assert server.anki.db.list("SELECT flags & 7 FROM cards WHERE queue = -1") == [4]
    assert sync(instance, server) == SyncReport()


def test_fsrs_memory_state_is_synced(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    server.anki.set_config("fsrs", True)
    sync(instance, server)
    review_cards(instance, 8)
    sync(instance, server)
    assert server.anki.db is not None
    rows_with_memory = server.anki.db.execute("SELECT id, data FROM cards WHERE reps > 0 ORDER BY id")
    assert rows_with_memory
    for number, _ in rows_with_memory:
        card = server.anki.get_card(number)
        assert card.memory_state is not None
        computed = server.anki._backend.compute_memory_state(number)
        assert card.memory_state.stability == pytest.approx(computed.state.stability, rel=1e-3)
        assert card.memory_state.difficulty == pytest.approx(computed.state.difficulty, abs=1e-3)


@pytest.mark.parametrize("action", ["suspend", "move", "bury"])
def test_review_is_kept_after_card_action_in_anki(
    instance: StudyAppInstance, server: AnkiConnectServer, action: str
) -> None:
    assert server.anki.sched.today  # Anki unburies cards when it looks at a new day for the first time
    sync(instance, server)
    name = review_one_card(instance)
    before = instance.load_schedules()
    other_deck = server.anki.decks.id("Elsewhere")
    assert other_deck is not None
    card_actions: dict[str, Callable[[int], object]] = {
        "suspend": lambda number: server.anki.sched.suspend_cards([number]),  # type: ignore[list-item]
        "move": lambda number: server.anki.set_deck([number], other_deck),  # type: ignore[list-item]
        "bury": lambda number: server.anki.sched.bury_cards([number]),  # type: ignore[list-item]
    }
    modify_cards(server, card_actions[action])
    instance.time.now += 2_000_000
    sync(instance, server)
    (card,) = before
    assert str(card) == name
    assert instance.load_schedules()[card].phase == before[card].phase
    assert len(anki_due_offsets(server)) == 1
    assert sync(instance, server) == SyncReport()


def test_simultaneous_due_dates_are_pushed_once(tmp_path: Path, server: AnkiConnectServer) -> None:
    text = LocalizedText.language_neutral("words")
    instance = create_instance(
        tmp_path / "many", [Note("d", f"n{number}", Basic(text, text)) for number in range(70)]
    )
    sync(instance, server)
    day = instance.clock().today()
    card_actions = [
        CardAction(CardId("d", f"n{number}", 1), EntryKind.SET_DUE, due_day=day + 3) for number in range(70)
    ]
    append_actions(instance.collection, card_actions, instance.time.now, day)
    assert server.anki.db is not None
    for _ in range(3):
        sync(instance, server)
        assert server.anki.db.scalar("SELECT count() FROM revlog") == 70
    instance.close()


def test_changes_by_anki_are_not_written_back(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    server.anki.set_config("fsrs", True)
    sync(instance, server)
    cards = list(server.anki.find_cards(""))
    server.anki.sched.set_due_date(cards[:3], "3-40")
    server.anki.sched.bury_cards(cards[4:5], manual=False)
    before = anki_snapshot(server)
    sync(instance, server)
    assert anki_snapshot(server) == before


def test_flag_set_in_anki_is_pulled_for_reviewed_card(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    name = review_one_card(instance)
    server.anki.set_user_flag_for_cards(2, list(server.anki.find_cards("")))
    sync(instance, server)
    (flag,) = {one.flag for card, one in instance.load_schedules().items() if str(card) == name}
    assert flag == 2
    assert server.anki.db is not None
    assert set(server.anki.db.list("SELECT flags & 7 FROM cards")) == {2}


@pytest.mark.parametrize(
    ("creation_hour", "rollover", "day_start_hour"),
    [(4, 6, 4), (2, 4, 4), (23, 4, 4), (4, 0, 4), (4, 0, 23), (4, 23, 0), (12, 12, 4)],
)
def test_due_date_is_independent_of_day_start_hours(
    instance: StudyAppInstance,
    server: AnkiConnectServer,
    creation_hour: int,
    rollover: int,
    day_start_hour: int,
) -> None:
    """`begins` is the day start hour in StudyApp, `rollover` that in Anki. Between the two hours one of them is still in
    the previous day, so its "in 9 days" is another number for the same date."""
    assert server.anki.db is not None
    instance.day_start_hour = day_start_hour
    moment = datetime.fromtimestamp(instance.time.now / 1000 - 40 * 86_400).replace(
        hour=creation_hour, minute=0
    )
    server.anki.db.execute("UPDATE col SET crt = ?", round(moment.timestamp()))
    server.anki.set_config("rollover", rollover)
    sync(instance, server)
    server.anki.sched.set_due_date(list(server.anki.find_cards(""))[:1], "9")
    sync(instance, server)
    session = instance.start_session()
    session.show_next()
    session.set_due(20)
    sync(instance, server)
    today_in_anki = moment.date() + timedelta(days=server.anki.sched.today)
    today_in_studyapp = calendar_date(instance.clock().today())
    dates_in_anki = {today_in_anki + timedelta(days=due) for due in anki_due_offsets(server)}
    dates_in_studyapp = {today_in_studyapp + timedelta(days=due) for due in due_offsets(instance)}
    assert (
        dates_in_anki
        == dates_in_studyapp
        == {today_in_anki + timedelta(days=9), today_in_studyapp + timedelta(days=20)}
    )
    assert sync(instance, server) == SyncReport()


def test_undo_and_deletion_in_anki_are_kept(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    sync(instance, server)
    review_cards_in_server(server, 1)
    instance.time.now = max(instance.time.now, round(time.time() * 1000) + MINUTE)
    assert sync(instance, server).pulled_review_count == 1
    server.anki.undo()
    numbers = list(server.anki.find_notes(""))[:2]
    server.anki.remove_notes(numbers)
    instance.time.now += MINUTE
    report = sync(instance, server)
    assert (report.pushed_review_count, report.added_count, len(report.deleted_in_anki)) == (0, 0, 2)
    assert server.anki.db is not None
    assert server.anki.db.scalar("SELECT count() FROM revlog WHERE ease > 0") == 0
    assert server.anki.note_count() == 7
    assert sync(instance, server).deleted_in_anki == report.deleted_in_anki


def test_flag_removed_in_anki_stays_removed(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    """Already the first sync with an empty collection records who changed a card last."""
    session = instance.start_session()
    session.show_next()
    session.toggle_flag(4)
    instance.time.now += MINUTE
    sync(instance, server)
    assert server.anki.db is not None
    flagged = server.anki.db.list("SELECT id FROM cards WHERE flags & 7 = 4")
    assert len(flagged) == 1
    server.anki.set_user_flag_for_cards(0, flagged)
    instance.time.now += MINUTE
    sync(instance, server)
    assert server.anki.db.scalar("SELECT max(flags & 7) FROM cards") == 0
    assert {one.flag for one in instance.load_schedules().values()} <= {0}


def test_suspended_card_stays_suspended_after_change_in_anki(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    instance.time.now += MINUTE
    session = instance.start_session()
    session.show_next()
    session.suspend()
    modify_cards(server, lambda number: None)
    instance.time.now += 2_000_000
    sync(instance, server)
    assert sum(one.is_suspended for one in instance.load_schedules().values()) == 1
    assert server.anki.db is not None
    assert server.anki.db.scalar("SELECT count() FROM cards WHERE queue = -1") == 1


def test_progress_of_moved_card_is_pushed_in_same_sync(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    review_one_card(instance)
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("title: Deck", "title: Other"))
    assert server.anki.db is not None
    server.anki.db.execute("UPDATE cards SET mod = mod - 100")
    report = sync(instance, server)
    assert (report.moved_card_count, report.pushed_review_count, report.postponed_card_count) == (10, 1, 0)


@pytest.mark.parametrize(("steps", "days"), [("1440", 1), ("2880", 2), ("10080 10", 7)])
def test_step_of_days_is_due_on_the_same_day_in_anki(
    instance: StudyAppInstance, server: AnkiConnectServer, steps: str, days: int
) -> None:
    set_option(instance.collection, "d", "learning_steps", steps)
    sync(instance, server)
    review_one_card(instance, Rating.AGAIN)
    assert sync(instance, server).pushed_review_count == 1
    assert server.anki.db is not None
    rows = server.anki.db.execute(
        "SELECT type, queue, due - ? FROM cards WHERE reps > 0", server.anki.sched.today
    )
    assert rows == [[1, 3, days]]
    before = instance.load_schedules()
    assert sync(instance, server) == SyncReport()
    assert instance.load_schedules() == before
