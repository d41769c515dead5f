"""Collections with decks and schedules for the tests of plans."""

from pathlib import Path
from random import Random

from studyapp.core.cards.card_id import CardId
from studyapp.core.exam_plan.exam import Exam
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import ReviewPhase, fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.services.plans.exams import ExamPlan, load_exam_plan, save_exam, update_exam_cards
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from tests.services.study_driver import StudyDriver

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL
LIBRARY = Library(
    tuple(
        LibraryDeck(DeckMetadata(deck, LocalizedText.language_neutral(deck.title())), Path(f"{deck}.yaml"))
        for deck in ("deck", "other")
    )
)


def card_of(number: int, deck: str = "deck") -> CardId:
    """The card of a note of `basic_notes`."""
    return CardId(deck, f"n{number:02}", 1)


def set_due(driver: StudyDriver, numbers: range, days_ahead: int) -> None:
    """Make cards due in some days."""
    clock = driver.time.clock()
    actions = [
        CardAction(card_of(number), EntryKind.SET_DUE, due_day=clock.today() + days_ahead)
        for number in numbers
    ]
    append_actions(driver.collection, actions, clock.now(), clock.today())


def due_day(collection: Collection, card: CardId) -> int:
    """The study day on which a card in review is due."""
    with collection.read_transaction() as connection:
        phase = schedules.load(connection, card).phase
    assert isinstance(phase, ReviewPhase)
    return phase.due_day


def check_replay(collection: Collection) -> None:
    """The stored schedules are those that follow from the journal."""
    with collection.read_transaction() as connection:
        stored = dict(schedules.iterate_all(connection))
        replayed = {
            card: fold(entries, Scheduler()) for card, entries in journal_entries.iterate_by_card(connection)
        }
    assert stored == replayed


def exam_in(driver: StudyDriver, days: int, scope: str = "deck:Deck", target: int = 90) -> Exam:
    today = driver.time.clock().today()
    return Exam("Physics", today + days, today, scope, target)


def save(driver: StudyDriver, exam: Exam, replaces: str = "") -> int:
    return save_exam(driver.collection, LIBRARY, BOTH, driver.time.clock(), exam, replaces)


def plan(driver: StudyDriver, exam: Exam) -> ExamPlan:
    return load_exam_plan(driver.collection, exam, driver.time.clock(), Random(1).random)


def update(driver: StudyDriver, library: Library = LIBRARY, *, languages: CardLanguages = BOTH) -> None:
    """Find the cards of all exams again."""
    update_exam_cards(driver.collection, library, languages, driver.time.clock())
