"""Cards of which the journal lacks nothing are found without reading their entries, with the same result."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import ignore_progress
from studyapp.core.study.schedule import Schedule
from studyapp.core.transfer.anki_review_log import ReviewLogKind, ReviewLogRow
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote, no_media
from studyapp.services.journal.card_actions import bury_cards, reset_cards, suspend_cards
from studyapp.services.transfer import progress_import
from studyapp.services.transfer.progress_import import MergeResult, merge_progress
from studyapp.store import journal_entries, schedules
from studyapp.store.progress.stored_progress import StoredProgress
from tests.services.study_driver import DAY, MORNING, StudyDriver, basic_notes, save_deck

NOTES = basic_notes(3)
NOTE_TYPE = CustomNoteType(1, "Basic", ("Front", "Back"), (), False, "")
CREATED_AT = MORNING // 1000 - 100 * 86_400

LOG_ROWS = st.builds(
    ReviewLogRow,
    st.integers(-60, 2).map(lambda days: MORNING + days * DAY + days),
    st.integers(-1, 5),
    st.integers(-600, 40),
    st.integers(-600, 40),
    st.sampled_from((0, 2500)),
    st.integers(0, 70_000),
    st.sampled_from(ReviewLogKind),
)
LOGS = st.lists(LOG_ROWS, max_size=4, unique_by=lambda row: row.at).map(lambda rows: tuple(sorted(rows)))
CARDS = st.builds(
    SourceCard,
    card_id=st.just(1),
    deck_id=st.just(1),
    ordinal=st.sampled_from((0, 0, 0, 1)),
    changed_at=st.integers(-10, 1).map(lambda days: MORNING // 1000 + days * 86_400),
    state=st.integers(0, 3),
    queue=st.sampled_from((0, 1, 2, 2, -1, -2, -3)),
    due=st.sampled_from((0, 5, 90, 110, MORNING // 1000 + 600)),
    interval=st.just(1),
    factor=st.sampled_from((0, 2500, 1300)),
    review_count=st.just(1),
    lapse_count=st.just(0),
    remaining_steps=st.just(1),
    flag=st.sampled_from((0, 0, 0, 2)),
    data=st.sampled_from(("", '{"s":1}')),
    review_log=LOGS,
)
PACKAGES = st.lists(st.lists(CARDS, min_size=1, max_size=2), min_size=3, max_size=3)
ACTIONS = (suspend_cards, bury_cards, reset_cards)
LOCAL_ACTIONS = st.lists(st.tuples(st.sampled_from(ACTIONS), st.sampled_from(NOTES)), max_size=2)


def import_progress(driver: StudyDriver, cards_by_note: list[list[SourceCard]]) -> MergeResult:
    sources = [
        SourceNote(f"g{number}", NOTE_TYPE, (), ("", ""), tuple(cards))
        for number, cards in enumerate(cards_by_note)
    ]
    package = PackageData({}, tuple(sources), CREATED_AT, None, 4, frozenset(), no_media)
    # The last pair has the same card as the first, as if two notes in Anki had become one here.
    pairs = [*zip(sources, NOTES, strict=True), (sources[-1], NOTES[0])]
    return merge_progress(driver.collection, package, pairs, driver.time.clock(), ignore_progress)


def stored(driver: StudyDriver) -> tuple[object, dict[CardId, Schedule]]:
    with driver.collection.read_transaction() as connection:
        return list(journal_entries.iterate_by_card(connection)), dict(schedules.iterate_all(connection))


def import_twice(
    folder: str,
    first: list[list[SourceCard]],
    second: list[list[SourceCard]],
    actions: list[tuple[Any, Note]],
) -> tuple[object, ...]:
    driver = StudyDriver.at(Path(folder) / "collection.db")
    try:
        save_deck(driver.collection, NOTES)
        results = [import_progress(driver, first)]
        for act, note in actions:
            act(driver.collection, [card.id for card in cards_of(note)], driver.time.clock())
        results += [import_progress(driver, second), import_progress(driver, second)]
        return *results, stored(driver)
    finally:
        driver.close()


@settings(max_examples=60)
@given(PACKAGES, st.none() | PACKAGES, LOCAL_ACTIONS, st.sampled_from((1, 100)))
def test_unread_entries_make_no_difference(
    first: list[list[SourceCard]],
    other: list[list[SourceCard]] | None,
    actions: list[tuple[Any, Note]],
    batch_size: int,
) -> None:
    second = first if other is None else other
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(progress_import, "_NOTES_PER_BATCH", batch_size)
        with tempfile.TemporaryDirectory() as folder:
            result = import_twice(folder, first, second, actions)
        patch.setattr(StoredProgress, "imported_history", lambda *_: None)
        with tempfile.TemporaryDirectory() as folder:
            assert import_twice(folder, first, second, actions) == result


def test_entries_of_unchanged_cards_are_not_read(
    driver: StudyDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_deck(driver.collection, NOTES)
    row = ReviewLogRow(MORNING - DAY, 3, 1, 0, 2500, 1000, ReviewLogKind.LEARNING)
    card = SourceCard(1, 1, 0, MORNING // 1000, 2, 2, 100, 1, 2500, 1, 0, 0, 0, "", (row,))
    cards = [[card], [card], [card]]
    assert import_progress(driver, cards).review_count == len(NOTES)

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(journal_entries, "load_for_card", refuse)
    assert import_progress(driver, cards).entry_count == 0
