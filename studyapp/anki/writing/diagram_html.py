"""HTML of a drawing for an Anki field, with a blank for each part that a card asks for.

A tree consists of boxes over an SVG image of arrows, with horizontal positions in percent of the width.
Blanks can't be inside the SVG, because the browser ends it at the tags that Anki inserts. Colors come from
the style sheet, so they follow night mode.
"""

from collections.abc import Callable

from studyapp.anki.writing.cloze_html import escape_braces, render_blank
from studyapp.anki.writing.escaping import escape_text
from studyapp.core.notes.drawing import Arrow, Box, Drawing, TableDrawing, TreeDrawing
from studyapp.core.rendering.drawings.tree_layout import BOX_WIDTH, LABEL_WIDTH, TreeLayout
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

TextRenderer = Callable[[LocalizedText, int], str]


def render_drawing(drawing: Drawing, languages: CardLanguages) -> str:
    """Return the field HTML of a drawing in the given languages."""

    def render_text(text: LocalizedText, card_ordinal: int) -> str:
        versions = dict.fromkeys(
            escape_braces(escape_text(version)) for _, version in text.versions_for(languages)
        )
        html = "<br>".join(versions)
        return render_blank(card_ordinal, html, "") if card_ordinal else html

    if isinstance(drawing, TableDrawing):
        return _render_table(drawing, render_text)
    return _render_tree(drawing, TreeLayout(drawing, languages), render_text)


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
    line = layout.arrow_line(arrow)
    dashes = ' stroke-dasharray="5 4"' if arrow.is_dashed else ""
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in line.arrowhead)
    return (
        f'<line x1="{line.x1:.1f}" y1="{line.y1:.1f}" x2="{line.x2:.1f}" y2="{line.y2:.1f}"{dashes}></line>'
        f'<polygon points="{corners}"></polygon>'
    )


def _render_label(arrow: Arrow, layout: TreeLayout, render_text: TextRenderer) -> str:
    if arrow.label is None:
        return ""
    x, y = layout.arrow_line(arrow).label_center
    style = f"left:{x / layout.width:.2%};top:{y:.0f}px;max-width:{LABEL_WIDTH:.0f}px"
    return f'<div class="step" style="{style}">{render_text(arrow.label, arrow.card_ordinal)}</div>'


def _render_box(box: Box, layout: TreeLayout, render_text: TextRenderer) -> str:
    left, top = layout.top_left(box)
    horizontal = f"left:{left / layout.width:.2%};width:{BOX_WIDTH / layout.width:.2%}"
    style = f"{horizontal};top:{top:.0f}px;height:{layout.box_height:.0f}px"
    details = "".join(f"<small>{render_text(detail, 0)}</small>" for detail in (box.date, box.kind) if detail)
    return (
        f'<div class="box" style="{style}"><b>{render_text(box.label, box.card_ordinal)}</b>{details}</div>'
    )
