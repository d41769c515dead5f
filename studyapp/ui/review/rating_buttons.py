"""The four ratings, told apart by word, key and place first, by colour last."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from studyapp.core.study.journal import Rating
from studyapp.core.study.next_due import NextDue
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.actions import format_shortcut
from studyapp.ui.kit.widgets import is_narrow


class RatingButton(QPushButton):
    """One rating with its key and the wait that it would choose."""

    def __init__(self, rating: Rating, rating_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rating")
        self._rating_name = rating_name
        self._interval_label = self._create_label("ratingWait", "")
        name = self._create_label("ratingWord", rating_name)
        name.setProperty("rating", str(int(rating)))
        self._rating = rating
        self._shortcut_label = self._create_label("ratingKey", "")
        self._name_label = name
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(12, 4, 12, 4)
        self._layout.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.set_compact(is_compact=False)

    def set_compact(self, *, is_compact: bool) -> None:
        """Word and wait below each other with the key beside them, or in a line without it."""
        for widget in (self._name_label, self._interval_label, self._shortcut_label):
            self._layout.removeWidget(widget)
        side = Qt.AlignmentFlag
        self._shortcut_label.setVisible(not is_compact)
        if is_compact:
            self._layout.addWidget(self._name_label, 0, 0, side.AlignRight | side.AlignVCenter)
            self._layout.addWidget(self._interval_label, 0, 1, side.AlignLeft | side.AlignVCenter)
        else:
            self._layout.addWidget(self._name_label, 0, 0, side.AlignHCenter | side.AlignBottom)
            self._layout.addWidget(self._interval_label, 1, 0, side.AlignHCenter | side.AlignTop)
            self._layout.addWidget(self._shortcut_label, 0, 0, side.AlignRight | side.AlignTop)
        self._layout.setHorizontalSpacing(theme.scale_pixels(8) if is_compact else 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that is held since the reveal rates nothing."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)

    def show_interval(self, due: NextDue | None) -> None:
        """Say when the card would come back, and which key does it: that may have changed."""
        self._shortcut_label.setText(format_shortcut(str(int(self._rating))))
        words = formatting.format_interval(due) if due else ""
        self._interval_label.setText(words)
        self.setAccessibleName(", ".join(part for part in (self._rating_name, words) if part))

    def _create_label(self, style_name: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(style_name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label


class RatingButtons(QWidget):
    """Again, hard, good, easy."""

    ratingChosen = Signal(Rating)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            Rating.AGAIN: self.tr("Again"),
            Rating.HARD: self.tr("Hard"),
            Rating.GOOD: self.tr("Good"),
            Rating.EASY: self.tr("Easy"),
        }
        meanings = {
            Rating.AGAIN: self.tr("Incorrect, or you didn't know. Shown again soon."),
            Rating.HARD: self.tr("Correct, with a lot of effort."),
            Rating.GOOD: self.tr("Correct."),
            Rating.EASY: self.tr("Correct immediately."),
        }
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._button_by_rating: dict[Rating, RatingButton] = {}
        self._arrangement: tuple[bool, int] | None = None
        for rating, word in words.items():
            button = RatingButton(rating, word, self)
            button.clicked.connect(lambda _=False, rating=rating: self.ratingChosen.emit(rating))
            button.setToolTip(meanings[rating])
            self._button_by_rating[rating] = button
        self._arrange_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, two in a row."""
        super().resizeEvent(event)
        self._arrange_buttons()

    def _arrange_buttons(self) -> None:
        in_rows = is_narrow(self)
        shown = [button for button in self._button_by_rating.values() if not button.isHidden()]
        arrangement = in_rows, len(shown)
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        self._layout.setSpacing(8 if in_rows else 12)
        columns = 2 if in_rows else len(self._button_by_rating)
        for index, button in enumerate(shown):
            self._layout.removeWidget(button)
            self._layout.addWidget(button, index // columns, index % columns)
            button.set_compact(is_compact=in_rows)

    def show_ratings(self, ratings: Collection[Rating], due_by_rating: Mapping[Rating, NextDue]) -> None:
        """Offer these ratings, and say on each what it would do; nothing where nothing is kept."""
        for rating, button in self._button_by_rating.items():
            button.setVisible(rating in ratings)
            button.show_interval(due_by_rating.get(rating))
        self._arrange_buttons()

    def focused_rating(self) -> Rating:
        """The rating whose button has the focus; good where none has."""
        return next(
            (rating for rating, button in self._button_by_rating.items() if button.hasFocus()), Rating.GOOD
        )

    def button_for(self, rating: Rating) -> QPushButton:
        """The button of a rating."""
        return self._button_by_rating[rating]
