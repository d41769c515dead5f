"""The card view: style sheets and size."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.ui.card.document.wide_tables import WideTable
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.card.card_view_driver import CardViewDriver

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
STYLE_SHEET_RESOURCE = int(QTextDocument.ResourceType.StyleSheetResource.value)


@pytest.mark.parametrize(
    "html",
    [
        '<style>@import url("{sheet}");</style><p>words</p>',
        '<style>@import "file://{sheet}";</style><p>words</p>',
        '<link rel="stylesheet" type="text/css" href="{sheet}"><p>words</p>',
        '<head><link rel="stylesheet" href="file://{sheet}"></head><p>words</p>',
    ],
)
def test_external_style_sheet_is_not_loaded(driver: CardViewDriver, tmp_path: Path, html: str) -> None:
    sheet = tmp_path / "evil.css"
    sheet.write_text("p { color: #00ff00; font-size: 99px; }")
    driver.card_view.show_html(html.format(sheet=sheet), driver.deck_folder)
    assert "99px" not in driver.card_view.toHtml()
    assert "00ff00" not in driver.card_view.toHtml()
    assert driver.card_view.loadResource(STYLE_SHEET_RESOURCE, QUrl.fromLocalFile(str(sheet))) == ""


TEXT_SAMPLES = {
    "long": "many words " * 300,
    "code": "```\n" + "a line of code that is much wider than the card " * 6 + "\nlast line\n```",
    "table": "|a|b|\n|-|-|\n|" + "w" * 190 + "|" + "words " * 100 + "|",
    "wide table": "|" + "a-long-column-title|" * 9 + "\n" + "|-" * 9 + "|\n" + "|cell" * 9 + "|",
    "one endless word": "x" * 3000,
    "empty": "",
    "list": "\n".join(f"{number}. item" for number in range(60)),
}


@pytest.mark.parametrize("markdown", TEXT_SAMPLES.values(), ids=TEXT_SAMPLES)
def test_card_height_fits_its_text_at_every_width(
    driver: CardViewDriver, qtbot: QtBot, markdown: str
) -> None:
    driver.card_view.show_html(render_markdown(markdown), driver.deck_folder)
    card = driver.card_view
    for width in (900, 600, 300, 150, 300, 900):
        driver.window.resize(width, 400)
        qtbot.waitUntil(lambda: card.width() == driver.window.width(), timeout=TIMEOUT_SECONDS * 1000)
        qtbot.waitUntil(
            lambda: card.viewport().height() >= card.document().size().height(),
            timeout=TIMEOUT_SECONDS * 1000,
        )
        assert card.width() == width
        assert card.verticalScrollBar().maximum() == 0
        assert card.height() <= card.document().size().height() + 40


@pytest.mark.parametrize("sample", ["code", "wide table"])
def test_wide_code_and_tables_scroll_on_their_own(driver: CardViewDriver, sample: str) -> None:
    driver.card_view.show_html(render_markdown(TEXT_SAMPLES[sample]), driver.deck_folder)
    (table,) = driver.card_view.findChildren(WideTable)
    assert table.horizontalScrollBar().maximum() > 100
    assert table.horizontalScrollBar().value() == 0
    assert not driver.card_view.horizontalScrollBar().isVisible()
    assert driver.card_view.rect().contains(table.geometry())


def test_wide_table_of_right_to_left_text_starts_on_the_right(driver: CardViewDriver) -> None:
    markdown = TEXT_SAMPLES["wide table"].replace("a-long-column-title", "עיר-ארוכה-מאוד")
    driver.card_view.show_html(render_markdown(markdown), driver.deck_folder)
    (table,) = driver.card_view.findChildren(WideTable)
    assert table.horizontalScrollBar().maximum() > 100
    assert table.horizontalScrollBar().value() == table.horizontalScrollBar().maximum()
