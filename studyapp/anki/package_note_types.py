"""The note types of a package, each with an id of its own."""

import hashlib
from collections.abc import Iterable, Sequence

from studyapp.core.notes.anki_settings import DEFAULT_SETTINGS
from studyapp.core.notes.custom_note_type import CustomNoteType

_MIN_ID, _ID_RANGE = 1 << 40, 1 << 40
"""The range of derived ids."""


class PackageNoteTypes:
    """Collection of the note types of a package.

    `existing_note_types` are those known to be in Anki. Types can have the same id, such as one type before
    and after a field was added. The one with the most fields then absorbs the others. A type that can't be
    absorbed, or has no id, gets a derived id.
    """

    def __init__(
        self,
        custom_types: Iterable[tuple[str, CustomNoteType]],
        existing_note_types: Iterable[CustomNoteType] = (),
    ) -> None:
        self._resolved: dict[tuple[str, CustomNoteType], CustomNoteType] = {}
        self._by_id: dict[int, CustomNoteType] = {
            note_type.anki_id: note_type for note_type in existing_note_types if note_type.anki_id
        }
        for deck_id, custom_type in sorted(
            dict.fromkeys(custom_types),
            key=lambda pair: (-len(pair[1].fields), pair[1].settings == DEFAULT_SETTINGS),
        ):
            self.resolve(deck_id, custom_type)

    def resolve(self, deck_id: str, custom_type: CustomNoteType) -> CustomNoteType:
        """Return the note type to use in the package, with its id there."""
        key = (deck_id, custom_type)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(deck_id, custom_type)
        return self._resolved[key]

    def _resolve(self, deck_id: str, custom_type: CustomNoteType) -> CustomNoteType:
        for anki_id in (custom_type.anki_id, _derive_id(deck_id, custom_type)):
            existing = self._by_id.get(anki_id)
            if anki_id and (existing is None or _can_absorb(existing, custom_type)):
                package_type = custom_type._replace(anki_id=anki_id, id="", builtin_type="", field_roles=())
                return self._by_id.setdefault(anki_id, package_type)
        raise AssertionError("two types of one digest")


def map_fields(
    fields: Sequence[str], source_type: CustomNoteType, target_type: CustomNoteType
) -> tuple[str, ...]:
    """Return a note's fields in the field order of the note type that absorbed the note's own type.

    Fields that only the absorbing type has are empty.
    """
    by_name = dict(zip(source_type.fields, fields, strict=True))
    return tuple(by_name.get(name, "") for name in target_type.fields)


def _can_absorb(existing: CustomNoteType, custom_type: CustomNoteType) -> bool:
    return _card_schema(existing) == _card_schema(custom_type) and {*existing.fields} >= {*custom_type.fields}


def _card_schema(custom_type: CustomNoteType) -> tuple[object, ...]:
    return tuple(template.name for template in custom_type.templates), custom_type.is_cloze


def _schema(custom_type: CustomNoteType) -> tuple[object, ...]:
    """Return the properties by which Anki tells note types apart."""
    return (
        custom_type.fields,
        tuple(template.name for template in custom_type.templates),
        custom_type.is_cloze,
    )


def _derive_id(deck_id: str, custom_type: CustomNoteType) -> int:
    source = f"studyapp:{deck_id}/{custom_type.id}:{_schema(custom_type)!r}"
    return _MIN_ID + int.from_bytes(hashlib.sha256(source.encode()).digest()[:8], "big") % _ID_RANGE
