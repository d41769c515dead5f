"""What is painted of a map, and where its nodes are."""

from collections.abc import Iterator
from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from studyapp.core.concept_map.concept_map import ConceptMap, MapEdge, Place
from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.ui.map.canvas.map_geometry import MapGeometry, wrap
from studyapp.ui.map.canvas.map_painter import MIN_ZOOM_WITH_TEXT, MapPainter, Outlines
from studyapp.ui.map.canvas.map_style import MapStyle, style_for
from tests.ui.map.sample_maps import FAMILY, TITLE, make_map, make_node, nets

LEVELS = (MemoryLevel.KNOWN, MemoryLevel.FADING, MemoryLevel.FORGOTTEN, MemoryLevel.NO_CARDS)
ANY_ZOOM = pytest.mark.parametrize("zoom", [0.02, 0.1, 0.3, 0.6, 1.0, 2.5])
same_application = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(params=["light", "dark"])
def style(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MapStyle]:
    qapp.setProperty("theme", request.param)
    yield style_for(qapp.font())
    qapp.setProperty("theme", None)


def geometry_of(concept_map: ConceptMap, style: MapStyle) -> MapGeometry:
    return MapGeometry(concept_map, CardLanguages.ENGLISH, style)


def paint(
    geometry: MapGeometry,
    zoom: float = 1.0,
    outlines: Outlines | None = None,
    levels: tuple[MemoryLevel, ...] = LEVELS,
    parts: list[QRect] | None = None,
    pixel_ratio: float | None = 1.0,
) -> QImage:
    """A picture of a map, 20 pixels from the left and the top, that is painted in parts."""
    size = geometry.bounds.size() * zoom
    image = QImage(round(size.width()) + 40, round(size.height()) + 40, QImage.Format.Format_RGB32)
    image.fill(QColor(geometry.style.colours.background))
    origin = QPointF(20, 20)
    map_painter = MapPainter(geometry, zoom, pixel_ratio)
    for part in [image.rect()] if parts is None else parts:
        painter = QPainter(image)
        painter.setClipRect(part)
        area = QRectF((QPointF(part.topLeft()) - origin) / zoom, QRectF(part).size() / zoom)
        map_painter.paint(painter, area, origin, levels, outlines or Outlines())
        painter.end()
    return image


def greatest_difference(one: QImage, other: QImage) -> int:
    """The greatest difference of a color of a pixel, of 255. Smooth lines may differ by what is rounded."""
    return max(abs(first - second) for first, second in zip(one.constBits(), other.constBits(), strict=True))


@given(concept_map=nets())
@same_application
def test_nodes_do_not_overlap_and_are_found_where_they_are(
    concept_map: ConceptMap, qapp: QApplication
) -> None:
    geometry = geometry_of(concept_map, style_for(qapp.font()))
    for one, other in combinations(geometry.nodes, 2):
        assert not one.intersects(other)
    for index, rect in enumerate(geometry.nodes):
        assert geometry.node_at(rect.center()) == index
        assert geometry.bounds.contains(rect)
    assert geometry.node_at(QPointF(-1, -1)) is None


@given(
    concept_map=nets(),
    place=st.tuples(st.integers(-300, 2500), st.integers(-300, 1500)),
    side=st.integers(1, 900),
)
@same_application
def test_what_is_visible_is_found(
    concept_map: ConceptMap, place: tuple[int, int], side: int, qapp: QApplication
) -> None:
    geometry = geometry_of(concept_map, style_for(qapp.font()))
    area = QRectF(*place, side, side)
    visible = {index for index, rect in enumerate(geometry.nodes) if rect.intersects(area)}
    assert visible <= set(geometry.nodes_in(area))
    found = geometry.edges_in(area)
    for shape in geometry.edges:
        points = [line.pointAt(number / 50) for line in shape.lines for number in range(51)]
        if any(area.contains(point) for point in points):
            assert shape in found


@given(concept_map=nets())
@same_application
def test_edges_lead_from_border_to_border(concept_map: ConceptMap, qapp: QApplication) -> None:
    geometry = geometry_of(concept_map, style_for(qapp.font()))
    for shape in geometry.edges:
        start, end = geometry.nodes[shape.edge.start], geometry.nodes[shape.edge.end]
        for rect, point in ((start, shape.lines[0].p1()), (end, shape.lines[-1].p2())):
            assert rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point)
            assert not rect.adjusted(1, 1, -1, -1).contains(point)
        for line, following in pairwise(shape.lines):
            assert line.p2() == following.p1()


def crosses(line: QLineF, rect: QRectF) -> bool:
    """Whether a part of a line is inside a rectangle, but not only on its border."""
    inner = rect.adjusted(1, 1, -1, -1)
    corners = [inner.topLeft(), inner.topRight(), inner.bottomRight(), inner.bottomLeft(), inner.topLeft()]
    sides = [QLineF(one, other) for one, other in pairwise(corners)]
    bounded = QLineF.IntersectionType.BoundedIntersection
    return inner.contains(line.p1()) or any(line.intersects(side)[0] is bounded for side in sides)


