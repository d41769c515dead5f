"""Settings of custom note types that only Anki uses. They are kept so that an export returns the note type as it was.

Only values that differ from those of a new note type in Anki are kept.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

SettingValue = str | int | bool
SettingValues = tuple[tuple[str, SettingValue], ...]
"""Values by the names of their settings, in the order of the settings."""


class AnkiSetting(NamedTuple):
    """A setting: its name in deck files and in the store, its key in Anki's JSON, the number of its field in Anki's message, and
    its value in a new note type. All its values have the type of that value."""

    name: str
    json_key: str
    message_field: int
    default: SettingValue


NOTE_TYPE_SETTINGS = (
    AnkiSetting(
        "latex_before",
        "latexPre",
        5,
        "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n"
        "\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n",
    ),
    AnkiSetting("latex_after", "latexPost", 6, "\\end{document}"),
    AnkiSetting("latex_svg", "latexsvg", 7, default=False),
    AnkiSetting("stock_type", "originalStockKind", 9, 0),
)
FIELD_SETTINGS = (
    AnkiSetting("sticky", "sticky", 1, default=False),
    AnkiSetting("right_to_left", "rtl", 2, default=False),
    AnkiSetting("font", "font", 3, "Arial"),
    AnkiSetting("font_size", "size", 4, 20),
    AnkiSetting("description", "description", 5, ""),
    AnkiSetting("plain_text", "plainText", 6, default=False),
    AnkiSetting("collapsed", "collapsed", 7, default=False),
    AnkiSetting("not_searched", "excludeFromSearch", 8, default=False),
    AnkiSetting("role", "tag", 10, -1),
    AnkiSetting("protected", "preventDeletion", 11, default=False),
)
TEMPLATE_SETTINGS = (
    AnkiSetting("browser_front", "bqfmt", 3, ""),
    AnkiSetting("browser_back", "bafmt", 4, ""),
    AnkiSetting("browser_font", "bfont", 6, ""),
    AnkiSetting("browser_font_size", "bsize", 7, 0),
)


class AnkiSettings(NamedTuple):
    """The settings of a note type. `sort_field` is a name, or '' for the first field. `fields` and `templates` have those with
    settings of their own, by name."""

    sort_field: str = ""
    note_type: SettingValues = ()
    fields: tuple[tuple[str, SettingValues], ...] = ()
    templates: tuple[tuple[str, SettingValues], ...] = ()

    def to_mapping(self) -> dict[str, Any]:
        """Return the settings as they are written in deck files and in the store."""
        mapping: dict[str, Any] = {"sort_field": self.sort_field} if self.sort_field else {}
        mapping |= dict(self.note_type)
        if self.fields:
            mapping["fields"] = {name: dict(values) for name, values in self.fields}
        if self.templates:
            mapping["cards"] = {name: dict(values) for name, values in self.templates}
        return mapping


DEFAULT_SETTINGS = AnkiSettings()


def select_changed(
    settings: Iterable[AnkiSetting], value_of: Callable[[AnkiSetting], SettingValue | None]
) -> SettingValues:
    """Return the values that differ from those of a new note type. `value_of` returns None for a setting without a value."""
    values = ((setting, value_of(setting)) for setting in settings)
    return tuple(
        (setting.name, value) for setting, value in values if value is not None and value != setting.default
    )


def settings_from_mapping(mapping: Mapping[str, Any]) -> AnkiSettings:
    """Return the settings that `to_mapping` returned as a mapping."""
    return AnkiSettings(
        mapping.get("sort_field", ""),
        select_changed(NOTE_TYPE_SETTINGS, lambda setting: mapping.get(setting.name)),
        _select_of_parts(FIELD_SETTINGS, mapping.get("fields", {})),
        _select_of_parts(TEMPLATE_SETTINGS, mapping.get("cards", {})),
    )


def _select_of_parts(
    settings: Iterable[AnkiSetting], parts: Mapping[str, Mapping[str, Any]]
) -> tuple[tuple[str, SettingValues], ...]:
    def select(values: Mapping[str, Any]) -> SettingValues:
        return select_changed(settings, lambda setting: values.get(setting.name))

    return tuple((name, selected) for name, values in parts.items() if (selected := select(values)))
