"""A drawing as a field of Anki: HTML with a blank at each part that is asked for.

A tree is boxes over a picture of lines, their places across in parts of its width; no blank may stand inside of SVG, where a browser
takes Anki's mark for the end of the picture. Colours come from the style sheet, so they follow night mode.
"""

from collections.abc import Callable

from studyapp.anki.writing.cloze_html import escape_braces, render_blank
from studyapp.anki.writing.escaping import escape_text
from studyapp.core.notes.drawing import Arrow, Box, Drawing, TableDrawing, TreeDrawing
from studyapp.core.rendering.tree_layout import BOX_WIDTH, LABEL_WIDTH, TreeLayout
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

TextRenderer = Callable[[LocalizedText, int], str]


def render_drawing(drawing: Drawing, languages: CardLanguages) -> str:
    """The field of a drawing, in the languages chosen."""

    def say(text: LocalizedText, asks: int) -> str:
        versions = dict.fromkeys(
            escape_braces(escape_text(words)) for _, words in text.versions_for(languages)
        )
        html = "<br>".join(versions)
        return render_blank(asks, html, "") if asks else html

    if isinstance(drawing, TableDrawing):
        return _render_table(drawing, say)
    return _render_tree(drawing, TreeLayout(drawing, languages), say)


def _render_table(table: TableDrawing, render_text: TextRenderer) -> str:
    heads = "".join(f"<th>{render_text(column, 0)}</th>" for column in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{render_text(cell.text, cell.card_ordinal)}</td>' for cell in row)}</tr>"
        for row in table.rows
    )
    return f'<table class="grid"><tr>{heads}</tr>{rows}</table>'


def _render_tree(tree: TreeDrawing, layout: TreeLayout, render_text: TextRenderer) -> str:
    width, height = f"{layout.width:g}", f"{layout.height:.0f}"
    strokes = "".join(_render_arrow(arrow, layout) for arrow in tree.arrows)
    labels = "".join(_render_label(arrow, layout, render_text) for arrow in tree.arrows)
    boxes = "".join(_render_box(box, layout, render_text) for box in tree.boxes)
    return (
        f'<div class="sheet" style="max-width:{width}px;height:{height}px">'
        f'<svg width="100%" height="{height}" viewBox="0 0 {width} {height}" preserveAspectRatio="none" aria-hidden="true">'
        f"{strokes}</svg>"
        f"{labels}{boxes}</div>"
    )


def _render_arrow(arrow: Arrow, layout: TreeLayout) -> str:
    way = layout.arrow_line(arrow)
    dashes = ' stroke-dasharray="5 4"' if arrow.is_dashed else ""
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in way.arrowhead)
    return (
        f'<line x1="{way.x1:.1f}" y1="{way.y1:.1f}" x2="{way.x2:.1f}" y2="{way.y2:.1f}"{dashes}></line>'
        f'<polygon points="{corners}"></polygon>'
    )


def _render_label(arrow: Arrow, layout: TreeLayout, render_text: TextRenderer) -> str:
    if arrow.label is None:
        return ""
    x, y = layout.arrow_line(arrow).label_center
    place = f"left:{x / layout.width:.2%};top:{y:.0f}px;max-width:{LABEL_WIDTH:.0f}px"
    return f'<div class="step" style="{place}">{render_text(arrow.label, arrow.card_ordinal)}</div>'


def _render_box(box: Box, layout: TreeLayout, render_text: TextRenderer) -> str:
    left, top = layout.top_left(box)
    across = f"left:{left / layout.width:.2%};width:{BOX_WIDTH / layout.width:.2%}"
    place = f"{across};top:{top:.0f}px;height:{layout.box_height:.0f}px"
    details = "".join(f"<small>{render_text(detail, 0)}</small>" for detail in (box.date, box.kind) if detail)
    return (
        f'<div class="box" style="{place}"><b>{render_text(box.label, box.card_ordinal)}</b>{details}</div>'
    )
