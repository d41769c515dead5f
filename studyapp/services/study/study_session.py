"""A study session: what to ask, and what becomes of the rating."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from studyapp.core.cards.card import Card, cards_of, is_asked_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.rendering.face import Face, Response, face_of
from studyapp.core.study.custom_study_selection import Selection
from studyapp.core.study.journal import Confidence, EntryKind, Rating
from studyapp.core.study.next_due import Steps
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_options import TypedAnswers
from studyapp.core.study.study_queue import Limits, Queue
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.options.clock import Clock
from studyapp.services.options.study_options import study_options
from studyapp.services.study.card_info import CardInfo, card_info
from studyapp.services.study.card_loading import card_of, required_cards
from studyapp.services.study.daily_queue import next_in, todays_queue
from studyapp.services.study.journal_writing import Deed
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.session_queue import Remaining
from studyapp.services.study.session_recorder import Answer, JournalRecorder, Question, Recorder, TakenBack
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError

HANDFUL = 10
"""New cards that a learner who has done all may have on top."""

_LONGEST_LOOK = 60_000
"""Upper limit, in milliseconds, of the recorded time of a rating: the learner may have been away."""


_NOTHING_TOLD = Outcome()


def begin_study(
    collection: Collection,
    clock: Clock,
    decks: Sequence[str],
    choice: LanguageChoice,
    scheduler: Scheduler | None = None,
    steps: Steps | None = None,
    limits: Limits | None = None,
    selection: Selection | None = None,
) -> "Study":
    """Start a session over today's cards of these decks. A selection (not practice) narrows it or looks ahead. `limits`,
    `scheduler` and `steps` override the options. StoreError if the collection can't be read."""
    decks = tuple(dict.fromkeys(decks))

    def make(day: int, more_new: int, choice: LanguageChoice) -> Queue:
        return todays_queue(collection, decks, day, choice, limits, more_new, selection)

    queue = Remaining(collection, clock, choice, make)
    return Study(
        collection, clock, decks, choice, queue, JournalRecorder(collection, clock, scheduler, steps)
    )


