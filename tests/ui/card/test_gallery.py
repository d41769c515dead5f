"""Every kind of content fits the window: no text is cut, and the answer is visible once it is shown."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QTextCursor

from studyapp.core.rendering.face_html import ANSWER_ANCHOR_NAME
from studyapp.core.study.study_queue import DailyLimits
from studyapp.ui.card.document.card_typesetting import find_anchor
from studyapp.ui.card.document.wide_tables import WideTable
from studyapp.ui.review.review_page import ReviewPage
from tests.ui.app_driver import AppDriver
from tools.gallery_deck import create_gallery


def layout_faults(page: ReviewPage) -> list[str]:
    """What is cut, covered or out of place on the review page."""
    view, area, bar = page.card_view, page.scroll_area, page.rating_buttons.parentWidget()
    assert bar is not None
    document, faults = view.document(), []
    if document.size().width() > view.viewport().width() + 1 or view.horizontalScrollBar().maximum() > 0:
        faults.append("text is wider than the card")
    if document.size().height() > view.height():
        faults.append("text is higher than the card")
    if area.horizontalScrollBar().maximum() > 0:
        faults.append("the page scrolls horizontally")
    area_bottom = area.mapTo(page, QPoint(0, area.height())).y()
    if area_bottom > bar.mapTo(page, QPoint(0, 0)).y():
        faults.append("the card overlaps the answer bar")
    faults += [
        f"table at {table.geometry()} is cut"
        for table in view.findChildren(WideTable)
        if not view.rect().contains(table.geometry()) or table.verticalScrollBar().maximum() > 0
    ]
    return faults


def answer_fault(page: ReviewPage) -> list[str]:
    """Whether the first line of the answer is out of view."""
    view, document = page.card_view, page.card_view.document()
    position = find_anchor(document, ANSWER_ANCHOR_NAME)
    if position is None:
        return []
    block = document.findBlock(position)
    while not block.text().strip() and block.next().isValid():
        block = block.next()
    cursor = QTextCursor(document)
    cursor.setPosition(max(position, block.position()))
    line = view.cursorRect(cursor)
    line.moveTopLeft(QPoint(0, view.mapTo(page.scroll_area.viewport(), line.topLeft()).y()))
    visible = (
        page.scroll_area.viewport().rect().contains(line.intersected(QRect(line.topLeft(), QSize(1, 60))))
    )
    return (
        [] if visible else [f"the answer at {line.y()} is out of view: {page.scroll_area.viewport().size()}"]
    )


@pytest.mark.parametrize(
    ("size", "text_size", "language"),
    [
        ((640, 480), 100, "en"),
        ((640, 480), 200, "en"),
        ((640, 480), 200, "zh-Hans"),
        ((1366, 768), 100, "en"),
        ((1366, 768), 200, "en"),
        ((1900, 1200), 100, "en"),
        ((1900, 1200), 200, "zh-Hant"),
    ],
)
def test_every_kind_of_content_fits_the_window(
    app: AppDriver, size: tuple[int, int], text_size: int, language: str
) -> None:
    app.app_settings.text_size, app.app_settings.interface_language = text_size, language
    create_gallery(app.decks_folder)
    window = app.open_window()
    window.resize(*size)
    window.start_session(limits=DailyLimits(1000, 1000, 1000, 1000))
    page, faults, seen = app.review_page, [], 0
    while page.prompt is not None:
        seen += 1
        name = str(page.prompt.card.id)
        app.process_events()
        faults += [f"{name}: {fault} (question)" for fault in layout_faults(page)]
        page.reveal()
        app.process_events()
        faults += [f"{name}: {fault} (answer)" for fault in layout_faults(page) + answer_fault(page)]
        page.bury()
        page.notice_bar.clear()
    assert seen >= 30
    assert "\n".join(faults) == ""
