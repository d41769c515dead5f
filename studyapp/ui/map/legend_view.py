"""The legend on the page."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.core.concept_map.concept_map import MapEdge
from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.services.concept_map.map_loading import MapKind
from studyapp.ui.map.canvas.map_legend import ArrowSymbol, LegendEntry, MapLegend
from studyapp.ui.map.canvas.map_style import style_for
from studyapp.ui.map.map_texts import explain_arrow, explain_dashed_arrow, explain_level

_ORDER = (
    MemoryLevel.KNOWN,
    MemoryLevel.FADING,
    MemoryLevel.FORGOTTEN,
    MemoryLevel.NEW,
    MemoryLevel.NO_CARDS,
)


def legend_entries(
    kind: MapKind, edges: Iterable[MapEdge], levels: Iterable[MemoryLevel]
) -> list[LegendEntry]:
    """Return the levels with the number of nodes at each, and the kinds of arrows that a map has, with what they mean, in the
    user's language."""
    counts = Counter(levels)
    entries = [LegendEntry(level, explain_level(level, counts[level])) for level in _ORDER]
    are_dashed = {edge.is_dashed for edge in edges}
    if are_dashed:
        entries.append(LegendEntry(ArrowSymbol.SOLID, explain_arrow(kind)))
    if True in are_dashed:
        entries.append(LegendEntry(ArrowSymbol.DASHED, explain_dashed_arrow()))
    return entries


class LegendView(QWidget):
    """Shows the legend, in as many lines as needed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: Sequence[LegendEntry] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Legend"))
        self.setToolTip(self.tr("The share of its studied cards that you would recall on that day"))

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show another legend."""
        self.entries = entries
        self.setAccessibleDescription("; ".join(entry.text for entry in entries))
        self.restyle()

    def restyle(self) -> None:
        """Apply the current theme."""
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow legend is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return round(MapLegend(self.entries, style_for(self.font()), width).height)

    def sizeHint(self) -> QSize:
        """Return the size in one line."""
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the entries."""
        painter = QPainter(self)
        try:
            MapLegend(self.entries, style_for(self.font()), self.width()).paint(painter)
        finally:
            painter.end()  # Qt crashes if an error keeps it alive
