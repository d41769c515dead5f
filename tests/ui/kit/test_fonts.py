"""The order of the fonts in English and Chinese text."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from studyapp import paths
from studyapp.ui.kit import theme
from studyapp.ui.kit.theme import apply_theme, card_families, order_families

CHINESE = ("Han One", "Han Two")
PROPERTIES = ("font-family", "interface-language", "han", "system-font")


@pytest.mark.parametrize(
    ("chosen", "is_for_chinese", "system_has_chinese", "families"),
    [
        ("", False, False, ["System", *CHINESE]),
        ("", True, False, [*CHINESE, "System"]),
        ("", True, True, ["System", *CHINESE]),
        ("Mine", False, False, ["Mine", "System", *CHINESE]),
        ("Mine", True, False, ["Mine", "System", *CHINESE]),
        ("System", False, False, ["System", *CHINESE]),
    ],
)
def test_order_of_families(
    chosen: str, is_for_chinese: bool, system_has_chinese: bool, families: list[str]
) -> None:
    assert families == order_families(
        chosen, "System", CHINESE, is_for_chinese=is_for_chinese, system_has_chinese=system_has_chinese
    )


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application, whose font and properties are restored afterwards."""
    font, palette = QFont(qapp.font()), qapp.palette()
    yield qapp
    for name in PROPERTIES:
        qapp.setProperty(name, None)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


def test_english_interface_uses_the_font_of_the_system_under_its_real_name(application: QApplication) -> None:
    application.setProperty("interface-language", "en")
    apply_theme(application, paths.resources_folder())
    assert application.font().families()[0] == application.property("system-font")
    assert QFontInfo(application.font()).family() == application.font().families()[0]
    assert application.font().pixelSize() == 15


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_cards_use_the_font_of_the_system_unless_their_text_is_chinese(
    application: QApplication, language: str
) -> None:
    application.setProperty("interface-language", language)
    application.setProperty("system-font", "Test Sans")
    assert card_families()[0] == "Test Sans"
    sheet = theme.card_stylesheet()
    assert re.search(r"body \{[^}]*font-family: 'Test Sans', ", sheet)
    assert re.search(r"\.lang-zh-Hans \{ font-family: 'Noto Sans CJK SC', ", sheet)
    assert re.search(r"\.lang-zh-Hant \{ font-family: 'Noto Sans CJK TC', ", sheet)


@pytest.mark.parametrize(("han", "ending"), [("TC", ("TC", "JhengHei")), ("SC", ("SC", "YaHei"))])
def test_missing_characters_come_from_fonts_of_the_script(
    application: QApplication, han: str, ending: tuple[str, ...]
) -> None:
    application.setProperty("han", han)
    apply_theme(application, paths.resources_folder())
    first, *others = application.font().families()
    assert others and all(name.endswith(ending) for name in others)
    substitutes = [name.lower() for name in QFont.substitutes(first)]
    assert substitutes[: len(others)] == [name.lower() for name in others]
