"""Colors and fonts: the one place that styles widgets and cards, in the light or the dark theme.

Chinese fonts contain Latin letters and wide “quotes”, so that the order of the fonts decides how a text looks: English
text has the system's font first, and Chinese text a Chinese font.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


class Colours(NamedTuple):
    """The colors of a theme. Text has a contrast of at least 4.5:1 with its background, and borders of fields and focus
    rings one of 3:1 (WCAG AA)."""

    background: str
    panel: str
    sidebar: str
    hover: str
    hairline: str
    fieldBorder: str
    selection: str
    track: str
    text: str
    mutedText: str
    accent: str
    accentHover: str
    onAccent: str
    focus: str
    badgeBackground: str
    badgeText: str
    bannerBackground: str
    bannerBorder: str
    again: str
    hard: str
    good: str
    easy: str


LIGHT = Colours(
    background="#FAFAF8", panel="#FFFFFF", sidebar="#F3F2EE", hover="#EFEDE7", hairline="#E4E2DC", track="#E4E2DC",
    fieldBorder="#868C94", selection="#DDE4FB",
    text="#1F2328", mutedText="#5F6770", accent="#3B5BDB", accentHover="#3450C4", onAccent="#FFFFFF",
    focus="#1E2F87", badgeBackground="#EDF0FD", badgeText="#3450C4", bannerBackground="#FFF8E6", bannerBorder="#E9D8A6",
    again="#B42318", hard="#8A5D00", good="#17722F", easy="#0860C7",
)  # fmt: skip
DARK = Colours(
    background="#16181C", panel="#1E2126", sidebar="#121417", hover="#282C33", hairline="#30343B", track="#343942",
    fieldBorder="#757D88", selection="#2D3656",
    text="#E6E8EB", mutedText="#9BA3AE", accent="#7C93FF", accentHover="#93A6FF", onAccent="#10131A",
    focus="#E6E8EB", badgeBackground="#262C44", badgeText="#AEBBFF", bannerBackground="#2A2618", bannerBorder="#5A4E26",
    again="#FF8A80", hard="#E3B341", good="#56D364", easy="#79B8FF",
)  # fmt: skip

_LIGHT_FLAGS = ("#CF222E", "#BC5A00", "#1A7F37", "#0969DA", "#BF3989", "#1B7C83", "#8250DF")
_DARK_FLAGS = ("#FF7B72", "#FFA657", "#56D364", "#79B8FF", "#FF9BCE", "#56D4DD", "#BC8CFF")
"""Red, orange, green, blue, pink, turquoise and purple, with a contrast of at least 3:1."""

_TEXT_SIZE = 15
"""Pixels, at a text size of 100 %. For text whose size the style sheet does not set."""


_CHINESE_FONTS_BY_SCRIPT = {
    "TC": ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei"),
    "SC": ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"),
}
"""The two scripts, Traditional and Simplified Chinese, share characters but draw them differently."""


def current_colours() -> Colours:
    """Return the colors of the theme in the application property `theme` (`light`, `dark`), or else of the
    system's theme."""
    application = QGuiApplication.instance()
    theme_name = application.property("theme") if application else None
    if theme_name in ("light", "dark"):
        return DARK if theme_name == "dark" else LIGHT
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def flag_colour(flag: int) -> str:
    """Return the color of a flag (from 1) in the current theme."""
    return (_DARK_FLAGS if current_colours() is DARK else _LIGHT_FLAGS)[flag - 1]


def scale_pixels(number: float) -> int:
    """Scale a length in pixels by the text size, which is the application property `text-size` in percent."""
    application = QGuiApplication.instance()
    return round(number * ((application.property("text-size") if application else None) or 100) / 100)


