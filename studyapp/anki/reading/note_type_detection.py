"""Detecting the built-in note type that matches an Anki note.

It examines the templates of the note type, not their names, because names differ between languages.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.anki.field_markdown.field_surroundings import shows_fields_unchanged
from studyapp.anki.note_shapes import NoteShape
from studyapp.core.cards.card_template_language import (
    SPECIAL_FIELDS,
    FieldReference,
    strip_scripts,
    visible_parts,
)
from studyapp.core.cards.nested_cloze import fill_all_clozes
from studyapp.core.notes.custom_note_type import CardTemplate
from studyapp.core.rendering.image_occlusion import has_masks
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.transfer.media_references import find_media_names
from studyapp.core.transfer.package_model import SourceNote

_TAG = re.compile(r"<[^<>]*>")
_LETTER = re.compile(r"[^\W\d_]")
_VISIBLE_TAG = re.compile(r"<(?:img|video|audio|svg|object|iframe|embed)\b", re.IGNORECASE)
"""Elements that are visible without text."""

_HTML_SIGN = re.compile("[<&]")
_SUPPORTED_FILTERS = ((), ("type",), ("cloze",), ("text",), ("type", "cloze"))
_MAX_TEMPLATE_LENGTH = 50_000
"""In characters. A longer template is a program, which no built-in card can replace."""


class DetectedShape(NamedTuple):
    """The shape of a note.

    `side_fields` are the fields that are its sides (one for a cloze), `extra_fields` the other fields that
    the answer shows.
    """

    shape: NoteShape
    side_fields: tuple[str, ...]
    extra_fields: tuple[str, ...]


class _TemplateSide(NamedTuple):
    """The content of one side of a template.

    The fields are in order of appearance. `has_static_text` also covers content that built-in cards don't
    support.
    """

    plain_fields: tuple[str, ...]
    typed_fields: tuple[str, ...]
    cloze_fields: tuple[str, ...]
    has_static_text: bool


def detect_shape(note: SourceNote) -> DetectedShape | None:
    """Return the shape of a note.

    Returns None if no built-in type asks the same question, if a non-empty field is never shown, or if the note type hides or changes the texts of
    fields.
    """
    if any(
        len(template.front + template.back) > _MAX_TEMPLATE_LENGTH for template in note.note_type.templates
    ):
        return None
    if not shows_fields_unchanged(note.note_type):
        return None
    fields = dict(zip(note.note_type.fields, note.fields, strict=False))
    detected = _detect_by_templates(note, fields)
    if detected is None:
        return None
    shown = {*detected.side_fields, *detected.extra_fields}
    return detected if all(name in shown or html == "" for name, html in fields.items()) else None


def _detect_by_templates(note: SourceNote, fields: Mapping[str, str]) -> DetectedShape | None:
    sides = [_parse_sides(template, fields) for template in note.note_type.templates]
    sides_by_ordinal = {ordinal: pair for ordinal, pair in enumerate(sides) if _makes_card(pair[0], fields)}
    if any(front.has_static_text or back.has_static_text for front, back in sides_by_ordinal.values()):
        return None
    if note.note_type.is_cloze:
        return _detect_cloze(sides_by_ordinal, fields)
    card_ordinals = {card.ordinal for card in note.cards}
    if not card_ordinals <= set(sides_by_ordinal):
        return None
    if list(sides_by_ordinal) == [0]:
        return _detect_one_way(*sides_by_ordinal[0], fields)
    return _detect_reversed(sides_by_ordinal, fields) if list(sides_by_ordinal) == [0, 1] else None


def _detect_cloze(
    sides_by_ordinal: Mapping[int, tuple[_TemplateSide, _TemplateSide]], fields: Mapping[str, str]
) -> DetectedShape | None:
    if list(sides_by_ordinal) != [0]:
        return None
    front, back = sides_by_ordinal[0]
    if len(front.cloze_fields) != 1 or front.plain_fields or front.typed_fields or back.typed_fields:
        return None
    return DetectedShape(
        NoteShape.CLOZE,
        front.cloze_fields,
        _find_extra_fields((*back.plain_fields, *back.cloze_fields), fields, front.cloze_fields),
    )


def _detect_one_way(
    front: _TemplateSide, back: _TemplateSide, fields: Mapping[str, str]
) -> DetectedShape | None:
    if len(front.plain_fields) != 1 or front.cloze_fields or back.cloze_fields:
        return None
    if front.typed_fields:
        if len(front.typed_fields) != 1:
            return None
        extra_fields = _find_extra_fields(
            back.plain_fields, fields, (*front.plain_fields, *front.typed_fields)
        )
        return DetectedShape(NoteShape.TYPED, (front.plain_fields[0], front.typed_fields[0]), extra_fields)
    shown = [name for name in back.plain_fields if name != front.plain_fields[0]]
    if not shown:
        return None
    extra_fields = _find_extra_fields(tuple(shown[1:]), fields, (*front.plain_fields, shown[0]))
    return DetectedShape(NoteShape.BASIC, (front.plain_fields[0], shown[0]), extra_fields)


def _detect_reversed(
    sides_by_ordinal: Mapping[int, tuple[_TemplateSide, _TemplateSide]], fields: Mapping[str, str]
) -> DetectedShape | None:
    forward, backward = (_detect_one_way(*sides_by_ordinal[ordinal], fields) for ordinal in (0, 1))
    if forward is None or backward is None or forward.shape is not NoteShape.BASIC:
        return None
    if backward.shape is not NoteShape.BASIC or forward.side_fields != backward.side_fields[::-1]:
        return None
    if forward.extra_fields != backward.extra_fields:
        return None
    return forward._replace(shape=NoteShape.REVERSED)


def _find_extra_fields(
    names: tuple[str, ...], fields: Mapping[str, str], excluded: tuple[str, ...]
) -> tuple[str, ...]:
    return tuple(
        name for name in dict.fromkeys(names) if name not in excluded and not _is_empty(fields[name])
    )


def _parse_sides(template: CardTemplate, fields: Mapping[str, str]) -> tuple[_TemplateSide, _TemplateSide]:
    return _parse_side(template.front, fields), _parse_side(template.back, fields)


def _parse_side(template: str, fields: Mapping[str, str]) -> _TemplateSide:
    fields_by_filter: dict[str, list[str]] = {"": [], "type": [], "cloze": []}
    static_text = ""
    has_unsupported = False
    for part in visible_parts(template, lambda name: not _is_empty(fields.get(name, ""))):
        if not isinstance(part, FieldReference):
            static_text += part
        elif part.field in SPECIAL_FIELDS:
            pass
        elif part.field not in fields or part.filters not in _SUPPORTED_FILTERS:
            has_unsupported = True  # such as a hint, text-to-speech, or an add-on's filter
        elif part.filters == ("text",) and _HTML_SIGN.search(fields[part.field]):
            has_unsupported = True  # shown without its formatting
        elif static_text.rfind("<") > static_text.rfind(">"):
            has_unsupported = True  # within a tag, for instance as its class
        else:
            fields_by_filter[part.filters[0] if part.filters and part.filters[0] != "text" else ""].append(
                part.field
            )
    return _TemplateSide(
        tuple(fields_by_filter[""]),
        tuple(fields_by_filter["type"]),
        tuple(fields_by_filter["cloze"]),
        has_unsupported or not _is_empty(static_text),
    )


def _makes_card(front: _TemplateSide, fields: Mapping[str, str]) -> bool:
    """Return whether the front shows a non-empty field, without which Anki generates no card."""
    return any(not _is_empty(fields[name]) for name in (*front.plain_fields, *front.cloze_fields))


def _is_empty(html: str) -> bool:
    return not _VISIBLE_TAG.search(html) and not unescape_entities(
        _TAG.sub("", strip_scripts(html))
    ).strip().strip("\xa0")


def note_excerpt(note: SourceNote) -> str:
    """Return the first words of a note, at most 60 characters, to identify it in messages.

    They are those that Anki's browser shows, with the next field if they contain no letter. A note without text is identified by
    its first picture or sound.
    """
    names, sort_field = note.note_type.fields, note.note_type.settings.sort_field
    first = names.index(sort_field) if sort_field in names else 0
    fields = (*note.fields[first : first + 1], *note.fields)
    words = (_words_of(field) for field in fields if not has_masks(field))
    excerpt = next(filter(None, words), "")
    if not _LETTER.search(excerpt):
        with_letter = next(filter(_LETTER.search, words), "")
        media = find_media_names(" ".join(note.fields))
        excerpt = " · ".join(filter(None, (excerpt, with_letter))) or (media[0] if media else note.guid)
    return excerpt if len(excerpt) <= 60 else f"{excerpt[:59]}…"


def _words_of(field: str) -> str:
    return " ".join(unescape_entities(_TAG.sub(" ", strip_scripts(fill_all_clozes(field)))).split())
