"""The four rating buttons. They can be told apart by label, shortcut and position, not only by color."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from studyapp.core.study.next_due import NextDue
from studyapp.core.study.rating import Rating
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.kit import formatting, screen_reader

_MARGIN, _COMPACT_SPACING = 6, 4
"""Pixels."""


class RatingButton(QPushButton):
    """A rating with its shortcut and the interval that it leads to."""

    def __init__(self, rating: Rating, rating_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rating")
        self._rating_name = rating_name
        self._interval_label = self._create_label("ratingWait", "")
        name_label = self._create_label("ratingWord", rating_name)
        name_label.setProperty("rating", str(int(rating)))
        self._rating = rating
        self._shortcut_label = self._create_label("ratingKey", "")
        self._name_label = name_label
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        self._layout.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.set_compact(is_compact=False, shows_shortcut=True)

    def set_compact(self, *, is_compact: bool, shows_shortcut: bool) -> None:
        """Show the name, the interval and the shortcut in one line, or the interval below the name."""
        self._shortcut_label.setVisible(shows_shortcut)
        self._interval_label.setVisible(self.has_interval)
        for widget in (self._name_label, self._interval_label, self._shortcut_label):
            self._layout.removeWidget(widget)
        self._interval_label.setProperty("compact", is_compact)
        self._interval_label.style().unpolish(self._interval_label)
        self._interval_label.style().polish(self._interval_label)
        alignments = Qt.AlignmentFlag
        if is_compact:
            self._layout.addWidget(self._name_label, 0, 0, alignments.AlignRight | alignments.AlignVCenter)
            self._layout.addWidget(self._interval_label, 0, 1, alignments.AlignLeft | alignments.AlignVCenter)
            self._layout.addWidget(
                self._shortcut_label, 0, 2, alignments.AlignRight | alignments.AlignVCenter
            )
        else:
            vertical = alignments.AlignBottom if self.has_interval else alignments.AlignVCenter
            self._layout.addWidget(self._name_label, 0, 0, alignments.AlignHCenter | vertical)
            self._layout.addWidget(self._interval_label, 1, 0, alignments.AlignHCenter | alignments.AlignTop)
            self._layout.addWidget(self._shortcut_label, 0, 0, alignments.AlignRight | alignments.AlignTop)
        self._layout.setHorizontalSpacing(_COMPACT_SPACING if is_compact else 2)

    @property
    def has_interval(self) -> bool:
        """Whether an interval is shown."""
        return bool(self._interval_label.text())

    @property
    def wide_width(self) -> int:
        """The width in pixels that the button needs if it is not compact: the name is centered between two margins in
        which the shortcut has room."""
        widths = [label.sizeHint().width() for label in (self._name_label, self._interval_label)]
        key_width = self._shortcut_label.sizeHint().width()
        return max(widths[0] + 2 * (key_width + 2), widths[1]) + 2 * _MARGIN + 2

    @property
    def compact_width(self) -> int:
        """The width in pixels that the button needs for its name, interval and shortcut in one line."""
        labels = (self._name_label, self._interval_label, self._shortcut_label)
        return sum(label.sizeHint().width() for label in labels) + 2 * _COMPACT_SPACING + 2 * _MARGIN + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore auto-repeat, so that holding down the key that revealed the answer does not rate the card."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)

    def show_interval(self, due: NextDue | None) -> None:
        """Show the interval that the rating leads to (None to show none) and the current shortcut."""
        self._shortcut_label.setText(format_shortcut(str(int(self._rating))))
        self._interval_label.setText(formatting.format_interval(due) if due else "")

    def update_accessibility(self) -> None:
        """Tell screen readers the name, the interval and the shortcut. This is done when the button is shown, because
        they report a new name of the button that had the focus last."""
        interval, shortcut = self._interval_label.text(), self._shortcut_label.text()
        self.setAccessibleName(", ".join(part for part in (self._rating_name, interval) if part))
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=shortcut))

    def _create_label(self, style_name: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(style_name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label


_SPACING, _NARROW_SPACING = 12, 8
"""Pixels between the buttons, in one row and in two."""


class RatingButtons(QWidget):
    """The rating buttons: Again, Hard, Good and Easy."""

    ratingChosen = Signal(Rating)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_by_rating = {
            Rating.AGAIN: self.tr("Again"),
            Rating.HARD: self.tr("Hard"),
            Rating.GOOD: self.tr("Good"),
            Rating.EASY: self.tr("Easy"),
        }
        tooltip_by_rating = {
            Rating.AGAIN: self.tr("Incorrect, or you didn't know. Shown again soon."),
            Rating.HARD: self.tr("Correct, with a lot of effort."),
            Rating.GOOD: self.tr("Correct."),
            Rating.EASY: self.tr("Correct immediately."),
        }
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._button_by_rating: dict[Rating, RatingButton] = {}
        self._arrangement: tuple[bool, bool, int, bool] | None = None
        self._preselected = Rating.GOOD
        for rating, name in name_by_rating.items():
            button = RatingButton(rating, name, self)
            button.clicked.connect(lambda _=False, rating=rating: self.ratingChosen.emit(rating))
            button.setToolTip(tooltip_by_rating[rating])
            self._button_by_rating[rating] = button
        self._arrange_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the buttons in two columns if the widget is narrow."""
        super().resizeEvent(event)
        self._arrange_buttons()

    def _arrange_buttons(self) -> None:
        visible_buttons = [button for button in self._button_by_rating.values() if not button.isHidden()]
        widths = [button.wide_width + _SPACING for button in visible_buttons]
        is_compact = max(widths, default=0) * len(self._button_by_rating) - _SPACING > self.width()
        columns = 2 if is_compact else len(self._button_by_rating)
        compact_width = (self.width() - _NARROW_SPACING) // columns
        shows_shortcuts = not is_compact or all(
            button.compact_width <= compact_width for button in visible_buttons
        )
        has_intervals = any(button.has_interval for button in visible_buttons)
        arrangement = is_compact, shows_shortcuts, len(visible_buttons), has_intervals
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        self._layout.setSpacing(_NARROW_SPACING if is_compact else _SPACING)
        for index, button in enumerate(visible_buttons):
            self._layout.removeWidget(button)
            self._layout.addWidget(button, index // columns, index % columns)
            button.set_compact(is_compact=is_compact, shows_shortcut=shows_shortcuts)

    def show_ratings(self, ratings: Collection[Rating], due_by_rating: Mapping[Rating, NextDue]) -> None:
        """Show the buttons of these ratings with their intervals, if `due_by_rating` contains any."""
        for rating, button in self._button_by_rating.items():
            button.setVisible(rating in ratings)
            button.show_interval(due_by_rating.get(rating))
        self._arrange_buttons()

    def preselect(self, rating: Rating) -> None:
        """Focus the button of this rating, which `focused_rating` returns until another button has the focus."""
        self._preselected = rating
        self._button_by_rating[rating].setFocus()

    def update_accessibility(self, preselected: Rating, heard_answer: str) -> None:
        """Let screen readers say `heard_answer` with the button that will get the focus."""
        for button in self._button_by_rating.values():
            button.update_accessibility()
        if heard_answer:
            button = self._button_by_rating[preselected]
            screen_reader.describe_next_focus(button, f"{heard_answer}\n{button.accessibleName()}")

    def focused_rating(self) -> Rating:
        """Return the rating whose button has the focus, or the preselected one."""
        return next(
            (rating for rating, button in self._button_by_rating.items() if button.hasFocus()),
            self._preselected,
        )

    def button_for(self, rating: Rating) -> QPushButton:
        """Return the button of a rating."""
        return self._button_by_rating[rating]