def apply_theme(application: QApplication, resources_folder: Path) -> None:
    """Apply colors, font and style sheet to the application. Call this again when the system's theme changes."""
    colours = current_colours()
    sheet = (resources_folder / "style.qss").read_text(encoding="utf-8")
    icons = (resources_folder / "icons").as_posix()
    theme_name = "dark" if colours is DARK else "light"
    icon_by_name = {
        "arrow": f"{icons}/arrow-{theme_name}.png",
        "check": f"{icons}/check-{theme_name}.png",
        "tick": f"{icons}/tick-{theme_name}.png",
    }
    value_by_name = icon_by_name | colours._asdict()
    for name in sorted(value_by_name, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", value_by_name[name])
    _apply_interface_font(application, scale_pixels(_TEXT_SIZE))
    application.setPalette(_build_palette(colours))
    application.setStyleSheet(_scale_stylesheet(sheet))


def order_families(
    chosen: str, system: str, chinese: Sequence[str], *, is_for_chinese: bool, system_has_chinese: bool
) -> list[str]:
    """Return the font families to try, best first.

    `chosen` is the font in the settings, empty for the system's. A Chinese font comes before the system's font if the
    text is Chinese, unless the system's font is a Chinese one itself.
    """
    if chosen:
        families = [chosen, system, *chinese]
    elif is_for_chinese and not system_has_chinese:
        families = [*chinese, system]
    else:
        families = [system, *chinese]
    return list(dict.fromkeys(families))


def _apply_interface_font(application: QGuiApplication, pixel_size: int) -> None:
    """Set the font of the application. It depends on the application properties `font-family` (the font in the
    settings), `interface-language` and `han` (`TC` or `SC`)."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    system = QFontInfo(font).family()  # an alias such as “Sans Serif” would match the Chinese font for quotes
    is_chinese = str(application.property("interface-language") or "").startswith("zh")
    families = order_families(
        application.property("font-family") or "",
        system,
        _chinese_families(application),
        is_for_chinese=is_chinese,
        system_has_chinese=is_chinese and _has_chinese(system),
    )
    application.setProperty("system-font", system)
    font.setFamilies(families)
    font.setPixelSize(pixel_size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)
    # Drawings name one font only; without a substitute, any font could draw their Chinese characters.
    QFont.removeSubstitutions(families[0])
    QFont.insertSubstitutions(families[0], families[1:])


def card_families() -> list[str]:
    """Return the font families for text on cards that is not marked as Chinese."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return order_families(
        application.property("font-family") or "",
        application.property("system-font") or QFontInfo(application.font()).family(),
        _chinese_families(application),
        is_for_chinese=False,
        system_has_chinese=False,
    )


def _chinese_families(application: QGuiApplication) -> Sequence[str]:
    return _installed_chinese_families(application.property("han") or "TC")


@cache
def _installed_chinese_families(script: str) -> Sequence[str]:
    """Return the installed Chinese fonts, or all names if none of them is installed."""
    names = _CHINESE_FONTS_BY_SCRIPT[script]
    return [name for name in names if QFontDatabase.hasFamily(name)] or names


def _has_chinese(family: str) -> bool:
    systems = QFontDatabase.WritingSystem
    return not {systems.TraditionalChinese, systems.SimplifiedChinese}.isdisjoint(
        QFontDatabase.writingSystems(family)
    )


def font_family() -> str:
    """Return the font family of the application, for drawings, which support only one."""
    return QGuiApplication.font().families()[0]


def card_stylesheet() -> str:
    """Return the style sheet for card HTML. The modules of `core/rendering` that write HTML use its classes."""
    return _build_card_stylesheet(current_colours(), tuple(card_families()), scale_pixels(100))


