"""The ways of edges: around the nodes in the rows between their ends, so that no edge seems to come from one of these."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

_SPREAD, _MAX_SPREAD = 0.2, 0.36
"""How far from the middle of a node its edges end, as a share of the distance to where they lead, and at most as a share
of the width, so that edges to different nodes end at different places. Edges with labels end in the middle: the labels
need the space between them."""

_MARGIN, _DETOUR = 6, 16
"""How near an edge comes to the sides of a node that it passes, and how far below a row it runs to another node of the row:
pixels, at a text size of 100% and without zoom."""

_MAX_ROWS = 100
"""An edge past more rows is straight. In a chain of thousands of nodes, finding the ways of all long edges would take
seconds."""

_STRAIGHT = 1e-6
"""Rounding errors, as a share of a pixel."""


class EdgeRouter:
    """Finds the ways of edges between nodes that all have the same size."""

    def __init__(self, nodes: Sequence[QRectF], scale: float) -> None:
        self._margin, self._detour = _MARGIN * scale, _DETOUR * scale
        self._width = nodes[0].width() if nodes else 0.0
        self._height = nodes[0].height() if nodes else 0.0
        lefts_by_top: dict[float, list[float]] = {}
        for node in nodes:
            lefts_by_top.setdefault(node.top(), []).append(node.left())
        self._rows = [(top, sorted(lefts)) for top, lefts in sorted(lefts_by_top.items())]
        self._tops = [top for top, _ in self._rows]

    def route(self, start: QRectF, end: QRectF, *, is_spread: bool) -> list[QPointF]:
        """Return the points of the edge from the border of one node to that of another, with straight lines between them.
        Edges of which `is_spread` is false end in the middle of a node."""
        if start.top() == end.top():
            return self._route_within_row(start, end)
        if start.top() > end.top():
            return self.route(end, start, is_spread=is_spread)[::-1]
        spread = _SPREAD if is_spread else 0.0
        distance = end.center().x() - start.center().x()
        first, last = _end_at(start, spread * distance), _end_at(end, -spread * distance)
        points = [QPointF(first, start.bottom())]
        goal = QPointF(last, end.top())
        between = self._rows[bisect_right(self._tops, start.top()) : bisect_right(self._tops, end.top()) - 1]
        for top, lefts in between if len(between) <= _MAX_ROWS else ():
            points += self._pass_row(points[-1], goal, top, lefts)
        points.append(goal)
        return _without_straight_points(points)

    def _route_within_row(self, start: QRectF, end: QRectF) -> list[QPointF]:
        """Return an edge between two nodes of the same row: from one side to the other, or below the nodes between them."""
        left, right = min(start.left(), end.left()), max(start.left(), end.left())
        _, lefts = self._rows[bisect_right(self._tops, start.top()) - 1]
        if not any(left < one < right for one in lefts):
            x1, x2 = (
                (start.right(), end.left()) if start.left() <= end.left() else (start.left(), end.right())
            )
            return [QPointF(x1, start.center().y()), QPointF(x2, end.center().y())]
        x1, x2, y = start.center().x(), end.center().x(), start.bottom()
        return [QPointF(x1, y), QPointF(x1, y + self._detour), QPointF(x2, y + self._detour), QPointF(x2, y)]

    def _pass_row(
        self, point: QPointF, goal: QPointF, top: float, lefts: Sequence[float]
    ) -> tuple[QPointF, QPointF]:
        """Return where the edge enters and leaves a row: straight towards its goal, or else through the nearest gap."""
        bottom = top + self._height
        slope = (goal.x() - point.x()) / (goal.y() - point.y())
        entry, exit_ = (point.x() + slope * (y - point.y()) for y in (top, bottom))
        gap = self._gap_at(entry, lefts)
        if gap is not None and gap == self._gap_at(exit_, lefts):
            return QPointF(entry, top), QPointF(exit_, bottom)
        x = self._nearest_gap((entry + exit_) / 2, lefts)
        return QPointF(x, top), QPointF(x, bottom)

    def _gap_at(self, x: float, lefts: Sequence[float]) -> int | None:
        """Return how many nodes of a row are to the left of a place, or None if it is in or too near to one."""
        count = bisect_right(lefts, x)
        is_free = (count == 0 or x >= lefts[count - 1] + self._width + self._margin) and (
            count == len(lefts) or x <= lefts[count] - self._margin
        )
        return count if is_free else None

    def _nearest_gap(self, x: float, lefts: Sequence[float]) -> float:
        """Return the free place of a row that is nearest. Both ends of the row are free."""
        candidates = [lefts[0] - self._margin, lefts[-1] + self._width + self._margin]
        for one, following in pairwise(lefts):
            low, high = one + self._width + self._margin, following - self._margin
            if low <= high:
                candidates.append(max(low, min(high, x)))
        if self._gap_at(x, lefts) is not None:
            return x
        return min(candidates, key=lambda candidate: abs(candidate - x))


def _end_at(node: QRectF, shift: float) -> float:
    limit = _MAX_SPREAD * node.width()
    return node.center().x() + max(-limit, min(limit, shift))


def _without_straight_points(points: Sequence[QPointF]) -> list[QPointF]:
    """Return the points where the way bends, and its ends. Each is lower than the one before."""
    kept = [points[0]]
    for point, following in pairwise(points[1:]):
        before = kept[-1]
        if point == before:
            continue
        slope = (following.x() - before.x()) / (following.y() - before.y())
        if abs(before.x() + slope * (point.y() - before.y()) - point.x()) > _STRAIGHT:
            kept.append(point)
    return [*kept, points[-1]]
