"""Every kind of content fits the window: no text is cut, and the answer is visible once it is shown."""

import pytest
from PySide6.QtCore import QPoint, QRect

from studyapp.core.study.study_queue import DailyLimits
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
    top = page.card_view.answer_top()
    if top is None:
        return []
    viewport = page.scroll_area.viewport()
    y = page.card_view.mapTo(viewport, QPoint(0, top)).y()
    line_height = page.card_view.fontMetrics().height()
    visible = QRect(0, 0, 1, viewport.height()).contains(QRect(0, y, 1, line_height))
    return [] if visible else [f"the answer at {y} is out of view, which has {viewport.height()} pixels"]


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(640, 480), (1366, 768), (1900, 1200)])
def test_every_kind_of_content_fits_the_window(app: AppDriver, size: tuple[int, int], text_size: int) -> None:
    app.app_settings.text_size = text_size
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