@lru_cache(maxsize=4)
def _build_card_stylesheet(colours: Colours, card_families: tuple[str, ...], _text_size: int) -> str:
    default, traditional, simplified = (
        ", ".join(f"'{family}'" for family in families)
        for families in (card_families, _CHINESE_FONTS_BY_SCRIPT["TC"], _CHINESE_FONTS_BY_SCRIPT["SC"])
    )
    return _scale_stylesheet(
        f"""
        body {{ color: {colours.text}; font-size: 20px; font-family: {default}; }}
        .question, h1, h2, h3 {{ font-size: 24px; font-weight: 600; }}
        .passage, .answer, h4, h5, h6 {{ font-size: 20px; }}
        .aside, .why, .reason {{ font-size: 16px; color: {colours.mutedText}; }}
        .lang-zh-Hant {{ font-family: {traditional}; }}
        .lang-zh-Hans {{ font-family: {simplified}; }}
        p {{ margin-top: 4px; margin-bottom: 8px; line-height: 118%; }}
        li {{ margin-top: 2px; margin-bottom: 4px; line-height: 118%; }}
        ul, ol {{ margin-top: 4px; margin-bottom: 8px; }}
        a {{ color: {colours.accent}; }}
        a.sound, a.speech {{ text-decoration: none; }}
        .blank {{ color: {colours.accent}; }}
        .filled {{ color: {colours.accent}; font-weight: 700; }}
        .missing {{ color: {colours.mutedText}; }}
        code {{ font-family: 'Noto Sans Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace; }}
        pre {{ font-size: 16px; font-weight: 400; margin: 0; }}
        blockquote {{ color: {colours.mutedText}; }}
        th, td {{ padding: 6px 12px; border-bottom: 1px solid {colours.hairline}; }}
        th {{ font-weight: 600; text-align: left; border-bottom: 1px solid {colours.mutedText}; }}
        table.code td {{ background-color: {colours.hover}; padding: 10px 14px; border-bottom: 0 none; }}
        .drawing {{ font-size: 16px; }}
        p.picture {{ line-height: 100%; margin-top: 12px; }}
        .grid {{ font-size: 16px; }}
        .grid td.gap {{ color: {colours.badgeText}; background-color: {colours.badgeBackground}; font-weight: 600; }}
        hr {{ background-color: {colours.hairline}; margin-top: 8px; margin-bottom: 8px; }}
    """
        + _answer_stylesheet(colours)
    )


def _answer_stylesheet(colours: Colours) -> str:
    """Return the rules for options, compared answers and code."""
    return f"""
        p.option, p.picked, p.right, p.wrong {{ font-size: 18px; margin-top: 6px; margin-bottom: 6px; margin-left: 28px; text-indent: -28px; }}
        .reason {{ margin-left: 28px; }}
        a.option {{ color: {colours.text}; text-decoration: none; }}
        a.picked {{ color: {colours.accent}; text-decoration: none; font-weight: 600; }}
        p.right, span.right {{ color: {colours.good}; }}
        p.right {{ font-weight: 600; }}
        p.wrong, span.wrong {{ color: {colours.again}; }}
        span.wrong {{ text-decoration: line-through; }}
        span.missed {{ color: {colours.hard}; font-weight: 600; text-decoration: underline; }}
        span.reading {{ font-size: 14px; font-weight: 400; color: {colours.mutedText}; }}
        p.option {{ color: {colours.text}; }}
        span.yours {{ font-size: 15px; font-weight: 400; color: {colours.mutedText}; }}
        .k {{ color: {colours.easy}; }} .s {{ color: {colours.good}; }} .c {{ color: {colours.mutedText}; }}
        .n {{ color: {colours.hard}; }} .f {{ color: {colours.accent}; }} .o {{ color: {colours.text}; }}
    """


def _scale_stylesheet(sheet: str) -> str:
    """Scale the lengths in a style sheet by the text size, except thin lines (1 and 2 pixels)."""
    return re.sub(
        r"\b([0-9]+)px",
        lambda match: f"{scale_pixels(int(match[1]))}px" if int(match[1]) > 2 else match[0],
        sheet,
    )


def _build_palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, colours.background), (roles.Base, colours.panel), (roles.AlternateBase, colours.sidebar),
        (roles.Button, colours.panel), (roles.WindowText, colours.text), (roles.Text, colours.text),
        (roles.ButtonText, colours.text), (roles.Highlight, colours.accent), (roles.HighlightedText, colours.onAccent),
        (roles.Link, colours.accent), (roles.PlaceholderText, colours.mutedText), (roles.ToolTipBase, colours.panel),
        (roles.ToolTipText, colours.text), (roles.Mid, colours.hairline),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    return palette
