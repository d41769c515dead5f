"""Sidebar icons in the color of the text."""

from pathlib import Path

from PySide6.QtGui import QIcon, QPixmap

from studyapp.ui.kit import theme

_SIZE = 20


def load_icon(resources_folder: Path, icon_name: str, colour: str, device_pixel_ratio: float) -> QIcon:
    """Load `resources/icons/NAME.svg` in this color for a screen with this device pixel ratio."""
    svg = (resources_folder / "icons" / f"{icon_name}.svg").read_text(encoding="utf-8")
    size = round(theme.scale_pixels(_SIZE) * device_pixel_ratio)
    for attribute in ("width", "height"):
        svg = svg.replace(f'{attribute}="{_SIZE}"', f'{attribute}="{size}"')
    pixmap = QPixmap()
    pixmap.loadFromData(svg.replace("currentColor", colour).encode(), "SVG")
    pixmap.setDevicePixelRatio(device_pixel_ratio)
    return QIcon(pixmap)
