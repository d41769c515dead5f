"""Exported progress in Anki: card states, the review log and the FSRS memory state."""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.deck_config_pb2 import UpdateDeckConfigsRequest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.anki.writing.package import ExportReport
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.study.journal import EntryKind, effective_entries
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase, Schedule
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.journal.time_correction import correct_times
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import set_option
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.study_session import StudySession
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import journal_entries, schedules
from tests.services.random_actions import Action, perform
from tests.services.study_driver import DAY, HOUR, MINUTE, StudyDriver, basic_note, save_deck

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL
TIME_STEPS = (20_000, MINUTE, 11 * MINUTE, HOUR, DAY, 3 * DAY, 40 * DAY)
CARD_ACTIONS = ("bury", "suspend", "forget", "flag 1", "flag 4", "set due 0", "set due 9", "undo", "redo")
forward_actions = st.sampled_from(Rating) | st.sampled_from(TIME_STEPS) | st.sampled_from(CARD_ACTIONS)
"""Actions during which the clock never goes back."""


class LocalStudyDriver(StudyDriver):
    """A driver in the local time zone, which Anki uses too."""

    def start_session(self, *_: object) -> StudySession:
        return create_session(self.collection, self.clock(), ("deck",), BOTH)

    def clock(self) -> Clock:
        return Clock(self.time)


def perform_all(driver: StudyDriver, actions: Sequence[Action]) -> None:
    """Perform the actions so that the last one is now, as Anki uses the real clock."""
    save_deck(driver.collection, [basic_note("a"), basic_note("b"), basic_note("c")])
    driver.time.now = round(time.time() * 1000) - sum(action for action in actions if type(action) is int)
    session = driver.start_session()
    for action in actions:
        session = perform(driver, session, action)


def export(driver: LocalStudyDriver, path: Path, *, with_progress: bool = True) -> Path:
    write_export(driver, path, with_progress=with_progress)
    return path


def write_export(driver: LocalStudyDriver, path: Path, *, with_progress: bool = True) -> ExportReport:
    library_deck = LibraryDeck(
        DeckMetadata("deck", LocalizedText.language_neutral("Deck")), path.parent / "deck.yaml"
    )
    request = ExportRequest(("deck",), BOTH, path, with_progress)
    return export_decks(driver.collection, Library((library_deck,)), request, driver.clock())


def import_package(anki: Collection, package: Path) -> None:
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options))


def schedules_of(driver: StudyDriver) -> dict[tuple[str, int], Schedule]:
    with driver.collection.read_transaction() as connection:
        return {
            (f"{card.deck_id}/{card.note_id}", card.ordinal - 1): schedule
            for card, schedule in schedules.iterate_all(connection)
        }


def cards_in(anki: Collection) -> dict[tuple[str, int], dict[str, Any]]:
    assert anki.db is not None
    names = "id, type, queue, due, ivl, reps, lapses, left, flags, data"
    rows = anki.db.all(
        f"SELECT n.flds, c.ord, {', '.join(f'c.{name}' for name in names.split(', '))} "
        "FROM cards c JOIN notes n ON n.id = c.nid"
    )
    return {
        (fields.split("\x1f")[0], ordinal): dict(zip(names.split(", "), row, strict=True))
        for fields, ordinal, *row in rows
    }


def assert_card_matches(card: dict[str, Any], schedule: Schedule, today: int, anki: Collection) -> None:
    """The card's state in Anki matches the schedule."""
    queue = 0
    match schedule.phase:
        case NewPhase():
            assert card["type"] == 0
        case LearningPhase(due_at=due_at) | RelearningPhase(due_at=due_at):
            queue = 1
            assert card["type"] == (1 if isinstance(schedule.phase, LearningPhase) else 3)
            assert card["due"] == due_at // 1000
            assert card["left"] % 1000 >= 1
        case ReviewPhase(due_day=due_day):
            queue = 2
            assert card["type"] == 2
            assert card["due"] - anki.sched.today == due_day - today
    if schedule.is_suspended:
        queue = -1
    elif schedule.buried_on_day == today:
        queue = -3
    assert card["queue"] == queue
    assert (card["reps"], card["lapses"], card["flags"]) == (
        schedule.review_count,
        schedule.lapse_count,
        schedule.flag,
    )
    memory = schedule.memory
    data = json.loads(card["data"] or "{}")
    assert (data.get("s"), data.get("d")) == (
        (pytest.approx(memory.stability, abs=1e-4), pytest.approx(memory.difficulty, abs=1e-3))
        if memory
        else (None, None)
    )


