"""The schedules of imported cards are the results of their journals, whether the cards are new, known or repeated."""

from studyapp.core.study.schedule import fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.store import journal_entries, schedules
from tests.anki.anki_collections import review_cards_in_anki
from tests.anki.package_exchange import PackageExchange


def check_schedules(both: PackageExchange) -> int:
    """Check the schedule of each card with a journal; return their number."""
    with both.instance.collection.read_transaction() as connection:
        stored = dict(schedules.iterate_all(connection))
        expected = {
            card: fold(entries, Scheduler()) for card, entries in journal_entries.iterate_by_card(connection)
        }
    assert stored == expected
    return len(stored)


def test_reviews_are_added_to_those_of_earlier_imports(both: PackageExchange) -> None:
    for number in range(12):
        both.add("Basic", f"question {number}", "answer")
    for seed in range(3):
        review_cards_in_anki(both.anki, seed, 7)
        both.anki.set_user_flag_for_cards(seed + 1, both.anki.find_cards("")[:3])
        both.anki.sched.suspend_cards(both.anki.find_cards("")[seed : seed + 2])
        assert both.import_package().review_count > 0
        assert check_schedules(both) > 2
        assert both.import_package().entry_count == 0


def test_reviews_of_repeated_notes_are_added_to_the_same_card(both: PackageExchange) -> None:
    both.add("Basic", "one", "1"), both.add("Basic", "two", "2")
    both.import_package()
    assert both.anki.db is not None
    both.anki.db.execute("UPDATE notes SET guid = (SELECT guid FROM notes ORDER BY id LIMIT 1)")
    review_cards_in_anki(both.anki, 1, 6)
    report = both.import_package()
    assert report.review_count == both.anki.db.scalar("SELECT count(*) FROM revlog WHERE type < 4")
    assert check_schedules(both) == 1
