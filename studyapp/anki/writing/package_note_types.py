"""The note types of decks as a package has them: each under a number, and none twice."""

import hashlib
from collections.abc import Iterable, Sequence

from studyapp.core.notes.custom_note_type import CustomType

_LOWEST, _RANGE = 1 << 40, 1 << 40
"""Below the moments in milliseconds that Anki numbers its own types by."""


class ForeignTypes:
    """Collects the types of a package. `known` are those that Anki has, as far as that was seen. Of types with one number,
    as of one type before and after it got a field, the widest takes in the others; those that it can't take in get a
    number of their own, as do those without one."""

    def __init__(self, types: Iterable[tuple[str, CustomType]], known: Iterable[CustomType] = ()) -> None:
        self._by_number: dict[int, CustomType] = {one.number: one for one in known if one.number}
        for deck, custom_type in sorted(dict.fromkeys(types), key=lambda each: -len(each[1].fields)):
            self.placed(deck, custom_type)

    def placed(self, deck: str, custom_type: CustomType) -> CustomType:
        """The type under its number in the package."""
        for number in (custom_type.number, _number(deck, custom_type)):
            there = self._by_number.get(number)
            if number and (there is None or _takes_in(there, custom_type)):
                bare = custom_type._replace(number=number, id="", written_as="", parts=())
                return self._by_number.setdefault(number, bare)
        raise AssertionError("two types of one digest")


def fitted(fields: Sequence[str], written: CustomType, placed: CustomType) -> tuple[str, ...]:
    """The fields of a note of one type as those of the type that took it in."""
    by_name = dict(zip(written.fields, fields, strict=True))
    return tuple(by_name.get(name, "") for name in placed.fields)


def _takes_in(there: CustomType, custom_type: CustomType) -> bool:
    return _cards(there) == _cards(custom_type) and {*there.fields} >= {*custom_type.fields}


def _cards(custom_type: CustomType) -> tuple[object, ...]:
    return tuple(one.name for one in custom_type.templates), custom_type.is_cloze


def _schema(custom_type: CustomType) -> tuple[object, ...]:
    """What Anki compares: where it differs, it is another type."""
    return custom_type.fields, tuple(one.name for one in custom_type.templates), custom_type.is_cloze


def _number(deck: str, custom_type: CustomType) -> int:
    told = f"studyapp:{deck}/{custom_type.id}:{_schema(custom_type)!r}"
    return _LOWEST + int.from_bytes(hashlib.sha256(told.encode()).digest()[:8], "big") % _RANGE
