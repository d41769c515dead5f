"""The drawn signs of the side bar, in the colour of the text."""

from pathlib import Path

from PySide6.QtGui import QIcon, QPixmap

from studyapp.ui.kit import theme

_SIZE = 20


def load_icon(resources_folder: Path, icon_name: str, colour: str, device_pixel_ratio: float) -> QIcon:
    """The sign `resources/icons/NAME.svg`, drawn in `colour` for a screen of `ratio` pixels a point."""
    drawing = (resources_folder / "icons" / f"{icon_name}.svg").read_text(encoding="utf-8")
    size = round(theme.scale_pixels(_SIZE) * device_pixel_ratio)
    for side in ("width", "height"):
        drawing = drawing.replace(f'{side}="{_SIZE}"', f'{side}="{size}"')
    pixmap = QPixmap()
    pixmap.loadFromData(drawing.replace("currentColor", colour).encode(), "SVG")
    pixmap.setDevicePixelRatio(device_pixel_ratio)
    return QIcon(pixmap)
