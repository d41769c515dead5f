import tracemalloc
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.cards.remaining_cards import RemainingCards
from studyapp.core.options.study_options import NewReviewOrder
from studyapp.core.study.mixing import mix_new_and_reviews
from studyapp.core.study.study_queue import (
    CardCounts,
    DailyLimits,
    DeckCandidates,
    LearningCard,
    StudyQueue,
    build_study_queue,
)
from tests.core.study.queue_cards import cards, ranked

NOW = 1_000_000_000


card_ids = st.builds(
    CardId, st.sampled_from(("d", "e")), st.sampled_from([f"n{n}" for n in range(9)]), st.integers(1, 3)
)


@dataclass(frozen=True)
class DeckPlan:
    """Candidates and limits of one deck; each card appears in one role only, as in the store."""

    candidates: DeckCandidates
    limits: DailyLimits


@st.composite
def plans(draw: st.DrawFn) -> DeckPlan:
    found = draw(st.lists(card_ids.filter(lambda card: card.deck_id == "d"), unique=True))
    first, second = sorted((draw(st.integers(0, len(found))), draw(st.integers(0, len(found)))))
    moments = draw(st.lists(st.integers(0, 100), min_size=first, max_size=first))
    return DeckPlan(
        DeckCandidates(
            new_cards=found[second:],
            reviews=ranked(found[first:second]),
            learning_cards=list(map(LearningCard, moments, found[:first])),
            new_cards_done=draw(st.integers(0, 4)),
            reviews_done=draw(st.integers(0, 4)),
            notes_rated_today=frozenset(card.note_key for card in draw(st.lists(card_ids, max_size=3))),
        ),
        DailyLimits(draw(st.integers(0, 6)), draw(st.integers(0, 6))),
    )


@given(plans())
def test_queue_respects_limits_and_buries_siblings_without_duplicates(plan: DeckPlan) -> None:
    offered, queue = plan.candidates, build_study_queue([plan.candidates], plan.limits)
    shown = [card for _, card in queue.learning_cards] + list(queue.upcoming_cards)
    assert max(Counter(shown).values(), default=1) == 1
    assert len(queue.new_cards) <= max(0, plan.limits.new_cards - offered.new_cards_done)
    assert len(queue.upcoming_cards) - len(queue.new_cards) <= max(
        0, plan.limits.reviews - offered.reviews_done
    )
    on_steps = {card.note_key for _, card in queue.learning_cards}
    notes = Counter(card.note_key for card in queue.upcoming_cards)
    assert max(notes.values(), default=1) == 1
    assert not notes.keys() & (on_steps | offered.notes_rated_today)
    assert [moment for moment, _ in queue.learning_cards] == sorted(
        moment for moment, _ in offered.learning_cards
    )


@given(plans())
def test_queue_preserves_candidate_order(plan: DeckPlan) -> None:
    offered, queue = plan.candidates, build_study_queue([plan.candidates], plan.limits)
    assert queue == build_study_queue([plan.candidates], plan.limits)
    for wanted, kept in (
        (
            [card for _, card in offered.reviews],
            [card for card in queue.upcoming_cards if card not in queue.new_cards],
        ),
        (list(offered.new_cards), [card for card in queue.upcoming_cards if card in queue.new_cards]),
    ):
        assert kept == sorted(kept, key=wanted.index)


@given(plans())
def test_review_is_omitted_only_for_limit_or_sibling(plan: DeckPlan) -> None:
    offered, queue = plan.candidates, build_study_queue([plan.candidates], plan.limits)
    used_notes = {card.note_key for _, card in queue.learning_cards} | {
        card.note_key for card in queue.upcoming_cards
    }
    omitted = [
        card for _, card in offered.reviews if card.note_key not in used_notes | offered.notes_rated_today
    ]
    if omitted:
        assert len(queue.upcoming_cards) - len(queue.new_cards) == max(
            0, plan.limits.reviews - offered.reviews_done
        )


@given(plans(), st.lists(st.sampled_from(("good", "again")), max_size=60))
def test_session_ends_and_counts_decrease_per_card(plan: DeckPlan, ratings: list[str]) -> None:
    queue, now, again = build_study_queue([plan.candidates], plan.limits), 200, iter(ratings)
    shown: Counter[CardId] = Counter()
    while (card := queue.next_card(now)) is not None:
        before = queue.counts.total
        queue = queue.without_card_and_siblings(card)
        shown[card] += 1
        assert queue.counts.total == before - 1
        if next(again, "good") == "again":
            queue = queue.with_learning_card(card, now + 60_000)
        now += 10_000
    assert queue.counts == CardCounts()
    assert sum(shown.values()) <= len(shown) + len(ratings)


@given(st.integers(0, 30), st.integers(0, 30))
def test_new_cards_are_mixed_evenly(new: int, reviews: int) -> None:
    fresh = cards(new, prefix="new")
    order = mix_new_and_reviews(fresh, cards(reviews, prefix="review"), NewReviewOrder.MIX_WITH_REVIEWS)
    assert len(order) == new + reviews
    for length in range(len(order) + 1):
        even = length * new / max(1, len(order))
        assert abs(sum(card in fresh for card in islice(order, length)) - even) <= 1


