"""Random changes of the journal of every kind, for tests of the statistics."""

from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Evidence
from studyapp.core.statistics.selection import AllCards
from studyapp.core.study.journal import WHOLE_NOTE, Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.journal.journal_writing import CardAction, append_actions, append_in_transaction
from studyapp.services.journal.note_moves import KeyChange, update_moved_notes
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.services.journal.time_correction import correct_times
from studyapp.services.overview.doctor import rebuild_schedules
from studyapp.services.search.card_search import update_search_index
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.statistics_loading import Scope, load_memory_figures
from studyapp.store import journal_entries
from tests.services.random_actions import Action, actions, perform
from tests.services.study_driver import AGAIN, DAY, EASY, GOOD, MINUTE, StudyDriver, basic_note, save_deck

SCHEDULER = Scheduler()
DECKS = ("deck", "other")
NOTES = [
    basic_note(
        f"n{number:02}", section=("A", "FAQ")[number % 2], evidence=Evidence.OBSERVATION if number else None
    )
    for number in range(4)
]
OTHER_NOTES = [basic_note("n00", "other", section="A"), basic_note("n01", "other")]
CLOCK_CHANGES = (400 * DAY, -400 * DAY, 36_525 * DAY)
REVIEWED = [GOOD, GOOD, DAY, GOOD, AGAIN, 3 * DAY, GOOD, EASY, "load"]
"""Actions with which a card has a history."""

more_actions: st.SearchStrategy[Action] = st.one_of(
    st.sampled_from(Rating),
    st.sampled_from((MINUTE, DAY, 3 * DAY, 40 * DAY)),
    st.sampled_from(("update", "load", "load")),
    st.sampled_from(("undo", "redo", "forget", "suspend", "set due 9", "restore")),
    st.sampled_from(("import", "move", "move", "correct", "rebuild", "remove")),
    actions,
    st.sampled_from(CLOCK_CHANGES),
)


def _apply(driver: StudyDriver, action: Action, number: int) -> bool:
    """Do what isn't an action of a session; return whether it was one of these."""
    match action:
        case "update" | "load":
            update_facts(driver.collection, driver.time.clock())
            if action == "load":  # keeps expected numbers
                load_memory_figures(driver.collection, Scope(AllCards(), DECKS), driver.time.clock())
        case "import":
            _import_reviews(driver, number)
        case "move":
            _move_note(driver, number)
        case "correct":
            correct_times(driver.collection, driver.time.clock())
        case "rebuild":
            rebuild_schedules(driver.collection)
        case "remove":
            save_deck(driver.collection, NOTES[: number % 4])
        case "restore":
            _restore_all(driver)
        case _:
            return False
    return True


def _restore_all(driver: StudyDriver) -> None:
    """Restore all suspended cards."""
    with driver.collection.read_transaction() as connection:
        cards = [
            CardId(*row)
            for row in connection.execute("SELECT deck, note, ordinal FROM schedule WHERE suspended")
        ]
    restored = [CardAction(card, EntryKind.RESTORE) for card in cards]
    append_actions(driver.collection, restored, driver.time.now, driver.time.clock().today())


def _import_reviews(driver: StudyDriver, number: int) -> None:
    """Add reviews that were done elsewhere, in the past."""
    card = CardId("deck", f"n{number % 5:02}", 1)
    clock, at = driver.time.clock(), driver.time.now - number * DAY
    day = clock.study_day().day_of(at)
    entries = [
        Entry(EntryId(f"anki:{number}", 1), at, day, card, EntryKind.REVIEW, Rating.HARD, due_day=day + 2),
        Entry(EntryId(f"anki:{number}", 2), at + 1, day, card, EntryKind.REVIEW, Rating.AGAIN, due_at=at + 9),
    ]
    with driver.collection.transaction() as connection:
        if journal_entries.append_missing(connection, entries):
            rebuild_cards(driver.collection, [card])


def _move_note(driver: StudyDriver, number: int) -> None:
    """Move a note from one deck to the other, or back."""
    source, target = DECKS if number % 2 else DECKS[::-1]
    name = f"n{number % 3:02}"
    action = CardAction(CardId(source, name, WHOLE_NOTE), EntryKind.MOVE_NOTE, moved_to=f"{target}/{name}")
    with driver.collection.transaction():
        append_in_transaction(driver.collection, [action], driver.time.now, driver.time.clock().today())
        update_moved_notes(driver.collection, [KeyChange(f"{source}/{name}", f"{target}/{name}")])


def perform_all(driver: StudyDriver, random_actions: list[Action]) -> None:
    """Perform the actions on two decks, and bring the facts about reviews and the search index up to date."""
    save_deck(driver.collection, NOTES)
    save_deck(driver.collection, OTHER_NOTES, "other")
    session = driver.start_session()
    for number, action in enumerate(random_actions):
        if _apply(driver, action, number):
            session = driver.start_session()
        else:
            session = perform(driver, session, action)
    update_facts(driver.collection, driver.time.clock())
    update_search_index(driver.collection)
