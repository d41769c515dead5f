"""The review page: a card, its reveal, and the rating."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from studyapp.core.card import CardKind
from studyapp.core.face import first_line, option_order
from studyapp.core.journal import Confidence, Rating
from studyapp.core.markup import plain_text
from studyapp.core.study_options import StudyOptions, Switch
from studyapp.core.text import LanguageChoice
from studyapp.services.clock import Clock
from studyapp.services.session import Finished, Prompt
from studyapp.services.study import Study
from studyapp.store.errors import StoreError
from studyapp.ui import announcing, questions, theme, wording
from studyapp.ui.actions import shown_key
from studyapp.ui.answer_bar import AnswerBar
from studyapp.ui.card_area import CardArea
from studyapp.ui.card_frame import CardFrame
from studyapp.ui.entry_wording import deed_of
from studyapp.ui.finished_panel import FinishedPanel
from studyapp.ui.layouts import has_little_room
from studyapp.ui.notices import Notices
from studyapp.ui.pacing import Pacing
from studyapp.ui.session_head import SessionHead

COLUMN = 680
"""Pixels: the widest column of text that reads well."""

_LONGEST_WAIT = 3_600_000
"""Milliseconds until the finished session looks at the clock again: a clock set back may make a wait longer
than a timer can hold."""


class ReviewPage(QWidget):
    """One session. It keeps what is on screen; what happens is the study service's."""

    left = Signal()
    customWanted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._clock = clock
        self._study: Study | None = None
        self._titles: dict[str, str] = {}
        self._folders: dict[str, Path] = {}
        self.prompt: Prompt | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(lambda: self._try(lambda study: study.next(), writes=False))
        self._pacing = Pacing(self)
        self._pacing.revealDue.connect(self.reveal)
        self._pacing.nextDue.connect(lambda: self._try(lambda study: study.pass_over(), writes=False))
        self._build()

    def begin(self, study: Study, titles: dict[str, str], folders: dict[str, Path]) -> None:
        """Start a session; `titles` and `folders` are of the decks by id. StoreError when the first card can't
        be read."""
        self._study, self._titles, self._folders = study, titles, folders
        self._pacing.begin(self._clock.now())
        self._show(study.next())

    def reveal(self, confidence: Confidence | None = None) -> None:
        """Show the answer; `confidence` is how sure the person says to be of theirs."""
        if self._study is None or self.prompt is None or self._study.revealed:
            return
        question_height = self.card.height()
        self._study.reveal(confidence)
        self._pacing.revealed()
        html = self._study.face(self.frame.response).revealed
        self.frame.reveal(html)
        announcing.announce(self.card, plain_text(html.partition("<hr>")[2] or html))
        self._foot.judge()
        if "<hr>" in html:  # the answer stands below the question, maybe below what is seen
            QTimer.singleShot(0, self, partial(self.area.bring_up, self.card, question_height))

    def rate(self, rating: Rating) -> None:
        """Rate the card on screen; nothing before it is revealed."""
        if self._study is None or self.prompt is None:
            return
        rated = self.prompt
        done = len(self._study.ratings)
        if self._study.revealed and rating in self.prompt.ratings:
            announcing.announce(self.ratings, self.ratings.button(rating).accessibleName())
        self._try(lambda study: study.rate(rated.card.id, rating))
        if len(self._study.ratings) > done:
            self._pacing.rated()
            self._say_after_rating(rated, self._study)

    def _say_after_rating(self, rated: Prompt, study: Study) -> None:
        if study.leech is not None:
            suspended = study.options.suspend_leeches is Switch.ON
            self.notices.advise_rewriting(first_line(rated.card, rated.languages), was_suspended=suspended)
        if study.builds_on:
            self.notices.offer_required([first_line(each, rated.languages) for each in study.builds_on])
        over = self._pacing.box_over(self._clock.now())
        if over is not None:
            self.notices.tell_time_box(*over)

    def ask_required(self) -> None:
        """Ask what the card forgotten last builds on."""
        if self._study is not None and self._study.builds_on:
            self._try(lambda study: study.ask_first(study.builds_on), writes=False)

    def undo(self) -> bool:
        """Take back the newest thing done; False when there is nothing to take back."""
        done = self._try(lambda study: study.undo())
        if self._study is not None and self._study.touched is not None:
            self.notices.tell(
                self.tr("Taken back: {deed}").format(deed=deed_of(self._study.touched)), calmly=True
            )
        return done

    def redo(self) -> bool:
        """Do again what was taken back last; False when there is nothing of the kind."""
        done = self._try(lambda study: study.redo())
        if self._study is not None and self._study.touched is not None:
            self.notices.tell(
                self.tr("Done again: {deed}").format(deed=deed_of(self._study.touched)), calmly=True
            )
        return done

    def bury(self, *, whole_note: bool = False) -> None:
        """Put the card, or all of its note, off until tomorrow."""
        if self._try(lambda study: study.bury(whole_note=whole_note)) and not self.notices.isVisible():
            words = self.tr("Put off until tomorrow. {key} brings it back.")
            self.notices.tell(words.format(key=shown_key("undo")), calmly=True)

    def suspend(self, *, whole_note: bool = False) -> None:
        """Take the card, or all of its note, out of all sessions."""
        if self._try(lambda study: study.suspend(whole_note=whole_note)) and not self.notices.isVisible():
            words = self.tr("Suspended: it is not asked any more. {key} brings it back.")
            self.notices.tell(words.format(key=shown_key("undo")), calmly=True)

    def forget(self) -> None:
        """Begin the card anew."""
        self._try(lambda study: study.forget())

    def set_due(self) -> None:
        """Ask on which day the card shall come, and let it."""
        days = questions.ask_days(self) if self.prompt is not None else None
        if days is not None:
            self._try(lambda study: study.set_due(days))

    def flag(self, colour: int) -> None:
        """Give the card a flag, or take away the one it has."""
        if not self._try(lambda study: study.flag(colour)):
            self.frame.show_flag(self._study.flagged if self._study else 0)

    def show_info(self) -> None:
        """What is known of the card, in a window of its own that may stay open."""
        from studyapp.ui.card_info_dialog import CardInfoDialog  # few sessions ask for it

        def deed(study: Study) -> None:
            if self.prompt is not None:
                CardInfoDialog(study.info(), self).show()

        self._try(deed, writes=False)

    def show_in(self, choice: LanguageChoice, titles: dict[str, str]) -> None:
        """Go on in other languages."""
        self._titles = titles
        self._try(lambda study: study.show_in(choice), writes=False)
        if self._study is not None and self.prompt is not None and self._study.options.languages is not None:
            words = self.tr("This deck has languages of its own. {key} opens its options.")
            self.notices.tell(words.format(key=shown_key("options")), calmly=True)

    def ask_anew(self) -> None:
        """Options have changed; an answer that is on screen stays there."""
        if self._study is not None and not self._study.revealed:
            self._try(lambda study: study.ask_anew(), writes=False)

    @property
    def deck_on_screen(self) -> str:
        """The deck of the card on screen; empty when there is none."""
        return self.prompt.card.note.deck if self.prompt is not None else ""

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

    def _try(self, deed: Callable[[Study], Prompt | Finished | None], *, writes: bool = True) -> bool:
        """Do it and show what comes of it, or why it failed; False when nothing came of it."""
        if self._study is None:
            return False
        self._study.wrote = False
        try:
            result = deed(self._study)
        except StoreError as error:
            reason, lost = wording.store_error(error), writes and not self._study.wrote
            self.notices.tell(
                self.tr("This was not saved. {reason}").format(reason=reason) if lost else reason
            )
            return True
        self.notices.clear()
        if result is not None:
            self._show(result)
        return result is not None

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
        self.frame.ask(result, folder, self._study.flagged if self._study else 0)
        announcing.announce(self.card, first_line(result.card, result.languages))
        self.area.to_top()
        options = self._study.options if self._study else StudyOptions()
        wanted = self._foot.ask(result.ratings, result.dues, with_confidence=options.confidence is Switch.ON)
        (self.typed if self.typed.isVisible() else wanted).setFocus()
        self._pacing.asked(options)

    def _show_counts(self, prompt: Prompt) -> None:
        counts = prompt.counts
        words = self.tr("{new} new · {learning} learning · {due} due").format(
            new=counts.new, learning=counts.learning, due=counts.due
        )
        time = wording.time_left(counts, self._study.pace) if self._study and prompt.dues else ""
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
        if questions.may_open_link(self, url):
            QDesktopServices.openUrl(url)

    def _build(self) -> None:
        self.notices = Notices(self)
        self.notices.taken.connect(self.ask_required)
        self.banner = self.notices.banner
        self.head = SessionHead(self.tr("Progress of this session"), self)
        self._asking = self._build_asking()
        self.finished = FinishedPanel(self._clock, self)
        self.finished.left.connect(self.left)
        self.finished.customWanted.connect(self.customWanted)
        self.finished.moreWanted.connect(lambda: self._try(lambda study: study.go_on(), writes=False))
        self._body = QStackedWidget(self)
        self._body.addWidget(self._asking)
        self._body.addWidget(self.finished)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.notices)
        column.addWidget(self._body, 1)

    def _build_asking(self) -> QWidget:
        asking = QWidget(self)
        self.frame = CardFrame(asking)
        self.frame.setMaximumWidth(theme.pixels(COLUMN))
        self.card, self.typed, self.kind = self.frame.card, self.frame.typed, self.frame.kind
        self.card.linkChosen.connect(self._open_link)
        self.card.optionChosen.connect(self._pick)
        self.typed.returnPressed.connect(lambda: self.reveal())
        self.area = CardArea(self.frame, asking)
        foot = QWidget(asking)
        foot.setMaximumWidth(theme.pixels(COLUMN))
        self._foot = AnswerBar(foot)
        self.ratings, self.reveal_button = self._foot.ratings, self._foot.reveal
        self.ratings.rated.connect(self.rate)
        self.reveal_button.clicked.connect(lambda: self.reveal())
        self._foot.confidence.chosen.connect(self.reveal)
        foot_row = QHBoxLayout(foot)
        foot_row.setContentsMargins(0, 0, 0, 0)
        foot_row.addWidget(self._foot)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(foot, 1000)
        centred.addStretch(1)
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.area, 1)
        column.addLayout(centred)
        return asking
