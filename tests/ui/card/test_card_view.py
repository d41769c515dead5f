"""The card on screen and what hostile HTML can't make it do."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.ui.card.card_view import CardView
from studyapp.ui.kit import modal_dialogs
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver, text_of

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

IMAGE = int(QTextDocument.ResourceType.ImageResource.value)
SHEET = int(QTextDocument.ResourceType.StyleSheetResource.value)
RED, GREEN = 0xFFFF0000, 0xFF00FF00
REFUSED = QSize(1, 1)


def picture(path: Path, width: int = 40, height: int = 30, colour: int = RED) -> Path:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(colour)
    assert image.save(str(path))
    return path


def bomb(path: Path, side: int = 7900) -> None:
    """A PNG of a few kilobytes that is `side` pixels wide and high, one bit each."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 2) * side), 9)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


class Stage:
    """A card in a window of its own, and a deck's folder beside a secret."""

    def __init__(self, folder: Path, bot: QtBot) -> None:
        self.folder = folder / "deck"
        self.folder.mkdir()
        self.secret = picture(folder / "secret.png", 300, 300)
        self.window = QWidget()
        bot.addWidget(self.window)
        self.card = CardView(self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.window.resize(600, 400)
        with bot.waitExposed(self.window):
            self.window.show()

    def drawn(self, name: str) -> QImage:
        """The picture that the card draws for `<img src="NAME">`."""
        self.card.show_html(f'<p><img src="{name}"></p>', self.folder)
        self.card.grab()
        image = self.card.document().resource(IMAGE, QUrl(name))
        assert isinstance(image, QImage)
        return image


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(tmp_path, qtbot)
    yield made
    made.window.close()


@pytest.mark.parametrize("name", ["in.png", "sub/in.png", "a b.png", "圖.png"])
def test_picture_of_the_deck_is_drawn(stage: Stage, name: str) -> None:
    (stage.folder / "sub").mkdir()
    picture(stage.folder / name)
    image = stage.drawn(name)
    assert image.size() == QSize(40, 30)
    assert image.pixel(5, 5) == RED


def test_pictures_of_the_same_name_in_two_decks_are_told_apart(stage: Stage, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    picture(stage.folder / "x.png", colour=RED)
    picture(other / "x.png", colour=GREEN)
    assert stage.drawn("x.png").pixel(5, 5) == RED
    stage.folder = other
    assert stage.drawn("x.png").pixel(5, 5) == GREEN


@pytest.mark.parametrize(
    "name",
    [
        "{secret}",
        "file://{secret}",
        "FILE:///{secret}",
        "../secret.png",
        "sub/../../secret.png",
        "%2e%2e/secret.png",
        "link.png",
        "linked/secret.png",
        "ring.png",
        "absent.png",
        "folder.png",
        "not-a-picture.png",
        "in.png%00",
        "x" * 5000 + ".png",
        "x/" * 5000 + "x.png",
        ":/qt-project.org/styles/commonstyle/images/file-32.png",
        "qrc:/qt-project.org/styles/commonstyle/images/file-32.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "https://127.0.0.1:1/x.png",
    ],
)
def test_picture_from_elsewhere_is_not_read(stage: Stage, name: str) -> None:
    picture(stage.folder / "in.png")
    (stage.folder / "link.png").symlink_to(stage.secret)
    (stage.folder / "linked").symlink_to(stage.secret.parent)
    (stage.folder / "ring.png").symlink_to(stage.folder / "ring.png")
    (stage.folder / "folder.png").mkdir()
    (stage.folder / "not-a-picture.png").write_text("words")
    assert stage.drawn(name.format(secret=stage.secret)).size() == REFUSED


def test_card_without_a_folder_reads_no_picture(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    stage.card.show_html('<img src="secret.png">', None)
    assert stage.card.document().resource(IMAGE, QUrl("secret.png")).size() == REFUSED


def test_picture_is_not_looked_for_in_the_working_folder(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert stage.drawn("secret.png").size() == REFUSED


@pytest.mark.parametrize("name", ["drawing.svg", "drawing.png", "packed.svgz"])
def test_drawing_in_svg_is_refused(stage: Stage, name: str) -> None:
    import gzip

    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><image href="{stage.secret}"/></svg>'
    )
    data = svg.encode()
    (stage.folder / name).write_bytes(gzip.compress(data) if name.endswith("z") else data)
    assert stage.drawn(name).size() == REFUSED


def test_picture_bombs_stay_small(stage: Stage) -> None:
    names = [f"bomb{number}.png" for number in range(12)]
    for name in names:
        bomb(stage.folder / name)
    assert (stage.folder / names[0]).stat().st_size < 20_000
    stage.card.show_html("".join(f'<img src="{name}">' for name in names), stage.folder)
    stage.card.grab()
    sizes = [stage.card.document().resource(IMAGE, QUrl(name)).size() for name in names]
    assert sum(size.width() * size.height() for size in sizes) < 6_000_000


def test_many_pictures_together_stay_small(stage: Stage) -> None:
    names = [f"p{number}.png" for number in range(12)]
    for name in names:
        picture(stage.folder / name, 2400, 2000)
    stage.card.show_html("".join(f'<img src="{name}">' for name in names), stage.folder)
    sizes = [stage.card.document().resource(IMAGE, QUrl(name)).size() for name in names]
    assert sizes[0] == QSize(600, 500)
    assert sizes[-1] == REFUSED
    stage.card.show_html(f'<img src="{names[-1]}">', stage.folder)
    assert stage.card.document().resource(IMAGE, QUrl(names[-1])).size() == QSize(600, 500)


def test_large_picture_is_drawn_no_wider_than_the_column(stage: Stage) -> None:
    picture(stage.folder / "wide.png", 2000, 500)
    assert stage.drawn("wide.png").size() == QSize(600, 150)


@pytest.mark.parametrize(
    "html",
    [
        '<style>@import url("{sheet}");</style><p>words</p>',
        '<style>@import "file://{sheet}";</style><p>words</p>',
        '<link rel="stylesheet" type="text/css" href="{sheet}"><p>words</p>',
        '<head><link rel="stylesheet" href="file://{sheet}"></head><p>words</p>',
    ],
)
def test_style_sheet_of_a_file_is_not_read(stage: Stage, tmp_path: Path, html: str) -> None:
    sheet = tmp_path / "evil.css"
    sheet.write_text("p { color: #00ff00; font-size: 99px; }")
    stage.card.show_html(html.format(sheet=sheet), stage.folder)
    assert "99px" not in stage.card.toHtml()
    assert "00ff00" not in stage.card.toHtml()
    assert stage.card.loadResource(SHEET, QUrl.fromLocalFile(str(sheet))) == ""


@pytest.mark.parametrize("table", ['background="{secret}"', "style=\"background-image: url('{secret}')\""])
def test_background_picture_of_a_file_is_not_read(stage: Stage, table: str) -> None:
    attribute = table.format(secret=stage.secret)
    stage.card.show_html(f"<table {attribute}><tr><td {attribute}>words</td></tr></table>", stage.folder)
    shot = stage.card.grab().toImage()
    colours = {shot.pixel(x, y) for x in range(0, shot.width(), 3) for y in range(0, shot.height(), 3)}
    assert RED not in colours


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
                place = card.cursorRect(cursor).center() + QPoint(2, 0)
                assert card.anchorAt(place)
                QTest.mouseClick(
                    card.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
                )
                return
            iterator += 1
        block = block.next()
    raise AssertionError("no link on the card")


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "javascript:alert(1)", "deck.yaml", "#place", "ftp://x/y", "option:x"]
)
def test_click_on_a_link_to_anything_but_a_page_does_nothing(stage: Stage, address: str) -> None:
    told: list[object] = []
    stage.card.linkActivated.connect(told.append)
    stage.card.optionPicked.connect(told.append)
    stage.card.show_html(f'<p><a href="{address}">longer words</a></p>', stage.folder)
    click_first_link(stage.card)
    assert told == []
    assert text_of(stage.card) == "longer words"
    assert stage.card.source().isEmpty()


@pytest.mark.parametrize(
    "address", ["https://example.org/x?y=1", "http://example.org/", "mailto:a@example.org"]
)
def test_click_on_a_link_to_a_page_is_told(stage: Stage, address: str) -> None:
    told: list[QUrl] = []
    stage.card.linkActivated.connect(told.append)
    stage.card.show_html(f'<p><a href="{address}">longer words</a></p>', stage.folder)
    click_first_link(stage.card)
    assert [url.toString() for url in told] == [address]
    assert text_of(stage.card) == "longer words"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses given to the browser."""
    addresses: list[str] = []

    def open_url(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


@pytest.mark.parametrize("is_wanted", [False, True])
def test_link_is_opened_only_after_a_yes_to_its_true_address(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch, opened: list[str], is_wanted: bool
) -> None:
    asked: list[str] = []

    def may_open_link(parent: QWidget, url: QUrl) -> bool:
        asked.append(url.toString())
        return is_wanted

    monkeypatch.setattr(modal_dialogs, "confirm_open_link", may_open_link)
    page = app.study({"id": "a", "front": "[https://bank.example](https://evil.example/x)", "back": "b"})
    click_first_link(page.card_view)
    assert asked == ["https://evil.example/x"]
    assert opened == (["https://evil.example/x"] if is_wanted else [])


def test_link_is_followed_by_tab_and_enter(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    monkeypatch.setattr(modal_dialogs, "confirm_open_link", lambda parent, url: True)
    page = app.study({"id": "a", "front": "See [here](https://example.org/h)", "back": "b"})
    while page.card_view.textCursor().selectedText() != "here":
        app.press(Qt.Key.Key_Tab)
    app.press(Qt.Key.Key_Return)
    assert opened == ["https://example.org/h"]
    assert text_of(page.card_view) == "See here"
    app.press(Qt.Key.Key_Space)
    assert text_of(page.card_view) == "See here b"


@pytest.mark.parametrize(
    "words",
    [
        "[x](file:///etc/hostname)",
        "[x](javascript:alert(1))",
        "[x](option:0)",
        '<a href="https://example.org">x</a>',
        "[x](data:text/html,x)",
        "[x](../deck.yaml)",
    ],
)
def test_deck_makes_no_link_but_to_a_page(app: AppDriver, opened: list[str], words: str) -> None:
    page = app.study({"id": "a", "front": words, "back": "b"})
    assert [link for link in links(page.card_view) if link] == []
    click_on = page.card_view.viewport()
    for x in range(0, click_on.width(), 10):
        QTest.mouseClick(click_on, Qt.MouseButton.LeftButton, pos=QPoint(x, click_on.height() // 2))
    assert opened == []


def links(card: CardView) -> list[str]:
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


@pytest.mark.parametrize(
    "words",
    [
        "![x]({secret})",
        "![x](file://{secret})",
        "![x](../secret.png)",
        "![x](%2e%2e/secret.png)",
        "![x](link.png)",
        "![x](drawing.svg)",
        "![x](<" + "a " * 3000 + ".png>)",
        "<img src='{secret}'>",
        "![x](https://127.0.0.1:1/x.png)",
    ],
)
def test_deck_shows_no_picture_from_elsewhere(app: AppDriver, tmp_path: Path, words: str) -> None:
    secret = picture(tmp_path / "secret.png", 300, 300)
    (app.decks_folder / "link.png").symlink_to(secret)
    (app.decks_folder / "drawing.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300" fill="#f00"/></svg>'
    )
    page = app.study({"id": "a", "front": words.replace("{secret}", str(secret)), "back": "b"})
    shot = page.card_view.grab().toImage()
    colours = {shot.pixel(x, y) for x in range(0, shot.width(), 7) for y in range(0, shot.height(), 7)}
    assert RED not in colours


def test_deck_shows_its_own_picture(app: AppDriver) -> None:
    picture(app.decks_folder / "own.png", 300, 300)
    page = app.study({"id": "a", "front": "![x](own.png)", "back": "b"})
    shot = page.card_view.grab().toImage()
    colours = {shot.pixel(x, y) for x in range(0, shot.width(), 7) for y in range(0, shot.height(), 7)}
    assert RED in colours


FITTED = {
    "long": "many words " * 300,
    "code": "```\n" + "a line of code that is much wider than the card " * 6 + "\nlast line\n```",
    "table": "|a|b|\n|-|-|\n|" + "w" * 190 + "|" + "words " * 100 + "|",
    "one endless word": "x" * 3000,
    "empty": "",
    "list": "\n".join(f"{number}. item" for number in range(60)),
}


@pytest.mark.parametrize("words", FITTED.values(), ids=FITTED)
def test_height_fits_the_text_at_every_width(stage: Stage, qtbot: QtBot, words: str) -> None:
    stage.card.show_html(render_markdown(words), stage.folder)
    card = stage.card
    for width in (900, 600, 300, 150, 300, 900):
        stage.window.resize(width, 400)
        qtbot.waitUntil(lambda: card.width() == stage.window.width(), timeout=TIMEOUT_SECONDS * 1000)
        qtbot.waitUntil(
            lambda: card.viewport().height() >= card.document().size().height(),
            timeout=TIMEOUT_SECONDS * 1000,
        )
        assert card.width() == width
        assert card.verticalScrollBar().maximum() == 0
        assert card.height() <= card.document().size().height() + 40


def test_wide_code_can_be_scrolled_sideways(stage: Stage) -> None:
    stage.card.show_html(render_markdown(FITTED["code"]), stage.folder)
    assert stage.card.horizontalScrollBar().isVisible()
    assert stage.card.horizontalScrollBar().maximum() > 100
