"""Reading the custom note types in a deck file."""

from collections.abc import Mapping as ByName

from studyapp.core.cards.card_template_language import SPECIAL_FIELDS
from studyapp.core.notes.anki_settings import (
    DEFAULT_SETTINGS,
    FIELD_SETTINGS,
    NOTE_TYPE_SETTINGS,
    TEMPLATE_SETTINGS,
    AnkiSetting,
    AnkiSettings,
    SettingValue,
    SettingValues,
    select_changed,
)
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType, clean_field_name
from studyapp.deckfiles.field_names import (
    ANKI_SETTINGS_FIELDS,
    CARD_TEMPLATE_FIELDS,
    CUSTOM_NOTE_TYPE_FIELDS,
    FIELDS_BY_TYPE,
    WRITTEN_AS_TYPES,
)
from studyapp.deckfiles.id_rules import normalize_id
from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomNoteTypeProblemKind
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.reading.field_reading import (
    read_list,
    read_raw_string,
    read_string,
    report_unknown_fields,
)
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar, Sequence

_MAX_DIGITS = 10
CustomNoteTypeById = ByName[str, CustomNoteType]
"""Custom note types by their ids in the file."""


def read_custom_note_types(reporter: Reporter, node: Node | None) -> CustomNoteTypeById:
    """Return the custom note types by id, and report their problems."""
    if not isinstance(node, Mapping):
        if node is not None:
            reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="note_types")
        return {}
    custom_note_types: dict[str, CustomNoteType] = {}
    for key, value in node.fields.values():
        type_id = _read_type_id(reporter, key)
        if not isinstance(value, Mapping):
            reporter.add(ProblemKind.MAPPING_EXPECTED, value, field=key.text)
        elif type_id is not None:
            custom_note_types[type_id] = _read_custom_note_type(reporter, type_id, value)
    return custom_note_types


def _read_type_id(reporter: Reporter, key: Scalar) -> str | None:
    type_id = normalize_id(key.text)
    if type_id is None:
        reporter.add(ProblemKind.BAD_ID, key, id=key.text)
    elif type_id in FIELDS_BY_TYPE:
        reporter.add(CustomNoteTypeProblemKind.RESERVED_NAME, key, type=type_id)
    else:
        return type_id
    return None


def _read_custom_note_type(reporter: Reporter, type_id: str, node: Mapping) -> CustomNoteType:
    report_unknown_fields(reporter, node, CUSTOM_NOTE_TYPE_FIELDS)
    for name in ("fields", "cards"):
        if node.get(name) is None:
            reporter.add(ProblemKind.FIELD_MISSING, node, field=name, owner=type_id)
    fields = tuple(dict.fromkeys(entry.text for entry in read_list(reporter, "fields", node.get("fields"))))
    for entry in read_list(reporter, "fields", node.get("fields")):
        if clean_field_name(entry.text) != entry.text or entry.text in SPECIAL_FIELDS:
            reporter.add(CustomNoteTypeProblemKind.BAD_FIELD_NAME, entry, field=entry.text)
    anki_id = read_string(reporter, "anki", node.get("anki"))
    if anki_id and not (anki_id.isascii() and anki_id.isdecimal() and len(anki_id) < 16):
        reporter.add(CustomNoteTypeProblemKind.BAD_ANKI_ID, node.get("anki") or node, value=anki_id)
        anki_id = ""
    written_as = read_string(reporter, "written_as", node.get("written_as"))
    if written_as and written_as not in WRITTEN_AS_TYPES:
        known = ", ".join(WRITTEN_AS_TYPES)
        location = node.get("written_as") or node
        reporter.add(CustomNoteTypeProblemKind.BAD_WRITTEN_AS, location, type=written_as, known=known)
        written_as = ""
    return CustomNoteType(
        anki_id=int(anki_id or 0),
        name=read_string(reporter, "name", node.get("name")) or type_id,
        fields=fields,
        templates=_read_templates(reporter, node.get("cards")),
        is_cloze=read_string(reporter, "cloze", node.get("cloze")).lower() in ("true", "yes"),
        css=read_raw_string(reporter, "style", node.get("style")),
        id=type_id,
        builtin_type=written_as,
        field_roles=_read_field_roles(reporter, node.get("parts"), fields) if written_as else (),
        settings=_read_anki_settings(reporter, node.get("anki_settings")),
    )


def _read_anki_settings(reporter: Reporter, node: Node | None) -> AnkiSettings:
    if node is None:
        return DEFAULT_SETTINGS
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="anki_settings")
        return DEFAULT_SETTINGS
    report_unknown_fields(reporter, node, ANKI_SETTINGS_FIELDS)
    return AnkiSettings(
        read_string(reporter, "sort_field", node.get("sort_field")),
        _read_setting_values(reporter, node, NOTE_TYPE_SETTINGS),
        _read_settings_of_parts(reporter, "fields", node.get("fields"), FIELD_SETTINGS),
        _read_settings_of_parts(reporter, "cards", node.get("cards"), TEMPLATE_SETTINGS),
    )


def _read_settings_of_parts(
    reporter: Reporter, field: str, node: Node | None, settings: tuple[AnkiSetting, ...]
) -> tuple[tuple[str, SettingValues], ...]:
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field=field)
        return ()
    values_by_name: dict[str, SettingValues] = {}
    for name, (_, values) in node.fields.items():
        if isinstance(values, Mapping):
            report_unknown_fields(reporter, values, tuple(setting.name for setting in settings))
            values_by_name[name] = _read_setting_values(reporter, values, settings)
        else:
            reporter.add(ProblemKind.MAPPING_EXPECTED, values, field=name)
    return tuple((name, values) for name, values in values_by_name.items() if values)


def _read_setting_values(
    reporter: Reporter, node: Mapping, settings: tuple[AnkiSetting, ...]
) -> SettingValues:
    def read(setting: AnkiSetting) -> SettingValue | None:
        value = node.get(setting.name)
        if value is None:
            return None
        if isinstance(setting.default, str):
            return read_raw_string(reporter, setting.name, value)
        text = read_string(reporter, setting.name, value)
        if isinstance(setting.default, bool):
            return text.lower() in ("true", "yes")
        if text.isascii() and text.isdecimal() and len(text) < _MAX_DIGITS:
            return int(text)
        reporter.add(CustomNoteTypeProblemKind.BAD_ANKI_SETTING, value, field=setting.name, value=text)
        return None

    return select_changed(settings, read)


def _read_templates(reporter: Reporter, node: Node | None) -> tuple[CardTemplate, ...]:
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="cards")
        return ()
    return tuple(_read_template(reporter, item, number) for number, item in enumerate(node.items, 1))


def _read_template(reporter: Reporter, node: Node, number: int) -> CardTemplate:
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="cards")
        return CardTemplate(f"{number}", "", "")
    report_unknown_fields(reporter, node, CARD_TEMPLATE_FIELDS)
    front, back = (read_raw_string(reporter, name, node.get(name)) for name in ("front", "back"))
    return CardTemplate(read_string(reporter, "name", node.get("name")) or f"{number}", front, back)


def _read_field_roles(reporter: Reporter, node: Node | None, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Return the role of each field, or '' for a field that has none."""
    if not isinstance(node, Mapping):
        return ("",) * len(fields)
    report_unknown_fields(reporter, node, fields)
    return tuple(read_string(reporter, name, node.get(name)) for name in fields)
