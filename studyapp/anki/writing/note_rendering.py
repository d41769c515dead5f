"""A note as Anki holds it: the HTML of its fields, its tags, and the ordinals of its cards."""

import re
import unicodedata
from dataclasses import dataclass
from html import escape
from typing import assert_never
from urllib.parse import urlsplit

from studyapp.anki.embedded_source import enclosed
from studyapp.anki.note_shapes import PARTS, REASON, Shape
from studyapp.anki.note_types import SHARED_FIELDS, NoteType, note_type_of
from studyapp.anki.writing.choice_html import options_html, solution_html
from studyapp.anki.writing.cloze_html import blank_html, blank_numbers, cloze_html, is_countable
from studyapp.anki.writing.diagram_html import drawing_field
from studyapp.anki.writing.escaping import inert, plain
from studyapp.anki.writing.localized_html import in_languages, marked
from studyapp.core.cards.card import CLOZE_BLANK, Card, CardKind, cards_of, cloze_numbers, is_asked_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.deck import Source
from studyapp.core.notes.note import (
    Basic,
    Choice,
    Claim,
    Cloze,
    Diagram,
    Note,
    Reversed,
    Templated,
    Term,
    Typed,
)
from studyapp.core.rendering.card_captions import grade
from studyapp.core.rendering.drawing_text import part_in_words
from studyapp.core.rendering.markdown_rendering import plain_text, to_html
from studyapp.core.text.localized_text import LanguageChoice, Text

_NOT_IN_A_TAG = re.compile('["\x00-\x1f\x7f]+')


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note for a package. `fields` are in the order of the type's, `ordinals` are Anki's, from 0;
    `left_out` are the cards that Anki cannot have. Pictures have the names they have in the deck's folder."""

    note_type: NoteType | CustomType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    ordinals: tuple[int, ...]
    left_out: tuple[CardId, ...] = ()


def written(note: Note, source: str, choice: LanguageChoice) -> WrittenNote:
    """The note in the languages chosen, with the cards that a learner who sees these languages is asked;
    `source` is the `source_html` of its deck."""
    asked = [card for card in cards_of(note) if is_asked_in(card, choice)]
    possible = [card for card in asked if card.kind is not CardKind.CLOZE or is_countable(card.ordinal)]
    note_type, fields = _type_and_fields(note, possible, source, choice)
    return WrittenNote(
        note_type,
        fields,
        _tags(note),
        tuple(card.ordinal - 1 for card in possible),
        tuple(card.id for card in asked if card not in possible),
    )


def _type_and_fields(
    note: Note, cards: list[Card], source: str, choice: LanguageChoice
) -> tuple[NoteType | CustomType, tuple[str, ...]]:
    own = _own_fields(note, cards, choice)
    if isinstance(note.content, Templated):
        return note.content.note_type, own
    if note.came_as is None:
        return note_type_of(note.content), (plain(note.key), *own, *_shared_fields(note, source, choice))
    by_part = dict(zip(PARTS[Shape(note.came_as.written_as)], own, strict=False))
    by_part[REASON] = in_languages(note.why, choice) if note.why else ""
    return note.came_as, tuple(by_part.get(part, "") for part in note.came_as.parts)


def _own_fields(note: Note, cards: list[Card], choice: LanguageChoice) -> tuple[str, ...]:
    content = note.content
    match content:
        case Basic(front, back) | Reversed(front, back):
            return in_languages(front, choice), in_languages(back, choice)
        case Term(term, definition, translation):
            # The template makes a card of every translation that is there, also for who cannot read it.
            is_asked = any(card.kind is CardKind.TRANSLATE for card in cards)
            translated = in_languages(translation, choice) if translation and is_asked else ""
            return in_languages(term, choice), translated, in_languages(definition, choice)
        case Cloze():
            return (_cloze_field(content, choice),)
        case Choice():
            lists = options_html(content, note.key, choice), solution_html(content, note.key, choice)
            return in_languages(content.front, choice), *lists
        case Diagram(drawing):
            return plain(part_in_words(drawing.title, choice)), drawing_field(drawing, choice)
        case Claim(claim):
            return (in_languages(claim, choice),)
        case Templated(_, fields):
            return fields
        case Typed(front, answer):
            return in_languages(front, choice), *_typed_answers(answer, choice)
        case _:
            assert_never(content)


def _shared_fields(note: Note, source: str, choice: LanguageChoice) -> tuple[str, ...]:
    section = plain(note.section)
    by_name = {
        "Why": in_languages(note.why, choice) if note.why else "",
        "Section": f"§ {section}" if section[:1].isdigit() else section,
        "Evidence": plain(grade(note.evidence, choice)) if note.evidence else "",
        "Source": source,
        "Requires": plain(", ".join(note.requires)),
        "Languages": " ".join(choice.languages),
        "Spare 1": enclosed(note),
    }
    return tuple(by_name.get(name, "") for name in SHARED_FIELDS)


def source_html(source: Source) -> str:
    """One line that says what a deck was derived from; empty where nothing is known."""
    title = plain(source.title or source.link)
    if _scheme(source.link) in ("http", "https"):
        title = f'<a href="{inert(escape(source.link.strip()))}">{title}</a>'
    return " · ".join(part for part in (title, plain(source.author), plain(source.date)) if part)


def _scheme(link: str) -> str:
    """The scheme of an address, empty where it is none."""
    try:
        return urlsplit(link.strip()).scheme
    except ValueError:
        return ""


def _cloze_field(cloze: Cloze, choice: LanguageChoice) -> str:
    """The languages shown. A blank that only another language has needs that one too, and one that Markdown
    put where nothing can be hidden stands once more at the end: Anki drops a card without its blank."""
    html = in_languages(cloze.text, choice, cloze_html)
    wanted = {number for number in cloze_numbers(cloze) if is_countable(number)}
    shown = cloze.text.shown_in(choice)
    for language, words in (version for version in cloze.text.versions if version not in shown):
        if (wanted - blank_numbers(html)) & {int(blank[1]) for blank in CLOZE_BLANK.finditer(words)}:
            html += marked(language, cloze_html(words))
    for words in cloze.text.words:
        for blank in CLOZE_BLANK.finditer(words):
            if int(blank[1]) in wanted - blank_numbers(html):
                html += f"<div>{blank_html(int(blank[1]), plain(blank[2]), blank[3] or '')}</div>"
    return html


def _typed_answers(answer: Text, choice: LanguageChoice) -> tuple[str, str]:
    """The answer that Anki compares with, and what else is right: Anki compares with one only."""
    accepted = answer.accepted_in(choice)
    words = (" ".join((plain_text(to_html(words)) or words).split()) for words in accepted)
    first, *others = dict.fromkeys(words)
    return plain(first), " · ".join(map(plain, others))


def _tags(note: Note) -> tuple[str, ...]:
    """Tags as Anki can hold them: no spaces, no quotes."""
    cleaned = ("_".join(_NOT_IN_A_TAG.sub(" ", tag).split()) for tag in note.tags)
    return tuple(dict.fromkeys(unicodedata.normalize("NFC", tag) for tag in cleaned if tag))
