"""Scrolling to the answer."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.card.card_scroll_area import CardScrollArea

CONTENT_HEIGHT = 1000


@pytest.mark.parametrize(
    ("height", "start", "scrolled"),
    [
        (400, 100, 0),  # above the middle, and much of it is visible
        (400, 250, 250),  # below the middle
        (150, 70, 70),  # above the middle, but hardly more than its first line is visible
        (400, 980, 600),  # the end of the content
    ],
)
def test_start_of_the_answer_is_shown(qtbot: QtBot, height: int, start: int, scrolled: int) -> None:
    window, content = QWidget(), QWidget()
    qtbot.addWidget(window)
    content.setFixedHeight(CONTENT_HEIGHT)
    area = CardScrollArea(content, window)
    area.setFrameShape(CardScrollArea.Shape.NoFrame)
    area.resize(300, height)
    window.resize(300, height)
    with qtbot.waitExposed(window):
        window.show()
    area.scroll_to_offset(content, start)
    assert area.verticalScrollBar().value() == scrolled
