"""The varied order of new cards: decks in turn, and the kinds of cards in turn.

The deck with the fewest new cards today is next. Of the next cards in its file, it gives one of the kind that was
chosen least, and of those the first. A card waits until all prerequisites of its note are started.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import heappop, heappush
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
    started = set(started_notes)
    kind_counts: Counter[str] = Counter()
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
                source.handle_started(card.note_key)
            yield card

    within = list(choose(limit, lambda source: source.is_within_limit))
    return ChosenCards(within, list(choose(extra_count, lambda _: True)))


def choose_in_file_order(
    decks: Sequence[VariedDeck], limit: int, used_notes: set[str], started_notes: Collection[str] = ()
) -> list[CardId]:
    """Choose up to `limit` new cards within the limits of the decks, deck by deck. This is much faster than
    `choose_varied_cards`, for callers that need only their number."""
    started = set(started_notes)
    chosen: list[CardId] = []
    left_by_deck = [deck.limit for deck in decks]
    waiting_by_note: dict[str, list[tuple[int, CardId]]] = {}
    for index, deck in enumerate(decks):
        unread_cards = iter(deck.new_cards)
        while left_by_deck[index] > 0 and len(chosen) < limit:
            card = next(unread_cards, None)
            if card is None:
                break
            candidates = [(index, card)]
            while candidates and len(chosen) < limit:
                source, candidate = candidates.pop()
                note = candidate.note_key
                if note in used_notes or left_by_deck[source] <= 0:
                    continue
                missing_note = _missing_prerequisite(decks[source], candidate, started)
                if missing_note is not None:
                    waiting_by_note.setdefault(missing_note, []).append((source, candidate))
                    continue
                chosen.append(candidate)
                left_by_deck[source] -= 1
                used_notes.add(note)
                started.add(note)
                candidates += waiting_by_note.pop(note, ())
    return chosen


def _missing_prerequisite(deck: VariedDeck, card: CardId, started_notes: Collection[str]) -> str | None:
    unmet = deck.unmet_prerequisites(card) if deck.unmet_prerequisites else ()
    return next((key for key in unmet if key not in started_notes), None)


class _Item(NamedTuple):
    """A new card, and its position among the new cards of its deck."""

    position: int
    card: CardId


class _DeckSource:
    """The new cards of a deck that were read but not chosen yet."""

    def __init__(
        self, deck: VariedDeck, kind_counts: Counter[str], used_notes: set[str], started_notes: set[str]
    ) -> None:
        self._deck, self._kind_counts = deck, kind_counts
        self._used_notes, self._started_notes = used_notes, started_notes
        self._unread_cards = enumerate(deck.new_cards)
        self._queue_by_kind: dict[str, list[_Item]] = {}
        self._queued_count_by_note: Counter[str] = Counter()
        self._queued_count = 0
        self._read_notes: set[tuple[str, str]] = set()
        self._waiting_cards_by_note: dict[str, list[_Item]] = {}
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
        """Return the next card of this deck, or None if no remaining card can be started."""
        while True:
            self._read_ahead()
            kind = self._next_kind()
            if kind is None:
                return None
            item = heappop(self._queue_by_kind[kind])
            self._queued_count_by_note[item.card.note_key] -= 1
            self._queued_count -= 1
            missing_note = _missing_prerequisite(self._deck, item.card, self._started_notes)
            if missing_note is None:
                self._kind_counts[kind] += 1
                self._taken_count += 1
                return item.card
            self._waiting_cards_by_note.setdefault(missing_note, []).append(item)

    def handle_started(self, note_key: str) -> None:
        """Drop the other cards of this note, which was started, and reconsider the cards that wait for it."""
        self._queued_count -= self._queued_count_by_note.pop(note_key, 0)
        for item in self._waiting_cards_by_note.pop(note_key, ()):
            self._queue(item)

    def _next_kind(self) -> str | None:
        """Return the kind of the next card: the one that was chosen least, then the one that comes first."""
        choices = []
        for kind, queue in self._queue_by_kind.items():
            while queue and queue[0].card.note_key in self._used_notes:
                heappop(queue)
            if queue:
                choices.append((self._kind_counts[kind], queue[0].position, kind))
        return min(choices)[2] if choices else None

    def _queue(self, item: _Item) -> None:
        if item.card.note_key not in self._used_notes:
            heappush(self._queue_by_kind.setdefault(self._deck.kind_of(item.card), []), item)
            self._queued_count_by_note[item.card.note_key] += 1
            self._queued_count += 1

    def _read_ahead(self) -> None:
        while (
            self._queued_count < self._cards_ahead and (entry := next(self._unread_cards, None)) is not None
        ):
            item = _Item(*entry)
            note_and_kind = item.card.note_key, self._deck.kind_of(item.card)
            if note_and_kind not in self._read_notes:
                self._read_notes.add(note_and_kind)  # of each kind, one card of a note is enough
                self._queue(item)
