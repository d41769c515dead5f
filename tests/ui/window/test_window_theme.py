"""Theme, style sheet and icons of the window."""

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from studyapp import paths
from studyapp.ui.backups.backup_list import BackupList
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


def luminance(colour: str) -> float:
    """The relative luminance of a color as WCAG defines it."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_fields_and_focus_rings_stand_out_from_their_background(colours: theme.Colours) -> None:
    for background in (colours.background, colours.panel):
        assert contrast(colours.fieldBorder, background) >= 3
        assert contrast(colours.accent, background) >= 3
        assert contrast(colours.again, background) >= 4.5
    for text in (colours.text, colours.mutedText):
        assert contrast(text, colours.selection) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_selected_row_of_a_list_has_one_flat_colour(app: AppDriver, qapp: QApplication, scheme: str) -> None:
    app.app_settings.theme = scheme
    app.open_window()
    tree = BackupList(app.window)
    tree.addTopLevelItem(QTreeWidgetItem(["a", "b", "c", "d", "e"]))
    tree.setCurrentIndex(tree.model().index(0, 0))
    tree.resize(600, 300)
    tree.show()
    qapp.processEvents()
    row = tree.visualRect(tree.model().index(0, 4))
    picture = tree.viewport().grab().toImage()
    x = row.right() - 4
    colours = {picture.pixelColor(x, y).name() for y in range(row.top() + 6, row.bottom() - 6)}
    assert colours == {theme.current_colours().selection.lower()}
