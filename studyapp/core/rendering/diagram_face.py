"""Rendering cards that hide a part of a drawing.

A tree is an image named `drawing:hidden` or `drawing:shown`. The widget that shows the card draws it in its own
colors (see `tree_svg`); the image has its text as alternative text for screen readers. A table is HTML.
"""

from html import escape

from studyapp.core.cards.card import Card
from studyapp.core.notes.drawing import Cell, Drawing, TableDrawing, TreeDrawing, hidden_texts
from studyapp.core.notes.note import Diagram
from studyapp.core.rendering.drawings.drawing_text import HIDDEN_PLACEHOLDER, drawing_as_text, part_as_text
from studyapp.core.rendering.drawings.tree_svg import DrawingTheme, render_tree_svg
from studyapp.core.text.localized_text import CardLanguages

QUESTION_IMAGE, ANSWER_IMAGE = "drawing:hidden", "drawing:shown"
"""Names of a card's two images. No image in a deck's folder can have such a name."""

GAP_CELL = '<td class="gap">'
"""The tag of a table cell that the card asks for."""


def render_drawing(drawing: Drawing, languages: CardLanguages, ordinal: int, revealed: bool) -> str:
    """Return the title and the drawing as HTML, with the parts of this ordinal hidden or, if `revealed`, marked."""
    title = f"<p><strong>{escape(part_as_text(drawing.title, languages))}</strong></p>"
    if isinstance(drawing, TreeDrawing):
        alt_text = escape(drawing_as_text(drawing, languages, ordinal, revealed)).replace("\n", "&#10;")
        return f'{title}<p class="picture"><img src="{ANSWER_IMAGE if revealed else QUESTION_IMAGE}" alt="{alt_text}"></p>'
    return title + _render_table(drawing, languages, ordinal, revealed)


def render_card_svg(card: Card, languages: CardLanguages, image_name: str, theme: DrawingTheme) -> str:
    """Return the SVG of the image with this name, for a card that hides a part of a tree. Raises TypeError for any
    other card."""
    content = card.note.content
    if not isinstance(content, Diagram) or not isinstance(content.drawing, TreeDrawing):
        raise TypeError(f"{card.id} has no picture")
    is_revealed = image_name == ANSWER_IMAGE
    return render_tree_svg(
        content.drawing, languages.swapped if is_revealed else languages, card.ordinal, is_revealed, theme
    )


def render_hidden_texts(drawing: Drawing, languages: CardLanguages, ordinal: int) -> str:
    """Return the hidden texts as HTML."""
    return "".join(
        f"<p>{escape(part_as_text(text, languages))}</p>" for text in hidden_texts(drawing, ordinal)
    )


def _render_table(table: TableDrawing, languages: CardLanguages, ordinal: int, revealed: bool) -> str:
    def render_cell(cell: Cell) -> str:
        content = escape(part_as_text(cell.text, languages))
        if cell.card_ordinal != ordinal:
            return f"<td>{content}</td>"
        return f"{GAP_CELL}{content if revealed else HIDDEN_PLACEHOLDER}</td>"

    headers = "".join(f"<th>{escape(part_as_text(column, languages))}</th>" for column in table.columns)
    rows = "".join(f"<tr>{''.join(map(render_cell, row))}</tr>" for row in table.rows)
    return f'<table class="grid"><tr>{headers}</tr>{rows}</table>'
