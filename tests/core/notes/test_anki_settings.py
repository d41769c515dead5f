"""Settings that only Anki uses are kept if they differ from those of a new note type."""

import json

import pytest

from studyapp.core.notes.anki_settings import (
    DEFAULT_SETTINGS,
    FIELD_SETTINGS,
    NOTE_TYPE_SETTINGS,
    TEMPLATE_SETTINGS,
    AnkiSetting,
    AnkiSettings,
    select_changed,
    settings_from_mapping,
)
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.custom_note_type_codec import (
    custom_note_type_key,
    decode_custom_note_type,
    encode_custom_note_type,
)

SETTINGS = AnkiSettings(
    "Two",
    (("latex_before", "\\begin{document}\n"), ("latex_svg", True)),
    (("One", (("right_to_left", True), ("font", "Amiri"), ("font_size", 30))), ("Two", (("role", 0),))),
    (("Card", (("browser_front", "{{One}}"), ("browser_font_size", 12))),),
)
NOTE_TYPE = CustomNoteType(9, "T", ("One", "Two"), (CardTemplate("Card", "{{One}}", "{{Two}}"),), False)


@pytest.mark.parametrize("settings", [DEFAULT_SETTINGS, SETTINGS, AnkiSettings(sort_field="One")])
def test_settings_round_trip_through_json(settings: AnkiSettings) -> None:
    assert settings_from_mapping(json.loads(json.dumps(settings.to_mapping()))) == settings


def test_written_form() -> None:
    assert SETTINGS.to_mapping() == {
        "sort_field": "Two",
        "latex_before": "\\begin{document}\n",
        "latex_svg": True,
        "fields": {"One": {"right_to_left": True, "font": "Amiri", "font_size": 30}, "Two": {"role": 0}},
        "cards": {"Card": {"browser_front": "{{One}}", "browser_font_size": 12}},
    }


@pytest.mark.parametrize("settings", [NOTE_TYPE_SETTINGS, FIELD_SETTINGS, TEMPLATE_SETTINGS])
def test_values_of_new_note_types_are_left_out(settings: tuple[AnkiSetting, ...]) -> None:
    assert select_changed(settings, lambda setting: setting.default) == ()
    assert select_changed(settings, lambda _: None) == ()


def test_note_types_without_settings_keep_their_stored_form() -> None:
    assert "anki_settings" not in encode_custom_note_type(NOTE_TYPE)
    with_settings = NOTE_TYPE._replace(settings=SETTINGS)
    assert decode_custom_note_type(encode_custom_note_type(with_settings)) == with_settings
    assert custom_note_type_key(with_settings) != custom_note_type_key(NOTE_TYPE)
