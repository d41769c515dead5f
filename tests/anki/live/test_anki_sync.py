"""Exchange with a running Anki: what goes to and fro, and who is newer. The real library answers."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from studyapp.anki.live.ankiconnect import Address, AnkiConnect, AnkiConnectError
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Basic, Note
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import calendar_date
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.study.journal_writing import CardAction, append_actions
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.transfer.sync_report import SyncReport
from studyapp.store import journal_entries
from tests.anki.anki_collections import add, package, study
from tests.anki.exchanges import (
    as_left,
    dues_here,
    dues_there,
    meet,
    one_review,
    rate_here,
    stands,
    study_there,
    touch,
)
from tests.anki.peer import Peer
from tests.anki.studyapp_instance import Machine, machine
from tests.services.study_driver import MINUTE


def test_notes_and_progress_go_and_a_second_time_changes_nothing(here: Machine, peer: Peer) -> None:
    rate_here(here, 6)
    report = meet(here, peer)
    assert (report.added_count, report.updated_count, report.pulled_review_count, report.unconfirmed) == (
        9,
        0,
        0,
        (),
    )
    assert peer.anki.card_count() == 10
    assert peer.anki.db is not None
    assert peer.anki.db.scalar("SELECT count() FROM revlog") == 6
    before, calls, ours = as_left(peer), peer.calls.copy(), stands(here)
    again = meet(here, peer)
    assert again == SyncReport()
    assert as_left(peer) == before
    assert stands(here) == ours
    assert set(peer.calls - calls) == {"requestPermission", "version", "getMediaDirPath", "retrieveMediaFile"}


def test_reviews_go_both_ways_and_all_stands_alike(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    rate_here(here, 5)
    study_there(peer, 5)
    here.time.now = max(here.time.now, round(time.time() * 1000) + MINUTE)
    report = meet(here, peer)
    assert report.pulled_review_count == 5
    assert report.pushed_review_count == 5
    assert report.postponed_card_count == 0
    assert peer.anki.db is not None
    log = peer.anki.db.list("SELECT id FROM revlog")
    assert len(log) == 10
    assert dues_there(peer) == dues_here(here) != []
    before, ours = as_left(peer), stands(here)
    assert meet(here, peer) == SyncReport()
    assert (as_left(peer), stands(here)) == (before, ours)
    with here.collection.read_transaction() as connection:
        reviews = [
            entry
            for _, journal in journal_entries.iterate_by_card(connection)
            for entry in journal
            if entry.kind is EntryKind.REVIEW
        ]
    assert len(reviews) == 10


def test_what_is_done_here_to_a_card_is_done_there(here: Machine, peer: Peer) -> None:
    rate_here(here, 3)
    meet(here, peer)
    here.time.now += 2 * MINUTE
    session = here.start_session()
    step = session.show_next().next_step
    assert isinstance(step, Prompt)
    session.toggle_flag(4)
    session.suspend()
    report = meet(here, peer)
    assert report.pushed_review_count == 0
    assert peer.anki.db is not None
    assert peer.anki.db.list("SELECT flags & 7 FROM cards WHERE queue = -1") == [4]
    assert meet(here, peer) == SyncReport()


def test_fsrs_in_anki_goes_on_from_the_same_memory(here: Machine, peer: Peer) -> None:
    peer.anki.set_config("fsrs", True)
    meet(here, peer)
    rate_here(here, 8)
    meet(here, peer)
    assert peer.anki.db is not None
    held = peer.anki.db.execute("SELECT id, data FROM cards WHERE reps > 0 ORDER BY id")
    assert held
    for number, _ in held:
        card = peer.anki.get_card(number)
        assert card.memory_state is not None
        computed = peer.anki._backend.compute_memory_state(number)
        assert card.memory_state.stability == pytest.approx(computed.state.stability, rel=1e-3)
        assert card.memory_state.difficulty == pytest.approx(computed.state.difficulty, abs=1e-3)


def test_a_changed_note_is_updated_and_one_changed_in_both_is_left(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    path = here.folder / "d.yaml"
    path.write_text(path.read_text().replace("front 1", "front one").replace("front 2", "front two"))
    (number,) = peer.anki.find_notes('"Front:front 2"')
    note = peer.anki.get_note(number)
    note["Back"] = "mine"
    assert peer.anki.db is not None
    peer.anki.update_note(note)
    peer.anki.db.execute("UPDATE notes SET mod = mod + 30 WHERE id = ?", number)
    here.time.now += 3_600_000
    report = meet(here, peer)
    assert (report.updated_count, report.changed_in_anki) == (1, ("d/n2",))
    assert peer.anki.find_notes('"Front:front one"')
    assert peer.anki.get_note(number)["Back"] == "mine"
    assert meet(here, peer).changed_in_anki == ("d/n2",)


def test_cards_come_to_the_deck_that_is_theirs_now(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    elsewhere = peer.anki.decks.id("My own deck")
    assert elsewhere is not None
    cards = peer.anki.find_cards("")
    peer.anki.set_deck(cards[:2], elsewhere)
    path = here.folder / "d.yaml"
    path.write_text(path.read_text().replace("title: Deck", "title: Another::Name"))
    report = meet(here, peer)
    assert report.moved_card_count == 8
    names = peer.do_get_decks(list(cards))
    assert {name: len(found) for name, found in names.items()} == {
        "My own deck": 2,
        "StudyApp::Another::Name": 8,
    }
    assert meet(here, peer).moved_card_count == 0


def test_notes_from_anki_are_met_again_where_they_are(peer: Peer, tmp_path: Path) -> None:
    add(peer.anki, "Basic", "front", "bakc", deck="Spanish")
    add(peer.anki, "Basic", "<u>kept</u>", "as it is", deck="Spanish")
    study(peer.anki, 1, 2)
    here = machine(tmp_path / "here", ())
    here.take_in(package(peer.anki, tmp_path))
    before = as_left(peer)
    assert meet(here, peer) == SyncReport()
    assert as_left(peer) == before
    path = here.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    here.time.now += 3_600_000
    rate_here(here, 1, "spanish")
    report = meet(here, peer)
    assert (
        report.added_count,
        report.updated_count,
        report.moved_card_count,
        report.pushed_review_count,
    ) == (0, 1, 0, 1)
    assert peer.anki.find_notes('"Back:back"')
    assert meet(here, peer) == SyncReport()
    here.close()


def test_a_note_from_anki_that_was_changed_here_alone_is_updated_there(peer: Peer, tmp_path: Path) -> None:
    number = add(peer.anki, "Basic", "front", "bakc", deck="Spanish")
    here = machine(tmp_path / "here", ())
    here.take_in(package(peer.anki, tmp_path))
    path = here.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    here.time.now += 3_600_000
    assert meet(here, peer).updated_count == 1
    assert peer.anki.get_note(number)["Back"] == "back"  # type: ignore[arg-type]
    here.close()


def test_a_machine_that_never_met_this_anki_leaves_what_is_the_same(
    here: Machine, peer: Peer, tmp_path: Path
) -> None:
    meet(here, peer)
    other = machine(tmp_path / "other", here.notes())
    assert peer.anki.db is not None
    peer.anki.db.execute("UPDATE notes SET mod = mod - 1000")
    before = as_left(peer)
    assert meet(other, peer) == SyncReport()
    assert as_left(peer) == before
    other.close()


def test_anki_on_another_machine_is_reached_by_packages(here: Machine, peer: Peer) -> None:
    peer.is_elsewhere = True
    rate_here(here, 4)
    report = meet(here, peer)
    assert (report.added_count, report.unconfirmed) == (9, ())
    study_there(peer, 3)
    here.time.now = max(here.time.now, round(time.time() * 1000) + MINUTE)
    rate_here(here, 2)
    report = meet(here, peer)
    assert (report.pulled_review_count, report.pushed_review_count) == (3, 2)
    assert meet(here, peer) == SyncReport()
    assert not list(Path(peer.anki.media.dir()).glob("studyapp-*"))


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_no_media_are_offered_that_can_not_be_read_any_more(peer: Peer, is_elsewhere: bool) -> None:
    peer.anki.media.write_data("a.png", b"picture")
    add(peer.anki, "Basic", '<img src="a.png">', "back", deck="Spanish")
    peer.is_elsewhere = is_elsewhere
    running = LiveAnki(AnkiConnect(Address("127.0.0.1", peer.port), peer.key))
    kinds = [int(kind.id) for kind in peer.anki.models.all_names_and_ids()]
    (found,) = running.read_packages(kinds)
    assert len(found.notes) == 1
    assert {name: found.read_media(name) for name in found.media_names} == {}


def test_a_card_that_is_rated_in_anki_meanwhile_waits(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    rate_here(here, 3)

    def meddle(action: str) -> None:
        if action == "cardsModTime":
            peer.before = lambda _: None
            assert peer.anki.db is not None
            peer.anki.db.execute("UPDATE cards SET mod = mod + 7 WHERE ord = 0")

    peer.before = meddle
    report = meet(here, peer)
    assert report.postponed_card_count > 0
    later = meet(here, peer)
    assert later.pushed_review_count == 3 - report.pushed_review_count
    assert meet(here, peer) == SyncReport()


@pytest.mark.parametrize("deed", ["suspend", "move", "bury"])
def test_a_review_here_stays_whatever_is_done_to_the_card_in_anki(
    here: Machine, peer: Peer, deed: str
) -> None:
    meet(here, peer)
    name = one_review(here)
    before = here.schedules()
    elsewhere = peer.anki.decks.id("Elsewhere")
    assert elsewhere is not None
    actions_without_undo: dict[str, Callable[[int], object]] = {
        "suspend": lambda number: peer.anki.sched.suspend_cards([number]),  # type: ignore[list-item]
        "move": lambda number: peer.anki.set_deck([number], elsewhere),  # type: ignore[list-item]
        "bury": lambda number: peer.anki.sched.bury_cards([number]),  # type: ignore[list-item]
    }
    touch(peer, actions_without_undo[deed])
    here.time.now += 2_000_000
    meet(here, peer)
    (card,) = before
    assert str(card) == name
    assert here.schedules()[card].phase == before[card].phase
    assert len(dues_there(peer)) == 1
    assert meet(here, peer) == SyncReport()


def test_an_exchange_cut_off_once_cards_were_moved_takes_nothing_back(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    one_review(here)
    before = {card: one.phase for card, one in here.schedules().items()}
    path = here.folder / "d.yaml"
    path.write_text(path.read_text().replace("title: Deck", "title: Other"))

    def stop(action: str) -> None:
        if action == "cardsModTime":
            raise ValueError("no more")

    peer.before = stop
    with pytest.raises(AnkiConnectError):
        meet(here, peer)
    touch(peer, lambda number: None)
    peer.before = lambda action: None
    meet(here, peer)
    assert {card: one.phase for card, one in here.schedules().items()} == before
    assert len(dues_there(peer)) == 1


def test_many_days_chosen_in_one_moment_are_given_once(tmp_path: Path, peer: Peer) -> None:
    text = LocalizedText.language_neutral("words")
    here = machine(tmp_path / "many", [Note("d", f"n{number}", Basic(text, text)) for number in range(70)])
    meet(here, peer)
    day = here.clock().today()
    actions_without_undo = [
        CardAction(CardId("d", f"n{number}", 1), EntryKind.SET_DUE, due_day=day + 3) for number in range(70)
    ]
    append_actions(here.collection, actions_without_undo, here.time.now, day, Scheduler())
    assert peer.anki.db is not None
    for _ in range(3):
        meet(here, peer)
        assert peer.anki.db.scalar("SELECT count() FROM revlog") == 70
    here.close()


def test_what_anki_alone_did_is_not_written_back(here: Machine, peer: Peer) -> None:
    peer.anki.set_config("fsrs", True)
    meet(here, peer)
    cards = list(peer.anki.find_cards(""))
    peer.anki.sched.set_due_date(cards[:3], "3-40")
    peer.anki.sched.bury_cards(cards[4:5], manual=False)
    before = as_left(peer)
    meet(here, peer)
    assert as_left(peer) == before


def test_a_flag_set_in_anki_comes_though_the_card_was_rated_here(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    name = one_review(here)
    peer.anki.set_user_flag_for_cards(2, list(peer.anki.find_cards("")))
    meet(here, peer)
    (flag,) = {one.flag for card, one in here.schedules().items() if str(card) == name}
    assert flag == 2
    assert peer.anki.db is not None
    assert set(peer.anki.db.list("SELECT flags & 7 FROM cards")) == {2}


def test_cards_that_anki_refuses_to_change_wait(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    one_review(here)
    usual = peer.do_set_specific_value_of_card
    peer.do_set_specific_value_of_card = lambda card, **given: [[False, "no"]]  # type: ignore[method-assign]
    report = meet(here, peer)
    assert (report.pushed_review_count, report.postponed_card_count) == (0, 1)
    peer.do_set_specific_value_of_card = usual  # type: ignore[method-assign]
    meet(here, peer)
    assert len(dues_there(peer)) == 1
    assert meet(here, peer) == SyncReport()


@pytest.mark.parametrize(
    ("began", "rollover", "begins"),
    [(4, 6, 4), (2, 4, 4), (23, 4, 4), (4, 0, 4), (4, 0, 23), (4, 23, 0), (12, 12, 4)],
)
def test_a_card_is_due_on_the_same_date_whatever_the_hours(
    here: Machine, peer: Peer, began: int, rollover: int, begins: int
) -> None:
    """`begins` is the hour at which the day begins here, `rollover` the one in Anki. Between the two hours one of them
    is still in the day before, so its "in 9 days" is another number for the same date."""
    assert peer.anki.db is not None
    here.hour = begins
    moment = datetime.fromtimestamp(here.time.now / 1000 - 40 * 86_400).replace(hour=began, minute=0)
    peer.anki.db.execute("UPDATE col SET crt = ?", round(moment.timestamp()))
    peer.anki.set_config("rollover", rollover)
    meet(here, peer)
    peer.anki.sched.set_due_date(list(peer.anki.find_cards(""))[:1], "9")
    meet(here, peer)
    session = here.start_session()
    session.show_next()
    session.set_due(20)
    meet(here, peer)
    today_there = moment.date() + timedelta(days=peer.anki.sched.today)
    today_here = calendar_date(here.clock().today())
    dates_there = {today_there + timedelta(days=due) for due in dues_there(peer)}
    dates_here = {today_here + timedelta(days=due) for due in dues_here(here)}
    assert dates_there == dates_here == {today_there + timedelta(days=9), today_here + timedelta(days=20)}
    assert meet(here, peer) == SyncReport()


def test_what_is_undone_or_deleted_in_anki_stays_so(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    study_there(peer, 1)
    here.time.now = max(here.time.now, round(time.time() * 1000) + MINUTE)
    assert meet(here, peer).pulled_review_count == 1
    peer.anki.undo()
    numbers = list(peer.anki.find_notes(""))[:2]
    peer.anki.remove_notes(numbers)
    here.time.now += MINUTE
    report = meet(here, peer)
    assert (report.pushed_review_count, report.added_count, len(report.deleted_in_anki)) == (0, 0, 2)
    assert peer.anki.db is not None
    assert peer.anki.db.scalar("SELECT count() FROM revlog WHERE ease > 0") == 0
    assert peer.anki.note_count() == 7
    assert meet(here, peer).deleted_in_anki == report.deleted_in_anki


def test_a_type_whose_fields_were_changed_in_anki_is_left_alone(peer: Peer, tmp_path: Path) -> None:
    number = add(peer.anki, "Basic", "front", "bakc", deck="Spanish")
    here = machine(tmp_path / "here", ())
    here.take_in(package(peer.anki, tmp_path))
    basic_note = peer.anki.models.by_name("Basic")
    assert basic_note is not None
    peer.anki.models.rename_field(basic_note, basic_note["flds"][1], "Rueck")
    peer.anki.models.update_dict(basic_note)
    path = here.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    here.time.now += 3_600_000
    before = as_left(peer)
    report = meet(here, peer)
    assert (report.updated_count, len(report.note_type_conflicts)) == (0, 1)
    assert as_left(peer) == before
    assert peer.anki.get_note(number).fields == ["front", "bakc"]  # type: ignore[arg-type]
    here.close()


def test_a_title_in_other_capitals_moves_nothing(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    path = here.folder / "d.yaml"
    path.write_text(path.read_text().replace("title: Deck", "title: DECK"))
    assert meet(here, peer).moved_card_count == 0


def test_a_type_that_got_a_field_in_anki_is_met_with_it(peer: Peer, tmp_path: Path) -> None:
    number = add(peer.anki, "Basic", "front", "bakc", deck="Spanish")
    here = machine(tmp_path / "here", ())
    here.take_in(package(peer.anki, tmp_path))
    basic_note = peer.anki.models.by_name("Basic")
    assert basic_note is not None
    peer.anki.models.add_field(basic_note, peer.anki.models.new_field("More"))
    peer.anki.models.update_dict(basic_note)
    assert peer.anki.db is not None
    peer.anki.db.execute("UPDATE notes SET mod = mod + 7")  # a new field counts as a change of each note
    add(peer.anki, "Basic", "new", "note", "with more", deck="Spanish")
    here.take_in(package(peer.anki, tmp_path))
    path = here.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    here.time.now += 3_600_000
    types = peer.anki.models.all_names_and_ids()
    report = meet(here, peer)
    assert (report.updated_count, report.changed_in_anki, report.note_type_conflicts) == (1, (), ())
    assert peer.anki.get_note(number).fields == ["front", "back", ""]  # type: ignore[arg-type]
    assert peer.anki.models.all_names_and_ids() == types
    assert meet(here, peer) == SyncReport()
    here.close()


def test_a_flag_taken_off_in_anki_stays_off(here: Machine, peer: Peer) -> None:
    """From the first meeting on, with a collection that had nothing, it is known who did what last."""
    session = here.start_session()
    session.show_next()
    session.toggle_flag(4)
    here.time.now += MINUTE
    meet(here, peer)
    assert peer.anki.db is not None
    flagged = peer.anki.db.list("SELECT id FROM cards WHERE flags & 7 = 4")
    assert len(flagged) == 1
    peer.anki.set_user_flag_for_cards(0, flagged)
    here.time.now += MINUTE
    meet(here, peer)
    assert peer.anki.db.scalar("SELECT max(flags & 7) FROM cards") == 0
    assert {one.flag for one in here.schedules().values()} <= {0}


def test_a_card_put_away_here_stays_so_though_anki_touched_it_later(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    here.time.now += MINUTE
    session = here.start_session()
    session.show_next()
    session.suspend()
    touch(peer, lambda number: None)
    here.time.now += 2_000_000
    meet(here, peer)
    assert sum(one.is_suspended for one in here.schedules().values()) == 1
    assert peer.anki.db is not None
    assert peer.anki.db.scalar("SELECT count() FROM cards WHERE queue = -1") == 1


def test_a_card_that_is_moved_is_given_its_progress_at_once(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    one_review(here)
    path = here.folder / "d.yaml"
    path.write_text(path.read_text().replace("title: Deck", "title: Other"))
    assert peer.anki.db is not None
    peer.anki.db.execute("UPDATE cards SET mod = mod - 100")
    report = meet(here, peer)
    assert (report.moved_card_count, report.pushed_review_count, report.postponed_card_count) == (10, 1, 0)
