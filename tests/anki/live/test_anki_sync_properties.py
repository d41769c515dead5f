"""Any actions on both sides and interrupted syncs end with both sides in the same state."""

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
from studyapp.core.study.journal import EntryKind, effective_entries
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.store import journal_entries
from tests.anki.ankiconnect_server import AnkiConnectServer, run_server
from tests.anki.studyapp_instance import EXAMPLES, StudyAppInstance, create_instance
from tests.anki.sync_actions import review_cards_in_server, sync
from tests.services.random_actions import perform

CARD_ACTIONS = ("suspend", "bury", "flag 1", "flag 4", "forget", "set due 3", "undo", "redo")
studyapp_steps = st.tuples(
    st.just("studyapp"), st.lists(st.sampled_from(Rating) | st.sampled_from(CARD_ACTIONS), max_size=6)
)
anki_steps = st.tuples(st.just("anki"), st.integers(1, 5))
sync_steps = st.tuples(st.just("sync"), st.none() | st.tuples(st.integers(0, 9), st.booleans()))


class FailingServer:
    """Makes the server fail its n-th request, before or after performing it."""

    def __init__(self, server: AnkiConnectServer, number: int, *, is_done: bool) -> None:
        self._remaining, self._is_done = number, is_done
        self._act: Callable[[dict[str, object]], object] = server.act

    def act(self, request: dict[str, object]) -> object:
        self._remaining -= 1
        if self._remaining == -1 and not self._is_done:
            raise ValueError("something is wrong")
        result = self._act(request)
        if self._remaining == -1:
            raise ValueError("something was wrong")
        return result


@settings(max_examples=max(15, EXAMPLES // 5), suppress_health_check=list(HealthCheck))
@given(st.lists(studyapp_steps | anki_steps | sync_steps, min_size=2, max_size=8))
def test_both_sides_converge(actions: list[tuple[str, object]]) -> None:
    text = LocalizedText.language_neutral
    notes = [Note("d", f"n{number}", Basic(text(f"front {number}"), text("back"))) for number in range(4)]
    notes.append(Note("d", "cloze", Cloze(text("{{c1::one}} and {{c2::two}}"))))
    with TemporaryDirectory() as name:
        instance = create_instance(Path(name) / "studyapp", notes)
        anki = Anki(str(Path(name) / "collection.anki2"))
        with run_server(anki) as server:
            sync(instance, server)
            for kind, argument in actions:
                step(instance, server, kind, argument)
            sync(instance, server)
            assert sync(instance, server) == SyncReport()
            assert_in_sync(instance, anki)
        anki.close()
        instance.close()


def step(instance: StudyAppInstance, server: AnkiConnectServer, kind: str, argument: object) -> None:
    # Later actions get later times on both sides.
    instance.time.now = max(instance.time.now + 2_000, round(time.time() * 1000))
    if kind == "studyapp":
        session = instance.start_session()
        for action in argument:  # type: ignore[attr-defined]
            session = perform(instance, session, action)
    elif kind == "anki":
        review_cards_in_server(server, argument)  # type: ignore[arg-type]
    elif argument is None:
        sync(instance, server)
    else:
        assert isinstance(argument, tuple)
        original_act = server.act
        server.act = FailingServer(server, argument[0], is_done=argument[1]).act  # type: ignore[method-assign]
        with contextlib.suppress(AnkiConnectError):
            sync(instance, server)
        server.act = original_act  # type: ignore[method-assign]


def assert_in_sync(instance: StudyAppInstance, anki: Anki) -> None:
    """No review is lost or duplicated, and each card has the same state on both sides."""
    assert anki.db is not None
    rows = anki.db.execute(
        "SELECT flds, ord, cards.id, type, queue, due, cards.flags & 7 FROM cards JOIN notes ON notes.id = nid"
    )
    schedules = instance.load_schedules()
    with instance.collection.read_transaction() as connection:
        journals = dict(journal_entries.iterate_by_card(connection))
    by_name = {str(card): (schedules.get(card, Schedule()), journals.get(card, [])) for card in journals}
    for fields, ordinal, number, state, queue, due, flag in rows:
        key = f"{fields.split(chr(31))[0]}#{ordinal + 1}"
        schedule, journal = by_name.get(key, (Schedule(), []))
        ratings = [int(entry.rating or 0) for entry in journal if entry.kind is EntryKind.REVIEW]
        effective_ratings = [
            int(entry.rating or 0) for entry in effective_entries(journal) if entry.kind is EntryKind.REVIEW
        ]
        anki_ratings = anki.db.list("SELECT ease FROM revlog WHERE cid = ? AND ease > 0 ORDER BY id", number)
        # Reviews undone after they were synced stay in Anki's log.
        assert len(effective_ratings) <= len(anki_ratings) <= len(ratings)
        assert flag == schedule.flag
        assert (queue == -1) is schedule.is_suspended
        assert (state == 2) is isinstance(schedule.phase, ReviewPhase)
        if isinstance(schedule.phase, ReviewPhase):
            assert due - anki.sched.today == schedule.phase.due_day - instance.clock().today()
