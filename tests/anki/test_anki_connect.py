"""Exchange with a running Anki by AnkiConnect: the real library answers, by the protocol of the add-on."""

import random
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.anki import connect
from studyapp.anki.connect import Address, AnkiConnect, AnkiTrouble, Trouble
from studyapp.anki.running import RunningAnki
from studyapp.core.journal import EntryKind, Rating
from studyapp.core.note import Basic, Cloze, Note
from studyapp.core.schedule import Review, Schedule
from studyapp.core.text import LanguageChoice, Text
from studyapp.services.exchanging import ExchangeReport, exchange
from studyapp.services.export_request import ExportRequest
from studyapp.services.library_reading import refresh
from studyapp.services.session import Prompt
from studyapp.services.study import Study
from studyapp.store import entries, exports
from tests.anki.peer import KEY, Peer, running
from tests.anki.test_anki_note_types import state
from tests.anki.test_anki_reading import add, package, study
from tests.anki.test_anki_round_trip import Machine, machine
from tests.services.samples import MINUTE

ENGLISH = LanguageChoice.ENGLISH


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    (tmp_path / "theirs").mkdir()
    opened = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    assert opened.db is not None
    opened.db.execute("UPDATE col SET crt = crt - 40 * 86400")  # its days are not counted from today
    yield opened
    opened.close()


@pytest.fixture
def peer(anki: Anki) -> Iterator[Peer]:
    with running(anki) as found:
        yield found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Machine]:
    text = Text.plain
    notes = [Note("d", f"n{number}", Basic(text(f"front {number}"), text("back"))) for number in range(8)]
    notes.append(Note("d", "cloze", Cloze(text("{{c1::one}} and {{c2::two}}"))))
    made = machine(tmp_path / "here", notes)
    yield made
    made.close()


def meet(here: Machine, peer: Peer, *, with_progress: bool = True, key: str = "") -> ExchangeReport:
    library, _ = refresh(here.collection, [here.folder], here.clock())
    request = ExportRequest(library.deck_ids, ENGLISH, Path("x.apkg"), with_progress)

    def open_anki(tick: Callable[[], None]) -> RunningAnki:
        return RunningAnki(AnkiConnect(Address("127.0.0.1", peer.port), key or peer.key, tick))

    return exchange(here.collection, library, request, here.clock(), open_anki)


def rate_here(here: Machine, number: int, deck: str = "d") -> None:
    chance = random.Random(1)
    session = Study(here.collection, here.clock(), (deck,), ENGLISH)
    step: object = session.next()
    for _ in range(number):
        if not isinstance(step, Prompt):
            break
        session.reveal()
        here.time.now += 5_000
        step = session.rate(step.card.id, chance.choice(list(Rating)))


def study_there(peer: Peer, number: int) -> None:
    deck = peer.anki.decks.id_for_name("StudyApp")
    assert deck is not None
    peer.anki.decks.select(deck)
    study(peer.anki, 2, number)


def stands(here: Machine) -> dict[str, Schedule]:
    return {str(card): one for card, one in here.schedules().items()}


def dues_here(here: Machine) -> list[int]:
    """In how many days the cards in review come."""
    phases = (one.phase for one in here.schedules().values())
    return sorted(phase.due_day - here.clock().day() for phase in phases if isinstance(phase, Review))


def dues_there(peer: Peer) -> list[int]:
    assert peer.anki.db is not None
    return sorted(peer.anki.db.list("SELECT due - ? FROM cards WHERE type = 2", peer.anki.sched.today))


def as_left(peer: Peer) -> object:
    """All of Anki's collection, its moments of change included."""
    assert peer.anki.db is not None
    rows = [
        peer.anki.db.execute(f"SELECT * FROM {table} ORDER BY id") for table in ("notes", "cards", "revlog")
    ]
    return rows, state(peer.anki)


def test_notes_and_progress_go_and_a_second_time_changes_nothing(here: Machine, peer: Peer) -> None:
    rate_here(here, 6)
    report = meet(here, peer)
    assert (report.added, report.updated, report.taken, report.unconfirmed) == (9, 0, 0, ())
    assert peer.anki.card_count() == 10
    assert peer.anki.db is not None
    assert peer.anki.db.scalar("SELECT count() FROM revlog") == 6
    before, calls, ours = as_left(peer), peer.calls.copy(), stands(here)
    again = meet(here, peer)
    assert again == ExchangeReport()
    assert as_left(peer) == before
    assert stands(here) == ours
    assert set(peer.calls - calls) == {"requestPermission", "version", "getMediaDirPath"}


