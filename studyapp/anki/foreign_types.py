"""The note types of decks as a package has them: each under a number, and none twice."""

import hashlib

from studyapp.core.custom_type import CustomType

_LOWEST, _RANGE = 1 << 40, 1 << 40
"""Below the moments in milliseconds that Anki numbers its own types by."""


class ForeignTypes:
    """Collects the types of a package. Those that have the number of another one with other fields or cards get one of
    their own, as do those without a number."""

    def __init__(self) -> None:
        self._by_number: dict[int, CustomType] = {}

    def placed(self, deck: str, custom_type: CustomType) -> CustomType:
        """The type under its number in the package."""
        for number in (custom_type.number, _number(deck, custom_type)):
            there = self._by_number.get(number)
            if number and (there is None or _schema(there) == _schema(custom_type)):
                bare = custom_type._replace(number=number, id="", written_as="", parts=())
                return self._by_number.setdefault(number, bare)
        raise AssertionError("two types of one digest")


def _schema(custom_type: CustomType) -> tuple[object, ...]:
    """What Anki compares: where it differs, it is another type."""
    return custom_type.fields, tuple(one.name for one in custom_type.templates), custom_type.is_cloze


def _number(deck: str, custom_type: CustomType) -> int:
    told = f"studyapp:{deck}/{custom_type.id}:{_schema(custom_type)!r}"
    return _LOWEST + int.from_bytes(hashlib.sha256(told.encode()).digest()[:8], "big") % _RANGE
