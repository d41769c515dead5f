"""The cards of a node and their last reviews."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.concept_map.node_cards import NodeCard, NodeReview, load_node_cards
from studyapp.services.statistics.fact_updating import update_facts
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    HARD,
    StudyDriver,
    basic_notes,
    rate_cards,
    save_deck,
)

FIRST, SECOND, GONE = (CardId("deck", name, 1) for name in ("n00", "n01", "gone"))


def load(driver: StudyDriver, *cards: CardId) -> tuple[NodeCard, ...]:
    clock = driver.time.clock()
    update_facts(driver.collection, clock)
    return load_node_cards(driver.collection, cards, clock, CardLanguages.ENGLISH)


def test_cards_have_their_last_reviews_from_the_newest_on(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    first_day = driver.time.clock().today()
    ratings = [AGAIN, GOOD, AGAIN, AGAIN, HARD, AGAIN]
    for rating in ratings:
        save_deck(driver.collection, basic_notes(1))
        rate_cards(driver.start_session(), rating)
        driver.time.now += 40 * DAY
    save_deck(driver.collection, basic_notes(2))
    new, reviewed = load(driver, SECOND, GONE, FIRST)
    assert (new.row.card_id, new.row.question, new.row.is_new) == (SECOND, "front of n01", True)
    assert new.last_reviews == ()
    assert (reviewed.row.card_id, reviewed.row.reviews) == (FIRST, 6)
    assert reviewed.row.retrievability is not None and reviewed.row.due_at is not None
    assert reviewed.last_reviews == tuple(
        NodeReview(first_day + 40 * number, ratings[number]) for number in (5, 4, 3, 2, 1)
    )


def test_card_with_few_reviews_has_them_all(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    rate_cards(driver.start_session(), EASY)
    today = driver.time.clock().today()
    (found,) = load(driver, FIRST)
    assert found.last_reviews == (NodeReview(today, EASY),)
