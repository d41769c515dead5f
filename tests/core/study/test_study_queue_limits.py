"""Daily limits of one deck and of all decks."""

from collections import Counter

from studyapp.core.cards.remaining_cards import RemainingCards
from studyapp.core.study.study_queue import (
    CardCounts,
    DailyLimits,
    DeckCandidates,
    build_study_queue,
)
from tests.core.study.queue_cards import cards, ranked

NOW = 1_000_000_000


def test_limits_apply_per_deck() -> None:
    queue = build_study_queue(
        [DeckCandidates(new_cards=cards(5, "d")), DeckCandidates(new_cards=cards(5, "e"))],
        DailyLimits(new_cards=2),
    )
    assert Counter(card.deck_id for card in queue.upcoming_cards) == {"d": 2, "e": 2}
    assert queue.counts == CardCounts(new=4)


def test_global_limits_apply_across_decks() -> None:
    decks = [
        DeckCandidates(new_cards=cards(5, "d"), new_cards_done=1),
        DeckCandidates(new_cards=cards(5, "e"), reviews=ranked(cards(4, "f"))),
        DeckCandidates(reviews=ranked(cards(4, "g")), reviews_done=2),
    ]
    counts = build_study_queue(
        decks, DailyLimits(new_cards=4, reviews=9, new_cards_all_decks=6, reviews_all_decks=7)
    ).counts
    assert counts == CardCounts(new=5, review=5)
    assert build_study_queue(decks[:1], DailyLimits(new_cards=4, new_cards_all_decks=1)).counts == CardCounts(
        new=3
    )


def test_lower_rank_goes_first_across_decks_within_deck_limits() -> None:
    first, second = cards(3, "d"), cards(3, "e")
    decks = [
        DeckCandidates(reviews=[(1, first[0]), (4, first[1]), (6, first[2])], limits=DailyLimits(reviews=2)),
        DeckCandidates(reviews=[(2, second[0]), (3, second[1]), (5, second[2])]),
    ]
    assert build_study_queue(decks, DailyLimits()).upcoming_cards == RemainingCards(
        (
            first[0],
            second[0],
            second[1],
            first[1],
            second[2],
        )
    )
    assert build_study_queue(decks, DailyLimits(reviews_all_decks=3)).upcoming_cards == RemainingCards(
        (
            first[0],
            second[0],
            second[1],
        )
    )


def test_extra_new_cards_count_across_decks() -> None:
    decks = [DeckCandidates(new_cards=cards(9, name), limits=DailyLimits(new_cards=0)) for name in "abc"]
    assert build_study_queue(decks, DailyLimits(new_cards_all_decks=99), extra_new_cards=5).counts.new == 5
    assert build_study_queue(decks[:1], DailyLimits(), extra_new_cards=5).counts.new == 5
    within = [DeckCandidates(new_cards=cards(9, name), limits=DailyLimits(new_cards=2)) for name in "abc"]
    assert build_study_queue(within, DailyLimits(new_cards_all_decks=5), extra_new_cards=2).counts.new == 7


def test_limits_that_are_exceeded_already_do_not_allow_more() -> None:
    deck = DeckCandidates(cards(5), ranked(cards(5, prefix="r")), new_cards_done=9, reviews_done=9)
    assert build_study_queue([deck], DailyLimits(3, 3)).counts == CardCounts()
    assert build_study_queue([deck], DailyLimits(3, 3), extra_new_cards=2).counts == CardCounts(new=2)
    decks = [deck, DeckCandidates(cards(5, "e"), ranked(cards(5, "e", "r")))]
    assert build_study_queue(decks, DailyLimits(99, 99, 3, 3)).counts == CardCounts()
    assert build_study_queue(decks, DailyLimits(99, 99, 10, 11)).counts == CardCounts(new=1, review=2)


def test_single_deck_has_its_own_limits_only() -> None:
    deck = DeckCandidates(cards(9), ranked(cards(9, prefix="r")), limits=DailyLimits(2, 3, 1, 1))
    assert build_study_queue([deck], DailyLimits(8, 8, 1, 1)).counts == CardCounts(new=2, review=3)
    assert build_study_queue([deck._replace(limits=None)], DailyLimits(4, 5, 1, 1)).counts == CardCounts(
        new=4, review=5
    )


def test_cards_done_today_count_for_their_deck() -> None:
    decks = [
        DeckCandidates(cards(9), ranked(cards(9, prefix="r")), new_cards_done=2, reviews_done=1),
        DeckCandidates(cards(9, "e"), ranked(cards(9, "e", "r"))),
    ]
    assert build_study_queue(decks, DailyLimits(3, 4, 99, 99)).counts == CardCounts(new=4, review=7)
