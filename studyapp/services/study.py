"""A study session: what to ask, and what becomes of the rating."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from studyapp.core.card import Card, cards_of, is_asked_in
from studyapp.core.card_id import CardId
from studyapp.core.face import Face, Response, face_of
from studyapp.core.intervals import Due, Steps
from studyapp.core.journal import Confidence, Entry, EntryKind, Rating
from studyapp.core.queue import Limits, Queue
from studyapp.core.schedule import Learning, Relearning, Schedule, makes_a_leech
from studyapp.core.scheduler import Scheduler
from studyapp.core.selection import Selection
from studyapp.core.study_options import StudyOptions, Switch, TypedAnswers
from studyapp.core.text import LanguageChoice
from studyapp.services.asking import card_of, required_cards
from studyapp.services.card_info import CardInfo, card_info
from studyapp.services.choosing import study_options
from studyapp.services.clock import Clock
from studyapp.services.prospects import prospects
from studyapp.services.recording import Deed, Outdated, record, record_together, redo_newest, undo_newest
from studyapp.services.remaining import Remaining
from studyapp.services.session import Finished, Prompt, Rated, Tally
from studyapp.services.today import next_in, todays_queue
from studyapp.store import entries, schedules
from studyapp.store.collection import Collection

HANDFUL = 10
"""New cards that a learner who has done all may have on top."""


class Study:
    """One session over some decks. It keeps the queue and the card on screen; all else is in the store.

    Call `next`, show the prompt, `reveal`, then `rate`. Methods that write raise StoreError when the disk
    fails: the card then stays, unrated, and nothing is lost.
    """

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        decks: Sequence[str],
        choice: LanguageChoice,
        scheduler: Scheduler | None = None,
        steps: Steps | None = None,
        limits: Limits | None = None,
        selection: Selection | None = None,
    ) -> None:
        """`selection` makes a session of one's own of what it names; only one that is no practice."""
        self._collection = collection
        self._clock = clock
        self._decks = tuple(dict.fromkeys(decks))
        self._choice = choice
        self._scheduler = scheduler or Scheduler()
        self._given = scheduler, steps
        self._limits = limits
        self._selection = selection
        self._current: CardId | None = None
        self._schedule = Schedule()
        self._prompt: Prompt | None = None
        self._dues: dict[Rating, Due] = {}
        self._shown_at = 0
        self._tally = Tally()
        self.options = StudyOptions()
        """As they were for the card on screen when it was asked."""
        with collection.reading() as connection:
            self.pace = entries.pace(connection)
        """Milliseconds that a rating took before this session; None before the first."""
        self.revealed = False
        self._confidence: Confidence | None = None
        self.leech: CardId | None = None
        """The card rated last, when that made it a leech."""
        self.builds_on: tuple[Card, ...] = ()
        """What the card rated last requires, when it was forgotten: a card of each of those notes."""
        self.touched: Entry | None = None
        """What the newest undo took back, or redo did again, of the journal."""
        self.wrote = False
        """Set once a deed is durable; whoever tells of failures resets it before."""
        self._left = Remaining(collection, clock, self._make_queue)

    def next(self) -> Prompt | Finished:
        """The card to ask now."""
        self._left.keep_up()
        while (card_id := self._left.next()) is not None:
            card = card_of(self._collection, card_id)
            if card is not None:
                return self._ask(card)
            self._left.queue = self._left.queue.without(
                card_id
            )  # its note was taken out of the file meanwhile
        self._current = self._prompt = None
        self.revealed = False
        queue, day = self._left.queue, self._left.day
        return replace(
            self._tally.finished(),
            next_learning_at=queue.learning[0][0] if queue.learning else None,
            asks_again_at=queue.learning[0][0] - queue.learn_ahead if queue.learning else None,
            next_in=next_in(self._collection, self._decks, day, self._choice),
            more_new=self._left.new_beyond_limits(HANDFUL),
        )

    def go_on(self, more: int = HANDFUL) -> Prompt | Finished:
        """So many new cards beyond today's limit."""
        self._left.go_beyond_limits(more)
        return self.next()

    def face(self, response: Response) -> Face:
        """The card on screen with what was typed or picked."""
        if self._prompt is None:
            raise ValueError("no card is on screen")
        forgiving = self.options.typed_answers is TypedAnswers.FORGIVING
        given = replace(response, forgiving=forgiving)
        return face_of(self._prompt.card, self._prompt.languages, self._schedule.reviews, given)

    def show_in(self, choice: LanguageChoice) -> Prompt | Finished:
        """Go on in other languages, where a deck has none of its own."""
        self._choice = choice
        return self.ask_anew()

    def ask_anew(self) -> Prompt | Finished:
        """Ask by the options of now; the card on screen stays where its languages still ask it."""
        current = self._current
        self._left.build()
        card = card_of(self._collection, current) if current else None
        return self._ask(card) if card and is_asked_in(card, self._languages(card)) else self.next()

    def _languages(self, card: Card) -> LanguageChoice:
        return study_options(self._collection, card.id.deck).languages or self._choice

    def reveal(self, confidence: Confidence | None = None) -> None:
        """The answer is on screen: from now on the card can be rated. `confidence` is kept with the rating."""
        self.revealed = self._current is not None
        self._confidence = confidence

    def rate(self, card: CardId, rating: Rating) -> Prompt | Finished | None:
        """Record how well `card` was remembered and return what comes next. None, and nothing is written,
        unless it is on screen and revealed: a second press of a key rates nothing."""
        self.leech, self.builds_on = None, ()
        if card != self._current or not self.revealed or self._prompt is None or rating not in self._dues:
            return None
        now = self._clock.now()
        took = max(0, min(now - self._shown_at, 60_000))
        chosen = self._dues[rating]
        # The wait on the button is what counts, from now on: the card may have been on screen over night.
        due_at = None if chosen.at is None else now + chosen.wait
        due_day = None if chosen.day is None else self._clock.day() + chosen.wait
        deed = Deed(card, EntryKind.REVIEW, rating, due_day, due_at, took, confidence=self._confidence)
        before = self._schedule
        schedule = self._write(deed, now, partial(self._suspended_leech, card, before))
        if schedule is not None:
            if makes_a_leech(before, schedule, self.options.leech_lapses):
                self.leech = card
            self._left.may_have_more = True
            if rating is Rating.AGAIN:
                self.builds_on = required_cards(
                    self._collection, self._prompt.card.note, self._prompt.languages
                )
            self._tally.add(Rated(card, rating, took, self._confidence))
            queue = self._left.queue.without(card)
            if isinstance(schedule.phase, Learning | Relearning) and not schedule.suspended:
                queue = queue.with_learning(card, schedule.phase.due_at)
            self._left.queue = queue
        return self.next()

    def _suspended_leech(self, card: CardId, before: Schedule, later: Schedule) -> Deed | None:
        suspends = self.options.suspend_leeches is Switch.ON
        if suspends and makes_a_leech(before, later, self.options.leech_lapses):
            return Deed(card, EntryKind.SUSPEND)
        return None

    def ask_first(self, cards: Sequence[Card]) -> Prompt | Finished:
        """Ask these cards now, before what else waits."""
        self._left.queue = self._left.queue.with_first([card.id for card in cards])
        return self._ask(cards[0]) if cards else self.next()

    def pass_over(self) -> Prompt | Finished:
        """Leave the card on screen unrated; it comes at the end."""
        if self._current is not None:
            self._left.queue = self._left.queue.with_last(self._current)
        return self.next()

    def bury(self, *, whole_note: bool = False) -> Prompt | Finished:
        """Put the card on screen off until tomorrow, or all cards of its note."""
        return self._put_away(EntryKind.BURY, whole_note)

    def suspend(self, *, whole_note: bool = False) -> Prompt | Finished:
        """Take the card on screen out of all sessions, or all cards of its note."""
        return self._put_away(EntryKind.SUSPEND, whole_note)

    def forget(self) -> Prompt | Finished:
        """Make the card on screen new again; its history stays in the journal."""
        return self._put_away(EntryKind.FORGET)

    def set_due(self, days: int) -> Prompt | Finished:
        """Let the card on screen come again in so many days, from 0."""
        return self._put_away(EntryKind.SET_DUE, due_day=self._clock.day() + days)

    def flag(self, colour: int) -> Prompt | Finished | None:
        """Give the card on screen a flag (1 to 4), or take it away (0, or the one it has), and None: the card stays
        as it is. Where it had been changed elsewhere nothing is written, and what is to be asked is asked anew."""
        if self._current is None:
            return None
        wanted = 0 if colour == self.flagged else colour
        schedule = self._write(Deed(self._current, EntryKind.FLAG, flag=wanted), self._clock.now())
        if schedule is None:
            return self.next()
        self._schedule = schedule
        return None

    def info(self) -> CardInfo:
        """What is known of the card on screen. ValueError when there is none."""
        if self._current is None:
            raise ValueError("no card is on screen")
        return card_info(self._collection, self._current, self._clock.day(), self._scheduler)

    @property
    def ratings(self) -> Sequence[Rated]:
        """The ratings of this session that stand."""
        return self._tally.standing

    @property
    def flagged(self) -> int:
        """The flag of the card on screen, 0 for none."""
        return self._schedule.flag if self._current is not None else 0

    def undo(self) -> Prompt | Finished | None:
        """Take back the newest thing done, in this session or before it, and ask that card again; None when
        there is nothing to take back."""
        self.touched = None
        undone = undo_newest(self._collection, self._clock.now(), self._clock.day(), self._scheduler)
        self.wrote = bool(undone)
        self.touched = undone[-1] if undone else None  # what it led to is taken back first
        if undone and undone[-1].kind is EntryKind.REVIEW:
            self._tally.take_back(undone[-1].card)
        return self._again(undone)

    def redo(self) -> Prompt | Finished | None:
        """Do again what was taken back last and go on; None when there is nothing of the kind."""
        self.touched = None
        redone = redo_newest(self._collection, self._clock.now(), self._clock.day(), self._scheduler)
        self.wrote = bool(redone)
        if not redone:
            return None
        with self._collection.reading() as connection:
            history = entries.of_card(connection, redone[0].card)
            self.touched = next((entry for entry in history if entry.id == redone[0].undoes), None)
        self._tally.give_back(redone[0].card)
        self._left.build()
        return self.next()

    def _again(self, undone: tuple[Entry, ...]) -> Prompt | Finished | None:
        """Ask the card of what was taken back."""
        if not undone:
            return None
        self._left.build()
        card = card_of(self._collection, undone[0].card)
        return self._ask(card) if card else self.next()

    def _put_away(
        self, kind: EntryKind, whole_note: bool = False, due_day: int | None = None
    ) -> Prompt | Finished:
        if self._current is not None and self._prompt is not None:
            now, day = self._clock.now(), self._clock.day()
            if whole_note:
                deeds = [Deed(card.id, kind) for card in cards_of(self._prompt.card.note)]
                record_together(self._collection, deeds, now, day, self._scheduler)
                self.wrote = True
                self._tally.forget()
            else:
                self._write(Deed(self._current, kind, due_day=due_day), now)
            self._left.build()
        return self.next()

    def _write(
        self, deed: Deed, now: int, consequence: Callable[[Schedule], Deed | None] | None = None
    ) -> Schedule | None:
        """The card's new schedule; None when it had been changed elsewhere, and then the queue is fresh. `consequence`
        as in `record`."""
        day = self._clock.day()
        try:
            schedule = record(self._collection, deed, self._schedule, now, day, self._scheduler, consequence)
        except Outdated:
            self._left.build()
            return None
        self.wrote = True
        self._tally.forget()
        return schedule

    def _make_queue(self, day: int, more_new: int) -> Queue:
        return todays_queue(
            self._collection, self._decks, day, self._choice, self._limits, more_new, self._selection
        )

    def _ask(self, card: Card) -> Prompt:
        now = self._clock.now()
        with self._collection.reading() as connection:
            self._schedule = schedules.of_card(connection, card.id)
        self.options = study_options(self._collection, card.id.deck)
        self._dues = prospects(self.options, card.id, self._schedule, now, self._left.day, *self._given)
        languages = self.options.languages or self._choice
        self._prompt = Prompt(
            card=card,
            turn=self._schedule.reviews,
            languages=languages,
            face=face_of(card, languages, self._schedule.reviews),
            ratings=tuple(self._dues),
            dues=self._dues,
            counts=self._left.queue.counts,
            done=len(self._tally.standing),
        )
        self._current, self._shown_at, self.revealed = card.id, now, False
        return self._prompt
