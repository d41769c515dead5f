"""Reader for the note types of an Anki collection: as JSON up to schema 11, in tables with messages from schema 15 on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from studyapp.anki.reading.protobuf import MessageFields, get_int_field, get_text_field, parse_message
from studyapp.anki.reading.untrusted_database import UntrustedDatabase
from studyapp.anki.reading.untrusted_json import parse_untrusted_json
from studyapp.core.notes.anki_settings import (
    FIELD_SETTINGS,
    NOTE_TYPE_SETTINGS,
    TEMPLATE_SETTINGS,
    AnkiSetting,
    AnkiSettings,
    SettingValue,
    SettingValues,
    select_changed,
)
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.transfer.import_losses import Loss, LossKind

_FIRST_TABLE_SCHEMA = 15
"""The first schema version with tables for note types."""

_KIND_FIELD, _SORT_FIELD, _CSS_FIELD, _OTHER_FIELD = 1, 2, 3, 255
_FRONT_FIELD, _BACK_FIELD, _TEMPLATE_DECK_FIELD = 1, 2, 5
"""Field numbers in the messages of note types and templates. `_OTHER_FIELD` is JSON of add-ons."""

_KNOWN_KEYS = frozenset(
    {
        *(setting.json_key for setting in (*NOTE_TYPE_SETTINGS, *FIELD_SETTINGS, *TEMPLATE_SETTINGS)),
        "id", "name", "ord", "type", "mod", "usn", "sortf", "did", "tmpls", "flds", "css", "req", "qfmt", "afmt", "originalId",
        "vers", "tags", "media", "ret",  # of old versions, without effect
    }
)  # fmt: skip
"""The keys of note types, fields and templates that Anki itself writes."""

_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MAX_NUMBER = 10**9

_Part = Mapping[str, Any]
"""The JSON of a note type, a field or a template."""


class SourceNoteTypes(NamedTuple):
    """The note types of a collection by id, and losses for what can't be kept."""

    by_id: dict[int, CustomNoteType]
    losses_by_id: dict[int, tuple[Loss, ...]]


class _NamedPart(NamedTuple):
    """A field or a template: its name, its settings, and whether it has data of add-ons."""

    name: str
    settings: SettingValues
    has_addon_data: bool


def has_note_type_tables(database: UntrustedDatabase) -> bool:
    """Return whether note types and decks are in tables."""
    (version,) = database.first_row("SELECT ver FROM col")
    return bool(version >= _FIRST_TABLE_SCHEMA)


def read_note_types(database: UntrustedDatabase) -> SourceNoteTypes:
    """Return the note types.

    If they are damaged, raises one of the errors that `open_untrusted_database` replaces.
    """
    note_types = SourceNoteTypes({}, {})
    read = _read_tables if has_note_type_tables(database) else _read_json
    for note_type, losses in read(database):
        note_types.by_id[note_type.anki_id] = note_type
        note_types.losses_by_id[note_type.anki_id] = losses
    return note_types


def _read_json(database: UntrustedDatabase) -> Iterable[tuple[CustomNoteType, tuple[Loss, ...]]]:
    models = parse_untrusted_json(database.first_row("SELECT models FROM col")[0])
    for note_type_id, model in models.items():
        fields, templates = (sorted(model[key], key=_ordinal) for key in ("flds", "tmpls"))
        yield _build_note_type(
            CustomNoteType(
                int(note_type_id),
                to_text(model["name"]),
                (),
                tuple(
                    CardTemplate(*(to_text(template[name]) for name in ("name", "qfmt", "afmt")))
                    for template in templates
                ),
                model.get("type", 0) == 1,
                to_text(model.get("css", "")),
            ),
            sort_field=model.get("sortf"),
            own=_NamedPart("", _settings_in_json(NOTE_TYPE_SETTINGS, model), _has_addon_data(model)),
            fields=[_part_in_json(FIELD_SETTINGS, field) for field in fields],
            templates=[_part_in_json(TEMPLATE_SETTINGS, template) for template in templates],
            chooses_deck=any(template.get("did") for template in templates),
        )


