"""A backlog is spread as the preview says, and one undo brings it all back."""

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.services.study.backlog import load_backlog, spread_backlog
from tests.services.samples import DAY, EASY, GOOD, Desk, basics, go_through, shelve

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


def learned(desk: Desk, cards: int) -> None:
    """So many cards in review, some of them better known than the others."""
    shelve(desk.collection, basics(cards))
    desk.collection.connection.execute(
        "INSERT INTO setting VALUES ('', 'new_over_all', '999'), ('', 'new_a_day', '999')"
    )
    go_through(desk.study(), *([EASY, GOOD] * cards)[:cards])
    desk.time.now += DAY
    go_through(desk.study(), *[GOOD] * (cards // 2))


def test_what_is_overdue_is_spread_as_shown_and_comes_back_with_one_undo(desk: Desk) -> None:
    learned(desk, 20)
    desk.time.now += 90 * DAY
    before = list(desk.collection.connection.execute("SELECT * FROM schedule ORDER BY note"))
    found = load_backlog(desk.collection, ["deck"], desk.time.clock(), BOTH)
    assert (len(found.overdue), found.daily_counts()[:3]) == (20, (20, 0, 0))
    assert found.daily_counts_if_spread(6)[:7] == (4, 4, 3, 3, 3, 3, 0)
    spread_backlog(desk.collection, found, 6, desk.time.clock())
    assert desk.study()._queue.queue.counts.due == 4
    assert [card.note_id for card in desk.study()._queue.queue.upcoming_cards] == [
        card.note_id for card in found.overdue[:4]
    ]
    now = load_backlog(desk.collection, ["deck"], desk.time.clock(), BOTH)
    assert (now.overdue, now.daily_counts()) == ((), found.daily_counts_if_spread(6))
    desk.study().undo()
    assert list(desk.collection.connection.execute("SELECT * FROM schedule ORDER BY note")) == before


def test_the_best_known_come_first(desk: Desk) -> None:
    learned(desk, 20)
    desk.time.now += 90 * DAY
    found = load_backlog(desk.collection, ["deck"], desk.time.clock(), BOTH)
    easy = {f"n{number:02}" for number in range(0, 20, 2)}
    assert {card.note_id for card in found.overdue[:10]} == easy


def test_only_what_was_due_before_today_is_overdue(desk: Desk) -> None:
    learned(desk, 4)
    with desk.collection.read_transaction() as connection:
        (due_day,) = connection.execute("SELECT min(due_day) FROM schedule WHERE phase = 2").fetchone()
    desk.time.now += (due_day - desk.time.clock().today()) * DAY
    for wait, overdue in ((0, 0), (1, 1)):
        desk.time.now += wait * DAY
        found = load_backlog(desk.collection, ["deck"], desk.time.clock(), BOTH)
        assert (len(found.overdue) > 0) == bool(overdue)
    assert load_daily_overview(desk.collection, Library(), desk.time.clock(), BOTH).overdue_count == 0
