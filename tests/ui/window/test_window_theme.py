"""Theme, style sheet and icons of the window."""

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
)

from studyapp import paths
from studyapp.ui.kit import theme
from studyapp.ui.kit.icons import load_icon
from tests.ui.app_driver import AppDriver, basic_note, text_of

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)


def test_theme_change_restyles_the_current_card(app: AppDriver, qapp: QApplication) -> None:
    qapp.setProperty("theme", "light")
    page = app.study(basic_note("a"))
    assert theme.LIGHT.text.lower() in page.card_view.toHtml()
    qapp.setProperty("theme", "dark")
    app.window.restyle()
    assert theme.DARK.text.lower() in page.card_view.toHtml()
    assert theme.LIGHT.text.lower() not in page.card_view.toHtml()
    assert text_of(page.card_view) == "Question a?"
    assert theme.DARK.background in qapp.styleSheet()
    assert theme.LIGHT.background not in qapp.styleSheet()


def test_restyling_is_idempotent(app: AppDriver, qapp: QApplication) -> None:
    window = app.open_window()
    window.restyle()
    font, sheet = qapp.font().families(), qapp.styleSheet()
    for _ in range(3):
        window.restyle()
    assert qapp.font().families() == font
    assert qapp.styleSheet() == sheet


def test_style_sheet_has_no_unresolved_colour_names(app: AppDriver, qapp: QApplication) -> None:
    app.open_window()
    assert re.findall(r"@\w+", qapp.styleSheet()) == []


@pytest.mark.parametrize("ratio", [1.5, 2.0, 3.0])
@pytest.mark.parametrize("name", ["decks", "study", "export", "languages", "keys"])
def test_icons_look_the_same_at_every_scale(qapp: QApplication, name: str, ratio: float) -> None:
    small, large = (
        load_icon(paths.resources_folder(), name, "#ff0000", scale).pixmap(QSize(20, 20), scale).toImage()
        for scale in (1.0, ratio)
    )
    assert large.width() == 20 * ratio
    scaled_down = large.scaled(20, 20, mode=Qt.TransformationMode.SmoothTransformation)
    points = [(x, y) for x in range(20) for y in range(20)]
    assert any(small.pixelColor(*point).alpha() > 100 for point in points)
    differences = [
        abs(small.pixelColor(*point).alpha() - scaled_down.pixelColor(*point).alpha()) for point in points
    ]
    assert sum(differences) / len(points) < 15
