"""The four ratings, told apart by word, key and place first, by colour last."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from studyapp.core.study.journal import Rating
from studyapp.core.study.next_due import Due
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.actions import shown_key
from studyapp.ui.kit.widgets import has_little_room


class RatingButton(QPushButton):
    """One rating with its key and the wait that it would choose."""

    def __init__(self, rating: Rating, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rating")
        self._word = word
        self._wait = self._label("ratingWait", "")
        name = self._label("ratingWord", word)
        name.setProperty("rating", str(int(rating)))
        self._rating = rating
        self._key = self._label("ratingKey", "")
        self._name = name
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(12, 4, 12, 4)
        self._layout.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.arrange(in_a_line=False)

    def arrange(self, *, in_a_line: bool) -> None:
        """Word and wait below each other with the key beside them, or in a line without it."""
        for widget in (self._name, self._wait, self._key):
            self._layout.removeWidget(widget)
        side = Qt.AlignmentFlag
        self._key.setVisible(not in_a_line)
        if in_a_line:
            self._layout.addWidget(self._name, 0, 0, side.AlignRight | side.AlignVCenter)
            self._layout.addWidget(self._wait, 0, 1, side.AlignLeft | side.AlignVCenter)
        else:
            self._layout.addWidget(self._name, 0, 0, side.AlignHCenter | side.AlignBottom)
            self._layout.addWidget(self._wait, 1, 0, side.AlignHCenter | side.AlignTop)
            self._layout.addWidget(self._key, 0, 0, side.AlignRight | side.AlignTop)
        self._layout.setHorizontalSpacing(theme.pixels(8) if in_a_line else 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that is held since the reveal rates nothing."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)

    def show_due(self, due: Due | None) -> None:
        """Say when the card would come back, and which key does it: that may have changed."""
        self._key.setText(shown_key(str(int(self._rating))))
        words = formatting.wait(due) if due else ""
        self._wait.setText(words)
        self.setAccessibleName(", ".join(part for part in (self._word, words) if part))

    def _label(self, name: str, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label


class RatingButtons(QWidget):
    """Again, hard, good, easy."""

    rated = Signal(Rating)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            Rating.AGAIN: self.tr("Again"),
            Rating.HARD: self.tr("Hard"),
            Rating.GOOD: self.tr("Good"),
            Rating.EASY: self.tr("Easy"),
        }
        meanings = {
            Rating.AGAIN: self.tr("You did not know it, or it was wrong. It comes back soon."),
            Rating.HARD: self.tr("Right, with much effort."),
            Rating.GOOD: self.tr("Right."),
            Rating.EASY: self.tr("Right at once."),
        }
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._buttons: dict[Rating, RatingButton] = {}
        self._arrangement: tuple[bool, int] | None = None
        for rating, word in words.items():
            button = RatingButton(rating, word, self)
            button.clicked.connect(lambda _=False, rating=rating: self.rated.emit(rating))
            button.setToolTip(meanings[rating])
            self._buttons[rating] = button
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, two in a row."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        in_rows = has_little_room(self)
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        arrangement = in_rows, len(shown)
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        self._layout.setSpacing(8 if in_rows else 12)
        columns = 2 if in_rows else len(self._buttons)
        for index, button in enumerate(shown):
            self._layout.removeWidget(button)
            self._layout.addWidget(button, index // columns, index % columns)
            button.arrange(in_a_line=in_rows)

    def show_dues(self, ratings: Collection[Rating], dues: Mapping[Rating, Due]) -> None:
        """Offer these ratings, and say on each what it would do; nothing where nothing is kept."""
        for rating, button in self._buttons.items():
            button.setVisible(rating in ratings)
            button.show_due(dues.get(rating))
        self._arrange()

    def focused(self) -> Rating:
        """The rating whose button has the focus; good where none has."""
        return next((rating for rating, button in self._buttons.items() if button.hasFocus()), Rating.GOOD)

    def button(self, rating: Rating) -> QPushButton:
        """The button of a rating."""
        return self._buttons[rating]
