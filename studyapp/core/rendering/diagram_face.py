"""The sides of a card that asks for a part of a drawing.

A tree is a picture named `drawing:hidden` or `drawing:shown`, which whoever shows the card draws for its
colours (see `tree_svg`); its words stand beside it for those who listen. A table is HTML.
"""

from html import escape

from studyapp.core.cards.card import Card
from studyapp.core.notes.drawing import Drawing, TableDrawing, TreeDrawing, hidden_texts
from studyapp.core.notes.note import Diagram
from studyapp.core.rendering.drawing_text import HIDDEN_PLACEHOLDER, drawing_as_text, part_as_text
from studyapp.core.rendering.tree_svg import DrawingTheme, render_tree_svg
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

QUESTION_IMAGE, ANSWER_IMAGE = "drawing:hidden", "drawing:shown"
"""The names of a card's two pictures; no picture of a deck's folder can have such a name."""


def render_drawing(drawing: Drawing, languages: CardLanguages, ordinal: int, revealed: bool) -> str:
    """The title, and below it the drawing with the parts of `number` hidden or, once shown, marked."""
    title = f"<p><strong>{escape(part_as_text(drawing.title, languages))}</strong></p>"
    if isinstance(drawing, TreeDrawing):
        words = escape(drawing_as_text(drawing, languages, ordinal, revealed)).replace("\n", "&#10;")
        return f'{title}<p class="picture"><img src="{ANSWER_IMAGE if revealed else QUESTION_IMAGE}" alt="{words}"></p>'
    return title + _render_table(drawing, languages, ordinal, revealed)


def render_card_svg(card: Card, languages: CardLanguages, image_name: str, theme: DrawingTheme) -> str:
    """The picture of this name for a card that asks for a part of a tree."""
    content = card.note.content
    if not isinstance(content, Diagram) or not isinstance(content.drawing, TreeDrawing):
        raise TypeError(f"{card.id} has no picture")
    is_shown = image_name == ANSWER_IMAGE
    return render_tree_svg(
        content.drawing, languages.swapped if is_shown else languages, card.ordinal, is_shown, theme
    )


def render_hidden_texts(drawing: Drawing, languages: CardLanguages, ordinal: int) -> str:
    """What was hidden, in words."""
    return "".join(
        f"<p>{escape(part_as_text(text, languages))}</p>" for text in hidden_texts(drawing, ordinal)
    )


def _render_table(table: TableDrawing, languages: CardLanguages, ordinal: int, revealed: bool) -> str:
    def cell(text: LocalizedText, asks: int) -> str:
        words = escape(part_as_text(text, languages))
        if asks != ordinal:
            return f"<td>{words}</td>"
        return f'<td class="gap">{words if revealed else HIDDEN_PLACEHOLDER}</td>'

    heads = "".join(f"<th>{escape(part_as_text(column, languages))}</th>" for column in table.columns)
    rows = "".join(
        f"<tr>{''.join(cell(one.text, one.card_ordinal) for one in row)}</tr>" for row in table.rows
    )
    return f'<table class="grid" align="center" cellspacing="0"><tr>{heads}</tr>{rows}</table>'
