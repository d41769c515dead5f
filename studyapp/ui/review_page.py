"""The review page: a card, its reveal, and the rating."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studyapp.core.card import CardKind
from studyapp.core.diagram_face import card_svg
from studyapp.core.face import Response, option_order
from studyapp.core.journal import Rating
from studyapp.core.labels import grade, heading
from studyapp.core.note import Choice
from studyapp.core.queue import LEARN_AHEAD
from studyapp.core.text import LanguageChoice
from studyapp.services.clock import Clock
from studyapp.services.study import Finished, Prompt, Study
from studyapp.store.errors import StoreError
from studyapp.ui import questions, wording
from studyapp.ui.actions import REVIEW_KEYS, add_action
from studyapp.ui.card_area import CardArea
from studyapp.ui.card_view import CardView
from studyapp.ui.finished_panel import FinishedPanel
from studyapp.ui.layouts import OneLine, button, label, panel
from studyapp.ui.rating_buttons import RatingButtons
from studyapp.ui.session_head import SessionHead
from studyapp.ui.typed_answer import TypedAnswer

COLUMN = 680
"""Pixels: the widest column of text that reads well."""

_LONGEST_WAIT = 3_600_000
"""Milliseconds until the finished session looks at the clock again: a clock set back may make a wait longer
than a timer can hold."""


class ReviewPage(QWidget):
    """One session. It keeps what is on screen; what happens is the study service's."""

    left = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._clock = clock
        self._study: Study | None = None
        self._titles: dict[str, str] = {}
        self._folders: dict[str, Path] = {}
        self._choice = LanguageChoice.ENGLISH
        self.prompt: Prompt | None = None
        self._picked: frozenset[int] = frozenset()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(lambda: self._try(lambda study: study.next(), writes=False))
        self._build()
        self._add_keys()

    def begin(
        self, study: Study, titles: dict[str, str], folders: dict[str, Path], choice: LanguageChoice
    ) -> None:
        """Start a session; `titles` and `folders` are of the decks by id. StoreError when the first card can't
        be read."""
        self._study, self._titles, self._folders, self._choice = study, titles, folders, choice
        self._show(study.next())

    def reveal(self) -> None:
        """Show the answer."""
        if self._study is None or self.prompt is None or self._study.revealed:
            return
        response = Response(self.typed.text(), self._picked)
        question_height = self.card.height()
        self._study.reveal()
        self.typed.hide()
        html = self._study.face(response).revealed
        self._show_html(html)
        self._show_badges(self.prompt)
        self._foot.setCurrentWidget(self.ratings)
        self.ratings.button(Rating.GOOD).setFocus()
        if "<hr>" in html:  # the answer stands below the question, maybe below what is seen
            QTimer.singleShot(0, self, partial(self._area.bring_up, self.card, question_height))

    def rate(self, rating: Rating) -> None:
        """Rate the card on screen; nothing before it is revealed."""
        if self._study is None or self.prompt is None:
            return
        card = self.prompt.card.id
        self._try(lambda study: study.rate(card, rating))

    def undo(self) -> bool:
        """Take back the newest thing done; False when there is nothing to take back."""
        return self._try(lambda study: study.undo())

    def bury(self) -> None:
        """Put the card off until tomorrow."""
        self._try(lambda study: study.bury())

    def suspend(self) -> None:
        """Take the card out of all sessions."""
        self._try(lambda study: study.suspend())

    def show_in(self, choice: LanguageChoice, titles: dict[str, str]) -> None:
        """Go on in other languages."""
        self._choice, self._titles = choice, titles
        self._try(lambda study: study.show_in(choice), writes=False)

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
            self.reveal()

    def restyle(self) -> None:
        """The theme has changed."""
        self.card.restyle()

    def _try(self, deed: Callable[[Study], Prompt | Finished | None], *, writes: bool = True) -> bool:
        """Do it and show what comes of it, or why it failed; False when nothing came of it."""
        if self._study is None:
            return False
        try:
            result = deed(self._study)
        except StoreError as error:
            reason = wording.store_error(error)
            self.banner.setText(
                self.tr("This was not saved. {reason}").format(reason=reason) if writes else reason
            )
            self.banner.show()
            return True
        if result is not None:
            self._show(result)
        return result is not None

    def _show(self, result: Prompt | Finished) -> None:
        self.banner.hide()
        self._waiting.stop()
        if isinstance(result, Finished):
            self.prompt = None
            self._body.setCurrentWidget(self.finished)
            self.finished.show_result(result)
            self.head.hide()
            if result.next_learning_at is not None:
                wait = result.next_learning_at - LEARN_AHEAD - self._clock.now()
                self._waiting.start(min(max(1000, wait), _LONGEST_WAIT))
            return
        self.prompt, self._picked = result, frozenset()
        self.head.show()
        self._body.setCurrentWidget(self._asking)
        self._show_counts(result)
        self.kind.setText(heading(result.card.kind, self._choice))
        self.kind.setVisible(bool(self.kind.text()))
        self._show_html(result.face.question)
        self._area.to_top()
        self._badges.hide()
        self.typed.setText("")  # and nothing is left of it to undo
        self.typed.setVisible(result.card.kind is CardKind.TYPED)
        self.ratings.show_dues(result.dues)
        self._foot.setCurrentWidget(self._reveal_row)
        (self.typed if self.typed.isVisible() else self.reveal_button).setFocus()

    def _show_html(self, html: str) -> None:
        if self.prompt is not None:
            drawing = self._drawing if self.prompt.card.kind is CardKind.DIAGRAM else None
            self.card.show_html(html, self._folders.get(self.prompt.card.note.deck), drawing)

    def _drawing(self, name: str) -> str:
        from studyapp.ui.drawing_picture import inks

        assert self.prompt is not None
        return card_svg(self.prompt.card, self._choice, name, inks())

    def _show_counts(self, prompt: Prompt) -> None:
        counts = prompt.counts
        words = self.tr("{new} new · {learning} learning · {due} due").format(
            new=counts.new, learning=counts.learning, due=counts.due
        )
        deck = prompt.card.note.deck
        self.head.show_progress(self._titles.get(deck, deck), words, prompt.done, counts.total)

    def _show_badges(self, prompt: Prompt) -> None:
        note = prompt.card.note
        self.section.setText(wording.section(note.section))
        self.evidence.setText(grade(note.evidence, self._choice) if note.evidence else "")
        for badge in (self.section, self.evidence):
            badge.setVisible(bool(badge.text()))
        self._badges.setVisible(bool(note.section or note.evidence))

    def _pick(self, place: int) -> None:
        if self._study is None or self.prompt is None or self._study.revealed:
            return
        content = self.prompt.card.note.content
        several = isinstance(content, Choice) and sum(option.right for option in content.options) > 1
        self._picked = self._picked ^ {place} if several else frozenset({place})
        self._show_html(self._study.face(Response(picked=self._picked)).question)

    def _open_link(self, url: QUrl) -> None:
        if questions.may_open_link(self, url):
            QDesktopServices.openUrl(url)

    def _add_keys(self) -> None:
        deeds: Mapping[str, Callable[[], object]] = {
            "reveal": self.press_space,
            "bury": self.bury,
            "suspend": self.suspend,
            "leave": self.left.emit,
        } | {str(number): partial(self.press_number, number) for number in range(1, 5)}
        for name, keys, meaning in REVIEW_KEYS:
            add_action(self, keys, meaning, deeds[name], Qt.ShortcutContext.WidgetWithChildrenShortcut)
        unlisted: Mapping[str, Callable[[], object]] = {
            "PgDown": self._area.page_down,
            "PgUp": self._area.page_up,
        } | {str(number): partial(self.press_number, number) for number in range(5, 10)}
        for key, deed in unlisted.items():
            add_action(self, (key,), "", deed, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        self.banner = label("", "banner", self, wraps=True)
        self.banner.hide()
        self.head = SessionHead(self.tr("Progress of this session"), self)
        self._asking = self._build_asking()
        self.finished = FinishedPanel(self._clock, self)
        self.finished.left.connect(self.left)
        self._body = QStackedWidget(self)
        self._body.addWidget(self._asking)
        self._body.addWidget(self.finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 24)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.banner)
        column.addWidget(self._body, 1)

    def _build_asking(self) -> QWidget:
        asking = QWidget(self)
        self._area = CardArea(self._build_card(), asking)
        foot = QWidget(asking)
        foot.setMaximumWidth(COLUMN)
        self._foot = QStackedWidget(foot)
        self._foot.setFixedHeight(80)
        self._reveal_row = self._build_reveal_row()
        self.ratings = RatingButtons(self._foot)
        self.ratings.rated.connect(self.rate)
        self._foot.addWidget(self._reveal_row)
        self._foot.addWidget(self.ratings)
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
        column.addWidget(self._area, 1)
        column.addLayout(centred)
        return asking

    def _build_card(self) -> QWidget:
        frame, column = panel(margin=40)
        frame.setMaximumWidth(COLUMN)
        self.kind = label("", "kind", frame)
        self.card = CardView(frame)
        self.card.setAccessibleName(self.tr("Card"))
        self.card.linkChosen.connect(self._open_link)
        self.card.optionChosen.connect(self._pick)
        self.typed = TypedAnswer(frame)
        self.typed.setObjectName("typed")
        self.typed.setPlaceholderText(self.tr("Type your answer, then press Enter"))
        self.typed.setAccessibleName(self.tr("Your answer"))
        self.typed.returnPressed.connect(self.reveal)
        self.section = OneLine("badge", frame)
        self.evidence = OneLine("badge", frame)
        self._badges = QWidget(frame)
        badges = QHBoxLayout(self._badges)
        badges.setContentsMargins(0, 8, 0, 0)
        badges.addStretch(1)
        badges.addWidget(self.section)
        badges.addWidget(self.evidence)
        badges.addStretch(1)
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.card)
        column.addWidget(self.typed)
        column.addWidget(self._badges)
        return frame

    def _build_reveal_row(self) -> QWidget:
        row = QWidget(self)
        self.reveal_button = button(self.tr("Show answer"), "primary", row)
        self.reveal_button.clicked.connect(self.reveal)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self.reveal_button)
        layout.addStretch(1)
        return row