@settings(max_examples=25)
@given(st.lists(forward_actions, max_size=40))
def test_exported_cards_match_schedules(actions: list[Action]) -> None:
    with TemporaryDirectory() as folder:
        driver = LocalStudyDriver.at(Path(folder) / "data" / "collection.db")
        perform_all(driver, actions)
        anki = Collection(str(Path(folder) / "collection.anki2"))
        try:
            import_package(anki, export(driver, Path(folder) / "deck.apkg"))
            cards, today = cards_in(anki), driver.clock().today()
            for name, schedule in schedules_of(driver).items():
                assert_card_matches(cards[name], schedule, today, anki)
            assert_memory_unchanged(anki)
            assert_review_log(driver, anki, cards)
        finally:
            anki.close()
            driver.close()


def assert_memory_unchanged(anki: Collection) -> None:
    """Turning FSRS off and on makes Anki replay the log: it must reach the exported memory states and change no due
    date."""
    anki.set_config("fsrs", True)
    before = cards_in(anki)
    for is_on in (False, True):
        deck = anki.decks.id_for_name("StudyApp::Deck")
        assert deck is not None
        options = anki.decks.get_deck_configs_for_update(deck)
        configs = [one.config for one in options.all_config]
        wanted = UpdateDeckConfigsRequest(target_deck_id=deck, configs=configs, fsrs=is_on)
        anki.decks.update_deck_configs(wanted)
    after = cards_in(anki)
    assert [card["due"] for card in after.values()] == [card["due"] for card in before.values()]
    for name, card in before.items():
        exported, replayed = (json.loads(one["data"] or "{}") for one in (card, after[name]))
        assert ("s" in exported) is ("s" in replayed)
        if "s" in exported:
            # Anki stores four decimal places.
            assert replayed["s"] == pytest.approx(exported["s"], rel=1e-3, abs=1e-4)
            assert replayed["d"] == pytest.approx(exported["d"], abs=1e-3 + 1e-9)


def assert_review_log(
    driver: StudyDriver, anki: Collection, cards: dict[tuple[str, int], dict[str, Any]]
) -> None:
    """Each effective review, reset and set-due action has a log row with its time and rating."""
    assert anki.db is not None
    with driver.collection.read_transaction() as connection:
        for card, journal in journal_entries.iterate_by_card(connection):
            expected = [
                (entry.at, entry.rating or 0)
                for entry in effective_entries(journal)
                if entry.kind in (EntryKind.REVIEW, EntryKind.RESET, EntryKind.SET_DUE)
            ]
            number = cards[f"{card.deck_id}/{card.note_id}", card.ordinal - 1]["id"]
            rows = anki.db.all("SELECT id, ease FROM revlog WHERE cid = ? ORDER BY id", number)
            assert [tuple(row) for row in rows] == expected


def test_different_options_become_different_presets(tmp_path: Path) -> None:
    driver = LocalStudyDriver.at(tmp_path / "data" / "collection.db")
    perform_all(driver, [Rating.GOOD])
    anki = Collection(str(tmp_path / "collection.anki2"))
    for name, value in (("retention", "85"), ("new_a_day", "7"), ("learning_steps", "2 15")):
        set_option(driver.collection, "deck", name, value)
    import_package(anki, export(driver, tmp_path / "deck.apkg"))
    deck = anki.decks.by_name("StudyApp::Deck")
    assert deck is not None
    preset = anki.decks.config_dict_for_deck_id(deck["id"])
    assert preset["id"] != 1
    assert preset["desiredRetention"] == pytest.approx(0.85)
    assert preset["new"]["perDay"] == 7
    assert preset["new"]["delays"] == [2.0, 15.0]
    assert len(preset["fsrsParams6"]) == 21
    set_option(driver.collection, "deck", "new_a_day", "8")
    import_package(anki, export(driver, tmp_path / "deck.apkg"))
    assert {config["new"]["perDay"] for config in anki.decks.all_config()} >= {7, 8}
    anki.close()
    driver.close()


