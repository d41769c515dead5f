"""The four ratings, told apart by word, key and place first, by colour last."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from studyapp.core.intervals import Due
from studyapp.core.journal import Rating
from studyapp.ui import wording
from studyapp.ui.actions import shown_key


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
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(self._wait, 1, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._key, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that is held since the reveal rates nothing."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)

    def show_due(self, due: Due | None) -> None:
        """Say when the card would come back, and which key does it: that may have changed."""
        self._key.setText(shown_key(str(int(self._rating))))
        words = wording.wait(due) if due else ""
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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._buttons: dict[Rating, RatingButton] = {}
        for rating, word in words.items():
            button = RatingButton(rating, word, self)
            button.clicked.connect(lambda _=False, rating=rating: self.rated.emit(rating))
            button.setToolTip(meanings[rating])
            layout.addWidget(button, 1)
            self._buttons[rating] = button

    def show_dues(self, ratings: Collection[Rating], dues: Mapping[Rating, Due]) -> None:
        """Offer these ratings, and say on each what it would do; nothing where nothing is kept."""
        for rating, button in self._buttons.items():
            button.setVisible(rating in ratings)
            button.show_due(dues.get(rating))

    def focused(self) -> Rating:
        """The rating whose button has the focus; good where none has."""
        return next((rating for rating, button in self._buttons.items() if button.hasFocus()), Rating.GOOD)

    def button(self, rating: Rating) -> QPushButton:
        """The button of a rating."""
        return self._buttons[rating]
