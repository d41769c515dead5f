"""Enlarging a picture of a card."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest

from studyapp.ui.card.picture_dialog import PictureDialog
from tests.ui.app_driver import AppDriver

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
WIDTH, HEIGHT = 2400, 600
ALT_TEXT = "A wide picture"


def study_picture(app: AppDriver) -> None:
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(app.decks_folder / "wide.png"))
    app.study({"id": "a", "front": f"Before ![{ALT_TEXT}](wide.png)", "back": "An answer"})


def shown_pictures(app: AppDriver) -> list[PictureDialog]:
    return app.review_page.findChildren(PictureDialog)


def test_click_enlarges_a_picture_and_another_closes_it(app: AppDriver) -> None:
    study_picture(app)
    view = app.review_page.card_view
    cursor = QTextCursor(view.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    place = view.cursorRect(cursor).bottomLeft()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place - QPoint(40, 10))
    (dialog,) = shown_pictures(app)
    app.wait_until(dialog.isActiveWindow)
    shown = dialog.picture_label.pixmap().deviceIndependentSize()
    available = app.window.screen().availableSize()
    assert available.width() * 0.85 < shown.width() <= available.width()
    assert shown.width() / shown.height() == WIDTH / HEIGHT
    QTest.mouseClick(dialog, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_picture_is_enlarged_with_the_keyboard(app: AppDriver) -> None:
    study_picture(app)
    view = app.review_page.card_view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    (dialog,) = shown_pictures(app)
    app.wait_until(dialog.isActiveWindow)
    assert dialog.accessibleDescription() == dialog.picture_label.accessibleName() == ALT_TEXT
    assert app.prompt.card.note.id == "a"
    assert not app.review_page.rating_buttons.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_missing_picture_is_not_enlarged(app: AppDriver) -> None:
    study_picture(app)
    Path(app.decks_folder / "wide.png").unlink()
    app.review_page.card_view.imageActivated.emit("wide.png", "A wide picture")
    assert shown_pictures(app) == []