@given(concept_map=nets())
@same_application
def test_no_edge_crosses_a_node(concept_map: ConceptMap, qapp: QApplication) -> None:
    geometry = geometry_of(concept_map, style_for(qapp.font()))
    for shape in geometry.edges:
        assert not any(crosses(line, node) for line in shape.lines for node in geometry.nodes)


@given(
    columns=st.lists(st.integers(0, 3), min_size=2, max_size=9, unique=True).map(sorted),
    rows=st.lists(st.integers(0, 3), min_size=9, max_size=9),
    half=st.booleans(),
)
@same_application
def test_no_edge_of_a_drawing_crosses_a_box(
    columns: list[int], rows: list[int], half: bool, qapp: QApplication
) -> None:
    """The boxes are at any places, also with edges that lead up or to the side."""
    places = tuple(
        Place(column + (0.5 if half and row % 2 else 0), row)
        for row in sorted(set(rows))
        for column in columns
    )
    nodes = tuple(make_node(number) for number in range(len(places)))
    edges = tuple(MapEdge(start, end) for start, end in permutations(range(len(places)), 2))
    geometry = geometry_of(ConceptMap(TITLE, nodes, edges, places), style_for(qapp.font()))
    for shape in geometry.edges:
        assert not any(crosses(line, node) for line in shape.lines for node in geometry.nodes)


def test_an_edge_bends_only_where_a_node_is_in_its_way(qapp: QApplication) -> None:
    places = (Place(0, 0), Place(0, 1), Place(0, 2), Place(1, 2))
    edges = (MapEdge(0, 2), MapEdge(0, 1), MapEdge(1, 3), MapEdge(2, 0))
    concept_map = ConceptMap(TITLE, tuple(map(make_node, range(4))), edges, places)
    geometry = geometry_of(concept_map, style_for(qapp.font()))
    assert [len(shape.lines) for shape in geometry.edges] == [3, 1, 1, 3]
    assert geometry.edges[0].lines[1].dx() == 0
    assert [shape.head.boundingRect().center().y() for shape in geometry.edges[::3]] == [
        pytest.approx(geometry.nodes[2].top(), abs=8),
        pytest.approx(geometry.nodes[0].bottom(), abs=8),
    ]


@pytest.mark.parametrize("text_size", [75, 100, 200])
def test_labels_of_edges_to_neighbors_have_a_gap(text_size: int, style: MapStyle, qapp: QApplication) -> None:
    qapp.setProperty("text-size", text_size)
    try:
        scaled = style_for(qapp.font())
    finally:
        qapp.setProperty("text-size", None)
    label = LocalizedText.language_neutral("supervised instruction tuning")
    edges = (MapEdge(0, 1, label), MapEdge(0, 2, label))
    places = (Place(3, 0), Place(0, 1), Place(1, 1))
    concept_map = ConceptMap(TITLE, tuple(map(make_node, range(3))), edges, places)
    geometry = geometry_of(concept_map, scaled)
    one, other = (
        geometry.edge_label_rect(shape.label_center, geometry.edge_label_lines(shape.edge))
        for shape in geometry.edges
    )
    assert one.right() < other.left()
    assert " ".join(geometry.edge_label_lines(edges[0])) == "supervised instruction tuning"


LETTERS = st.sampled_from("ab W-語言😀é ")


@given(text=st.text(LETTERS, min_size=1, max_size=120), width=st.integers(40, 300), limit=st.integers(1, 4))
@same_application
def test_wrapped_lines_fit_and_leave_nothing_out_silently(
    text: str, width: int, limit: int, qapp: QApplication
) -> None:
    font = style_for(qapp.font()).font
    lines = wrap(text, font, width, limit)
    assert 1 <= len(lines) <= limit
    metrics = QFontMetricsF(font)
    assert all(metrics.horizontalAdvance(line) <= width + 1 for line in lines)
    shown = "".join("".join(lines).split())
    assert shown == "".join(text.split()) or lines[-1].endswith("…")


@ANY_ZOOM
def test_a_map_looks_the_same_if_it_is_painted_in_parts(zoom: float, style: MapStyle) -> None:
    """Scrolling moves what is painted and paints only the rest."""
    geometry = geometry_of(FAMILY, style)
    outlines = Outlines(2, True, frozenset({0, 2}))
    whole = paint(geometry, zoom, outlines)
    width, height = whole.width(), whole.height()
    strips = [QRect(x, y, 47, 31) for x in range(0, width, 47) for y in range(0, height, 31)]
    assert greatest_difference(paint(geometry, zoom, outlines, parts=strips), whole) <= 8


