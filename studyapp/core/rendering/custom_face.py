"""Rendering cards with a custom note type: the content is as in Anki, the style is StudyApp's."""

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

from studyapp.core.cards.card import Card
from studyapp.core.cards.card_template_language import (
    FRONT_SIDE,
    READING_FILTERS,
    is_empty_field,
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
from studyapp.core.notes.note import CustomContent
from studyapp.core.rendering.card_captions import simplified_caption
from studyapp.core.rendering.deck_styles.card_css import CardCss, parse_card_css
from studyapp.core.rendering.hint_links import HintCollector, remove_hint_placeholders
from studyapp.core.rendering.html_sanitizing import SIMPLIFIED_MARK, sanitize_html, sanitize_question
from studyapp.core.rendering.image_occlusion import encode_masked_image, has_masks, parse_masks
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.sounds import SOUND_TAG

FRONT_PLACEHOLDER = '<span class="front"></span>'
"""Marks where the back repeats the front."""

_IMAGE = re.compile(r'<img src="([^"]*)" alt="[^"]*">')
_STYLE_ELEMENT = re.compile(r"<style\b[^<>]*>([^<]{0,100000})</style", re.IGNORECASE)
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
    card: Card,
    content: CustomContent,
    languages: CardLanguages,
    render_comparison: Callable[[str], str],
) -> CustomFace:
    """Render both sides. `render_comparison` returns HTML that compares the typed answer with the given correct one.
    A note in `languages` says if HTML was reduced to its text."""
    return _FaceRenderer(card, content, languages, render_comparison).render()


class _FaceRenderer:
    def __init__(
        self,
        card: Card,
        content: CustomContent,
        languages: CardLanguages,
        render_comparison: Callable[[str], str],
    ) -> None:
        self._content, self._ordinal = content, card.ordinal
        self._template = card_template(content, card.ordinal)
        self._true_conditions = true_cloze_conditions(card.ordinal)
        self._fields = _template_fields(card, content, self._template.name, languages)
        self._folder = media_folder(card.note.deck_id)
        self._caption = f'<p class="missing">[{escape(simplified_caption(languages))}]</p>'
        self._masks_field = next(filter(has_masks, content.fields), "")
        self._hints = HintCollector()
        front_filters = {**_front_filters(self._ordinal), "hint": self._hints.collect}
        self._front = render_template(
            self._template.front, self._fields, self._true_conditions, front_filters
        )
        self._back_filters = {
            **_back_filters(self._ordinal, self._front),
            "type": _typed_answer_filter(content, self._ordinal, render_comparison),
        }

    def render(self) -> CustomFace:
        """Render both sides."""
        css = _css_of(self._content, self._front)
        question, disclosures = sanitize_question(self._front, self._folder, css, self._ordinal)
        question = _cover_first_image(
            question.replace(SIMPLIFIED_MARK, self._caption), self._masks_field, self._ordinal, revealed=False
        )
        # A style sheet in the back may show what is hidden on the front.
        shows_front_again = "<style" in self._template.back and not self._masks_field
        labels = [disclosure.label for disclosure in disclosures]
        return CustomFace(
            self._hints.link(question, labels),
            self._render_back(""),
            self._render_back(self._front if shows_front_again else FRONT_PLACEHOLDER),
            css.alignment,
            (
                *map(self._sanitize, self._hints.texts),
                *(self._hints.link(disclosure.html, labels) for disclosure in disclosures),
            ),
        )

    def _render_back(self, front_side: str) -> str:
        fields = self._fields | {FRONT_SIDE: front_side}
        back = render_template(self._template.back, fields, self._true_conditions, self._back_filters)
        return _cover_first_image(self._sanitize(back), self._masks_field, self._ordinal, revealed=True)

    def _sanitize(self, html: str) -> str:
        # The style sheets of the front apply where the back repeats it.
        styled = html + self._front if FRONT_PLACEHOLDER in html else html
        safe_html = sanitize_html(html, self._folder, _css_of(self._content, styled), self._ordinal)
        return remove_hint_placeholders(safe_html).replace(SIMPLIFIED_MARK, self._caption)


def _css_of(content: CustomContent, html: str) -> CardCss:
    """Return the style sheet of the note type together with the style sheets in the HTML of a side."""
    own_styles = _STYLE_ELEMENT.findall(html) if "<style" in html.lower() else []
    return parse_card_css("\n".join((content.note_type.css, *own_styles)))


def _front_filters(ordinal: int) -> dict[str, _Filter]:
    return {
        "type": _empty_filter,
        "cloze": _cloze_filter(hide_clozes, ordinal),
        "cloze-only": _cloze_filter(cloze_hints, ordinal),
        **_SHARED_FILTERS,
    }


def _back_filters(ordinal: int, front: str) -> dict[str, _Filter]:
    return {
        "cloze": _cloze_filter(fill_clozes, ordinal),
        "cloze-only": _cloze_filter(cloze_answers, ordinal),
        "hint": lambda html, _: "" if is_empty_field(html) else f'<div class="hint">{html}</div>',
        **_SHARED_FILTERS,
        "text": lambda html, field: _text_filter(front if html == FRONT_PLACEHOLDER else html, field),
    }


def _template_fields(
    card: Card, content: CustomContent, template_name: str, languages: CardLanguages
) -> dict[str, str]:
    """Return the values of all fields that a template can reference."""
    deck_id, title = card.note.deck_id, card.deck_title
    deck_titles = [text for _, text in title.versions_for(languages)] if title else [deck_id]
    return {
        "Tags": escape(" ".join(card.note.tags)),
        "Type": escape(content.note_type.name),
        "Deck": escape(" · ".join(deck_titles)),
        "Subdeck": escape(" · ".join(text.rpartition("::")[2] for text in deck_titles)),
        "Card": escape(template_name),
        "CardFlag": f"flag{card.flag}",
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


def _text_filter(html: str, _field: str) -> str:
    """Remove tags and decode entities, as Anki does. Decoded text that looks like a tag becomes a tag."""
    return unescape_entities(strip_tags(html))


_SHARED_FILTERS: dict[str, _Filter] = {"text": _text_filter, **READING_FILTERS}