def test_new_cards_can_precede_or_follow_reviews() -> None:
    new, reviews = cards(2, prefix="new"), cards(2, prefix="review")
    candidates = [DeckCandidates(new_cards=new, reviews=ranked(reviews))]
    assert build_study_queue(
        candidates, DailyLimits(), new_review_order=NewReviewOrder.BEFORE_REVIEWS
    ).upcoming_cards == RemainingCards((*new, *reviews))
    assert build_study_queue(
        candidates, DailyLimits(), new_review_order=NewReviewOrder.AFTER_REVIEWS
    ).upcoming_cards == RemainingCards((*reviews, *new))


def test_candidates_are_consumed_lazily() -> None:
    many = iter(cards(1000))
    build_study_queue([DeckCandidates(new_cards=many)], DailyLimits(new_cards=3))
    assert len(list(many)) >= 996


def test_due_learning_card_comes_first() -> None:
    waiting, learning = CardId("d", "waiting", 1), CardId("d", "learning", 1)
    queue = StudyQueue((LearningCard(NOW, learning),), RemainingCards((waiting,)))
    assert queue.next_card(NOW) == learning
    assert queue.next_card(NOW - 1) == waiting


def test_learning_card_is_shown_early_within_learn_ahead_limit() -> None:
    learning = CardId("d", "learning", 1)
    queue = StudyQueue((LearningCard(NOW + 500, learning),), learn_ahead_ms=500)
    assert queue.next_card(NOW) == learning
    assert queue.next_card(NOW - 1) is None


def test_learning_cards_are_ordered_by_due_time() -> None:
    late, early = CardId("d", "late", 1), CardId("d", "early", 1)
    queue = StudyQueue().with_learning_card(late, NOW + 2).with_learning_card(early, NOW + 1)
    assert queue.learning_cards == ((NOW + 1, early), (NOW + 2, late))


def test_removing_card_buries_siblings_except_learning_cards() -> None:
    done, sibling, on_steps = (CardId("d", "n", ordinal) for ordinal in (1, 2, 3))
    others = (CardId("d", "m", 1), CardId("e", "n", 1))
    upcoming, new = RemainingCards((done, sibling, *others)), RemainingCards((sibling,))
    queue = StudyQueue((LearningCard(NOW, on_steps),), upcoming, new).without_card_and_siblings(done)
    assert queue.learning_cards == (LearningCard(NOW, on_steps),)
    assert (tuple(queue.upcoming_cards), tuple(queue.new_cards)) == (others, ())


def test_card_counts_total() -> None:
    assert CardCounts(1, 2, 3).total == 6


FIRST, SECOND, THIRD = cards(3)
QUEUE = StudyQueue(
    (LearningCard(NOW, CardId("d", "learning", 1)),),
    RemainingCards((FIRST, SECOND, THIRD)),
    RemainingCards((FIRST, THIRD)),
    500,
)


def test_cards_can_be_moved_to_the_front() -> None:
    learning = QUEUE.learning_cards[0].card_id
    moved = QUEUE.with_cards_first((THIRD, learning))
    assert tuple(moved.upcoming_cards) == (THIRD, learning, FIRST, SECOND)
    assert moved.learning_cards == ()
    assert moved._replace(learning_cards=QUEUE.learning_cards, upcoming_cards=QUEUE.upcoming_cards) == QUEUE


def test_card_can_be_moved_to_the_end() -> None:
    moved = QUEUE.with_card_last(FIRST)
    assert tuple(moved.upcoming_cards) == (SECOND, THIRD, FIRST)
    assert set(moved.new_cards) == set(QUEUE.new_cards)
    assert moved._replace(upcoming_cards=QUEUE.upcoming_cards, new_cards=QUEUE.new_cards) == QUEUE
    assert QUEUE.with_card_last(CardId("d", "other", 1)) == QUEUE
    assert QUEUE.with_card_last(QUEUE.learning_cards[0].card_id) == QUEUE


def test_earlier_queues_share_their_cards_whatever_was_moved() -> None:
    cards = [CardId("d", f"n{number}", 1) for number in range(3000)]
    tracemalloc.start()
    queue = StudyQueue(upcoming_cards=RemainingCards(cards), new_cards=RemainingCards(cards))
    size_of_one, _ = tracemalloc.get_traced_memory()
    earlier = []
    for number in range(0, 200, 2):
        queue = queue.with_card_last(cards[number]).with_cards_first(cards[number + 1000 : number + 1002])
        earlier.append(queue)
        queue = queue.without_card_and_siblings(cards[number + 1])
    size_of_all, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size_of_all < 2 * size_of_one
    assert [len(one.upcoming_cards) for one in earlier] == list(range(3000, 2900, -1))


def test_new_cards_can_be_limited_to_some() -> None:
    limited = QUEUE.with_new_cards_limited_to(frozenset((THIRD, SECOND)))
    assert (tuple(limited.upcoming_cards), tuple(limited.new_cards)) == ((SECOND, THIRD), (THIRD,))
    assert limited.learning_cards == QUEUE.learning_cards


