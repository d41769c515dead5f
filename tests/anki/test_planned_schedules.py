"""Anki takes over what plans and options have chosen: due dates, memory states and presets."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from anki.deck_config_pb2 import UpdateDeckConfigsRequest
from anki.scheduler.v3 import Scheduler as AnkiScheduler

from studyapp.core.cards.card_id import CardId
from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.options.study_options import DayLoad
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.writing.deck_to_yaml import deck_to_yaml
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.option_storage import load_study_options, set_option
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store.parameter_fits import load_scheduler
from tests.anki.anki_collections import export_package, import_into_anki
from tests.anki.studyapp_instance import BOTH, StudyAppInstance, create_instance
from tests.core.optimization.simulated_learner import draw_parameters
from tests.services.plans.planned_study import PlannedStudy, without_memory
from tests.services.study_driver import DAY, basic_note

DAYS = 60
FIRST_FIT, SECOND_FIT = (draw_parameters(random.Random(seed)) for seed in (8, 9))
EASY_DAYS = (*[DayLoad.NORMAL] * 2, DayLoad.REDUCED, *[DayLoad.NORMAL] * 2, *[DayLoad.MINIMUM] * 2)
RETENTION_BY_DECK = {"d": 90, "e": 85}


@dataclass
class PlannedDeck:
    """An instance that was studied with plans until now, and the cards whose due date was last set by what."""

    instance: StudyAppInstance
    study: PlannedStudy
    dragged_by_exam: set[CardId] = field(default_factory=set)
    moved_by_days_off: set[CardId] = field(default_factory=set)
    spread: set[CardId] = field(default_factory=set)

    def due_days(self) -> dict[CardId, int]:
        return {
            card: schedule.phase.due_day
            for card, schedule in self.instance.load_schedules().items()
            if isinstance(schedule.phase, ReviewPhase)
        }

    def export(self, package: Path, *, with_progress: bool = True) -> Path:
        request = ExportRequest(self.study.library.deck_ids, BOTH, package, with_progress)
        export_decks(self.instance.collection, self.study.library, request, self.instance.clock())
        return package


def create_planned_deck(folder: Path) -> PlannedDeck:
    instance = create_instance(folder, [basic_note(f"n{number:02}", "d") for number in range(50)])
    metadata = DeckMetadata("e", LocalizedText.language_neutral("Easier"))
    others = [basic_note(f"m{number:02}", "e") for number in range(20)]
    (instance.folder / "e.yaml").write_text(deck_to_yaml(metadata, others), encoding="utf-8")
    library = refresh_library(instance.collection, [instance.folder], instance.clock()).library
    for deck, retention in RETENTION_BY_DECK.items():
        set_option(instance.collection, deck, "retention", str(retention))
    return PlannedDeck(instance, PlannedStudy(instance.collection, instance.time, instance.clock(), library))


def study_for_weeks(deck: PlannedDeck) -> None:
    """Study with balanced and easy days, exams, days off, minutes a day and fitted parameters."""
    study, source = deck.study, random.Random(5)
    for name, value in (
        ("easy_days", " ".join(EASY_DAYS)),
        ("minutes_a_day", "15"),
        ("ask_until_right", "on"),
    ):
        study.set_option(name, value)
    first_moment = deck.instance.time.now
    for day in range(DAYS):
        deck.instance.time.now = first_moment + day * DAY
        match day:
            case 5:
                study.plan_exam("Physics", 30, "deck:Deck", 97)
            case 15:
                study.plan_days_off(9, 5, ShiftDirection.BEFORE)
            case 20:
                study.adopt(FIRST_FIT)
            case 32:
                study.use_previous_parameters()
            case 40:
                study.adopt(SECOND_FIT)
                study.reschedule()
        if not 24 <= day < 29 and day < 50:
            study.rate_cards(source.choices(tuple(Rating), (10, 10, 70, 10), k=30))
    deck.instance.time.now = first_moment + DAYS * DAY


def plan_the_next_weeks(deck: PlannedDeck) -> None:
    """After ten days without study, spread the backlog, bring cards forward for an exam, and move those of days off."""
    before = deck.due_days()
    deck.study.spread_backlog(6)
    after = deck.due_days()
    deck.spread = {card for card in before if after[card] != before[card]}
    deck.study.plan_exam("Chemistry", 20, "deck:Deck", 95)
    deck.study.bring_forward()
    exam = deck.due_days()
    deck.dragged_by_exam = {card for card in before if exam[card] != after[card]}
    deck.study.plan_days_off(3, 2, ShiftDirection.AFTER)
    moved = deck.due_days()
    deck.moved_by_days_off = {card for card in before if moved[card] != exam[card]}


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlannedDeck]:
    """What was studied until now. The tests don't change it."""
    planned = create_planned_deck(tmp_path_factory.mktemp("planned") / "studyapp")
    planned.instance.time.now -= DAYS * DAY
    study_for_weeks(planned)
    plan_the_next_weeks(planned)
    yield planned
    planned.instance.close()


