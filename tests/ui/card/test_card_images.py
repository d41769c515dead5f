"""Images on a card: only those in the deck folder, and of limited size."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QUrl

from studyapp.core.rendering.deck_styles.sized_image import SizedImage, encode_sized_image
from tests.ui.app_driver import AppDriver
from tests.ui.card.card_view_driver import (
    GREEN,
    IMAGE_RESOURCE,
    PLACEHOLDER_SIZE,
    RED,
    CardViewDriver,
    save_image,
)

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def save_image_bomb(path: Path, side: int = 7900) -> None:
    """Save a PNG of a few kilobytes with `side` times `side` pixels of one bit."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 2) * side), 9)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("name", ["in.png", "sub/in.png", "a b.png", "圖.png"])
def test_image_in_deck_folder_is_shown(driver: CardViewDriver, name: str) -> None:
    (driver.deck_folder / "sub").mkdir()
    save_image(driver.deck_folder / name)
    image = driver.render_image(name)
    assert image.size() == QSize(40, 30)
    assert image.pixel(5, 5) == RED


def test_images_of_the_same_name_in_two_decks_are_distinguished(
    driver: CardViewDriver, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    save_image(driver.deck_folder / "x.png", colour=RED)
    save_image(other / "x.png", colour=GREEN)
    assert driver.render_image("x.png").pixel(5, 5) == RED
    driver.deck_folder = other
    assert driver.render_image("x.png").pixel(5, 5) == GREEN


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
def test_image_outside_deck_folder_is_rejected(driver: CardViewDriver, name: str) -> None:
    save_image(driver.deck_folder / "in.png")
    (driver.deck_folder / "link.png").symlink_to(driver.secret_image)
    (driver.deck_folder / "linked").symlink_to(driver.secret_image.parent)
    (driver.deck_folder / "ring.png").symlink_to(driver.deck_folder / "ring.png")
    (driver.deck_folder / "folder.png").mkdir()
    (driver.deck_folder / "not-a-picture.png").write_text("words")
    assert driver.render_image(name.format(secret=driver.secret_image)).size() == PLACEHOLDER_SIZE


def test_card_without_folder_loads_no_image(
    driver: CardViewDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    driver.card_view.show_html('<img src="secret.png">', None)
    assert driver.card_view.document().resource(IMAGE_RESOURCE, QUrl("secret.png")).size() == PLACEHOLDER_SIZE


def test_image_is_not_searched_in_working_directory(
    driver: CardViewDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert driver.render_image("secret.png").size() == PLACEHOLDER_SIZE


@pytest.mark.parametrize("name", ["drawing.svg", "drawing.png", "packed.svgz"])
def test_svg_image_is_rejected(driver: CardViewDriver, name: str) -> None:
    import gzip

    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><image href="{driver.secret_image}"/></svg>'
    data = svg.encode()
    (driver.deck_folder / name).write_bytes(gzip.compress(data) if name.endswith("z") else data)
    assert driver.render_image(name).size() == PLACEHOLDER_SIZE


def test_image_bombs_stay_within_size_limit(driver: CardViewDriver) -> None:
    names = [f"bomb{number}.png" for number in range(12)]
    for name in names:
        save_image_bomb(driver.deck_folder / name)
    assert (driver.deck_folder / names[0]).stat().st_size < 20_000
    driver.card_view.show_html("".join(f'<img src="{name}">' for name in names), driver.deck_folder)
    driver.card_view.grab()
    sizes = [driver.card_view.document().resource(IMAGE_RESOURCE, QUrl(name)).size() for name in names]
    assert sum(size.width() * size.height() for size in sizes) < 6_000_000


def test_total_size_of_images_is_limited(driver: CardViewDriver) -> None:
    names = [f"p{number}.png" for number in range(12)]
    for name in names:
        save_image(driver.deck_folder / name, 2400, 2000)
    driver.card_view.show_html("".join(f'<img src="{name}">' for name in names), driver.deck_folder)
    sizes = [driver.card_view.document().resource(IMAGE_RESOURCE, QUrl(name)).size() for name in names]
    assert sizes[0] == QSize(600, 500)
    assert sizes[-1] == PLACEHOLDER_SIZE
    driver.card_view.show_html(f'<img src="{names[-1]}">', driver.deck_folder)
    assert driver.card_view.document().resource(IMAGE_RESOURCE, QUrl(names[-1])).size() == QSize(600, 500)


def test_wide_image_is_scaled_to_card_width(driver: CardViewDriver) -> None:
    save_image(driver.deck_folder / "wide.png", 2000, 500)
    assert driver.render_image("wide.png").size() == QSize(600, 150)


@pytest.mark.parametrize("table", ['background="{secret}"', "style=\"background-image: url('{secret}')\""])
def test_background_image_outside_deck_folder_is_not_loaded(driver: CardViewDriver, table: str) -> None:
    attribute = table.format(secret=driver.secret_image)
    driver.card_view.show_html(
        f"<table {attribute}><tr><td {attribute}>words</td></tr></table>", driver.deck_folder
    )
    screenshot = driver.card_view.grab().toImage()
    colours = {
        screenshot.pixel(x, y)
        for x in range(0, screenshot.width(), 3)
        for y in range(0, screenshot.height(), 3)
    }
    assert RED not in colours


@pytest.mark.parametrize(
    "markdown",
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
def test_deck_text_shows_no_image_outside_deck_folder(app: AppDriver, tmp_path: Path, markdown: str) -> None:
    secret = save_image(tmp_path / "secret.png", 300, 300)
    (app.decks_folder / "link.png").symlink_to(secret)
    (app.decks_folder / "drawing.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300" fill="#f00"/></svg>'
    )
    page = app.study({"id": "a", "front": markdown.replace("{secret}", str(secret)), "back": "b"})
    screenshot = page.card_view.grab().toImage()
    colours = {
        screenshot.pixel(x, y)
        for x in range(0, screenshot.width(), 7)
        for y in range(0, screenshot.height(), 7)
    }
    assert RED not in colours


def test_deck_text_shows_image_in_deck_folder(app: AppDriver) -> None:
    save_image(app.decks_folder / "own.png", 300, 300)
    page = app.study({"id": "a", "front": "![x](own.png)", "back": "b"})
    screenshot = page.card_view.grab().toImage()
    colours = {
        screenshot.pixel(x, y)
        for x in range(0, screenshot.width(), 7)
        for y in range(0, screenshot.height(), 7)
    }
    assert RED in colours


@pytest.mark.parametrize(
    ("lengths", "size"),
    [
        (("20", "", "", ""), (20, 15)),
        (("", "15", "", ""), (20, 15)),
        (("20", "30", "", ""), (20, 30)),
        (("80", "", "", ""), (80, 60)),
        (("50%", "", "", ""), (300, 225)),
        (("9999", "", "", ""), (600, 450)),
        (("", "", "10", ""), (10, 8)),
        (("", "", "100%", "3"), (4, 3)),
        (("80", "", "25", "6"), (8, 6)),
    ],
)
def test_image_has_the_size_that_the_deck_asks_for(
    driver: CardViewDriver, lengths: tuple[str, str, str, str], size: tuple[int, int]
) -> None:
    save_image(driver.deck_folder / "a b.png")
    name = encode_sized_image(SizedImage("a b.png", *lengths))
    image = driver.render_image(name)
    assert image.deviceIndependentSize().toSize() == QSize(*size)
    assert image.pixel(1, 1) == RED
    large = driver.card_view.load_large_image(name, QSize(1000, 1000))
    assert large is not None
    assert large.size() == QSize(40, 30)
