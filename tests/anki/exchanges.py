"""What tests of an exchange with a running Anki do on either side."""

import random
from collections.abc import Callable

from studyapp.anki.live.ankiconnect import Address, AnkiConnect
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.core.study.journal import Rating
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.session_start import start_session
from studyapp.services.transfer.anki_sync import sync_with_anki
from studyapp.services.transfer.export_request import ExportScope
from studyapp.services.transfer.sync_report import SyncReport
from tests.anki.anki_collections import state, study
from tests.anki.peer import Peer
from tests.anki.studyapp_instance import Machine

ENGLISH = CardLanguages.ENGLISH


def meet(here: Machine, peer: Peer, *, with_progress: bool = True, key: str = "") -> SyncReport:
    library, _ = refresh_library(here.collection, [here.folder], here.clock())
    scope = ExportScope(library.deck_ids, ENGLISH, with_progress)

    def open_anki(tick: Callable[[], None]) -> LiveAnki:
        return LiveAnki(AnkiConnect(Address("127.0.0.1", peer.port), key or peer.key, tick))

    return sync_with_anki(here.collection, library, scope, here.clock(), open_anki)


def rate_here(here: Machine, number: int, deck: str = "d") -> None:
    chance = random.Random(1)
    session = start_session(here.collection, here.clock(), (deck,), ENGLISH)
    step = session.show_next().next_step
    for _ in range(number):
        if not isinstance(step, Prompt):
            break
        session.reveal()
        here.time.now += 5_000
        step = session.rate(step.card.id, chance.choice(list(Rating))).next_step


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
    return sorted(phase.due_day - here.clock().today() for phase in phases if isinstance(phase, ReviewPhase))


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


def one_review(here: Machine, rating: Rating = Rating.EASY) -> str:
    """Rate the next card; its name."""
    session = here.start_session()
    step = session.show_next().next_step
    assert isinstance(step, Prompt)
    session.reveal()
    session.rate(step.card.id, rating)
    return str(step.card.id)


def touch(peer: Peer, deed: Callable[[int], object]) -> None:
    """Do something to all cards that were reviewed, a while later."""
    assert peer.anki.db is not None
    for number in peer.anki.db.list("SELECT id FROM cards"):
        deed(number)
    peer.anki.db.execute("UPDATE cards SET mod = mod + 1000")
