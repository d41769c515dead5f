from collections import Counter
from dataclasses import dataclass
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.study_options import Mixing
from studyapp.core.study.study_queue import Candidates, Counts, Limits, Queue, build, mixed

NOW = 1_000_000_000


def cards(count: int, deck: str = "d", prefix: str = "n", ordinal: int = 1) -> list[CardId]:
    return [CardId(deck, f"{prefix}{number}", ordinal) for number in range(count)]


def ranked(found: list[CardId]) -> list[tuple[float, CardId]]:
    return [(float(rank), card) for rank, card in enumerate(found)]


card_ids = st.builds(
    CardId, st.sampled_from(("d", "e")), st.sampled_from([f"n{n}" for n in range(9)]), st.integers(1, 3)
)


@dataclass(frozen=True)
class Plan:
    """What one deck offers, each card in one role only, as the store hands it out."""

    candidates: Candidates
    limits: Limits


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    found = draw(st.lists(card_ids.filter(lambda card: card.deck == "d"), unique=True))
    first, second = sorted((draw(st.integers(0, len(found))), draw(st.integers(0, len(found)))))
    moments = draw(st.lists(st.integers(0, 100), min_size=first, max_size=first))
    return Plan(
        Candidates(
            new=found[second:],
            reviews=ranked(found[first:second]),
            learning=list(zip(moments, found[:first], strict=True)),
            done_new=draw(st.integers(0, 4)),
            done_reviews=draw(st.integers(0, 4)),
            seen_notes=frozenset(card.note_key for card in draw(st.lists(card_ids, max_size=3))),
        ),
        Limits(draw(st.integers(0, 6)), draw(st.integers(0, 6))),
    )


@given(plans())
def test_a_queue_keeps_limits_and_siblings_apart_and_asks_no_card_twice(plan: Plan) -> None:
    offered, queue = plan.candidates, build([plan.candidates], plan.limits)
    asked = [card for _, card in queue.learning] + list(queue.waiting)
    assert max(Counter(asked).values(), default=1) == 1
    assert len(queue.new) <= max(0, plan.limits.new - offered.done_new)
    assert len(queue.waiting) - len(queue.new) <= max(0, plan.limits.reviews - offered.done_reviews)
    on_steps = {card.note_key for _, card in queue.learning}
    notes = Counter(card.note_key for card in queue.waiting)
    assert max(notes.values(), default=1) == 1
    assert not notes.keys() & (on_steps | offered.seen_notes)
    assert [moment for moment, _ in queue.learning] == sorted(moment for moment, _ in offered.learning)


@given(plans())
def test_cards_keep_the_order_in_which_they_are_offered(plan: Plan) -> None:
    offered, queue = plan.candidates, build([plan.candidates], plan.limits)
    assert queue == build([plan.candidates], plan.limits)
    for wanted, kept in (
        ([card for _, card in offered.reviews], [card for card in queue.waiting if card not in queue.new]),
        (list(offered.new), [card for card in queue.waiting if card in queue.new]),
    ):
        assert kept == sorted(kept, key=wanted.index)


@given(plans())
def test_no_card_is_left_out_without_a_reason(plan: Plan) -> None:
    offered, queue = plan.candidates, build([plan.candidates], plan.limits)
    spoken_for = {card.note_key for _, card in queue.learning} | {card.note_key for card in queue.waiting}
    left = [card for _, card in offered.reviews if card.note_key not in spoken_for | offered.seen_notes]
    if left:
        assert len(queue.waiting) - len(queue.new) == max(0, plan.limits.reviews - offered.done_reviews)


@given(plans(), st.lists(st.sampled_from(("good", "again")), max_size=60))
def test_a_session_ends_and_its_counts_only_fall_with_cards_done(plan: Plan, ratings: list[str]) -> None:
    queue, now, again = build([plan.candidates], plan.limits), 200, iter(ratings)
    asked: Counter[CardId] = Counter()
    while (card := queue.next(now)) is not None:
        before = queue.counts.total
        queue = queue.without(card)
        asked[card] += 1
        assert queue.counts.total == before - 1
        if next(again, "good") == "again":
            queue = queue.with_learning(card, now + 60_000)
        now += 10_000
    assert queue.counts == Counts()
    assert sum(asked.values()) <= len(asked) + len(ratings)


