"""Rendering cards with a custom note type: the content is as in Anki, the style is StudyApp's."""

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

from studyapp.core.cards.card_template_language import (
    FRONT_SIDE,
    READING_FILTERS,
    render_template,
    strip_tags,
)
from studyapp.core.cards.custom_cards import card_template, html_by_field_name, true_cloze_conditions
from studyapp.core.cards.nested_cloze import (
    cloze_answer_text,
    cloze_answers,
    cloze_hints,
    fill_clozes,
    hide_clozes,
)
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.rendering.card_captions import simplified_caption
from studyapp.core.rendering.deck_styles.card_css import parse_card_css
from studyapp.core.rendering.hint_links import HintCollector
from studyapp.core.rendering.html_sanitizing import SIMPLIFIED_MARK, sanitize_html
from studyapp.core.rendering.image_occlusion import encode_masked_image, has_masks, parse_masks
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.sounds import SOUND_TAG

FRONT_PLACEHOLDER = '<span class="front"></span>'
"""Marks where the back repeats the front."""

_IMAGE = re.compile(r'<img src="([^"]*)" alt="[^"]*">')
_Filter = Callable[[str, str], str]


class CustomFace(NamedTuple):
    """Sanitized HTML: the question, the answer alone, and the whole back with `FRONT_PLACEHOLDER` where it repeats
    the question. `alignment` is that of the note type's style sheet (see `CardCss`), and `hints` are the texts that
    links in the question show."""

    question: str
    answer: str
    back: str
    alignment: str = ""
    hints: tuple[str, ...] = ()


def render_custom_face(
    note: Note,
    content: CustomContent,
    ordinal: int,
    languages: CardLanguages,
    render_comparison: Callable[[str], str],
) -> CustomFace:
    """Render both sides. `render_comparison` returns HTML that compares the typed answer with the given correct one.
    A note in `languages` says if HTML was reduced to its text."""
    template = card_template(content, ordinal)
    true_conditions = true_cloze_conditions(content, ordinal)
    fields = _template_fields(note, content, template.name)
    folder = media_folder(note.deck_id)
    hints = HintCollector()
    front = render_template(
        template.front, fields, true_conditions, {**_front_filters(ordinal), "hint": hints.collect}
    )
    back_filters: dict[str, _Filter] = {
        "type": _typed_answer_filter(content, ordinal, render_comparison),
        "cloze": _cloze_filter(fill_clozes, ordinal),
        "cloze-only": _cloze_filter(cloze_answers, ordinal),
        **_SHARED_FILTERS,
        "text": lambda html, field: strip_tags(front if html == FRONT_PLACEHOLDER else html, field),
    }
    caption = f'<p class="missing">[{escape(simplified_caption(languages))}]</p>'
    css = parse_card_css(content.note_type.css)
    masks_field = next(filter(has_masks, content.fields), "")

    def sanitize(html: str) -> str:
        return sanitize_html(html, folder, css).replace(SIMPLIFIED_MARK, caption)

    def render_back(front_side: str) -> str:
        back_fields = fields | {FRONT_SIDE: front_side}
        back = sanitize(render_template(template.back, back_fields, true_conditions, back_filters))
        return _cover_first_image(back, masks_field, ordinal, revealed=True)

    return CustomFace(
        hints.link(_cover_first_image(sanitize(front), masks_field, ordinal, revealed=False)),
        render_back(""),
        render_back(FRONT_PLACEHOLDER),
        css.alignment,
        tuple(map(sanitize, hints.texts)),
    )


def _front_filters(ordinal: int) -> dict[str, _Filter]:
    return {
        "type": _empty_filter,
        "cloze": _cloze_filter(hide_clozes, ordinal),
        "cloze-only": _cloze_filter(cloze_hints, ordinal),
        **_SHARED_FILTERS,
    }


def _template_fields(note: Note, content: CustomContent, template_name: str) -> dict[str, str]:
    """Return the values of all fields that a template can reference."""
    return {
        "Tags": escape(" ".join(note.tags)),
        "Type": escape(content.note_type.name),
        "Deck": note.deck_id,
        "Subdeck": note.deck_id,
        "Card": escape(template_name),
        "CardFlag": "flag0",
        "CardID": "0",
        FRONT_SIDE: "",
        **html_by_field_name(content),
    }


def _cover_first_image(html: str, masks_field: str, ordinal: int, *, revealed: bool) -> str:
    """Draw the masks of a field over the first image, without its description, which may name what they hide. Return
    the HTML unchanged if `masks_field` is empty."""
    if not masks_field:
        return html
    masks = parse_masks(masks_field, ordinal, revealed=revealed)
    return _IMAGE.sub(
        lambda match: f'<img src="{escape(encode_masked_image(unescape_entities(match[1]), masks))}" alt="">',
        html,
        count=1,
    )


def _empty_filter(_html: str, _field: str) -> str:
    return ""


def _cloze_filter(fill: Callable[[str, int], str], ordinal: int) -> _Filter:
    return lambda html, _field: fill(html, ordinal)


def _typed_answer_filter(
    content: CustomContent, ordinal: int, render_comparison: Callable[[str], str]
) -> _Filter:
    """Return the `type` filter. It shows the comparison for the field's original content, ignoring the result of
    earlier filters."""

    def compare(_html: str, field: str) -> str:
        html = html_by_field_name(content).get(field, "")
        if content.note_type.is_cloze:
            return render_comparison(cloze_answer_text(html, ordinal))
        return render_comparison(" ".join(unescape_entities(strip_tags(SOUND_TAG.sub("", html))).split()))

    return compare


_SHARED_FILTERS: dict[str, _Filter] = {"text": strip_tags, **READING_FILTERS}
