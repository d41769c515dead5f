"""What the window tells about a deck."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QUrl
from PySide6.QtWidgets import QLabel, QWidget

from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.decks.about_deck_dialog import AboutDeckDialog
from studyapp.ui.dialogs import modal_dialogs
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.decks.deck_page_actions import choose_in_row_menu

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (propagateSizeHints|raise)")

SOURCE = {"title": "The book", "author": "A. Author", "date": "2023", "link": "https://example.org/a/b"}


def open_about(app: AppDriver) -> AboutDeckDialog:
    choose_in_row_menu(app, 0, "About this deck")
    return app.window.findChildren(AboutDeckDialog)[-1]


def texts(dialog: AboutDeckDialog) -> list[str]:
    return [label.text().replace("\u200b", "") for label in dialog.findChildren(QLabel)]


def test_dialog_shows_description_source_size_and_file(app: AppDriver) -> None:
    path = app.write_deck(
        basic_note("a"),
        basic_note("b"),
        title="Deck & more",
        description={"en": "About **this** <b>deck</b>.", "zh-Hant": "關於牌組"},
        source=SOURCE,
    )
    app.open_window()
    shown = texts(open_about(app))
    assert shown[:2] == ["Deck & more", "About this <b>deck</b>."]
    facts = dict(zip(shown[2::2], shown[3::2], strict=True))
    assert facts == {
        "Source": "The book", "Author": "A. Author", "Date": "2023", "Link": "https://example.org/a/b",
        "Notes": "2", "Cards": "2", "New": "2", "File": str(path),
    }  # fmt: skip


def test_deck_without_description_and_source_shows_the_rest(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    dialog = open_about(app)
    assert "Source" not in texts(dialog) and "File" in texts(dialog)
    assert not dialog.open_link_button.isVisible()


def test_description_is_shown_in_the_languages_of_the_cards(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), description={"en": "English text", "zh-Hant": "關於牌組"})
    app.app_settings.card_languages = CardLanguages.ENGLISH_AND_TRADITIONAL
    app.open_window()
    assert texts(open_about(app))[1:3] == ["English text", "關於牌組"]


def test_buttons_open_file_and_link(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    app.write_deck(basic_note("a"), source=SOURCE)
    app.open_window()
    opened: list[str] = []
    monkeypatch.setattr(app.window.deck_adder, "open_file", lambda path: opened.append(Path(path).name))

    def open_link(parent: QWidget, url: QUrl) -> None:
        opened.append(url.toString())

    monkeypatch.setattr(modal_dialogs, "open_link", open_link)
    dialog = open_about(app)
    dialog.open_file_button.click()
    dialog.open_link_button.click()
    assert opened == ["d.yaml", "https://example.org/a/b"]
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_long_description_scrolls_on_a_small_screen(app: AppDriver) -> None:
    app.application.setProperty("available-geometry", QRect(0, 0, 640, 480))
    app.write_deck(basic_note("a"), description="A long description. " * 400)
    app.open_window()
    dialog = open_about(app)
    app.application.setProperty("available-geometry", None)
    assert dialog.height() <= 480
    assert dialog.focusWidget() is dialog.close_button
    assert dialog.close_button.geometry().bottom() < dialog.height()
