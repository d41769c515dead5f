"""The note types of decks as a package has them: each under a number, and none twice."""

import hashlib
from collections.abc import Iterable, Sequence

from studyapp.core.notes.custom_note_type import CustomNoteType

_MIN_ID, _ID_RANGE = 1 << 40, 1 << 40
"""Below the moments in milliseconds that Anki numbers its own types by."""


class PackageNoteTypes:
    """Collects the types of a package. `known` are those that Anki has, as far as that was seen. Of types with one number,
    as of one type before and after it got a field, the widest takes in the others; those that it can't take in get a
    number of their own, as do those without one."""

    def __init__(
        self,
        custom_types: Iterable[tuple[str, CustomNoteType]],
        existing_note_types: Iterable[CustomNoteType] = (),
    ) -> None:
        self._by_id: dict[int, CustomNoteType] = {
            one.anki_id: one for one in existing_note_types if one.anki_id
        }
        for deck, custom_type in sorted(dict.fromkeys(custom_types), key=lambda each: -len(each[1].fields)):
            self.resolve(deck, custom_type)

    def resolve(self, deck_id: str, custom_type: CustomNoteType) -> CustomNoteType:
        """The type under its number in the package."""
        for number in (custom_type.anki_id, _derive_id(deck_id, custom_type)):
            there = self._by_id.get(number)
            if number and (there is None or _can_absorb(there, custom_type)):
                bare = custom_type._replace(anki_id=number, id="", builtin_type="", field_roles=())
                return self._by_id.setdefault(number, bare)
        raise AssertionError("two types of one digest")


def map_fields(
    fields: Sequence[str], source_type: CustomNoteType, target_type: CustomNoteType
) -> tuple[str, ...]:
    """The fields of a note of one type as those of the type that took it in."""
    by_name = dict(zip(source_type.fields, fields, strict=True))
    return tuple(by_name.get(name, "") for name in target_type.fields)


def _can_absorb(existing: CustomNoteType, custom_type: CustomNoteType) -> bool:
    return _card_schema(existing) == _card_schema(custom_type) and {*existing.fields} >= {*custom_type.fields}


def _card_schema(custom_type: CustomNoteType) -> tuple[object, ...]:
    return tuple(one.name for one in custom_type.templates), custom_type.is_cloze


def _schema(custom_type: CustomNoteType) -> tuple[object, ...]:
    """What Anki compares: where it differs, it is another type."""
    return custom_type.fields, tuple(one.name for one in custom_type.templates), custom_type.is_cloze


def _derive_id(deck_id: str, custom_type: CustomNoteType) -> int:
    told = f"studyapp:{deck_id}/{custom_type.id}:{_schema(custom_type)!r}"
    return _MIN_ID + int.from_bytes(hashlib.sha256(told.encode()).digest()[:8], "big") % _ID_RANGE
