"""What a note of Anki asks, told by the templates of its type: not by their names, which are in every language."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from html import unescape
from typing import NamedTuple

from studyapp.anki.found import FoundNote, FoundTemplate

_TAG = re.compile(r"\{\{([^{}]{1,300})\}\}")
_COMMENT = re.compile(r"<!--[^<>]*-->")
_HIDING = re.compile(r"<(/?)(?:script|style)\b[^<>]*>", re.IGNORECASE)
_UNSEEN = re.compile(r"<[^<>]*>")
_SEEN = re.compile(r"<(?:img|video|audio|svg|object|iframe|embed)\b", re.IGNORECASE)
"""What is there without any words."""

_SPECIAL = {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"}
_LONGEST_TEMPLATE = 50_000
"""Letters; what is longer is a program, and asks something that our cards do not."""


class Shape(StrEnum):
    """A type of our own that asks the same."""

    BASIC = "basic"
    REVERSED = "reversed"
    TYPED = "typed"
    CLOZE = "cloze"


class Recognised(NamedTuple):
    """The shape of a note, the HTML of its sides (a cloze has one), and of what else its answers show; and the fields
    that hold something and are shown nowhere."""

    shape: Shape
    sides: tuple[str, ...]
    others: tuple[str, ...]
    unseen: tuple[str, ...] = ()


class _Side(NamedTuple):
    """What one side of a template shows: fields in order, those typed, those with blanks, and whether it has words of
    its own."""

    plain: tuple[str, ...]
    typed: tuple[str, ...]
    blanks: tuple[str, ...]
    has_words: bool


def recognised(note: FoundNote) -> Recognised | None:
    """The shape of a note; None when none of ours asks the same."""
    if any(len(template.front + template.back) > _LONGEST_TEMPLATE for template in note.note_type.templates):
        return None
    fields = dict(zip(note.note_type.fields, note.fields, strict=False))
    found = _shape(note, fields)
    if found is None:
        return None
    shown = {*found.sides, *found.others}
    switches = {
        part.strip()[1:].strip()
        for template in note.note_type.templates
        for part in _TAG.findall(template.front + template.back)
        if part.strip()[:1] in ("#", "^")
    }
    unseen = (name for name, html in fields.items() if html not in shown and not _is_blank(html))
    return found._replace(unseen=tuple(name for name in unseen if name not in switches))


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
    return Recognised(
        Shape.CLOZE, (fields[front.blanks[0]],), _texts((*back.plain, *back.blanks), fields, front.blanks)
    )


def _one_way(front: _Side, back: _Side, fields: Mapping[str, str]) -> Recognised | None:
    if len(front.plain) != 1 or front.blanks or back.blanks:
        return None
    if front.typed:
        if len(front.typed) != 1:
            return None
        others = _texts(back.plain, fields, (*front.plain, *front.typed))
        return Recognised(Shape.TYPED, (fields[front.plain[0]], fields[front.typed[0]]), others)
    shown = [name for name in back.plain if name != front.plain[0]]
    if not shown:
        return None
    others = _texts(tuple(shown[1:]), fields, (*front.plain, shown[0]))
    return Recognised(Shape.BASIC, (fields[front.plain[0]], fields[shown[0]]), others)


def _both_ways(asking: Mapping[int, tuple[_Side, _Side]], fields: Mapping[str, str]) -> Recognised | None:
    there, back_again = (_one_way(*asking[place], fields) for place in (0, 1))
    if there is None or back_again is None or there.shape is not Shape.BASIC:
        return None
    if back_again.shape is not Shape.BASIC or there.sides != back_again.sides[::-1]:
        return None
    if there.others != back_again.others:
        return None
    return there._replace(shape=Shape.REVERSED)


def _texts(names: tuple[str, ...], fields: Mapping[str, str], but: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        fields[name] for name in dict.fromkeys(names) if name not in but and not _is_blank(fields[name])
    )


def _sides(template: FoundTemplate, fields: Mapping[str, str]) -> tuple[_Side, _Side]:
    return _side(template.front, fields), _side(template.back, fields)


def _side(template: str, fields: Mapping[str, str]) -> _Side:
    shown = _without_conditions(_COMMENT.sub("", template), fields)
    by_filter: dict[str, list[str]] = {"": [], "type": [], "cloze": []}
    unknown = False
    for reference in _TAG.finditer(shown):
        *filters, name = [part.strip() for part in reference[1].split(":")]
        if name in _SPECIAL:
            continue
        if name not in fields or filters not in ([], ["type"], ["cloze"], ["text"], ["type", "cloze"]):
            unknown = True  # a filter of an add-on, a hint, a voice: not what our cards do
            continue
        by_filter[filters[0] if filters and filters[0] != "text" else ""].append(name)
    words = _TAG.sub("", shown)
    return _Side(
        tuple(by_filter[""]),
        tuple(by_filter["type"]),
        tuple(by_filter["cloze"]),
        unknown or not _is_blank(words),
    )


def _without_conditions(template: str, fields: Mapping[str, str]) -> str:
    """The template with what its conditions come to for these fields, and without its comments."""
    shown: list[str] = []
    holding: list[tuple[str, bool]] = []
    for place, part in enumerate(_TAG.split(template)):
        is_tag = place % 2 == 1
        sign, name = (part.strip()[:1], part.strip()[1:].strip()) if is_tag else ("", "")
        if sign and sign in "#^":
            holding.append((name, _is_blank(fields.get(name, "")) is (sign == "^")))
        elif sign == "/":
            if holding and holding[-1][0] == name:
                holding.pop()
        elif all(holds for _, holds in holding) and sign != "!":
            shown.append(f"{{{{{part}}}}}" if is_tag else part)
    return "".join(shown)


def _asks(front: _Side, fields: Mapping[str, str]) -> bool:
    """Whether Anki makes a card of it: where its front shows something."""
    return any(not _is_blank(fields[name]) for name in (*front.plain, *front.blanks))


def _is_blank(html: str) -> bool:
    return not _SEEN.search(html) and not unescape(_UNSEEN.sub("", _without_programs(html))).strip().strip(
        "\xa0"
    )


def _without_programs(html: str) -> str:
    """HTML without scripts and style sheets."""
    kept: list[str] = []
    depth = 0
    for place, part in enumerate(_HIDING.split(html)):
        if place % 2:
            depth = 0 if part else depth + 1
        elif not depth:
            kept.append(part)
    return "".join(kept)


def first_words(note: FoundNote) -> str:
    """A note in a few words, to name it by."""
    texts: Iterator[str] = (unescape(_UNSEEN.sub(" ", field)) for field in note.fields)
    words = next((" ".join(text.split()) for text in texts if text.strip()), note.guid)
    return words if len(words) <= 60 else f"{words[:59]}…"
