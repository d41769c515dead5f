import tracemalloc

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import Schedule
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.custom.practice import PracticeQueue
from studyapp.services.study.session_recorder import RecordedRating
from tests.services.study_driver import AGAIN, GOOD, StudyDriver


def test_queues_kept_for_undo_share_their_cards(driver: StudyDriver) -> None:
    cards = [CardId("deck", f"n{number}", 1) for number in range(2000)]
    tracemalloc.start()
    languages = CardLanguages.ENGLISH_AND_TRADITIONAL
    queue = PracticeQueue(driver.collection, driver.time.clock(), languages, lambda *_: cards)
    size_of_one, _ = tracemalloc.get_traced_memory()
    earlier = []
    for number in range(200):
        earlier.append(queue.queue)
        card = next(iter(queue.queue.upcoming_cards))
        rating = AGAIN if number % 3 else GOOD
        queue.apply_rating(RecordedRating(card, rating, Schedule(), is_saved=False))
    size_of_all, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size_of_all < 2 * size_of_one
    assert len(earlier[-1].upcoming_cards) == 2000 - 67
