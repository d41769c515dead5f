"""The drawn signs of the side bar, in the colour of the text."""

from pathlib import Path

from PySide6.QtGui import QIcon, QPixmap

from studyapp.ui.kit import theme

_SIZE = 20


def icon(resources: Path, name: str, colour: str, ratio: float) -> QIcon:
    """The sign `resources/icons/NAME.svg`, drawn in `colour` for a screen of `ratio` pixels a point."""
    drawing = (resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    size = round(theme.pixels(_SIZE) * ratio)
    for side in ("width", "height"):
        drawing = drawing.replace(f'{side}="{_SIZE}"', f'{side}="{size}"')
    pixmap = QPixmap()
    pixmap.loadFromData(drawing.replace("currentColor", colour).encode(), "SVG")
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)
