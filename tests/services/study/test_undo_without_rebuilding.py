"""Undoing a rating returns to the queue before it, without building the queue again."""

import pytest

from studyapp.core.study.study_queue import UNLIMITED
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    StudyDriver,
    basic_notes,
    rate_cards,
    save_deck,
)


def count_statements_of_undo(driver: StudyDriver, note_count: int) -> int:
    save_deck(driver.collection, basic_notes(note_count))
    session = driver.start_session(limits=UNLIMITED)
    rate_cards(session, GOOD)
    statements: list[str] = []
    driver.collection.connection.set_trace_callback(statements.append)
    assert session.undo().is_applied
    driver.collection.connection.set_trace_callback(None)
    return len(statements)


def test_undo_runs_as_many_statements_with_a_long_queue(driver: StudyDriver) -> None:
    assert count_statements_of_undo(driver, 3) == count_statements_of_undo(driver, 90)


def test_each_undo_returns_to_the_queue_before_the_rating(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(9))
    session = driver.start_session()
    session.show_next()
    queues = []
    for rating in (GOOD, AGAIN, GOOD, GOOD):
        queues.append(session._queue.queue)
        rate_cards(session, rating)
    for queue in reversed(queues):
        session.undo()
        assert session._queue.queue == queue
        assert session._queue.queue.counts == driver.start_session()._queue.queue.counts


@pytest.mark.parametrize("change", ["bury", "a month later", "other session"])
def test_queue_is_rebuilt_if_something_else_has_changed(driver: StudyDriver, change: str) -> None:
    save_deck(driver.collection, basic_notes(9))
    session = driver.start_session()
    rate_cards(session, EASY, EASY, GOOD)
    if change == "bury":
        session.bury()
        session.undo()
    elif change == "a month later":
        driver.time.now += 30 * DAY  # the first two cards are due
    else:
        rate_cards(driver.start_other_session(), GOOD)
        session.undo()
    session.undo()
    assert session._queue.queue == driver.start_session()._queue.queue
