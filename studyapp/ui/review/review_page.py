"""The review page: a card, its reveal, and the rating."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studyapp.core.cards.card import Card, CardKind
from studyapp.core.rendering.face import first_line, option_order
from studyapp.core.rendering.markdown_rendering import plain_text
from studyapp.core.study.journal import Confidence, Rating
from studyapp.core.study.study_options import Switch
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.study_session import Study
from studyapp.store.errors import StoreError
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.card.entry_formatting import deed_of
from studyapp.ui.kit import formatting, modal_dialogs, screen_reader
from studyapp.ui.kit.actions import shown_key
from studyapp.ui.kit.page import Page, PageId
from studyapp.ui.kit.widgets import has_little_room
from studyapp.ui.review.auto_advance import Pacing
from studyapp.ui.review.finished_panel import FinishedPanel
from studyapp.ui.review.notice_bar import Notices
from studyapp.ui.review.prompt_panel import AskingPanel
from studyapp.ui.review.session_header import SessionHead

_LONGEST_WAIT = 3_600_000
"""Milliseconds until the finished session looks at the clock again: a clock set back may make a wait longer
than a timer can hold."""


class ReviewPage(Page):
    """One session. It keeps what is on screen; what happens is the study service's."""

    left = Signal()
    customWanted = Signal()

    page_id = PageId.STUDY
    shows_own_progress = True

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._clock = clock
        self._study: Study | None = None
        self._titles: dict[str, str] = {}
        self._folders: dict[str, Path] = {}
        self.prompt: Prompt | None = None
        self._prerequisites: tuple[Card, ...] = ()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(lambda: self._try(lambda study: study.next()))
        self._pacing = Pacing(self)
        self._pacing.revealDue.connect(self.reveal)
        self._pacing.nextDue.connect(lambda: self._try(lambda study: study.pass_over()))
        self._build()

    def begin(self, study: Study, titles: dict[str, str], folders: dict[str, Path]) -> None:
        """Start a session; `titles` and `folders` are of the decks by id. StoreError when the first card can't
        be read."""
        self._study, self._titles, self._folders = study, titles, folders
        self._prerequisites = ()
        self._pacing.begin(self._clock.now())
        outcome = study.next()
        if outcome.failure is not None:
            raise outcome.failure
        if outcome.shown is not None:
            self._show(outcome.shown)

    def reveal(self, confidence: Confidence | None = None) -> None:
        """Show the answer; `confidence` is how sure the person says to be of theirs."""
        if self._study is None or self.prompt is None or self._study.revealed:
            return
        question_height = self.card.height()
        self._study.reveal(confidence)
        self._pacing.revealed()
        html = self._study.face(self.frame.response).revealed
        self.frame.reveal(html)
        screen_reader.announce(self.card, plain_text(html.partition("<hr>")[2] or html))
        self._foot.judge()
        if "<hr>" in html:  # the answer stands below the question, maybe below what is seen
            QTimer.singleShot(0, self, partial(self.area.bring_up, self.card, question_height))

    def rate(self, rating: Rating) -> None:
        """Rate the card on screen; nothing before it is revealed."""
        if self._study is None or self.prompt is None:
            return
        rated = self.prompt
        if self._study.revealed and rating in self.prompt.ratings:
            screen_reader.announce(self.ratings, self.ratings.button(rating).accessibleName())
        outcome = self._try(lambda study: study.rate(rated.card.id, rating))
        if outcome is not None and outcome.is_done:
            self._pacing.rated()
            self._say_after_rating(rated, outcome)

    def _say_after_rating(self, rated: Prompt, outcome: Outcome) -> None:
        if outcome.leech is not None:
            card = first_line(outcome.leech, rated.languages)
            self.notices.advise_rewriting(card, was_suspended=outcome.is_leech_suspended)
        self._prerequisites = outcome.prerequisites
        if outcome.prerequisites:
            self.notices.offer_required([first_line(each, rated.languages) for each in outcome.prerequisites])
        over = self._pacing.box_over(self._clock.now())
        if over is not None:
            self.notices.tell_time_box(*over)

    def ask_required(self) -> None:
        """Ask what the card forgotten last builds on."""
        if self._prerequisites:
            self._try(lambda study: study.ask_first(self._prerequisites))

    def undo(self) -> bool:
        """Take back the newest thing done; False when there is nothing to take back."""
        outcome = self._try(lambda study: study.undo())
        if outcome is not None and outcome.entry is not None:
            self._tell(outcome, self.tr("Undid: {deed}").format(deed=deed_of(outcome.entry)))
        return outcome is None or outcome.is_done

    def redo(self) -> bool:
        """Do again what was taken back last; False when there is nothing of the kind."""
        outcome = self._try(lambda study: study.redo())
        if outcome is not None and outcome.entry is not None:
            self._tell(outcome, self.tr("Redid: {deed}").format(deed=deed_of(outcome.entry)))
        return outcome is None or outcome.is_done

    def bury(self, *, whole_note: bool = False) -> None:
        """Put the card, or all of its note, off until tomorrow."""
        outcome = self._try(lambda study: study.bury(whole_note=whole_note))
        words = self.tr("Buried until tomorrow. Undo: {key}")
        self._tell(outcome, words.format(key=shown_key("undo")))

    def suspend(self, *, whole_note: bool = False) -> None:
        """Take the card, or all of its note, out of all sessions."""
        outcome = self._try(lambda study: study.suspend(whole_note=whole_note))
        words = self.tr("Suspended. It won't come up again. Undo: {key}")
        self._tell(outcome, words.format(key=shown_key("undo")))

    def forget(self) -> None:
        """Begin the card anew."""
        self._try(lambda study: study.forget())

    def set_due(self) -> None:
        """Ask on which day the card shall come, and let it."""
        days = modal_dialogs.ask_days(self) if self.prompt is not None else None
        if days is not None:
            self._try(lambda study: study.set_due(days))

    def flag(self, colour: int) -> None:
        """Give the card a flag, or take away the one it has."""
        outcome = self._try(lambda study: study.flag(colour))
        if outcome is not None and outcome.is_done:
            self.frame.show_flag(outcome.flag)

    def show_info(self) -> None:
        """What is known of the card, in a window of its own that may stay open."""
        from studyapp.ui.card.card_info_dialog import CardInfoDialog  # few sessions ask for it

        if self._study is None or self.prompt is None:
            return
        try:
            CardInfoDialog(self._study.info(), self).show()
        except StoreError as error:
            self.notices.tell(formatting.store_error(error))

    def languages_changed(self, languages: LanguageChoice, titles: dict[str, str]) -> None:
        """Go on in other languages."""
        self._titles = titles
        outcome = self._try(lambda study: study.show_in(languages))
        if self.prompt is not None and self.prompt.options.languages is not None:
            words = self.tr("This deck has languages of its own. {key} opens its options.")
            self._tell(outcome, words.format(key=shown_key("options")))

    def options_changed(self) -> None:
        """Apply the new options; an answer that is on screen stays there."""
        if self._study is not None and not self._study.revealed:
            self._try(lambda study: study.ask_anew())

    @property
    def current_deck(self) -> str:
        """The deck of the card on screen."""
        return self.prompt.card.note.deck if self.prompt is not None else ALL_DECKS

    def press_number(self, number: int) -> None:
        """The key of a number: picks an option before the reveal, rates after it."""
        if self._study is None or self.prompt is None:
            return
        if self._study.revealed:
            if number <= len(Rating):
                self.rate(Rating(number))
        elif self.prompt.card.kind is CardKind.CHOICE:
            order = option_order(self.prompt.card, self.prompt.turn)
            if number <= len(order):
                self._pick(order[number - 1])

    def press_space(self) -> None:
        """Reveal; once revealed, rate as the button with the focus says: good, unless it was moved, as in Anki."""
        if self.prompt is None:
            self.finished.back.click()
        elif self._study is not None and self._study.revealed:
            self.rate(self.ratings.focused())
        else:
            self.reveal(self._foot.confidence.focused())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the margins give way first."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((12, 8, 12, 12) if has_little_room(self) else (32, 16, 32, 24)))

    def restyle(self) -> None:
        """The theme has changed."""
        self.card.restyle()

    def _try(self, operation: Callable[[Study], Outcome]) -> Outcome | None:
        """Do it and show what comes of it; None when it failed, which is told."""
        if self._study is None:
            return None
        try:
            outcome = operation(self._study)
        except StoreError as error:
            reason = formatting.store_error(error)
            self.notices.tell(self.tr("This was not saved. {reason}").format(reason=reason))
            return None
        self.notices.clear()
        if outcome.shown is not None:
            self._show(outcome.shown)
        if outcome.failure is not None:
            self.notices.tell(formatting.store_error(outcome.failure))
        return outcome

    def _tell(self, outcome: Outcome | None, words: str) -> None:
        """Say calmly that something was done; what failed is said already."""
        if outcome is not None and outcome.is_done and outcome.failure is None:
            self.notices.tell(words, calmly=True)

    def _show(self, result: Prompt | Finished) -> None:
        self.notices.clear()
        self._waiting.stop()
        if isinstance(result, Finished):
            self.prompt = None
            self._pacing.stop()
            self._body.setCurrentWidget(self.finished)
            self.finished.show_result(result)
            self.head.hide()
            if result.asks_again_at is not None:
                wait = result.asks_again_at - self._clock.now()
                self._waiting.start(min(max(1000, wait), _LONGEST_WAIT))
            return
        self.prompt = result
        self.head.show()
        self._body.setCurrentWidget(self._asking)
        self._show_counts(result)
        folder = self._folders.get(result.card.note.deck)
        self.frame.ask(result, folder, result.flag)
        screen_reader.announce(self.card, first_line(result.card, result.languages))
        self.area.to_top()
        with_confidence = result.options.confidence is Switch.ON
        wanted = self._foot.ask(result.ratings, result.dues, with_confidence=with_confidence)
        (self.typed if self.typed.isVisible() else wanted).setFocus()
        self._pacing.asked(result.options)

    def _show_counts(self, prompt: Prompt) -> None:
        counts = prompt.counts
        words = self.tr("{new} new · {learning} learning · {due} due").format(
            new=counts.new, learning=counts.learning, due=counts.due
        )
        time = formatting.time_left(counts, self._study.pace) if self._study and prompt.dues else ""
        deck = prompt.card.note.deck
        title = self._titles.get(deck, deck)
        if not prompt.dues:
            title = self.tr("Practice · {title}").format(title=title)
        self.head.show_progress(title, words, time, prompt.done, counts.total)

    def _pick(self, place: int) -> None:
        if self._study is None or self.prompt is None or self._study.revealed:
            return
        self.frame.pick(place)
        self.frame.show_html(self._study.face(self.frame.response).question)

    def _open_link(self, url: QUrl) -> None:
        if modal_dialogs.may_open_link(self, url):
            QDesktopServices.openUrl(url)

    def _build(self) -> None:
        self.notices = Notices(self)
        self.notices.taken.connect(self.ask_required)
        self.banner = self.notices.banner
        self.head = SessionHead(self.tr("Progress of this session"), self)
        self._asking = AskingPanel(self)
        self._connect_asking()
        self.finished = FinishedPanel(self._clock, self)
        self.finished.left.connect(self.left)
        self.finished.customWanted.connect(self.customWanted)
        self.finished.moreWanted.connect(lambda: self._try(lambda study: study.go_on()))
        self._body = QStackedWidget(self)
        self._body.addWidget(self._asking)
        self._body.addWidget(self.finished)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.notices)
        column.addWidget(self._body, 1)

    def _connect_asking(self) -> None:
        self.frame, self.area, self._foot = self._asking.frame, self._asking.area, self._asking.foot
        self.card, self.typed, self.kind = self.frame.card, self.frame.typed, self.frame.kind
        self.ratings, self.reveal_button = self._foot.ratings, self._foot.reveal
        self.card.linkChosen.connect(self._open_link)
        self.card.optionChosen.connect(self._pick)
        self.typed.returnPressed.connect(lambda: self.reveal())
        self.ratings.rated.connect(self.rate)
        self.reveal_button.clicked.connect(lambda: self.reveal())
        self._foot.confidence.chosen.connect(self.reveal)
