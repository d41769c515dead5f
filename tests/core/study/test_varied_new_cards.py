from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.varied_new_cards import (
    VariedDeck,
    choose_in_file_order,
    choose_varied_cards,
    single_kind,
)
from tests.core.study.queue_cards import cards

Requirements = Mapping[str, frozenset[str]]


@st.composite
def decks_with_requirements(draw: st.DrawFn) -> tuple[list[VariedDeck], Requirements]:
    """Decks whose notes have cards of several kinds, and require some of the notes drawn before them."""
    deck_notes = [
        [f"d{deck}/n{note}" for note in range(draw(st.integers(0, 12)))]
        for deck in range(draw(st.integers(1, 4)))
    ]
    notes = draw(st.permutations([note for deck in deck_notes for note in deck]))
    requirements = {
        note: frozenset(draw(st.sets(st.sampled_from(notes[:index]), max_size=3))) if index else frozenset()
        for index, note in enumerate(notes)
    }
    decks = []
    for deck, found in enumerate(deck_notes):
        kind_by_card = {
            CardId(f"d{deck}", note.partition("/")[2], ordinal): draw(st.sampled_from("xyz"))
            for note in found
            for ordinal in range(1, draw(st.integers(1, 3)) + 1)
        }
        decks.append(
            VariedDeck(
                iter(list(kind_by_card)),
                kind_by_card.__getitem__,
                draw(st.integers(0, 8)),
                draw(st.integers(0, 5)),
                lambda card: requirements[card.note_key],
            )
        )
    return decks, requirements


@given(decks_with_requirements())
def test_every_note_is_introduced_once_and_after_its_prerequisites(
    plan: tuple[list[VariedDeck], Requirements],
) -> None:
    decks, requirements = plan
    chosen = choose_varied_cards([deck._replace(limit=100) for deck in decks], 1000, 0, set()).within_limits
    order = [card.note_key for card in chosen]
    assert sorted(order) == sorted(requirements)
    for index, note in enumerate(order):
        assert requirements[note] <= set(order[:index])


@given(decks_with_requirements(), st.integers(0, 20), st.integers(0, 10))
def test_limits_are_kept_and_only_extra_cards_exceed_them(
    plan: tuple[list[VariedDeck], Requirements], limit: int, extra: int
) -> None:
    decks, _ = plan
    used_notes: set[str] = set()
    chosen = choose_varied_cards(decks, limit, extra, used_notes)
    within, beyond = chosen
    assert len(within) <= limit
    assert len(beyond) <= extra
    for number, deck in enumerate(decks):
        assert sum(card.deck_id == f"d{number}" for card in within) <= deck.limit
    notes = [card.note_key for card in (*within, *beyond)]
    assert len(notes) == len(set(notes))
    assert used_notes == set(notes)


@given(decks_with_requirements(), st.integers(0, 40))
def test_file_order_gives_as_many_cards_as_varied_order(
    plan: tuple[list[VariedDeck], Requirements], limit: int
) -> None:
    decks, requirements = plan
    ample_decks = [deck._replace(new_cards=list(deck.new_cards), limit=100) for deck in decks]
    chosen = choose_in_file_order(ample_decks, limit, set())
    assert len(chosen) == len(choose_varied_cards(ample_decks, limit, 0, set()).within_limits)
    order = [card.note_key for card in chosen]
    assert len(set(order)) == len(order)
    for index, note in enumerate(order):
        assert requirements[note] <= set(order[:index])


@given(decks_with_requirements(), st.integers(0, 20))
def test_file_order_keeps_the_limit_of_a_deck(
    plan: tuple[list[VariedDeck], Requirements], limit: int
) -> None:
    deck = plan[0][0]._replace(new_cards=list(plan[0][0].new_cards))
    chosen = choose_in_file_order([deck], limit, set())
    assert len(chosen) == len(choose_varied_cards([deck], limit, 0, set()).within_limits)


def kinds_by_letter(card: CardId) -> str:
    return card.note_id[0]


def test_decks_take_turns_and_the_one_with_fewer_cards_today_is_next() -> None:
    decks = [
        VariedDeck(cards(5, deck), single_kind, 9, done) for deck, done in (("a", 2), ("b", 0), ("c", 0))
    ]
    chosen = choose_varied_cards(decks, 8, 0, set()).within_limits
    assert [card.deck_id for card in chosen] == ["b", "c", "b", "c", "a", "b", "c", "a"]


def test_kinds_take_turns_within_a_deck_in_the_order_of_the_file() -> None:
    found = [*cards(4, prefix="x"), *cards(2, prefix="y"), *cards(1, prefix="z")]
    chosen = choose_varied_cards([VariedDeck(found, kinds_by_letter, 9)], 9, 0, set()).within_limits
    assert [card.note_id for card in chosen] == ["x0", "y0", "z0", "x1", "y1", "x2", "x3"]


def test_notes_of_today_are_skipped_and_started_notes_count_as_started() -> None:
    found = cards(3)
    deck = VariedDeck(found, single_kind, 9, 0, lambda _: ("d/other",))
    assert choose_varied_cards([deck], 9, 0, set()).within_limits == []
    chosen = choose_varied_cards([deck._replace(new_cards=found)], 9, 0, {"d/n1"}, {"d/other"})
    assert [card.note_id for card in chosen.within_limits] == ["n0", "n2"]


def test_cards_are_read_lazily() -> None:
    unread = iter(cards(1000))
    deck = VariedDeck(unread, single_kind, 5)
    assert choose_varied_cards([deck], 3, 0, set()).within_limits == cards(3)
    assert next(unread) == cards(4)[3]
