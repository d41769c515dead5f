"""A drawing as a field of Anki: HTML with a blank at each part that is asked for.

A tree is boxes over a picture of lines, their places across in parts of its width; no blank may stand inside of SVG, where a browser
takes Anki's mark for the end of the picture. Colours come from the style sheet, so they follow night mode.
"""

from collections.abc import Callable

from studyapp.anki.writing.cloze_html import blank_html, without_braces
from studyapp.anki.writing.escaping import plain
from studyapp.core.notes.drawing import Arrow, Box, Drawing, Table, Tree
from studyapp.core.rendering.tree_layout import BOX_WIDTH, LABEL_WIDTH, TreeLayout
from studyapp.core.text.localized_text import LanguageChoice, Text

Saying = Callable[[Text, int], str]


def drawing_field(drawing: Drawing, choice: LanguageChoice) -> str:
    """The field of a drawing, in the languages chosen."""

    def say(text: Text, asks: int) -> str:
        versions = dict.fromkeys(without_braces(plain(words)) for _, words in text.shown_in(choice))
        html = "<br>".join(versions)
        return blank_html(asks, html, "") if asks else html

    if isinstance(drawing, Table):
        return _table(drawing, say)
    return _tree(drawing, TreeLayout(drawing, choice), say)


def _table(table: Table, say: Saying) -> str:
    heads = "".join(f"<th>{say(column, 0)}</th>" for column in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{say(cell.text, cell.asks)}</td>' for cell in row)}</tr>" for row in table.rows
    )
    return f'<table class="grid"><tr>{heads}</tr>{rows}</table>'


def _tree(tree: Tree, layout: TreeLayout, say: Saying) -> str:
    width, height = f"{layout.width:g}", f"{layout.height:.0f}"
    strokes = "".join(_stroke(arrow, layout) for arrow in tree.arrows)
    labels = "".join(_label(arrow, layout, say) for arrow in tree.arrows)
    boxes = "".join(_box(box, layout, say) for box in tree.boxes)
    return (
        f'<div class="sheet" style="max-width:{width}px;height:{height}px">'
        f'<svg width="100%" height="{height}" viewBox="0 0 {width} {height}" preserveAspectRatio="none" aria-hidden="true">'
        f"{strokes}</svg>"
        f"{labels}{boxes}</div>"
    )


def _stroke(arrow: Arrow, layout: TreeLayout) -> str:
    way = layout.line(arrow)
    dashes = ' stroke-dasharray="5 4"' if arrow.dashed else ""
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in way.head)
    return (
        f'<line x1="{way.x1:.1f}" y1="{way.y1:.1f}" x2="{way.x2:.1f}" y2="{way.y2:.1f}"{dashes}></line>'
        f'<polygon points="{corners}"></polygon>'
    )


def _label(arrow: Arrow, layout: TreeLayout, say: Saying) -> str:
    if arrow.label is None:
        return ""
    x, y = layout.line(arrow).label
    place = f"left:{x / layout.width:.2%};top:{y:.0f}px;max-width:{LABEL_WIDTH:.0f}px"
    return f'<div class="step" style="{place}">{say(arrow.label, arrow.asks)}</div>'


def _box(box: Box, layout: TreeLayout, say: Saying) -> str:
    left, top = layout.corner(box)
    across = f"left:{left / layout.width:.2%};width:{BOX_WIDTH / layout.width:.2%}"
    place = f"{across};top:{top:.0f}px;height:{layout.box_height:.0f}px"
    details = "".join(f"<small>{say(detail, 0)}</small>" for detail in (box.date, box.kind) if detail)
    return f'<div class="box" style="{place}"><b>{say(box.label, box.asks)}</b>{details}</div>'
