"""Colors and fonts: the one place that styles widgets and cards, in the light or the dark theme."""

import re
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


class Colours(NamedTuple):
    """The colors of a theme. Text has a contrast of at least 4.5:1 with its background (WCAG AA)."""

    background: str
    panel: str
    sidebar: str
    hover: str
    hairline: str
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
    text="#1F2328", mutedText="#5F6770", accent="#3B5BDB", accentHover="#3450C4", onAccent="#FFFFFF",
    focus="#1E2F87", badgeBackground="#EDF0FD", badgeText="#3450C4", bannerBackground="#FFF8E6", bannerBorder="#E9D8A6",
    again="#B42318", hard="#8A5D00", good="#1A7F37", easy="#0969DA",
)  # fmt: skip
DARK = Colours(
    background="#16181C", panel="#1E2126", sidebar="#121417", hover="#282C33", hairline="#30343B", track="#343942",
    text="#E6E8EB", mutedText="#9BA3AE", accent="#7C93FF", accentHover="#93A6FF", onAccent="#10131A",
    focus="#E6E8EB", badgeBackground="#262C44", badgeText="#AEBBFF", bannerBackground="#2A2618", bannerBorder="#5A4E26",
    again="#FF8A80", hard="#E3B341", good="#56D364", easy="#79B8FF",
)  # fmt: skip

_FALLBACK_FONT = "DejaVu Sans"
"""The default font of a minimal Linux system. The Latin letters of a Chinese font look better."""

_TEXT_SIZE = 15
"""Pixels, at a text size of 100 %. For text whose size the style sheet does not set."""

_CHINESE_FONTS_BY_SCRIPT = {
    "TC": ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei"),
    "SC": ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"),
}
"""The two scripts share characters but draw them differently."""


def current_colours() -> Colours:
    """Return the colors of the theme in the application property `theme` (`light`, `dark`), or else of the
    system's theme."""
    application = QGuiApplication.instance()
    theme_name = application.property("theme") if application else None
    if theme_name in ("light", "dark"):
        return DARK if theme_name == "dark" else LIGHT
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


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
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = application.property("font-family") or _system_font_family(font)
    font.setFamilies(
        [*filter(None, [family]), *_CHINESE_FONTS_BY_SCRIPT[application.property("han") or "TC"]]
    )
    font.setPixelSize(scale_pixels(_TEXT_SIZE))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)
    application.setPalette(_build_palette(colours))
    application.setStyleSheet(_scale_stylesheet(sheet))


def _system_font_family(font: QFont) -> str:
    """Return the actual name of the system's font, or an empty string if a Chinese font looks better.

    With an alias such as “Sans Serif”, Qt would take “quotes” from the Chinese font, in which they are wide.
    """
    family = QFontInfo(font).family()
    return "" if family == _FALLBACK_FONT and _has_chinese_font() else family


def _has_chinese_font() -> bool:
    return any(QFontDatabase.hasFamily(name) for names in _CHINESE_FONTS_BY_SCRIPT.values() for name in names)


def font_family() -> str:
    """Return the font family of the application, for drawings, which support only one."""
    return QGuiApplication.font().families()[0]


def card_stylesheet() -> str:
    """Return the style sheet for card HTML. The modules of `core/rendering` that write HTML use its classes."""
    colours = current_colours()
    traditional, simplified = (
        ", ".join(f"'{family}'" for family in _CHINESE_FONTS_BY_SCRIPT[script]) for script in ("TC", "SC")
    )
    return _scale_stylesheet(f"""
        body {{ color: {colours.text}; font-size: 20px; }}
        .question, h1, h2, h3 {{ font-size: 24px; font-weight: 600; }}
        .passage, .answer, h4, h5, h6 {{ font-size: 20px; }}
        .aside, .why, .reason {{ font-size: 16px; color: {colours.mutedText}; }}
        .lang-zh-Hant {{ font-family: {traditional}; }}
        .lang-zh-Hans {{ font-family: {simplified}; }}
        p {{ margin-top: 4px; margin-bottom: 8px; line-height: 118%; }}
        li {{ margin-top: 2px; margin-bottom: 4px; line-height: 118%; }}
        ul, ol {{ margin-top: 4px; margin-bottom: 8px; }}
        p.option, p.picked, p.right, p.wrong {{ font-size: 18px; margin-top: 6px; margin-bottom: 6px; margin-left: 48px; }}
        .reason {{ margin-left: 76px; }}
        a {{ color: {colours.accent}; }}
        a.option {{ color: {colours.text}; text-decoration: none; }}
        a.picked {{ color: {colours.accent}; text-decoration: none; font-weight: 600; }}
        p.right, span.right {{ color: {colours.good}; }}
        p.right {{ font-weight: 600; }}
        p.wrong, span.wrong {{ color: {colours.again}; }}
        span.wrong {{ text-decoration: line-through; }}
        p.option {{ color: {colours.text}; }}
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
        .k {{ color: {colours.easy}; }} .s {{ color: {colours.good}; }} .c {{ color: {colours.mutedText}; }}
        .n {{ color: {colours.hard}; }} .f {{ color: {colours.accent}; }} .o {{ color: {colours.text}; }}
        hr {{ background-color: {colours.hairline}; margin-top: 8px; margin-bottom: 8px; }}
    """)


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
