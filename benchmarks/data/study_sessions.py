"""Rating cards one after the other, here and in Anki."""

from anki.cards import Card as AnkiCard
from anki.collection import Collection as Anki
from anki.scheduler.v3 import CardAnswer, Scheduler

from benchmarks.data.anki_collection import open_deck
from benchmarks.data.datasets import OpenCollection
from benchmarks.report import seconds_of
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt

_RATINGS = (*[Rating.GOOD] * 8, Rating.AGAIN, Rating.HARD)
_ANKI_RATINGS = (*[CardAnswer.GOOD] * 8, CardAnswer.AGAIN, CardAnswer.HARD)


class StudyAppRater:
    """A study session whose cards are rated."""

    def __init__(self, opened: OpenCollection, clock: Clock, limits: DailyLimits) -> None:
        study_clock = make_study_clock(opened.collection, clock)
        self.session = create_session(
            opened.collection, study_clock, opened.library.deck_ids, CardLanguages.ENGLISH, limits=limits
        )
        self.session.show_next()
        self._count = 0

    def rate(self) -> float:
        """Rate the next card, and return the seconds until the rating is on disk and the card after it is ready."""
        prompt = self.session.prompt
        assert isinstance(prompt, Prompt), "no card is left"
        self.session.reveal()
        rating = _RATINGS[self._count % len(_RATINGS)]
        self._count += 1
        return seconds_of(lambda: self.session.rate(prompt.card.id, rating))

    def undo(self) -> float:
        """Undo the last rating, and return the seconds until its card is ready again."""
        return seconds_of(self.session.undo)


class AnkiRater:
    """Rates the cards of the measured deck as Anki's window does."""

    def __init__(self, anki: Anki) -> None:
        assert isinstance(anki.sched, Scheduler)
        self._anki = anki
        self._scheduler = anki.sched
        self._count = 0
        open_deck(anki)
        self._fetch()

    def rate(self) -> float:
        """Rate the next card, and return the seconds until the card after it is ready."""
        answer = self._scheduler.build_answer(
            card=self._card, states=self._states, rating=_ANKI_RATINGS[self._count % len(_ANKI_RATINGS)]
        )
        self._count += 1

        def rate() -> None:
            self._scheduler.answer_card(answer)
            self._fetch()

        return seconds_of(rate)

    def undo(self) -> float:
        """Undo the last rating, and return the seconds until its card is ready again."""

        def undo() -> None:
            self._anki.undo()
            self._fetch()

        return seconds_of(undo)

    def _fetch(self) -> None:
        queued = self._scheduler.get_queued_cards(fetch_limit=1).cards
        assert queued, "no card is left"
        self._card = AnkiCard(self._anki, backend_card=queued[0].card)
        self._card.start_timer()
        self._states = queued[0].states
