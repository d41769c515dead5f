"""The varied order of new cards: decks in turn, and the kinds of cards in turn.

The deck with the fewest new cards today is next. Of the next cards in its file, it gives one of the kind that was
chosen least, and of those the first. A card waits until all prerequisites of its note are started.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId

_CARDS_AHEAD = 30
"""How many of the next cards in a deck file compete. More cards vary more, but leave the order of the file."""


class VariedDeck(NamedTuple):
    """The new cards of a deck in the order of its file, read lazily. `kind_of` tells what kind a card that was read is.

    `limit` is how many may be introduced today, `done_today` how many already were. `unmet_prerequisites` returns the
    notes to start before a card.
    """

    new_cards: Iterable[CardId]
    kind_of: Callable[[CardId], str]
    limit: int
    done_today: int = 0
    unmet_prerequisites: Callable[[CardId], Collection[str]] | None = None


def single_kind(_card: CardId) -> str:
    """Treat all cards as one kind. A deck with this `kind_of` keeps the order of its file."""
    return ""


class ChosenCards(NamedTuple):
    """New cards in the order in which they are introduced: those within the limits, and those beyond."""

    within_limits: list[CardId]
    beyond_limits: list[CardId]


def choose_varied_cards(
    decks: Sequence[VariedDeck],
    limit: int,
    extra_count: int,
    used_notes: set[str],
    started_notes: Collection[str] = (),
) -> ChosenCards:
    """Choose up to `limit` new cards within the limits of the decks, then up to `extra_count` beyond them.

    Notes in `used_notes` are skipped; the notes of the chosen cards are added to it. Prerequisites in `started_notes`
    count as started.
    """
    kind_counts: Counter[str] = Counter()
    started = set(started_notes)
    sources = [_DeckSource(deck, kind_counts, used_notes, started) for deck in decks]

    def choose(count: int, is_allowed: Callable[[_DeckSource], bool]) -> Iterator[CardId]:
        for _ in range(count):
            turns = sorted(filter(is_allowed, sources), key=lambda source: source.today_count)
            card = next(filter(None, (source.take_card() for source in turns)), None)
            if card is None:
                return
            used_notes.add(card.note_key)
            started.add(card.note_key)
            for source in sources:
                source.release_cards_waiting_for(card.note_key)
            yield card

    within = list(choose(limit, lambda source: source.is_within_limit))
    return ChosenCards(within, list(choose(extra_count, lambda _: True)))


class _DeckSource:
    """The new cards of a deck that were read but not chosen yet."""

    def __init__(
        self, deck: VariedDeck, kind_counts: Counter[str], used_notes: set[str], started_notes: set[str]
    ) -> None:
        self._deck, self._kind_counts = deck, kind_counts
        self._used_notes, self._started_notes = used_notes, started_notes
        self._unread_cards = enumerate(deck.new_cards)
        self._next_cards: list[tuple[int, CardId]] = []
        self._read_notes: set[tuple[str, str]] = set()
        self._waiting_cards_by_note: dict[str, list[tuple[int, CardId]]] = {}
        self._taken_count = 0
        self._cards_ahead = 1 if deck.kind_of is single_kind else _CARDS_AHEAD

    @property
    def today_count(self) -> int:
        """The number of new cards of this deck today, including those chosen."""
        return self._deck.done_today + self._taken_count

    @property
    def is_within_limit(self) -> bool:
        """Whether the deck may introduce another card."""
        return self._taken_count < self._deck.limit

    def take_card(self) -> CardId | None:
        """Return the next card of this deck; None if no card is left that can be started."""
        while True:
            self._read_ahead()
            if not self._next_cards:
                return None
            item = min(
                self._next_cards, key=lambda item: (self._kind_counts[self._deck.kind_of(item[1])], item[0])
            )
            self._next_cards.remove(item)
            missing_note = self._missing_prerequisite(item[1])
            if missing_note is None:
                self._kind_counts[self._deck.kind_of(item[1])] += 1
                self._taken_count += 1
                return item[1]
            self._waiting_cards_by_note.setdefault(missing_note, []).append(item)

    def release_cards_waiting_for(self, note_key: str) -> None:
        """Reconsider the cards that wait for this note, which was started."""
        self._next_cards += self._waiting_cards_by_note.pop(note_key, ())

    def _read_ahead(self) -> None:
        self._next_cards = [item for item in self._next_cards if item[1].note_key not in self._used_notes]
        while (
            len(self._next_cards) < self._cards_ahead and (item := next(self._unread_cards, None)) is not None
        ):
            card = item[1]
            note_and_kind = card.note_key, self._deck.kind_of(card)
            if card.note_key not in self._used_notes and note_and_kind not in self._read_notes:
                self._read_notes.add(note_and_kind)  # of each kind, one card of a note is enough
                self._next_cards.append(item)

    def _missing_prerequisite(self, card: CardId) -> str | None:
        unmet = self._deck.unmet_prerequisites(card) if self._deck.unmet_prerequisites else ()
        return next((key for key in unmet if key not in self._started_notes), None)