def test_removed_learning_card_leaves_the_others() -> None:
    first, second = (LearningCard(NOW, CardId("d", name, 1)) for name in "ab")
    queue = StudyQueue((first, second), RemainingCards((FIRST,)))
    for removed, left in ((first, second), (second, first)):
        rest = queue.without_card_and_siblings(removed.card_id)
        assert (rest.learning_cards, tuple(rest.upcoming_cards)) == ((left,), (FIRST,))


def test_interday_learning_cards_come_between_reviews_and_count_for_their_limit() -> None:
    reviews, interday, new = cards(4, prefix="r"), cards(2, prefix="i"), cards(1, prefix="n")
    deck = DeckCandidates(
        reviews=ranked(reviews),
        interday_learning_cards=[LearningCard(at, card) for at, card in enumerate(interday)],
        new_cards=new,
    )
    queue = build_study_queue([deck], DailyLimits(new_cards=1, reviews=5))
    due = [card for card in queue.upcoming_cards if card not in new]
    assert due == [reviews[0], interday[0], reviews[1], interday[1], reviews[2]]
    assert queue.counts == CardCounts(new=1, learning=2, review=3)
    assert queue.next_card(NOW) == reviews[0]
    assert queue.without_card_and_siblings(interday[0]).counts == CardCounts(new=1, learning=1, review=3)
    limited = build_study_queue([deck._replace(reviews_done=4)], DailyLimits(new_cards=0, reviews=5))
    assert tuple(limited.upcoming_cards) == (interday[0],)
    assert tuple(build_study_queue([deck], DailyLimits(0, 0)).upcoming_cards) == ()
    together = build_study_queue([deck, DeckCandidates()], DailyLimits(0, 9, 0, 1))
    assert tuple(together.upcoming_cards) == (interday[0],)


def test_interday_learning_card_hides_siblings_but_is_not_hidden_by_them() -> None:
    sibling, learning = CardId("d", "n", 1), CardId("d", "n", 2)
    deck = DeckCandidates(
        reviews=ranked([sibling]),
        interday_learning_cards=[LearningCard(0, learning)],
        new_cards=[CardId("d", "n", 3)],
    )
    assert tuple(build_study_queue([deck], DailyLimits()).upcoming_cards) == (learning,)
    interday = RemainingCards((learning,))
    queue = StudyQueue((), RemainingCards((sibling, learning)), interday_learning_cards=interday)
    assert tuple(queue.without_card_and_siblings(sibling).upcoming_cards) == (learning,)


def test_new_card_counts_twice_in_the_estimated_ratings() -> None:
    assert CardCounts(new=3, learning=4, review=5).estimated_ratings == 15


def test_due_learning_card_is_preferred_to_learning_ahead() -> None:
    queue = StudyQueue((LearningCard(NOW + 1, SECOND),), RemainingCards((FIRST,)))
    assert queue.next_card(NOW) == FIRST
    assert queue._replace(upcoming_cards=RemainingCards()).next_card(NOW + 1 - 20 * 60_000) == SECOND
    assert queue._replace(upcoming_cards=RemainingCards()).next_card(NOW - 20 * 60_000) is None


def test_note_is_shown_once_over_all_kinds_of_cards() -> None:
    sibling = CardId("d", "n0", 2)
    learning = DeckCandidates(
        new_cards=[sibling], reviews=ranked([CardId("d", "n0", 3)]), learning_cards=[LearningCard(NOW, FIRST)]
    )
    assert build_study_queue([learning], DailyLimits()).counts == CardCounts(learning=1)
    review = DeckCandidates(new_cards=[sibling], reviews=ranked([FIRST]))
    assert tuple(build_study_queue([review], DailyLimits()).upcoming_cards) == (FIRST,)
    rated = DeckCandidates(new_cards=[sibling, SECOND], notes_rated_today=frozenset((FIRST.note_key,)))
    assert tuple(build_study_queue([rated], DailyLimits()).upcoming_cards) == (SECOND,)


def test_new_card_waits_for_its_prerequisites() -> None:
    unmet = {FIRST: (SECOND.note_key,), SECOND: (), THIRD: (SECOND.note_key,)}
    deck = DeckCandidates([FIRST, SECOND, THIRD], unmet_prerequisites=unmet.__getitem__)
    assert tuple(build_study_queue([deck], DailyLimits()).upcoming_cards) == (SECOND, THIRD)
    other = CardId("e", "x", 1)
    later = DeckCandidates([other], unmet_prerequisites=lambda card: (THIRD.note_key,))
    assert tuple(build_study_queue([deck, later], DailyLimits()).upcoming_cards) == (SECOND, THIRD, other)
    assert tuple(build_study_queue([later, deck], DailyLimits()).upcoming_cards) == (SECOND, THIRD)


def test_reviews_of_equal_rank_are_in_the_order_of_the_decks() -> None:
    first, second = CardId("z", "note", 1), CardId("a", "note", 1)
    decks = [DeckCandidates(reviews=[(1, first)]), DeckCandidates(reviews=[(1, second)])]
    assert tuple(build_study_queue(decks, DailyLimits()).upcoming_cards) == (first, second)