def test_reviews_go_both_ways_and_all_stands_alike(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    rate_here(here, 5)
    study_there(peer, 5)
    here.time.now = max(here.time.now, round(time.time() * 1000) + MINUTE)
    report = meet(here, peer)
    assert report.taken == 5
    assert report.given == 5
    assert report.postponed == 0
    assert peer.anki.db is not None
    log = peer.anki.db.list("SELECT id FROM revlog")
    assert len(log) == 10
    assert dues_there(peer) == dues_here(here) != []
    before, ours = as_left(peer), stands(here)
    assert meet(here, peer) == ExchangeReport()
    assert (as_left(peer), stands(here)) == (before, ours)
    with here.collection.reading() as connection:
        reviews = [
            entry
            for _, journal in entries.by_card(connection)
            for entry in journal
            if entry.kind is EntryKind.REVIEW
        ]
    assert len(reviews) == 10


def test_what_is_done_here_to_a_card_is_done_there(here: Machine, peer: Peer) -> None:
    rate_here(here, 3)
    meet(here, peer)
    here.time.now += 2 * MINUTE
    session = here.study()
    step = session.next()
    assert isinstance(step, Prompt)
    session.flag(4)
    session.suspend()
    report = meet(here, peer)
    assert report.given == 0
    assert peer.anki.db is not None
    assert peer.anki.db.list("SELECT flags & 7 FROM cards WHERE queue = -1") == [4]
    assert meet(here, peer) == ExchangeReport()


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
    assert (report.updated, report.left) == (1, ("d/n2",))
    assert peer.anki.find_notes('"Front:front one"')
    assert peer.anki.get_note(number)["Back"] == "mine"
    assert meet(here, peer).left == ("d/n2",)


def test_cards_come_to_the_deck_that_is_theirs_now(here: Machine, peer: Peer) -> None:
    meet(here, peer)
    elsewhere = peer.anki.decks.id("My own deck")
    assert elsewhere is not None
    cards = peer.anki.find_cards("")
    peer.anki.set_deck(cards[:2], elsewhere)
    path = here.folder / "d.yaml"
    path.write_text(path.read_text().replace("title: Deck", "title: Another::Name"))
    report = meet(here, peer)
    assert report.moved == 8
    names = peer.do_get_decks(list(cards))
    assert {name: len(found) for name, found in names.items()} == {
        "My own deck": 2,
        "StudyApp::Another::Name": 8,
    }
    assert meet(here, peer).moved == 0


def test_notes_from_anki_are_met_again_where_they_are(peer: Peer, tmp_path: Path) -> None:
    add(peer.anki, "Basic", "front", "bakc", deck="Spanish")
    add(peer.anki, "Basic", "<u>kept</u>", "as it is", deck="Spanish")
    study(peer.anki, 1, 2)
    here = machine(tmp_path / "here", ())
    here.take_in(package(peer.anki, tmp_path))
    before = as_left(peer)
    assert meet(here, peer) == ExchangeReport()
    assert as_left(peer) == before
    path = here.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    here.time.now += 3_600_000
    rate_here(here, 1, "spanish")
    report = meet(here, peer)
    assert (report.added, report.updated, report.moved, report.given) == (0, 1, 0, 1)
    assert peer.anki.find_notes('"Back:back"')
    assert meet(here, peer) == ExchangeReport()
    here.close()


def test_a_note_from_anki_that_was_changed_here_alone_is_updated_there(peer: Peer, tmp_path: Path) -> None:
    number = add(peer.anki, "Basic", "front", "bakc", deck="Spanish")
    here = machine(tmp_path / "here", ())
    here.take_in(package(peer.anki, tmp_path))
    path = here.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    here.time.now += 3_600_000
    assert meet(here, peer).updated == 1
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
    assert meet(other, peer) == ExchangeReport()
    assert as_left(peer) == before
    other.close()


def test_anki_on_another_machine_is_reached_by_packages(here: Machine, peer: Peer) -> None:
    peer.is_elsewhere = True
    rate_here(here, 4)
    report = meet(here, peer)
    assert (report.added, report.unconfirmed) == (9, ())
    study_there(peer, 3)
    here.time.now = max(here.time.now, round(time.time() * 1000) + MINUTE)
    rate_here(here, 2)
    report = meet(here, peer)
    assert (report.taken, report.given) == (3, 2)
    assert meet(here, peer) == ExchangeReport()
    assert not list(Path(peer.anki.media.dir()).glob("studyapp-*"))


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
    assert report.postponed > 0
    later = meet(here, peer)
    assert later.given == 3 - report.given
    assert meet(here, peer) == ExchangeReport()


@pytest.mark.parametrize("action", ["importPackage", "insertReviews", "multi", "changeDeck", "cardsModTime"])
def test_what_was_done_without_an_answer_is_not_done_twice(
    here: Machine, peer: Peer, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    monkeypatch.setattr("studyapp.anki.running._LONG", 0.5)
    monkeypatch.setattr(connect, "USUAL_PATIENCE", 0.5)
    monkeypatch.setattr(AnkiConnect.call, "__kwdefaults__", {"patience": 0.5})
    monkeypatch.setattr(AnkiConnect.call_all, "__kwdefaults__", {"patience": 0.5})
    if action != "importPackage":
        meet(here, peer)
        path = here.folder / "d.yaml"
        path.write_text(path.read_text().replace("title: Deck", "title: Other"))
    rate_here(here, 4)
    peer.mode = f"deaf after {action}"
    with pytest.raises(AnkiTrouble) as raised:
        meet(here, peer)
    assert raised.value.trouble is Trouble.SILENT
    with here.collection.reading() as connection:
        if action == "importPackage":
            assert not exports.all_given(connection), "nothing is marked as given"
    peer.mode = "ok"
    meet(here, peer)
    assert peer.anki.note_count() == 9
    assert peer.anki.card_count() == 10
    assert peer.anki.db is not None
    assert peer.anki.db.scalar("SELECT count() FROM revlog") == 4
    assert meet(here, peer) == ExchangeReport()


@pytest.mark.parametrize(
    ("mode", "trouble", "words"),
    [
        ("cut", Trouble.NOT_ANKI, ""),
        ("junk", Trouble.NOT_ANKI, "no JSON"),
        ("html", Trouble.NOT_ANKI, "502"),
        ("null", Trouble.DENIED, ""),
        ("redirect", Trouble.NOT_ANKI, "307"),
        ("denied", Trouble.DENIED, ""),
        ("v4", Trouble.VERSION, "4"),
        ("v99", Trouble.VERSION, "99"),
        ("markup", Trouble.REFUSED, "<img src=x>"),
    ],
)
def test_a_peer_that_misbehaves_is_told_in_a_sentence(
    here: Machine, peer: Peer, mode: str, trouble: Trouble, words: str
) -> None:
    peer.mode = mode
    with pytest.raises(AnkiTrouble) as raised:
        meet(here, peer)
    assert raised.value.trouble is trouble
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)
    assert peer.anki.note_count() == 0


def test_nobody_there_and_nobody_answering(peer: Peer) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(AnkiTrouble) as raised:
        AnkiConnect(Address("127.0.0.1", port)).call("version")
    assert raised.value.trouble is Trouble.NOT_RUNNING
    peer.mode = "silent"
    with pytest.raises(AnkiTrouble) as raised:
        AnkiConnect(Address("127.0.0.1", peer.port)).call("version", patience=0.3)
    assert raised.value.trouble is Trouble.SILENT


def test_waiting_can_be_stopped(peer: Peer) -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    peer.mode = "silent"
    with pytest.raises(Stop):
        AnkiConnect(Address("127.0.0.1", peer.port), tick=stop).call("version")


def test_the_key_is_asked_for_and_never_shown(here: Machine, peer: Peer) -> None:
    peer.key = KEY
    with pytest.raises(AnkiTrouble) as raised:
        meet(here, peer, key="wr0ng")
    assert raised.value.trouble is Trouble.KEY
    assert "wr0ng" not in str(raised.value)
    rate_here(here, 2)
    assert meet(here, peer).added == 9
    rate_here(here, 2)
    assert meet(here, peer).given == 2


def test_no_proxy_of_the_environment_is_used(peer: Peer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert AnkiConnect(Address("127.0.0.1", peer.port)).call("version") == 6


@pytest.mark.parametrize("words", ["http://127.0.0.1:8765", "127.0.0.1", "localhost:8765", "http://[::1]:9"])
def test_addresses_of_this_machine(words: str) -> None:
    assert Address.parse(words).port in (8765, 9)


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("http://192.168.1.5:8765", Trouble.ELSEWHERE), ("anki.example.org", Trouble.ELSEWHERE), ("https://127.0.0.1", Trouble.ADDRESS),
        ("file:///etc", Trouble.ADDRESS), ("http://:8765", Trouble.ADDRESS), ("http://127.0.0.1:99999", Trouble.ADDRESS),
    ],
)  # fmt: skip
def test_other_addresses_are_refused(words: str, trouble: Trouble) -> None:
    with pytest.raises(AnkiTrouble) as raised:
        Address.parse(words)
    assert raised.value.trouble is trouble


def test_another_machine_is_reached_where_that_is_wanted() -> None:
    assert Address.parse("192.168.1.5", may_be_elsewhere=True) == Address("192.168.1.5", 8765)
