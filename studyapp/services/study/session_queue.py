"""The queue of a session, rebuilt when the day, the options or the collection may have changed."""

from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.schedule import LearningPhase, RelearningPhase
from studyapp.core.study.study_queue import CardCounts, StudyQueue
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_recorder import RecordedRating
from studyapp.services.workload.today_plan import TodayPlan
from studyapp.store.collection import Collection

_MAX_QUEUES_BEFORE = 100
"""How many ratings can be undone without rebuilding the queue."""

QueueBuilder = Callable[[int, int, CardLanguages], StudyQueue]
"""Builds the queue of a study day, given the day, the number of new cards beyond the limits, and the languages."""


PlanLoader = Callable[[int, CardLanguages], TodayPlan | None]
"""Loads the plan of a study day; None if there is none."""


class SessionQueue:
    """The current queue of a session, built by `build_queue` and restricted to the plan that `load_plan` returns."""

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        default_languages: CardLanguages,
        build_queue: QueueBuilder,
        load_plan: PlanLoader = lambda _day, _languages: None,
    ) -> None:
        self._collection, self._clock, self._default_languages = collection, clock, default_languages
        self._queue_builder, self._load_plan = build_queue, load_plan
        self._extra_new_limit = 0
        self._extra_new_cards: frozenset[CardId] = frozenset()
        self._may_have_unblocked_cards = False  # a rating may have met prerequisites
        # The cards that were rated last, each with the queue and the plan before that.
        self._rated: deque[tuple[CardId, StudyQueue, TodayPlan | None]] = deque(maxlen=_MAX_QUEUES_BEFORE)
        self.rebuild()

    def rebuild(self) -> None:
        """Rebuild the queue from the current contents of the collection."""
        self.day = self._clock.today()
        self._may_have_unblocked_cards = False
        self._rated.clear()
        self._seen_writes = self._collection.external_write_version()
        self.queue = self._build_queue(0)
        if self._extra_new_cards:  # those still new are added to the cards within the limits
            self.queue = self._build_queue(self._extra_new_limit).with_new_cards_limited_to(
                self._extra_new_cards.union(self.queue.new_cards)
            )
        self._plan = self._load_plan(self.day, self._default_languages)
        self._keep_to_plan()

    @property
    def counts(self) -> CardCounts:
        """The numbers of cards left, by kind."""
        return self.queue.counts

    def refresh(self) -> None:
        """Rebuild the queue after options or deck files were changed."""
        self.rebuild()

    def set_default_languages(self, languages: CardLanguages) -> None:
        """Rebuild the queue for these languages."""
        self._default_languages = languages
        self.rebuild()

    def rebuild_if_stale(self) -> None:
        """Rebuild the queue if a new day has started or another program has written to the collection."""
        if self._clock.today() != self.day:
            self._extra_new_cards = frozenset()
            self.rebuild()
        elif self._collection.external_write_version() != self._seen_writes:
            self.rebuild()

    def next_card(self) -> CardId | None:
        """Return the card to show now; None if none is left for now.

        Before returning None, rebuilds the queue once if ratings may have made more new cards available.
        """
        card = self.queue.next_card(self._clock.now())
        if card is None and self._may_have_unblocked_cards:
            self.rebuild()
            card = self.queue.next_card(self._clock.now())
        return card

    def count_new_beyond_limits(self, limit: int) -> int:
        """Return the number of new cards available beyond today's limits, at most `limit`."""
        return min(limit, self._build_queue(limit).counts.new)

    def cards_beyond_plan(self) -> tuple[CardId, ...]:
        """Return the due cards that wait for another day because they exceed the plan of today."""
        if self._plan is None:
            return ()
        queue, planned = self._build_queue(0), self.queue.upcoming_cards
        return tuple(
            card for card in queue.upcoming_cards if card not in queue.new_cards and card not in planned
        )

    def add_new_beyond_limits(self, limit: int) -> None:
        """Add up to `limit` new cards beyond today's limits, for the rest of the day."""
        self._extra_new_limit = limit
        others = (card for card in self._build_queue(limit).new_cards if card not in self.queue.new_cards)
        self._extra_new_cards = frozenset({*self.queue.new_cards, *islice(others, limit)})
        self.rebuild()

    def apply_rating(self, recorded: RecordedRating) -> None:
        """Update the queue after a rating; a learning card that is due again today is queued again."""
        self._may_have_unblocked_cards = True
        self._rated.append((recorded.card, self.queue, self._plan))
        if self._plan is not None:
            self._plan = self._plan.after_rating(recorded.card, self.queue, recorded.duration_ms)
        self.queue = self.queue.without_card_and_siblings(recorded.card)
        schedule = recorded.schedule
        if (
            isinstance(schedule.phase, LearningPhase | RelearningPhase)
            and not schedule.is_suspended
            and schedule.phase.due_at < self._clock.study_day(self.day).ends_at
        ):
            self.queue = self.queue.with_learning_card(recorded.card, schedule.phase.due_at)
        self._keep_to_plan()

    def restore_after_undo(self, undone: Entry) -> None:
        """Return to the queue before a rating that was undone, or rebuild the queue if that is not known."""
        last_rated, queue_before, plan_before = (
            self._rated.pop() if self._rated else (None, self.queue, self._plan)
        )
        if undone.kind is EntryKind.REVIEW and undone.card_id == last_rated:
            self.queue, self._plan = queue_before, plan_before
            self.rebuild_if_stale()
        else:
            self.rebuild()

    def remove(self, card: CardId) -> None:
        """Remove a card and its upcoming siblings."""
        self.queue = self.queue.without_card_and_siblings(card)

    def move_to_front(self, cards: Sequence[CardId]) -> None:
        """Move these cards to the front."""
        self.queue = self.queue.with_cards_first(cards)

    def move_to_end(self, card: CardId) -> None:
        """Move this card to the end."""
        self.queue = self.queue.with_card_last(card)

    def _keep_to_plan(self) -> None:
        if self._plan is not None:
            self.queue = self._plan.restrict(self.queue, self._extra_new_cards)

    def _build_queue(self, extra_new: int) -> StudyQueue:
        return self._queue_builder(self.day, extra_new, self._default_languages)
