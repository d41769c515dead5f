from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.cards.remaining_cards import RemainingCards

card_ids = st.builds(CardId, st.sampled_from(("d", "e")), st.sampled_from("abc"), st.integers(1, 3))
lists_of_cards = st.lists(card_ids, unique=True)


@given(lists_of_cards, st.lists(lists_of_cards))
def test_remaining_cards_are_those_that_were_not_removed(
    cards: list[CardId], removals: list[list[CardId]]
) -> None:
    remaining, expected = RemainingCards(cards), cards
    for removed in removals:
        before, expected_before = remaining, expected
        remaining = remaining.without(removed)
        expected = [card for card in expected if card not in removed]
        assert list(remaining) == expected
        assert len(remaining) == len(expected)
        for card in cards:
            assert (card in remaining) == (card in expected)
            assert remaining.cards_of_same_note(card) == [
                other for other in expected if other.note_key == card.note_key
            ]
        assert list(before) == expected_before


def test_cards_that_never_were_there_are_not_removed() -> None:
    cards = RemainingCards([CardId("d", "a", 1)])
    assert list(cards.without([CardId("d", "a", 2), CardId("e", "a", 1)])) == [CardId("d", "a", 1)]


@given(lists_of_cards, st.lists(st.tuples(st.sampled_from(("first", "last", "remove")), lists_of_cards)))
def test_moved_cards_come_before_or_after_the_others(
    cards: list[CardId], changes: list[tuple[str, list[CardId]]]
) -> None:
    remaining, expected = RemainingCards(cards), cards
    for change, changed in changes:
        before, expected_before = remaining, expected
        others = [card for card in expected if card not in changed]
        if change == "first":
            remaining, expected = remaining.with_first(changed), [*changed, *others]
        elif change == "last" and changed:
            remaining = remaining.with_last(changed[0])
            if changed[0] in expected:
                expected = [*(card for card in expected if card != changed[0]), changed[0]]
        else:
            remaining, expected = remaining.without(changed), others
        assert list(remaining) == expected
        assert len(remaining) == len(expected)
        for card in {*cards, *changed}:
            assert (card in remaining) == (card in expected)
            assert remaining.cards_of_same_note(card) == [
                other for other in expected if other.note_key == card.note_key
            ]
        assert list(before) == expected_before
