"""The sides of a card that asks for a part of a drawing.

A tree is a picture named `drawing:hidden` or `drawing:shown`, which whoever shows the card draws for its
colours (see `tree_svg`); its words stand beside it for those who listen. A table is HTML.
"""

from html import escape

from studyapp.core.cards.card import Card
from studyapp.core.notes.drawing import Drawing, Table, Tree, answers
from studyapp.core.notes.note import Diagram
from studyapp.core.rendering.drawing_text import GAP, drawing_in_words, part_in_words
from studyapp.core.rendering.tree_svg import Inks, tree_svg
from studyapp.core.text.localized_text import LanguageChoice, Text

HIDDEN, SHOWN = "drawing:hidden", "drawing:shown"
"""The names of a card's two pictures; no picture of a deck's folder can have such a name."""


def drawing_html(drawing: Drawing, choice: LanguageChoice, number: int, shown: bool) -> str:
    """The title, and below it the drawing with the parts of `number` hidden or, once shown, marked."""
    title = f"<p><strong>{escape(part_in_words(drawing.title, choice))}</strong></p>"
    if isinstance(drawing, Tree):
        words = escape(drawing_in_words(drawing, choice, number, shown)).replace("\n", "&#10;")
        return f'{title}<p class="picture"><img src="{SHOWN if shown else HIDDEN}" alt="{words}"></p>'
    return title + _table(drawing, choice, number, shown)


def card_svg(card: Card, choice: LanguageChoice, name: str, inks: Inks) -> str:
    """The picture of this name for a card that asks for a part of a tree."""
    content = card.note.content
    if not isinstance(content, Diagram) or not isinstance(content.drawing, Tree):
        raise TypeError(f"{card.id} has no picture")
    is_shown = name == SHOWN
    return tree_svg(content.drawing, choice.behind if is_shown else choice, card.ordinal, is_shown, inks)


def answer_html(drawing: Drawing, choice: LanguageChoice, number: int) -> str:
    """What was hidden, in words."""
    return "".join(f"<p>{escape(part_in_words(text, choice))}</p>" for text in answers(drawing, number))


def _table(table: Table, choice: LanguageChoice, number: int, shown: bool) -> str:
    def cell(text: Text, asks: int) -> str:
        words = escape(part_in_words(text, choice))
        if asks != number:
            return f"<td>{words}</td>"
        return f'<td class="gap">{words if shown else GAP}</td>'

    heads = "".join(f"<th>{escape(part_in_words(column, choice))}</th>" for column in table.columns)
    rows = "".join(f"<tr>{''.join(cell(one.text, one.asks) for one in row)}</tr>" for row in table.rows)
    return f'<table class="grid" align="center" cellspacing="0"><tr>{heads}</tr>{rows}</table>'
