"""Links on a card."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from studyapp.ui.card.card_view import CardLayout, CardView
from studyapp.ui.dialogs import modal_dialogs
from tests.ui.app_driver import AppDriver, text_of
from tests.ui.card.card_view_driver import CardViewDriver

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def click_first_link(card: CardView) -> None:
    """Click in the middle of the first link."""
    block = card.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.charFormat().isAnchor():
                cursor = card.textCursor()
                cursor.setPosition(fragment.position() + 1)
                point = card.cursorRect(cursor).center() + QPoint(2, 0)
                assert card.anchorAt(point)
                QTest.mouseClick(
                    card.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
                )
                return
            iterator += 1
        block = block.next()
    raise AssertionError("no link on the card")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "javascript:alert(1)",
        "deck.yaml",
        "#place",
        "ftp://x/y",
        "option:x",
        "hint:0",
        "hint:x",
    ],
)
def test_click_on_unsupported_link_does_nothing(driver: CardViewDriver, address: str) -> None:
    signals: list[object] = []
    driver.card_view.linkActivated.connect(signals.append)
    driver.card_view.optionPicked.connect(signals.append)
    driver.card_view.show_html(f'<p><a href="{address}">longer words</a></p>', driver.deck_folder)
    click_first_link(driver.card_view)
    assert signals == []
    assert text_of(driver.card_view) == "longer words"
    assert driver.card_view.source().isEmpty()


@pytest.mark.parametrize(
    "address", ["https://example.org/x?y=1", "http://example.org/", "mailto:a@example.org"]
)
def test_click_on_web_or_mail_link_emits_signal(driver: CardViewDriver, address: str) -> None:
    activated: list[QUrl] = []
    driver.card_view.linkActivated.connect(activated.append)
    driver.card_view.show_html(f'<p><a href="{address}">longer words</a></p>', driver.deck_folder)
    click_first_link(driver.card_view)
    assert [url.toString() for url in activated] == [address]
    assert text_of(driver.card_view) == "longer words"


def test_click_on_a_hint_shows_it_until_the_next_face(driver: CardViewDriver) -> None:
    layout = CardLayout(hints=("first hint", "second <b>hint</b>"))
    html = '<p>word <a href="hint:1">[longer hint]</a></p>'
    driver.card_view.show_html(html, driver.deck_folder, layout=layout)
    click_first_link(driver.card_view)
    assert text_of(driver.card_view).split() == ["word", "second", "hint"]
    driver.card_view.restyle()
    assert "second" in text_of(driver.card_view)
    driver.card_view.show_html(html, driver.deck_folder, layout=layout)
    assert "second" not in text_of(driver.card_view)


@pytest.fixture
def opened_urls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The URLs opened in the browser."""
    addresses: list[str] = []

    def open_url(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_link_is_opened_only_after_its_real_url_is_confirmed(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch, opened_urls: list[str], is_confirmed: bool
) -> None:
    asked_urls: list[str] = []

    def confirm_open_link(parent: QWidget, url: QUrl) -> bool:
        asked_urls.append(url.toString())
        return is_confirmed

    monkeypatch.setattr(modal_dialogs, "confirm_open_link", confirm_open_link)
    page = app.study({"id": "a", "front": "[https://bank.example](https://evil.example/x)", "back": "b"})
    click_first_link(page.card_view)
    assert asked_urls == ["https://evil.example/x"]
    assert opened_urls == (["https://evil.example/x"] if is_confirmed else [])


def test_link_is_opened_by_tab_and_enter(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch, opened_urls: list[str]
) -> None:
    monkeypatch.setattr(modal_dialogs, "confirm_open_link", lambda parent, url: True)
    page = app.study({"id": "a", "front": "See [here](https://example.org/h)", "back": "b"})
    while page.card_view.textCursor().selectedText() != "here":
        app.press(Qt.Key.Key_Tab)
    app.press(Qt.Key.Key_Return)
    assert opened_urls == ["https://example.org/h"]
    assert text_of(page.card_view) == "See here"
    app.press(Qt.Key.Key_Space)
    assert text_of(page.card_view) == "See here b"


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](file:///etc/hostname)",
        "[x](javascript:alert(1))",
        "[x](option:0)",
        '<a href="https://example.org">x</a>',
        "[x](data:text/html,x)",
        "[x](../deck.yaml)",
    ],
)
def test_deck_text_creates_no_unsupported_links(
    app: AppDriver, opened_urls: list[str], markdown: str
) -> None:
    page = app.study({"id": "a", "front": markdown, "back": "b"})
    assert [link for link in link_targets(page.card_view) if link] == []
    viewport = page.card_view.viewport()
    for x in range(0, viewport.width(), 10):
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(x, viewport.height() // 2))
    assert opened_urls == []


def link_targets(card: CardView) -> list[str]:
    found = []
    block = card.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            if iterator.fragment().charFormat().isAnchor():
                found.append(iterator.fragment().charFormat().anchorHref())
            iterator += 1
        block = block.next()
    return found
