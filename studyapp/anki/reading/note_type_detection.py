"""What a note of Anki asks, told by the templates of its type: not by their names, which are in every language."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.anki.note_shapes import Shape
from studyapp.core.cards.nested_cloze import with_filled
from studyapp.core.cards.template_language import SPECIAL, Reference, shown_parts, without_programs
from studyapp.core.notes.custom_note_type import CardTemplate
from studyapp.core.rendering.image_occlusion import has_masks
from studyapp.core.text.html_entities import unescape
from studyapp.core.transfer.package_model import FoundNote

_UNSEEN = re.compile(r"<[^<>]*>")
_SEEN = re.compile(r"<(?:img|video|audio|svg|object|iframe|embed)\b", re.IGNORECASE)
"""What is there without any words."""

_FILTERS = ((), ("type",), ("cloze",), ("text",), ("type", "cloze"))
_LONGEST_TEMPLATE = 50_000
"""Letters; what is longer is a program, and asks something that our cards do not."""


class Recognised(NamedTuple):
    """The shape of a note, the names of the fields that are its sides (a cloze has one), and of what else its answers
    show."""

    shape: Shape
    sides: tuple[str, ...]
    others: tuple[str, ...]


class _Side(NamedTuple):
    """What one side of a template shows: fields in order, those typed, those with blanks, and whether it has words of
    its own."""

    plain: tuple[str, ...]
    typed: tuple[str, ...]
    blanks: tuple[str, ...]
    has_words: bool


def recognised(note: FoundNote) -> Recognised | None:
    """The shape of a note; None when none of ours asks the same, or a field holds something and is shown nowhere."""
    if any(len(template.front + template.back) > _LONGEST_TEMPLATE for template in note.note_type.templates):
        return None
    fields = dict(zip(note.note_type.fields, note.fields, strict=False))
    found = _shape(note, fields)
    if found is None:
        return None
    shown = {*found.sides, *found.others}
    return found if all(name in shown or html == "" for name, html in fields.items()) else None


def _shape(note: FoundNote, fields: Mapping[str, str]) -> Recognised | None:
    sides = [_sides(template, fields) for template in note.note_type.templates]
    asking = {place: pair for place, pair in enumerate(sides) if _asks(pair[0], fields)}
    if any(front.has_words or back.has_words for front, back in asking.values()):
        return None
    if note.note_type.is_cloze:
        return _cloze(asking, fields)
    ordinals = {card.ordinal for card in note.cards}
    if not ordinals <= set(asking):
        return None
    if list(asking) == [0]:
        return _one_way(*asking[0], fields)
    return _both_ways(asking, fields) if list(asking) == [0, 1] else None


def _cloze(asking: Mapping[int, tuple[_Side, _Side]], fields: Mapping[str, str]) -> Recognised | None:
    if list(asking) != [0]:
        return None
    front, back = asking[0]
    if len(front.blanks) != 1 or front.plain or front.typed or back.typed:
        return None
    return Recognised(Shape.CLOZE, front.blanks, _others((*back.plain, *back.blanks), fields, front.blanks))


def _one_way(front: _Side, back: _Side, fields: Mapping[str, str]) -> Recognised | None:
    if len(front.plain) != 1 or front.blanks or back.blanks:
        return None
    if front.typed:
        if len(front.typed) != 1:
            return None
        others = _others(back.plain, fields, (*front.plain, *front.typed))
        return Recognised(Shape.TYPED, (front.plain[0], front.typed[0]), others)
    shown = [name for name in back.plain if name != front.plain[0]]
    if not shown:
        return None
    others = _others(tuple(shown[1:]), fields, (*front.plain, shown[0]))
    return Recognised(Shape.BASIC, (front.plain[0], shown[0]), others)


def _both_ways(asking: Mapping[int, tuple[_Side, _Side]], fields: Mapping[str, str]) -> Recognised | None:
    there, back_again = (_one_way(*asking[place], fields) for place in (0, 1))
    if there is None or back_again is None or there.shape is not Shape.BASIC:
        return None
    if back_again.shape is not Shape.BASIC or there.sides != back_again.sides[::-1]:
        return None
    if there.others != back_again.others:
        return None
    return there._replace(shape=Shape.REVERSED)


def _others(names: tuple[str, ...], fields: Mapping[str, str], but: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name not in but and not _is_blank(fields[name]))


def _sides(template: CardTemplate, fields: Mapping[str, str]) -> tuple[_Side, _Side]:
    return _side(template.front, fields), _side(template.back, fields)


def _side(template: str, fields: Mapping[str, str]) -> _Side:
    by_filter: dict[str, list[str]] = {"": [], "type": [], "cloze": []}
    words = ""
    unknown = False
    for part in shown_parts(template, lambda name: not _is_blank(fields.get(name, ""))):
        if not isinstance(part, Reference):
            words += part
        elif part.field in SPECIAL:
            pass
        elif part.field not in fields or part.filters not in _FILTERS:
            unknown = True  # a filter of an add-on, a hint, a voice: not what our cards do
        else:
            by_filter[part.filters[0] if part.filters and part.filters[0] != "text" else ""].append(
                part.field
            )
    return _Side(
        tuple(by_filter[""]),
        tuple(by_filter["type"]),
        tuple(by_filter["cloze"]),
        unknown or not _is_blank(words),
    )


def _asks(front: _Side, fields: Mapping[str, str]) -> bool:
    """Whether Anki makes a card of it: where its front shows something."""
    return any(not _is_blank(fields[name]) for name in (*front.plain, *front.blanks))


def _is_blank(html: str) -> bool:
    return not _SEEN.search(html) and not unescape(_UNSEEN.sub("", without_programs(html))).strip().strip(
        "\xa0"
    )


def first_words(note: FoundNote) -> str:
    """A note in a few words, to name it by."""
    fields = (with_filled(field, 0) for field in note.fields if not has_masks(field))
    texts = (unescape(_UNSEEN.sub(" ", field)) for field in fields)
    words = next((" ".join(text.split()) for text in texts if text.strip()), note.guid)
    return words if len(words) <= 60 else f"{words[:59]}…"
