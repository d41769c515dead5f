"""Spreading a backlog matches its preview and is one undo step."""

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.services.study.backlog_spreading import load_backlog, spread_backlog
from tests.services.study_driver import DAY, EASY, GOOD, StudyDriver, basic_notes, rate_cards, save_deck

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


def learn_cards(driver: StudyDriver, cards: int) -> None:
    """Learn this many cards, half of them with higher stability."""
    save_deck(driver.collection, basic_notes(cards))
    driver.collection.connection.execute(
        "INSERT INTO setting VALUES ('', 'new_over_all', '999'), ('', 'new_a_day', '999')"
    )
    rate_cards(driver.start_session(), *([EASY, GOOD] * cards)[:cards])
    driver.time.now += DAY
    rate_cards(driver.start_session(), *[GOOD] * (cards // 2))


def test_spreading_matches_preview_and_can_be_undone(driver: StudyDriver) -> None:
    learn_cards(driver, 20)
    driver.time.now += 90 * DAY
    before = list(driver.collection.connection.execute("SELECT * FROM schedule ORDER BY note"))
    found = load_backlog(driver.collection, ["deck"], driver.time.clock(), BOTH)
    assert (len(found.overdue), found.daily_counts()[:3]) == (20, (20, 0, 0))
    assert found.daily_counts_if_spread(6)[:7] == (4, 4, 3, 3, 3, 3, 0)
    spread_backlog(driver.collection, found, 6, driver.time.clock())
    assert driver.start_session()._queue.queue.counts.review == 4
    assert [card.note_id for card in driver.start_session()._queue.queue.upcoming_cards] == [
        card.note_id for card in found.overdue[:4]
    ]
    now = load_backlog(driver.collection, ["deck"], driver.time.clock(), BOTH)
    assert (now.overdue, now.daily_counts()) == ((), found.daily_counts_if_spread(6))
    driver.start_session().undo()
    assert list(driver.collection.connection.execute("SELECT * FROM schedule ORDER BY note")) == before


def test_overdue_cards_are_ordered_by_retrievability(driver: StudyDriver) -> None:
    learn_cards(driver, 20)
    driver.time.now += 90 * DAY
    found = load_backlog(driver.collection, ["deck"], driver.time.clock(), BOTH)
    easy = {f"n{number:02}" for number in range(0, 20, 2)}
    assert {card.note_id for card in found.overdue[:10]} == easy


def test_overdue_cards_of_several_decks_are_ordered_together(driver: StudyDriver) -> None:
    learn_cards(driver, 6)
    driver.collection.connection.execute("UPDATE card SET deck = 'other' WHERE note IN ('n00', 'n01')")
    driver.collection.connection.execute("UPDATE schedule SET deck = 'other' WHERE note IN ('n00', 'n01')")
    driver.time.now += 90 * DAY
    backlog = load_backlog(driver.collection, ["deck", "other"], driver.time.clock(), BOTH)
    easy = {"n00", "n02", "n04"}
    assert {card.note_id for card in backlog.overdue[:3]} == easy
    assert len(backlog.overdue) == 6


def test_only_cards_due_before_today_are_overdue(driver: StudyDriver) -> None:
    learn_cards(driver, 4)
    with driver.collection.read_transaction() as connection:
        (due_day,) = connection.execute("SELECT min(due_day) FROM schedule WHERE phase = 2").fetchone()
    driver.time.now += (due_day - driver.time.clock().today()) * DAY
    for days, overdue in ((0, 0), (1, 1)):
        driver.time.now += days * DAY
        found = load_backlog(driver.collection, ["deck"], driver.time.clock(), BOTH)
        assert (len(found.overdue) > 0) == bool(overdue)
    assert load_daily_overview(driver.collection, Library(), driver.time.clock(), BOTH).overdue_count == 0
