"""Actions on either side of a sync with a running Anki."""

import random
from collections.abc import Callable

from studyapp.anki.live.ankiconnect import Address, AnkiConnectClient
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.exchange.anki_sync import SyncRequest, compare_with_anki, sync_with_anki
from studyapp.services.exchange.sync_decisions import SyncDecisions, SyncPreview
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.transfer.export_request import ExportScope
from tests.anki.anki_collections import collection_state, review_cards_in_anki
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance

NO_DECISIONS = SyncDecisions()
ENGLISH = CardLanguages.ENGLISH


def sync_request(
    instance: StudyAppInstance,
    server: AnkiConnectServer,
    *,
    with_progress: bool = True,
    key: str = "",
    with_ankiweb: bool = False,
) -> SyncRequest:
    """A request to sync all decks of an instance with a running Anki."""
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    scope = ExportScope(library.deck_ids, ENGLISH, with_progress)
    bundled = instance.folder.parent / "bundled"
    environment = EditEnvironment(instance.collection, library, instance.clock(), instance.folder, bundled)

    def open_anki(tick: Callable[[], None]) -> LiveAnki:
        return LiveAnki(AnkiConnectClient(Address("127.0.0.1", server.port), key or server.key, tick))

    return SyncRequest(environment, [instance.folder], scope, open_anki, with_ankiweb)


def sync(
    instance: StudyAppInstance,
    server: AnkiConnectServer,
    decisions: SyncDecisions = NO_DECISIONS,
    *,
    with_progress: bool = True,
    key: str = "",
    with_ankiweb: bool = False,
) -> SyncReport:
    request = sync_request(instance, server, with_progress=with_progress, key=key, with_ankiweb=with_ankiweb)
    return sync_with_anki(request, decisions)


def compare(
    instance: StudyAppInstance, server: AnkiConnectServer, *, with_ankiweb: bool = False
) -> SyncPreview:
    return compare_with_anki(sync_request(instance, server, with_ankiweb=with_ankiweb))


def review_cards(instance: StudyAppInstance, count: int, deck: str = "d") -> None:
    source = random.Random(1)
    session = create_session(instance.collection, instance.clock(), (deck,), ENGLISH)
    step = session.show_next().next_step
    for _ in range(count):
        if not isinstance(step, Prompt):
            break
        session.reveal()
        instance.time.now += 5_000
        step = session.rate(step.card.id, source.choice(list(Rating))).next_step


def review_cards_in_server(server: AnkiConnectServer, count: int) -> None:
    deck = server.anki.decks.id_for_name("StudyApp")
    assert deck is not None
    server.anki.decks.select(deck)
    review_cards_in_anki(server.anki, 2, count)


def schedules_by_card(instance: StudyAppInstance) -> dict[str, Schedule]:
    return {str(card): one for card, one in instance.load_schedules().items()}


def due_offsets(instance: StudyAppInstance) -> list[int]:
    """Days until the cards in review are due."""
    phases = (one.phase for one in instance.load_schedules().values())
    return sorted(
        phase.due_day - instance.clock().today() for phase in phases if isinstance(phase, ReviewPhase)
    )


def anki_due_offsets(server: AnkiConnectServer) -> list[int]:
    assert server.anki.db is not None
    return sorted(server.anki.db.list("SELECT due - ? FROM cards WHERE type = 2", server.anki.sched.today))


def anki_snapshot(server: AnkiConnectServer) -> object:
    """Anki's whole collection, including change times."""
    assert server.anki.db is not None
    rows = [
        server.anki.db.execute(f"SELECT * FROM {table} ORDER BY id") for table in ("notes", "cards", "revlog")
    ]
    return rows, collection_state(server.anki)


def review_one_card(instance: StudyAppInstance, rating: Rating = Rating.EASY) -> str:
    """Rate the next card; return its ID."""
    session = instance.start_session()
    step = session.show_next().next_step
    assert isinstance(step, Prompt)
    session.reveal()
    session.rate(step.card.id, rating)
    return str(step.card.id)


def modify_cards(server: AnkiConnectServer, action: Callable[[int], object]) -> None:
    """Apply `action` to all cards and give them later change times."""
    assert server.anki.db is not None
    for count in server.anki.db.list("SELECT id FROM cards"):
        action(count)
    server.anki.db.execute("UPDATE cards SET mod = mod + 1000")


def sync_until_nothing_changes(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    """Sync again and again until both sides are the same."""
    for _ in range(4):
        if not sync(instance, server).has_changes:
            break
        instance.time.now += 60_000
    assert not sync(instance, server).has_changes


def preview_of_all(instance: StudyAppInstance, server: AnkiConnectServer) -> SyncPreview:
    """The result of a comparison that leaves no notes out."""
    collection = instance.collection
    with collection.transaction() as connection:
        rows = connection.execute("SELECT * FROM note_in_sync").fetchall()
        connection.execute("DELETE FROM note_in_sync")
    try:
        return compare(instance, server)
    finally:
        with collection.transaction() as connection:
            connection.executemany("INSERT INTO note_in_sync VALUES (?, ?, ?)", rows)


def execute(server: AnkiConnectServer, statement: str) -> None:
    """Change the database of Anki."""
    assert server.anki.db is not None
    server.anki.db.execute(statement)