@given(st.integers(0, 30), st.integers(0, 30))
def test_new_cards_are_spread_evenly(new: int, reviews: int) -> None:
    fresh = cards(new, prefix="new")
    order = mixed(fresh, cards(reviews, prefix="review"), Mixing.AMONG)
    assert len(order) == new + reviews
    for length in range(len(order) + 1):
        even = length * new / max(1, len(order))
        assert abs(sum(card in fresh for card in islice(order, length)) - even) <= 1


def test_new_cards_may_come_before_the_others_or_after_them() -> None:
    new, reviews = cards(2, prefix="new"), cards(2, prefix="review")
    candidates = [Candidates(new=new, reviews=ranked(reviews))]
    assert build(candidates, Limits(), mixing=Mixing.BEFORE).waiting == (*new, *reviews)
    assert build(candidates, Limits(), mixing=Mixing.AFTER).waiting == (*reviews, *new)


def test_each_deck_has_its_own_limits() -> None:
    queue = build([Candidates(new=cards(5, "d")), Candidates(new=cards(5, "e"))], Limits(new=2))
    assert Counter(card.deck for card in queue.waiting) == {"d": 2, "e": 2}
    assert queue.counts == Counts(new=4)


def test_candidates_are_read_only_as_far_as_needed() -> None:
    many = iter(cards(1000))
    build([Candidates(new=many)], Limits(new=3))
    assert len(list(many)) >= 996


def test_a_learning_card_comes_first_once_its_moment_has_come() -> None:
    waiting, learning = CardId("d", "waiting", 1), CardId("d", "learning", 1)
    queue = Queue(((NOW, learning),), (waiting,))
    assert queue.next(NOW) == learning
    assert queue.next(NOW - 1) == waiting


def test_with_nothing_else_to_do_a_learning_card_comes_early_but_not_too_early() -> None:
    learning = CardId("d", "learning", 1)
    queue = Queue(((NOW + 500, learning),), learn_ahead=500)
    assert queue.next(NOW) == learning
    assert queue.next(NOW - 1) is None


def test_learning_cards_come_in_the_order_of_their_moments() -> None:
    late, early = CardId("d", "late", 1), CardId("d", "early", 1)
    queue = Queue().with_learning(late, NOW + 2).with_learning(early, NOW + 1)
    assert queue.learning == ((NOW + 1, early), (NOW + 2, late))


def test_siblings_of_a_card_just_done_are_put_off_but_not_those_on_their_steps() -> None:
    done, sibling, on_steps = (CardId("d", "n", ordinal) for ordinal in (1, 2, 3))
    others = (CardId("d", "m", 1), CardId("e", "n", 1))
    queue = Queue(((NOW, on_steps),), (done, sibling, *others), frozenset((sibling,))).without(done)
    assert queue == Queue(((NOW, on_steps),), others)


def test_counts_add_up() -> None:
    assert Counts(1, 2, 3).total == 6


def test_several_decks_at_once_keep_to_the_limits_of_all() -> None:
    decks = [
        Candidates(new=cards(5, "d"), done_new=1),
        Candidates(new=cards(5, "e"), reviews=ranked(cards(4, "f"))),
        Candidates(reviews=ranked(cards(4, "g")), done_reviews=2),
    ]
    counts = build(decks, Limits(new=4, reviews=9, new_over_all=6, reviews_over_all=7)).counts
    assert counts == Counts(new=5, due=5)
    assert build(decks[:1], Limits(new=4, new_over_all=1)).counts == Counts(new=3)


def test_over_several_decks_the_lower_rank_goes_first_within_each_decks_limit() -> None:
    first, second = cards(3, "d"), cards(3, "e")
    decks = [
        Candidates(reviews=[(1, first[0]), (4, first[1]), (6, first[2])], limits=Limits(reviews=2)),
        Candidates(reviews=[(2, second[0]), (3, second[1]), (5, second[2])]),
    ]
    assert build(decks, Limits()).waiting == (first[0], second[0], second[1], first[1], second[2])
    assert build(decks, Limits(reviews_over_all=3)).waiting == (first[0], second[0], second[1])


def test_more_new_cards_are_so_many_over_all_decks() -> None:
    decks = [Candidates(new=cards(9, name), limits=Limits(new=0)) for name in "abc"]
    assert build(decks, Limits(new_over_all=99), more_new=5).counts.new == 5
    assert build(decks[:1], Limits(), more_new=5).counts.new == 5
    within = [Candidates(new=cards(9, name), limits=Limits(new=2)) for name in "abc"]
    assert build(within, Limits(new_over_all=5), more_new=2).counts.new == 7
