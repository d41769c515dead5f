"""The texts of the rating buttons fit, also in the smallest window with large text."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel

from studyapp.core.study.rating import Rating
from studyapp.ui.review.rating_buttons import RatingButton
from tests.ui.app_driver import DAY, AppDriver, basic_note

Key = Qt.Key


def label_rects(button: RatingButton) -> list[QRect]:
    return [
        QRect(label.mapTo(button, QPoint()), label.size())
        for label in button.findChildren(QLabel)
        if label.isVisible()
    ]


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(640, 480), (1120, 760)])
def test_name_interval_and_key_fit(
    app: AppDriver, size: tuple[int, int], text_size: int, language: str
) -> None:
    app.app_settings.text_size, app.app_settings.interface_language = text_size, language
    page = app.study(basic_note("a"))
    app.window.resize(*size)
    page.reveal()
    page.rate(Rating.EASY)
    app.now += 100 * DAY  # intervals grow to months
    app.window.start_session()
    page.reveal()
    QApplication.processEvents()
    for rating in Rating:
        button = page.rating_buttons.button_for(rating)
        assert isinstance(button, RatingButton)
        labels = [label for label in button.findChildren(QLabel) if label.isVisible()]
        assert len(labels) == 3 or (len(labels) == 2 and text_size == 200)
        for label in labels:
            assert label.width() >= label.sizeHint().width(), label.text()
        rects = label_rects(button)
        for index, rect in enumerate(rects):
            assert button.rect().contains(rect), labels[index].text()
            assert not any(rect.intersects(other) for other in rects[index + 1 :]), labels[index].text()
