"""Rendering notes for Anki: field HTML, tags, and card ordinals."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import assert_never
from urllib.parse import urlsplit

from studyapp.anki.anki_note_types import SHARED_FIELDS, AnkiNoteType, anki_note_type_of
from studyapp.anki.embedded_source import embed_note
from studyapp.anki.note_shapes import DECK_FILE_FIELDS_BY_SHAPE, WHY_FIELD, NoteShape
from studyapp.anki.writing.choice_html import render_options, render_solution
from studyapp.anki.writing.cloze_html import (
    is_valid_cloze_number,
    render_blank,
    render_cloze,
    rendered_cloze_numbers,
)
from studyapp.anki.writing.diagram_html import render_drawing
from studyapp.anki.writing.escaping import escape_anki_syntax, escape_text
from studyapp.anki.writing.localized_html import render_localized, wrap_language
from studyapp.core.cards.card import CLOZE_PATTERN, Card, CardKind, cards_of, cloze_numbers, is_available_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.deck import DeckSource
from studyapp.core.notes.note import (
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    MultipleChoice,
    Note,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.rendering.card_captions import evidence_caption
from studyapp.core.rendering.drawings.drawing_text import part_as_text
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.text.sounds import replace_sounds, sounds_in

_INVALID_TAG_CHARACTERS = re.compile('["\x00-\x1f\x7f]+')


@dataclass(frozen=True, slots=True)
class RenderedNote:
    """A note rendered for a package.

    `fields` are in the order of the note type, and `ordinals` count from 0. `unsupported_cards` are cards
    that Anki does not support. Paths of media are still relative to the deck's folder.
    """

    note_type: AnkiNoteType | CustomNoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    ordinals: tuple[int, ...]
    unsupported_cards: tuple[CardId, ...] = ()


def render_note(
    note: Note, source_line: str, languages: CardLanguages, known_fields: tuple[str, ...] | None = None
) -> RenderedNote:
    """Render a note in the given languages, with the cards that are available in them.

    `source_line` is the result of `render_source` for its deck. `known_fields` are the fields that Anki has of the
    note, if they need not be rendered.
    """
    available = [card for card in cards_of(note) if is_available_in(card, languages)]
    supported = [card for card in available if _is_supported(card)]
    note_type: AnkiNoteType | CustomNoteType
    if known_fields is not None:
        note_type, fields = note.custom_note_type or anki_note_type_of(note.content), known_fields
    else:
        note_type, fields = _render_type_and_fields(note, supported, source_line, languages)
    return RenderedNote(
        note_type,
        fields,
        _clean_tags(note),
        tuple(card.ordinal - 1 for card in supported),
        tuple(card.id for card in available if not _is_supported(card)),
    )


def _is_supported(card: Card) -> bool:
    return card.kind is not CardKind.CLOZE or is_valid_cloze_number(card.ordinal)


def _render_type_and_fields(
    note: Note, cards: list[Card], source_line: str, languages: CardLanguages
) -> tuple[AnkiNoteType | CustomNoteType, tuple[str, ...]]:
    own_fields = _render_own_fields(note, cards, languages)
    if isinstance(note.content, CustomContent):
        return note.content.note_type, own_fields
    if note.original_note_type is None:
        return anki_note_type_of(note.content), (
            escape_text(note.key),
            *own_fields,
            *_render_shared_fields(note, source_line, languages),
        )
    html_by_role = dict(
        zip(
            DECK_FILE_FIELDS_BY_SHAPE[NoteShape(note.original_note_type.builtin_type)],
            own_fields,
            strict=False,
        )
    )
    html_by_role[WHY_FIELD] = render_localized(note.explanation, languages) if note.explanation else ""
    return note.original_note_type, tuple(
        html_by_role.get(role, "") for role in note.original_note_type.field_roles
    )


def _render_own_fields(note: Note, cards: list[Card], languages: CardLanguages) -> tuple[str, ...]:
    content = note.content
    match content:
        case Basic(front, back) | Reversed(front, back):
            return render_localized(front, languages), render_localized(back, languages)
        case Term(term, definition, translation):
            # The template generates a card for any translation, even if the learner can't read its language.
            has_translate_card = any(card.kind is CardKind.TRANSLATE for card in cards)
            translated = (
                render_localized(translation, languages) if translation and has_translate_card else ""
            )
            return render_localized(term, languages), translated, render_localized(definition, languages)
        case Cloze():
            return (_render_cloze_field(content, languages),)
        case MultipleChoice():
            option_lists = (
                render_options(content, note.key, languages),
                render_solution(content, note.key, languages),
            )
            return render_localized(content.front, languages), *option_lists
        case Diagram(drawing):
            return escape_text(part_as_text(drawing.title, languages)), render_drawing(drawing, languages)
        case Claim(claim):
            return (render_localized(claim, languages),)
        case CustomContent(_, fields):
            return fields
        case TypedAnswer(front, answer):
            return render_localized(front, languages), *_render_typed_answers(answer, languages)
        case _:
            assert_never(content)


def _render_shared_fields(note: Note, source_line: str, languages: CardLanguages) -> tuple[str, ...]:
    section = escape_text(note.section)
    html_by_name = {
        "Why": render_localized(note.explanation, languages) if note.explanation else "",
        "Section": f"§ {section}" if section[:1].isdigit() else section,
        "Evidence": escape_text(evidence_caption(note.evidence, languages)) if note.evidence else "",
        "Source": source_line,
        "Requires": escape_text(", ".join(note.prerequisites)),
        "Languages": " ".join(languages.question_languages),
        "Spare 1": embed_note(note),
    }
    return tuple(html_by_name.get(name, "") for name in SHARED_FIELDS)


def render_source(source: DeckSource) -> str:
    """Return one line of HTML that names the source of a deck, or an empty string if it is unknown."""
    title = escape_text(source.title or source.link)
    if _url_scheme(source.link) in ("http", "https"):
        title = f'<a href="{escape_anki_syntax(escape(source.link.strip()))}">{title}</a>'
    return " · ".join(part for part in (title, escape_text(source.author), escape_text(source.date)) if part)


def _url_scheme(url: str) -> str:
    """Return the scheme of a URL, or an empty string if it is not a URL."""
    try:
        return urlsplit(url.strip()).scheme
    except ValueError:
        return ""


def _render_cloze_field(cloze: Cloze, languages: CardLanguages) -> str:
    """Return the text of a cloze in the given languages, with every blank that has a card.

    A language that is not shown is added if a blank occurs only in it. A blank in a place where Anki can't hide
    text is repeated at the end. Otherwise Anki would delete the card of the blank.
    """
    html = render_localized(cloze.text, languages, render_cloze)
    wanted = {number for number in cloze_numbers(cloze) if is_valid_cloze_number(number)}
    shown = cloze.text.versions_for(languages)
    for language, markdown in (version for version in cloze.text.versions if version not in shown):
        if (wanted - rendered_cloze_numbers(html)) & {
            int(blank[1]) for blank in CLOZE_PATTERN.finditer(markdown)
        }:
            html += wrap_language(language, render_cloze(markdown))
    for markdown in cloze.text.version_texts:
        for blank in CLOZE_PATTERN.finditer(markdown):
            if int(blank[1]) in wanted - rendered_cloze_numbers(html):
                html += f"<div>{render_blank(int(blank[1]), escape_text(blank[2]), blank[3] or '')}</div>"
    return html


def _render_typed_answers(answer: LocalizedText, languages: CardLanguages) -> tuple[str, str]:
    """Return the answer that Anki compares with, and the other accepted answers.

    Anki compares with one answer only, without its sounds.
    """
    rendered = [(render_markdown(markdown), markdown) for markdown in answer.accepted_answers(languages)]
    texts = (
        " ".join((html_to_text(replace_sounds(html, lambda _: ""), bullet="") or markdown).split())
        for html, markdown in rendered
    )
    first, *others = dict.fromkeys(texts)
    tags = [f"[sound:{sound.path}]" for html, _ in rendered for sound in sounds_in(html)]
    return " ".join((escape_text(first), *tags)), " · ".join(map(escape_text, others))


def _clean_tags(note: Note) -> tuple[str, ...]:
    """Return the tags without the spaces and quotation marks that Anki doesn't allow."""
    return tuple(dict.fromkeys(filter(None, map(_clean_tag, note.tags))))


@lru_cache(maxsize=1000)
def _clean_tag(tag: str) -> str:
    cleaned = "_".join(_INVALID_TAG_CHARACTERS.sub(" ", tag).split())
    return unicodedata.normalize("NFC", cleaned)
