"""The legend on the page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.ui.map.canvas.map_legend import LegendEntry, MapLegend
from studyapp.ui.map.canvas.map_style import style_for
from studyapp.ui.map.map_texts import explain_level

_ORDER = (
    MemoryLevel.KNOWN,
    MemoryLevel.FADING,
    MemoryLevel.FORGOTTEN,
    MemoryLevel.NEW,
    MemoryLevel.NO_CARDS,
)


def legend_entries() -> list[LegendEntry]:
    """Return the levels with what they mean, in the user's language."""
    return [LegendEntry(level, explain_level(level)) for level in _ORDER]


class LegendView(QWidget):
    """Shows the legend, in as many lines as needed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Legend"))
        self.setAccessibleDescription("; ".join(entry.text for entry in legend_entries()))
        self.setToolTip(self.tr("The share of its studied cards that you would recall on that day"))

    def restyle(self) -> None:
        """Apply the current theme."""
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow legend is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return round(MapLegend(legend_entries(), style_for(self.font()), width).height)

    def sizeHint(self) -> QSize:
        """Return the size in one line."""
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the entries."""
        painter = QPainter(self)
        try:
            MapLegend(legend_entries(), style_for(self.font()), self.width()).paint(painter)
        finally:
            painter.end()  # Qt crashes if an error keeps it alive
