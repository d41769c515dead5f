"""What a note of Anki asks, told by the templates of its type: not by their names, which are in every language."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.anki.note_shapes import NoteShape
from studyapp.core.cards.nested_cloze import fill_clozes
from studyapp.core.cards.template_language import SPECIAL_FIELDS, FieldReference, strip_scripts, visible_parts
from studyapp.core.notes.custom_note_type import CardTemplate
from studyapp.core.rendering.image_occlusion import has_masks
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.transfer.package_model import SourceNote

_TAG = re.compile(r"<[^<>]*>")
_VISIBLE_TAG = re.compile(r"<(?:img|video|audio|svg|object|iframe|embed)\b", re.IGNORECASE)
"""What is there without any words."""

_SUPPORTED_FILTERS = ((), ("type",), ("cloze",), ("text",), ("type", "cloze"))
_MAX_TEMPLATE_LENGTH = 50_000
"""Letters; what is longer is a program, and asks something that our cards do not."""


class DetectedShape(NamedTuple):
    """The shape of a note, the names of the fields that are its sides (a cloze has one), and of what else its answers
    show."""

    shape: NoteShape
    side_fields: tuple[str, ...]
    extra_fields: tuple[str, ...]


class _TemplateSide(NamedTuple):
    """What one side of a template shows: fields in order, those typed, those with blanks, and whether it has words of
    its own."""

    plain_fields: tuple[str, ...]
    typed_fields: tuple[str, ...]
    cloze_fields: tuple[str, ...]
    has_static_text: bool


def detect_shape(note: SourceNote) -> DetectedShape | None:
    """The shape of a note; None when none of ours asks the same, or a field holds something and is shown nowhere."""
    if any(
        len(template.front + template.back) > _MAX_TEMPLATE_LENGTH for template in note.note_type.templates
    ):
        return None
    fields = dict(zip(note.note_type.fields, note.fields, strict=False))
    found = _detect_by_templates(note, fields)
    if found is None:
        return None
    shown = {*found.side_fields, *found.extra_fields}
    return found if all(name in shown or html == "" for name, html in fields.items()) else None


def _detect_by_templates(note: SourceNote, fields: Mapping[str, str]) -> DetectedShape | None:
    sides = [_parse_sides(template, fields) for template in note.note_type.templates]
    asking = {place: pair for place, pair in enumerate(sides) if _makes_card(pair[0], fields)}
    if any(front.has_static_text or back.has_static_text for front, back in asking.values()):
        return None
    if note.note_type.is_cloze:
        return _detect_cloze(asking, fields)
    ordinals = {card.ordinal for card in note.cards}
    if not ordinals <= set(asking):
        return None
    if list(asking) == [0]:
        return _detect_one_way(*asking[0], fields)
    return _detect_reversed(asking, fields) if list(asking) == [0, 1] else None


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
        others = _find_extra_fields(back.plain_fields, fields, (*front.plain_fields, *front.typed_fields))
        return DetectedShape(NoteShape.TYPED, (front.plain_fields[0], front.typed_fields[0]), others)
    shown = [name for name in back.plain_fields if name != front.plain_fields[0]]
    if not shown:
        return None
    others = _find_extra_fields(tuple(shown[1:]), fields, (*front.plain_fields, shown[0]))
    return DetectedShape(NoteShape.BASIC, (front.plain_fields[0], shown[0]), others)


def _detect_reversed(
    sides_by_ordinal: Mapping[int, tuple[_TemplateSide, _TemplateSide]], fields: Mapping[str, str]
) -> DetectedShape | None:
    there, back_again = (_detect_one_way(*sides_by_ordinal[place], fields) for place in (0, 1))
    if there is None or back_again is None or there.shape is not NoteShape.BASIC:
        return None
    if back_again.shape is not NoteShape.BASIC or there.side_fields != back_again.side_fields[::-1]:
        return None
    if there.extra_fields != back_again.extra_fields:
        return None
    return there._replace(shape=NoteShape.REVERSED)


def _find_extra_fields(
    names: tuple[str, ...], fields: Mapping[str, str], excluded: tuple[str, ...]
) -> tuple[str, ...]:
    return tuple(
        name for name in dict.fromkeys(names) if name not in excluded and not _is_empty(fields[name])
    )


def _parse_sides(template: CardTemplate, fields: Mapping[str, str]) -> tuple[_TemplateSide, _TemplateSide]:
    return _parse_side(template.front, fields), _parse_side(template.back, fields)


def _parse_side(template: str, fields: Mapping[str, str]) -> _TemplateSide:
    by_filter: dict[str, list[str]] = {"": [], "type": [], "cloze": []}
    words = ""
    unknown = False
    for part in visible_parts(template, lambda name: not _is_empty(fields.get(name, ""))):
        if not isinstance(part, FieldReference):
            words += part
        elif part.field in SPECIAL_FIELDS:
            pass
        elif part.field not in fields or part.filters not in _SUPPORTED_FILTERS:
            unknown = True  # a filter of an add-on, a hint, a voice: not what our cards do
        else:
            by_filter[part.filters[0] if part.filters and part.filters[0] != "text" else ""].append(
                part.field
            )
    return _TemplateSide(
        tuple(by_filter[""]),
        tuple(by_filter["type"]),
        tuple(by_filter["cloze"]),
        unknown or not _is_empty(words),
    )


def _makes_card(front: _TemplateSide, fields: Mapping[str, str]) -> bool:
    """Whether Anki makes a card of it: where its front shows something."""
    return any(not _is_empty(fields[name]) for name in (*front.plain_fields, *front.cloze_fields))


def _is_empty(html: str) -> bool:
    return not _VISIBLE_TAG.search(html) and not unescape_entities(
        _TAG.sub("", strip_scripts(html))
    ).strip().strip("\xa0")


def note_excerpt(note: SourceNote) -> str:
    """A note in a few words, to name it by."""
    fields = (fill_clozes(field, 0) for field in note.fields if not has_masks(field))
    texts = (unescape_entities(_TAG.sub(" ", field)) for field in fields)
    words = next((" ".join(text.split()) for text in texts if text.strip()), note.guid)
    return words if len(words) <= 60 else f"{words[:59]}…"