@pytest.fixture(scope="module")
def package(deck: PlannedDeck, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return deck.export(tmp_path_factory.mktemp("package") / "planned.apkg")


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    """An Anki that schedules with FSRS and is older than the reviews."""
    opened = Anki(str(tmp_path / "collection.anki2"))
    assert opened.db is not None
    opened.db.execute("UPDATE col SET crt = crt - ? * 86400", DAYS + 40)
    opened.set_config("fsrs", True)
    yield opened
    opened.close()


def card_numbers(anki: Anki) -> dict[CardId, int]:
    """The ids in Anki, by card. The first field of a note is its key."""
    assert anki.db is not None
    rows = anki.db.execute("SELECT flds, ord, cards.id FROM cards JOIN notes ON notes.id = nid")
    found = {}
    for fields, ordinal, number in rows:
        deck, note = split_note_key(fields.split("\x1f")[0])
        found[CardId(deck, note, ordinal + 1)] = number
    return found


def due_days_in(anki: Anki, today: int) -> dict[CardId, int]:
    """The study days on which cards in review are due, of which `today` is the one that it is now."""
    cards = {card: anki.get_card(number) for card, number in card_numbers(anki).items()}  # type: ignore[arg-type]
    return {card: today + one.due - anki.sched.today for card, one in cards.items() if one.type == 2}


def queue_in(anki: Anki) -> set[CardId]:
    """The reviews that Anki asks today."""
    assert isinstance(anki.sched, AnkiScheduler)
    parent = anki.decks.id_for_name("StudyApp")
    assert parent is not None
    anki.decks.set_current(parent)
    asked = {one.card.id for one in anki.sched.get_queued_cards(fetch_limit=1000).cards}
    return {card for card, number in card_numbers(anki).items() if number in asked}


def assert_same_memory(found: Schedule, stability: float, difficulty: float) -> None:
    """Anki stores stability with four decimal places and difficulty with three."""
    assert found.memory is not None
    assert stability == pytest.approx(found.memory.stability, rel=1e-3, abs=1e-4)
    assert difficulty == pytest.approx(found.memory.difficulty, abs=1e-3)


def assert_same_schedules(anki: Anki, deck: PlannedDeck) -> None:
    """Each card has the same due date, and the memory state is ours, as stored and as Anki computes it."""
    numbers, expected = card_numbers(anki), deck.instance.load_schedules()
    assert due_days_in(anki, deck.instance.clock().today()) == deck.due_days()
    for card, schedule in expected.items():
        stored = anki.get_card(numbers[card]).memory_state  # type: ignore[arg-type]
        assert stored is not None
        assert_same_memory(schedule, stored.stability, stored.difficulty)
        computed = anki.compute_memory_state(numbers[card])  # type: ignore[arg-type]
        assert computed.stability is not None and computed.difficulty is not None
        assert_same_memory(schedule, computed.stability, computed.difficulty)


def test_every_way_of_choosing_a_due_date_was_used(deck: PlannedDeck) -> None:
    assert len(deck.dragged_by_exam) > 5 and len(deck.moved_by_days_off) > 3 and len(deck.spread) > 5
    counted = (
        "last days",
        "BEFORE",
        "AFTER",
        "rescheduled",
        "brought forward",
        "spread",
        "previous parameters",
    )
    assert all(deck.study.done[name] for name in counted)
    with deck.instance.collection.read_transaction() as connection:
        assert load_scheduler(connection).parameters == SECOND_FIT


def test_due_dates_and_memory_states_are_the_same_in_anki(
    deck: PlannedDeck, package: Path, anki: Anki
) -> None:
    import_into_anki(package, anki)
    assert_same_schedules(anki, deck)
    presets = {
        name: anki.decks.config_dict_for_deck_id(number)
        for name in ("Deck", "Easier")
        if (number := anki.decks.id_for_name(f"StudyApp::{name}"))
    }
    for name, retention in (("Deck", 0.9), ("Easier", 0.85)):
        assert presets[name]["desiredRetention"] == pytest.approx(retention)
        assert presets[name]["fsrsParams6"] == pytest.approx(SECOND_FIT, abs=1e-4)
        assert presets[name]["easyDaysPercentages"] == [1, 1, 0.5, 1, 1, 0, 0]


def test_anki_changes_nothing_when_it_computes_all_memory_states_again(
    deck: PlannedDeck, package: Path, anki: Anki
) -> None:
    import_into_anki(package, anki)
    assert anki.db is not None
    log_rows = anki.db.scalar("SELECT count() FROM revlog")
    columns = "SELECT id, type, queue, due, ivl, reps, lapses FROM cards ORDER BY id"
    before = anki.db.execute(columns)
    deck_id = anki.decks.id_for_name("StudyApp::Deck")
    assert deck_id is not None
    for is_on in (False, True):  # as when a learner turns FSRS on
        configs = [one.config for one in anki.decks.get_deck_configs_for_update(deck_id).all_config]
        request = UpdateDeckConfigsRequest(target_deck_id=deck_id, configs=configs, fsrs=is_on)
        anki.decks.update_deck_configs(request)
        is_without_memory = anki.get_card(anki.find_cards("-is:new")[0]).memory_state is None
        assert is_without_memory is not is_on
    assert_same_schedules(anki, deck)
    assert anki.db.execute(columns) == before
    assert anki.db.scalar("SELECT count() FROM revlog") == log_rows


def test_parameters_that_were_taken_back_are_not_sent(anki: Anki, tmp_path: Path) -> None:
    planned = create_planned_deck(tmp_path / "studyapp")
    planned.instance.time.now -= DAYS * DAY
    study_for_weeks(planned)
    planned.study.use_previous_parameters()
    import_into_anki(planned.export(tmp_path / "planned.apkg"), anki)
    assert_same_schedules(anki, planned)
    deck_id = anki.decks.id_for_name("StudyApp::Deck")
    assert deck_id is not None
    parameters = anki.decks.config_dict_for_deck_id(deck_id)["fsrsParams6"]
    assert parameters == pytest.approx(Scheduler().parameters, abs=1e-4)
    planned.instance.close()


@pytest.mark.parametrize("days", [0, 1, 2, 5, 16, 30])
def test_anki_asks_the_same_reviews_today_and_later(
    deck: PlannedDeck, package: Path, anki: Anki, days: int
) -> None:
    import_into_anki(package, anki)
    assert anki.db is not None
    anki.db.execute("UPDATE col SET crt = crt - ? * 86400", days)  # so many days later for all that is due
    today = deck.instance.clock().today() + days
    due = {card for card, day in deck.due_days().items() if day <= today}
    assert due
    assert queue_in(anki) == due


def test_the_way_back_gives_the_same_schedules(
    deck: PlannedDeck, package: Path, anki: Anki, tmp_path: Path
) -> None:
    import_into_anki(package, anki)
    (tmp_path / "back").mkdir()
    back = export_package(anki, tmp_path / "back")
    report = deck.instance.import_file(back)
    assert (report.added_count, report.entry_count) == (0, 0)
    other = create_instance(tmp_path / "other", ())
    report = other.import_file(back)
    assert (report.losses, report.parameters_from) == ((), "StudyApp 90 %")
    assert load_study_options(other.collection).easy_days == EASY_DAYS
    found, expected = other.load_schedules(), deck.instance.load_schedules()
    assert found.keys() == expected.keys()
    for card, schedule in expected.items():
        assert schedule.memory is not None
        assert_same_memory(found[card], schedule.memory.stability, schedule.memory.difficulty)
        assert without_memory(found[card]) == without_memory(schedule)
    other.close()


def test_words_without_progress_leave_what_is_in_anki(
    deck: PlannedDeck, package: Path, anki: Anki, tmp_path: Path
) -> None:
    words = deck.export(tmp_path / "words.apkg", with_progress=False)
    import_into_anki(package, anki)
    presets = anki.decks.all_config()
    import_into_anki(words, anki)
    assert_same_schedules(anki, deck)
    assert anki.decks.all_config() == presets


def test_words_without_progress_are_new_in_anki(deck: PlannedDeck, anki: Anki, tmp_path: Path) -> None:
    assert anki.db is not None
    presets = anki.decks.all_config()
    import_into_anki(deck.export(tmp_path / "words.apkg", with_progress=False), anki)
    assert anki.db.execute("SELECT type, queue, data, count() FROM cards GROUP BY 1, 2, 3") == [
        [0, 0, "{}", len(card_numbers(anki))]
    ]
    assert anki.db.scalar("SELECT count() FROM revlog") == 0
    assert anki.decks.all_config() == presets
