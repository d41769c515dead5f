"""The list of cards behaves like a list of the same ids."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.store.search.card_list import CardColumns, CardList

CARDS = st.lists(
    st.builds(CardId, st.sampled_from("de"), st.sampled_from("no"), st.integers(1, 3)), unique=True
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[CardId], CardList]:
    """Some of the cards in columns, as a list and as a `CardList`."""
    cards = draw(CARDS)
    note_keys = [card.note_key for card in cards]
    columns = CardColumns(
        [card.deck_id for card in cards],
        [card.note_id for card in cards],
        array("q", [card.ordinal for card in cards]),
        array("q", map(note_keys.index, note_keys)),
    )
    positions = [position for position in range(len(cards)) if draw(st.booleans())]
    return [cards[position] for position in positions], CardList(columns, positions)


@given(lists(), st.slices(12), st.integers(-3, 12))
def test_has_the_cards(both: tuple[list[CardId], CardList], part: slice, index: int) -> None:
    cards, card_list = both
    assert (list(card_list), len(card_list), card_list[part]) == (cards, len(cards), cards[part])
    if -len(cards) <= index < len(cards):
        assert card_list[index] == cards[index]
    else:
        with pytest.raises(IndexError):
            card_list[index]


@given(lists(), CARDS, st.integers(0, 4), st.none() | st.integers(0, 4))
def test_finds_cards(
    both: tuple[list[CardId], CardList], wanted: list[CardId], start: int, stop: int | None
) -> None:
    cards, card_list = both
    for card in wanted:
        assert (card in card_list) == (card in cards)
        if card in cards[start:stop]:
            assert card_list.index(card, start, stop) == cards.index(card)
        else:
            with pytest.raises(ValueError, match="not in the list"):
                card_list.index(card, start, stop)


@given(lists())
def test_first_cards_of_notes(both: tuple[list[CardId], CardList]) -> None:
    cards, card_list = both
    first_by_note = {card.note_key: card for card in reversed(cards)}
    assert list(card_list.first_of_notes()) == [
        card for card in cards if first_by_note[card.note_key] == card
    ]
