"""The sides of a card whose note type is a deck's own, rendered as in Anki; the look is ours."""

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

from studyapp.core.cards.custom_cards import fields_of, holding_for, template_of
from studyapp.core.cards.nested_cloze import hidden_words, with_filled, with_hidden
from studyapp.core.cards.template_language import FRONT_SIDE, READINGS, is_empty, rendered, without_markup
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import Note, Templated
from studyapp.core.rendering.html_sanitizing import safe_html
from studyapp.core.rendering.image_occlusion import has_masks, masked_name, masks
from studyapp.core.text.html_entities import unescape

FRONT = '<span class="front"></span>'
"""Stands in the back where it shows the front again."""

_PICTURE = re.compile(r'<img src="([^"]*)" alt="">')
_Filter = Callable[[str, str], str]


class TemplatedFace(NamedTuple):
    """Safe HTML: the question, the answer alone, and the whole back with `FRONT` where the question stands in it."""

    question: str
    answer: str
    back: str


def templated_face(
    note: Note, content: Templated, ordinal: int, compared: Callable[[str], str]
) -> TemplatedFace:
    """Both sides. `compared` makes HTML of a typed answer beside the right one."""
    template = template_of(content, ordinal)
    holding = holding_for(content, ordinal)
    fields = _fields(note, content, template.name)
    folder = media_folder(note.deck)
    asking = {
        "type": _nothing,
        "hint": _hint,
        "cloze": _with(with_hidden, ordinal),
        "cloze-only": _with(lambda html, number: "[…]" if hidden_words(html, number) else "", ordinal),
        **_ALWAYS,
    }
    front = rendered(template.front, fields, holding, asking)
    telling: dict[str, _Filter] = {
        "type": _typed(content, ordinal, compared),
        "cloze": _with(with_filled, ordinal),
        "cloze-only": _with(hidden_words, ordinal),
        **_ALWAYS,
        "text": lambda html, field: without_markup(front if html == FRONT else html, field),
    }
    shapes = next(filter(has_masks, content.fields), "")

    def safe(html: str, *, revealed: bool) -> str:
        return _masked(safe_html(html, folder), shapes, ordinal, revealed=revealed)

    def back(front_side: str) -> str:
        return safe(
            rendered(template.back, fields | {FRONT_SIDE: front_side}, holding, telling), revealed=True
        )

    return TemplatedFace(safe(front, revealed=False), back(""), back(FRONT))


def _fields(note: Note, content: Templated, card: str) -> dict[str, str]:
    """What a template can name."""
    return {
        "Tags": escape(" ".join(note.tags)),
        "Type": escape(content.note_type.name),
        "Deck": note.deck,
        "Subdeck": note.deck,
        "Card": escape(card),
        "CardFlag": "flag0",
        "CardID": "0",
        FRONT_SIDE: "",
        **fields_of(content),
    }


def _masked(html: str, shapes: str, ordinal: int, *, revealed: bool) -> str:
    """The HTML with the shapes of a field over its first picture."""
    if not shapes:
        return html
    covered = masks(shapes, ordinal, revealed=revealed)
    return _PICTURE.sub(
        lambda found: f'<img src="{escape(masked_name(unescape(found[1]), covered))}" alt="">', html, count=1
    )


def _nothing(_html: str, _field: str) -> str:
    return ""


def _hint(html: str, field: str) -> str:
    return "" if is_empty(html) else f'<span class="blank">[{escape(field)}]</span>'


def _with(fill: Callable[[str, int], str], ordinal: int) -> _Filter:
    return lambda html, _field: "" if has_masks(html) else fill(html, ordinal)


def _typed(content: Templated, ordinal: int, compared: Callable[[str], str]) -> _Filter:
    """What was typed beside what should have been, whatever the filters before made of it."""

    def compare(_html: str, field: str) -> str:
        html = fields_of(content).get(field, "")
        if content.note_type.is_cloze:
            return compared(hidden_words(html, ordinal))
        return compared(" ".join(unescape(without_markup(html)).split()))

    return compare


_ALWAYS: dict[str, _Filter] = {"text": without_markup, **READINGS}