def _read_tables(database: UntrustedDatabase) -> Iterable[tuple[CustomNoteType, tuple[Loss, ...]]]:
    fields: dict[int, list[_NamedPart]] = defaultdict(list)
    for note_type_id, name, config in database.rows(
        "SELECT ntid, name, config FROM fields ORDER BY ntid, ord"
    ):
        fields[note_type_id].append(_part_in_message(FIELD_SETTINGS, name, parse_message(config)))
    templates: dict[int, list[tuple[_NamedPart, MessageFields]]] = defaultdict(list)
    for note_type_id, name, config in database.rows(
        "SELECT ntid, name, config FROM templates ORDER BY ntid, ord"
    ):
        message = parse_message(config)
        templates[note_type_id].append((_part_in_message(TEMPLATE_SETTINGS, name, message), message))
    for note_type_id, name, config in database.rows("SELECT id, name, config FROM notetypes"):
        message = parse_message(config)
        yield _build_note_type(
            CustomNoteType(
                note_type_id,
                to_text(name),
                (),
                tuple(
                    CardTemplate(
                        part.name, get_text_field(each, _FRONT_FIELD), get_text_field(each, _BACK_FIELD)
                    )
                    for part, each in templates[note_type_id]
                ),
                get_int_field(message, _KIND_FIELD) == 1,
                get_text_field(message, _CSS_FIELD),
            ),
            sort_field=get_int_field(message, _SORT_FIELD),
            own=_part_in_message(NOTE_TYPE_SETTINGS, name, message),
            fields=fields[note_type_id],
            templates=[part for part, _ in templates[note_type_id]],
            chooses_deck=any(
                get_int_field(each, _TEMPLATE_DECK_FIELD) for _, each in templates[note_type_id]
            ),
        )


def _build_note_type(
    note_type: CustomNoteType,
    *,
    sort_field: object,
    own: _NamedPart,
    fields: list[_NamedPart],
    templates: list[_NamedPart],
    chooses_deck: bool,
) -> tuple[CustomNoteType, tuple[Loss, ...]]:
    names = tuple(field.name for field in fields)
    settings = AnkiSettings(
        names[sort_field] if isinstance(sort_field, int) and 0 < sort_field < len(names) else "",
        own.settings,
        tuple((field.name, field.settings) for field in fields if field.settings),
        tuple((template.name, template.settings) for template in templates if template.settings),
    )
    has_addon_data = any(part.has_addon_data for part in (own, *fields, *templates))
    losses = (
        *([Loss(LossKind.TEMPLATE_DECK, name=note_type.name)] if chooses_deck else []),
        *([Loss(LossKind.ADDON_SETTINGS, name=note_type.name)] if has_addon_data else []),
    )
    return note_type._replace(fields=names, settings=settings), losses


def _part_in_json(settings: tuple[AnkiSetting, ...], part: _Part) -> _NamedPart:
    return _NamedPart(to_text(part["name"]), _settings_in_json(settings, part), _has_addon_data(part))


def _part_in_message(settings: tuple[AnkiSetting, ...], name: object, message: MessageFields) -> _NamedPart:
    other = message.get(_OTHER_FIELD, (b"",))[-1]
    try:
        addon_data = parse_untrusted_json(other) if isinstance(other, bytes) and other else {}
    except ValueError:
        addon_data = {}
    values = select_changed(settings, lambda setting: _storable(setting, _value_in_message(setting, message)))
    return _NamedPart(to_text(name), values, isinstance(addon_data, dict) and _has_addon_data(addon_data))


def _settings_in_json(settings: tuple[AnkiSetting, ...], part: _Part) -> SettingValues:
    return select_changed(settings, lambda setting: _storable(setting, part.get(setting.json_key)))


def _value_in_message(setting: AnkiSetting, message: MessageFields) -> object:
    """Return the value of a setting. Numbers, texts and false are left out of a message if they are empty or 0."""
    if isinstance(setting.default, str):
        return get_text_field(message, setting.message_field)
    is_optional = setting.default == -1
    return (
        None
        if is_optional and setting.message_field not in message
        else get_int_field(message, setting.message_field)
    )


def _storable(setting: AnkiSetting, value: object) -> SettingValue | None:
    """Return the value of a setting, or None if it is of the wrong type or a deck file can't store it."""
    if isinstance(setting.default, str):
        return value if isinstance(value, str) and not _UNSTORABLE.search(value) else None
    if isinstance(setting.default, bool):
        return None if value is None else bool(value)
    return value if isinstance(value, int) and 0 <= value < _MAX_NUMBER else None


def _has_addon_data(part: _Part) -> bool:
    return any(value for key, value in part.items() if key not in _KNOWN_KEYS)


def _ordinal(part: dict[str, Any]) -> int:
    return int(part["ord"])


def to_text(value: object) -> str:
    """Return any database value as text that can be encoded as UTF-8."""
    return str(value if value is not None else "").encode(errors="replace").decode()