class Study:
    """One session over some decks. It keeps the card on screen; all else is in the store.

    Call `next`, show the prompt, `reveal`, then `rate`. Methods that write raise StoreError when the disk fails: the
    card then stays, unrated, and nothing is lost. What can't be read is told in the outcome.
    """

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        decks: Sequence[str],
        choice: LanguageChoice,
        queue: Remaining,
        recorder: Recorder,
    ) -> None:
        self._collection, self._clock = collection, clock
        self._decks, self._choice = decks, choice
        self._left, self._recorder = queue, recorder
        self._schedule = Schedule()
        self._prompt: Prompt | None = None
        self._shown_at = 0
        self._revealed = False
        self._confidence: Confidence | None = None
        with collection.reading() as connection:
            self._pace = journal_entries.pace(connection)

    @property
    def pace(self) -> float | None:
        """Milliseconds that a rating took before this session; None before the first."""
        return self._pace

    @property
    def revealed(self) -> bool:
        """Whether the answer is on screen."""
        return self._revealed

    def next(self) -> Outcome:
        """Show the next card."""
        return self._outcome(self._next)

    def go_on(self, more: int = HANDFUL) -> Outcome:
        """Add this many new cards beyond today's limit and show the next card."""
        return self._outcome(partial(self._next_after, partial(self._left.go_beyond_limits, more)))

    def show_in(self, choice: LanguageChoice) -> Outcome:
        """Go on in other languages, where a deck has none of its own."""
        self._choice = choice
        return self._outcome(partial(self._ask_anew_after, partial(self._left.show_in, choice)))

    def ask_anew(self) -> Outcome:
        """Ask by the options of now; the card on screen stays where its languages still ask it."""
        return self._outcome(partial(self._ask_anew_after, self._left.build))

    def ask_first(self, cards: Sequence[Card]) -> Outcome:
        """Show these cards next."""
        self._left.put_first([card.id for card in cards])
        return self._outcome(lambda: self._ask(cards[0]) if cards else self._next())

    def pass_over(self) -> Outcome:
        """Skip the card on screen without rating it; it moves to the end of the queue."""
        if self._prompt is not None:
            self._left.put_last(self._prompt.card.id)
        return self.next()

    def face(self, response: Response) -> Face:
        """The card on screen with what was typed or picked. ValueError when there is none."""
        prompt = self._on_screen()
        forgiving = prompt.options.typed_answers is TypedAnswers.FORGIVING
        given = replace(response, forgiving=forgiving)
        return face_of(prompt.card, prompt.languages, prompt.turn, given)

    def info(self) -> CardInfo:
        """What is known of the card on screen. ValueError when there is none, StoreError when it can't be read."""
        return card_info(self._collection, self._on_screen().card.id, self._clock.day(), Scheduler())

    def reveal(self, confidence: Confidence | None = None) -> None:
        """The answer is on screen: from now on the card can be rated. `confidence` is kept with the rating."""
        self._revealed = self._prompt is not None
        self._confidence = confidence

    def rate(self, card: CardId, rating: Rating) -> Outcome:
        """Record how well `card` was remembered. Nothing is done unless it is on screen and revealed, and offered this
        rating: a second press of a key rates nothing."""
        prompt = self._prompt
        if prompt is None or card != prompt.card.id or not self._revealed or rating not in prompt.ratings:
            return Outcome(is_done=False)
        took = max(0, min(self._clock.now() - self._shown_at, _LONGEST_LOOK))
        question = Question(card, self._schedule, prompt.options)
        due = prompt.dues.get(rating)
        recorded = self._recorder.rate(Answer(question, rating, due, took, self._confidence))
        if recorded is None:
            return self._changed_elsewhere()
        self._left.rated(recorded)
        told = Outcome()
        if recorded.makes_a_leech:
            told = Outcome(leech=prompt.card, is_leech_suspended=recorded.schedule.suspended)
        if recorded.is_kept and rating is Rating.AGAIN:
            try:
                required = required_cards(self._collection, prompt.card.note, prompt.languages)
            except StoreError as error:
                return replace(told, failure=error)
            told = replace(told, prerequisites=required)
        return self._outcome(self._next, told)

    def bury(self, *, whole_note: bool = False) -> Outcome:
        """Put the card on screen off until tomorrow, or all cards of its note."""
        return self._put_away(EntryKind.BURY, whole_note)

    def suspend(self, *, whole_note: bool = False) -> Outcome:
        """Take the card on screen out of all sessions, or all cards of its note."""
        return self._put_away(EntryKind.SUSPEND, whole_note)

    def forget(self) -> Outcome:
        """Make the card on screen new again; its history stays in the journal."""
        return self._put_away(EntryKind.FORGET)

    def set_due(self, days: int) -> Outcome:
        """Let the card on screen come again in so many days, from 0."""
        return self._put_away(EntryKind.SET_DUE, due_day=self._clock.day() + days)

    def flag(self, colour: int) -> Outcome:
        """Give the card on screen a flag (1 to 4), or take it away (0, or the one it has): the card stays as it is."""
        if self._prompt is None:
            return Outcome(is_done=False)
        wanted = 0 if colour == self._schedule.flag else colour
        schedule = self._recorder.write(
            Deed(self._prompt.card.id, EntryKind.FLAG, flag=wanted), self._schedule
        )
        if schedule is None:
            return self._changed_elsewhere()
        self._schedule = schedule
        return Outcome(flag=wanted)

    def undo(self) -> Outcome:
        """Undo the last action, in this session or before it, and show that card again."""
        undone = self._recorder.undo()
        if undone is None:
            return Outcome(is_done=False)
        return self._outcome(partial(self._ask_again, undone), Outcome(entry=undone.entry))

    def redo(self) -> Outcome:
        """Redo the last undone action and show the next card."""
        redone = self._recorder.redo()
        if redone is None:
            return Outcome(is_done=False)
        if redone.entry is None:
            return self._outcome(self._next)
        return self._outcome(self._next_of_all, Outcome(entry=redone.entry))

    def _ask_again(self, undone: TakenBack) -> Prompt | Finished:
        """Show the card of the undone action."""
        if undone.entry is None:
            return self._next()
        self._left.build()
        card = card_of(self._collection, undone.entry.card)
        return self._ask(card) if card else self._next()

    def _put_away(self, kind: EntryKind, whole_note: bool = False, due_day: int | None = None) -> Outcome:
        if self._prompt is None:
            return self._outcome(self._next, Outcome(is_done=False))
        card = self._prompt.card
        if whole_note:
            self._recorder.write_together([Deed(other.id, kind) for other in cards_of(card.note)])
        elif self._recorder.write(Deed(card.id, kind, due_day=due_day), self._schedule) is None:
            return self._changed_elsewhere()
        return self._outcome(self._next_of_all)

    def _changed_elsewhere(self) -> Outcome:
        """Another program has changed the card: rebuild the queue and show the next card."""
        return self._outcome(self._next_of_all, Outcome(is_done=False))

    def _outcome(self, show: Callable[[], Prompt | Finished], told: Outcome = _NOTHING_TOLD) -> Outcome:
        """Complete `told` with what `show` returns, or with the reason why it failed."""
        try:
            return replace(told, shown=show())
        except StoreError as error:
            return replace(told, failure=error)

    def _next_of_all(self) -> Prompt | Finished:
        """Rebuild the queue and show the next card."""
        return self._next_after(self._left.build)

    def _next_after(self, change: Callable[[], None]) -> Prompt | Finished:
        change()
        return self._next()

    def _ask_anew_after(self, change: Callable[[], None]) -> Prompt | Finished:
        change()
        card = card_of(self._collection, self._prompt.card.id) if self._prompt else None
        return self._ask(card) if card and is_asked_in(card, self._languages(card)) else self._next()

    def _on_screen(self) -> Prompt:
        if self._prompt is None:
            raise ValueError("no card is on screen")
        return self._prompt

    def _languages(self, card: Card) -> LanguageChoice:
        return study_options(self._collection, card.id.deck).languages or self._choice

    def _next(self) -> Prompt | Finished:
        self._left.keep_up()
        while (card_id := self._left.next()) is not None:
            card = card_of(self._collection, card_id)
            if card is not None:
                return self._ask(card)
            self._left.drop(card_id)  # its note was taken out of the file meanwhile
        self._prompt = None
        self._revealed = False
        return self._finished()

    def _finished(self) -> Finished:
        queue, day = self._left.queue, self._left.day
        return replace(
            self._recorder.tally.finished(),
            next_learning_at=queue.learning[0][0] if queue.learning else None,
            asks_again_at=queue.learning[0][0] - queue.learn_ahead if queue.learning else None,
            next_in=next_in(self._collection, self._decks, day, self._choice),
            more_new=self._left.new_beyond_limits(HANDFUL),
        )

    def _ask(self, card: Card) -> Prompt:
        now = self._clock.now()
        with self._collection.reading() as connection:
            self._schedule = schedules.of_card(connection, card.id)
        options = study_options(self._collection, card.id.deck)
        offer = self._recorder.offer(Question(card.id, self._schedule, options))
        languages = options.languages or self._choice
        self._prompt = Prompt(
            card=card,
            turn=self._schedule.reviews,
            languages=languages,
            options=options,
            flag=self._schedule.flag,
            face=face_of(card, languages, self._schedule.reviews),
            ratings=offer.ratings,
            dues=offer.dues,
            counts=self._left.queue.counts,
            done=len(self._recorder.tally.standing),
        )
        self._shown_at, self._revealed = now, False
        return self._prompt