@ANY_ZOOM
def test_each_level_is_painted_in_its_tint(zoom: float, style: MapStyle) -> None:
    geometry = geometry_of(FAMILY, style)
    image = paint(geometry, zoom)
    if zoom >= 0.1:
        for rect, level in zip(geometry.nodes, LEVELS, strict=True):
            # Beside the mark: at the left end of small boxes, and at the right end of large ones.
            across, down = (0.8, 0.5) if zoom < MIN_ZOOM_WITH_TEXT else (0.03, 0.8)
            x, y = rect.left() + rect.width() * across, rect.top() + rect.height() * down
            pixel = image.pixelColor(round(x * zoom) + 20, round(y * zoom) + 20)
            assert pixel == style.tint(level), level


def test_labels_are_painted_where_they_can_be_read(style: MapStyle) -> None:
    def with_label(label: str) -> MapGeometry:
        return geometry_of(ConceptMap(TITLE, (make_node(0, label),), (), (Place(0, 0),)), style)

    one, other = with_label("One"), with_label("Two")
    levels = (MemoryLevel.KNOWN,)
    small, large = MIN_ZOOM_WITH_TEXT - 0.01, MIN_ZOOM_WITH_TEXT
    assert paint(one, small, levels=levels) == paint(other, small, levels=levels)
    assert paint(one, large, levels=levels) != paint(other, large, levels=levels)


@ANY_ZOOM
def test_selected_and_found_nodes_are_outlined(zoom: float, style: MapStyle) -> None:
    geometry = geometry_of(FAMILY, style)
    pictures = [
        paint(geometry, zoom, outlines)
        for outlines in (
            Outlines(),
            Outlines(1),
            Outlines(1, is_focused=True),
            Outlines(3),
            Outlines(found=frozenset({1})),
            Outlines(1, is_focused=True, found=frozenset({2})),
        )
    ]
    assert all(one != other for one, other in combinations(pictures, 2))


def test_edges_of_the_selected_node_stand_out(style: MapStyle) -> None:
    geometry = geometry_of(FAMILY, style)
    accent = QColor(style.colours.accent)
    shape = next(one for one in geometry.edges if one.edge.start == 2 and one.edge.end == 3)
    middle = shape.lines[0].pointAt(0.5) + QPointF(20, 20)
    assert paint(geometry, outlines=Outlines(3)).pixelColor(middle.toPoint()) == accent
    assert paint(geometry, outlines=Outlines(0)).pixelColor(middle.toPoint()) != accent


def test_pictures_of_boxes_look_like_boxes_that_are_drawn(style: MapStyle) -> None:
    """Those on the screen are copied, those in files are drawn."""
    geometry = geometry_of(FAMILY, style)
    copied, drawn = paint(geometry), paint(geometry, pixel_ratio=None)
    differing = sum(
        abs(copied.pixelColor(x, y).lightness() - drawn.pixelColor(x, y).lightness()) > 40
        for x in range(copied.width())
        for y in range(copied.height())
    )
    assert differing < copied.width() * copied.height() / 200


def test_an_empty_map_can_be_painted(style: MapStyle) -> None:
    geometry = geometry_of(ConceptMap(TITLE, (), (), ()), style)
    image = paint(geometry, levels=())
    assert {image.pixelColor(x, y).name() for x in range(40) for y in range(40)} == {
        QColor(style.colours.background).name()
    }


def test_many_edges_are_painted_from_afar(style: MapStyle) -> None:
    pairs = [(start, end) for start in range(60) for end in range(start + 1, 60)]
    geometry = geometry_of(make_map(60, pairs), style)
    levels = (MemoryLevel.NEW,) * 60
    strips = [QRect(x, 0, 90, 4000) for x in range(0, 2000, 90)]
    whole = paint(geometry, 0.2, levels=levels)
    assert greatest_difference(paint(geometry, 0.2, levels=levels, parts=strips), whole) <= 8


def test_labels_in_several_languages_are_below_each_other(style: MapStyle) -> None:
    label = LocalizedText((("en", "A model of language"), ("zh-Hant", "語言模型")))
    concept_map = ConceptMap(TITLE, (make_node(0)._replace(label=label),), (), (Place(0, 0),))
    both = MapGeometry(concept_map, CardLanguages.ENGLISH_AND_TRADITIONAL, style)
    assert both.node_lines(0).label[-1] == "語言模型"
    assert both.label(0) == "A model of language · 語言模型"
    english = MapGeometry(concept_map, CardLanguages.ENGLISH, style)
    assert "語言模型" not in english.node_lines(0).label
    assert both.nodes[0].height() > english.nodes[0].height()


def test_text_size_scales_maps(qapp: QApplication) -> None:
    before = geometry_of(FAMILY, style_for(qapp.font())).bounds
    qapp.setProperty("text-size", 200)
    try:
        after = geometry_of(FAMILY, style_for(qapp.font())).bounds
    finally:
        qapp.setProperty("text-size", None)
    assert after.width() == 2 * before.width()
    assert after.height() > 1.8 * before.height()
