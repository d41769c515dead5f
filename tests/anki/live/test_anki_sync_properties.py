"""Whatever is done on either side, and wherever an exchange is cut off: in the end both sides have the same."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from anki.collection import Collection as Anki
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.anki.live.ankiconnect import AnkiConnectError
from studyapp.core.notes.note import Basic, Cloze, Note
from studyapp.core.study.journal import EntryKind, Rating, effective_entries
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.transfer.sync_report import SyncReport
from studyapp.store import journal_entries
from tests.anki.exchanges import meet, study_there
from tests.anki.peer import Peer, running
from tests.anki.studyapp_instance import EXAMPLES, Machine, machine
from tests.services.random_actions import perform

DEEDS = ("suspend", "bury", "flag 1", "flag 4", "forget", "set due 3", "undo", "redo")
here_moves = st.tuples(
    st.just("here"), st.lists(st.sampled_from(Rating) | st.sampled_from(DEEDS), max_size=6)
)
there_moves = st.tuples(st.just("there"), st.integers(1, 5))
meetings = st.tuples(st.just("meet"), st.none() | st.tuples(st.integers(0, 9), st.booleans()))


class Interrupt:
    """Lets the peer refuse its n-th request, before it does it or once it is done."""

    def __init__(self, peer: Peer, number: int, *, is_done: bool) -> None:
        self._left, self._is_done = number, is_done
        self._act: Callable[[dict[str, object]], object] = peer.act

    def act(self, request: dict[str, object]) -> object:
        self._left -= 1
        if self._left == -1 and not self._is_done:
            raise ValueError("something is wrong")
        result = self._act(request)
        if self._left == -1:
            raise ValueError("something was wrong")
        return result


@settings(max_examples=max(15, EXAMPLES // 5), suppress_health_check=list(HealthCheck))
@given(st.lists(here_moves | there_moves | meetings, min_size=2, max_size=8))
def test_both_sides_come_to_the_same(actions: list[tuple[str, object]]) -> None:
    text = LocalizedText.language_neutral
    notes = [Note("d", f"n{number}", Basic(text(f"front {number}"), text("back"))) for number in range(4)]
    notes.append(Note("d", "cloze", Cloze(text("{{c1::one}} and {{c2::two}}"))))
    with TemporaryDirectory() as name:
        here = machine(Path(name) / "here", notes)
        anki = Anki(str(Path(name) / "collection.anki2"))
        with running(anki) as peer:
            meet(here, peer)
            for kind, what in actions:
                step(here, peer, kind, what)
            meet(here, peer)
            assert meet(here, peer) == SyncReport()
            check(here, anki)
        anki.close()
        here.close()


def step(here: Machine, peer: Peer, kind: str, what: object) -> None:
    # Moments of both sides pass as they do: what comes later is later on both.
    here.time.now = max(here.time.now + 2_000, round(time.time() * 1000))
    if kind == "here":
        session = here.start_session()
        for one in what:  # type: ignore[attr-defined]
            session = perform(here, session, one)
    elif kind == "there":
        study_there(peer, what)  # type: ignore[arg-type]
    elif what is None:
        meet(here, peer)
    else:
        assert isinstance(what, tuple)
        usual = peer.act
        peer.act = Interrupt(peer, what[0], is_done=what[1]).act  # type: ignore[method-assign]
        with contextlib.suppress(AnkiConnectError):
            meet(here, peer)
        peer.act = usual  # type: ignore[method-assign]


def check(here: Machine, anki: Anki) -> None:
    """No review is lost or doubled, and each card stands where it stands on the other side."""
    assert anki.db is not None
    rows = anki.db.execute(
        "SELECT flds, ord, cards.id, type, queue, due, cards.flags & 7 FROM cards JOIN notes ON notes.id = nid"
    )
    schedules = here.schedules()
    with here.collection.read_transaction() as connection:
        journals = dict(journal_entries.iterate_by_card(connection))
    by_name = {str(card): (schedules.get(card, Schedule()), journals.get(card, [])) for card in journals}
    for fields, ordinal, number, state, queue, due, flag in rows:
        key = f"{fields.split(chr(31))[0]}#{ordinal + 1}"
        schedule, journal = by_name.get(key, (Schedule(), []))
        ratings = [int(one.rating or 0) for one in journal if one.kind is EntryKind.REVIEW]
        standing = [
            int(one.rating or 0) for one in effective_entries(journal) if one.kind is EntryKind.REVIEW
        ]
        there = anki.db.list("SELECT ease FROM revlog WHERE cid = ? AND ease > 0 ORDER BY id", number)
        # What was taken back here after it went to Anki stays in Anki's log.
        assert len(standing) <= len(there) <= len(ratings)
        assert flag == schedule.flag
        assert (queue == -1) is schedule.is_suspended
        assert (state == 2) is isinstance(schedule.phase, ReviewPhase)
        if isinstance(schedule.phase, ReviewPhase):
            assert due - anki.sched.today == schedule.phase.due_day - here.clock().today()