def test_export_without_progress_makes_all_cards_new(tmp_path: Path) -> None:
    driver = LocalStudyDriver.at(tmp_path / "data" / "collection.db")
    perform_all(driver, [Rating.GOOD, Rating.EASY, "flag 1"])
    anki = Collection(str(tmp_path / "collection.anki2"))
    import_package(anki, export(driver, tmp_path / "deck.apkg", with_progress=False))
    assert {(card["type"], card["queue"], card["flags"]) for card in cards_in(anki).values()} == {(0, 0, 0)}
    anki.close()
    driver.close()


def test_reviews_of_the_future_are_left_out_until_corrected(tmp_path: Path) -> None:
    driver = LocalStudyDriver.at(tmp_path / "data" / "collection.db")
    perform_all(driver, [Rating.EASY, "flag 1"])
    driver.time.now += 36_525 * DAY
    perform(driver, driver.start_session(), Rating.EASY)  # the same card, which is due again
    perform(driver, driver.start_session(), Rating.EASY)
    driver.time.now -= 36_525 * DAY - MINUTE
    report = write_export(driver, tmp_path / "deck.apkg")
    assert report.losses == tuple(Loss(LossKind.FUTURE_REVIEWS, f"deck/{note}") for note in "ab")
    assert report.review_count == 1
    anki = Collection(str(tmp_path / "collection.anki2"))
    import_package(anki, tmp_path / "deck.apkg")
    assert {name: card["type"] for name, card in cards_in(anki).items()} == {
        ("deck/a", 0): 2,
        ("deck/b", 0): 0,
        ("deck/c", 0): 0,
    }
    anki.close()
    correct_times(driver.collection, driver.clock())
    report = write_export(driver, tmp_path / "deck.apkg")
    assert (report.losses, report.review_count) == ((), 3)
    driver.close()


def test_simultaneous_actions_are_all_exported(tmp_path: Path) -> None:
    driver = LocalStudyDriver.at(tmp_path / "data" / "collection.db")
    perform_all(driver, [Rating.EASY, Rating.EASY, Rating.EASY])
    card_actions = [
        CardAction(CardId("deck", note, 1), EntryKind.SET_DUE, due_day=driver.clock().today() + 3)
        for note in "abc"
    ]
    append_actions(driver.collection, card_actions, driver.time.now, driver.clock().today())
    anki = Collection(str(tmp_path / "collection.anki2"))
    import_package(anki, export(driver, tmp_path / "deck.apkg"))
    assert anki.db is not None
    assert anki.db.scalar("SELECT count() FROM revlog") == 6
    anki.close()
    driver.close()


def test_collection_package_replaces_whole_collection(tmp_path: Path) -> None:
    driver = LocalStudyDriver.at(tmp_path / "data" / "collection.db")
    perform_all(driver, [Rating.GOOD, Rating.EASY, DAY, Rating.GOOD])
    package = export(driver, tmp_path / "all.colpkg", with_progress=False)
    path = tmp_path / "collection.anki2"
    anki = Collection(str(path))
    anki.add_note(anki.new_note(anki.models.all()[0]), anki.decks.all()[0]["id"])
    anki.close()
    anki.backend.import_collection_package(
        col_path=str(path),
        backup_path=str(package),
        media_folder=str(tmp_path / "collection.media"),
        media_db=str(tmp_path / "collection.media.db2"),
    )
    anki = Collection(str(path))
    cards, today = cards_in(anki), driver.clock().today()
    assert len(cards) == 3
    for name, schedule in schedules_of(driver).items():
        assert_card_matches(cards[name], schedule, today, anki)
    problems, ok = anki.fix_integrity()
    assert ok, problems
    anki.close()
    driver.close()


def test_leech_is_tagged_in_anki(tmp_path: Path) -> None:
    driver = LocalStudyDriver.at(tmp_path / "data" / "collection.db")
    perform_all(driver, [Rating.EASY, 40 * DAY, Rating.EASY, 40 * DAY, Rating.AGAIN])
    set_option(driver.collection, "deck", "leech_lapses", "1")
    anki = Collection(str(tmp_path / "collection.anki2"))
    import_package(anki, export(driver, tmp_path / "deck.apkg"))
    leeches = {f"deck/{note}" for (note, _), found in lapse_counts(driver) if found}
    assert leeches
    assert {anki.get_note(note)["Identity"] for note in anki.find_notes("tag:leech")} == leeches
    anki.close()
    driver.close()


def lapse_counts(driver: StudyDriver) -> list[tuple[tuple[str, int], int]]:
    return [
        ((key.partition("/")[2], place), schedule.lapse_count)
        for (key, place), schedule in schedules_of(driver).items()
    ]
