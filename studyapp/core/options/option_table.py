"""The table of study options.

The options dialog and the parser of stored options use this table. To add an option, add a field with a default to
`StudyOptions` and a row to the table of its group. Names are stored, so never change them.
"""

from collections.abc import Mapping
from functools import lru_cache

from studyapp.core.options.daily_options import DAILY_OPTIONS
from studyapp.core.options.option_descriptor import OptionValue
from studyapp.core.options.scheduling_options import SCHEDULING_OPTIONS
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.options.studying_options import STUDYING_OPTIONS

OPTIONS = (*DAILY_OPTIONS, *SCHEDULING_OPTIONS, *STUDYING_OPTIONS)
"""The options, in the order in which the dialog shows them."""

OPTION_BY_STORED_NAME = {option.stored_name: option for option in OPTIONS}


def parse_options(*stored_settings: Mapping[str, str]) -> StudyOptions:
    """Return the options from stored settings. Later mappings override earlier ones."""
    return _parse_settings(tuple(tuple(texts.items()) for texts in stored_settings))


@lru_cache(maxsize=1_000)
def _parse_settings(stored_settings: tuple[tuple[tuple[str, str], ...], ...]) -> StudyOptions:
    # Cached, because the same settings are loaded for each card of a session and for each deck of the decks page.
    options = StudyOptions()
    for texts in stored_settings:
        options = apply_overrides(options, dict(texts))
    return options


def apply_overrides(options: StudyOptions, stored_settings: Mapping[str, str]) -> StudyOptions:
    """Return the options with those that are set in stored settings. Values that can't be parsed are ignored, because a
    newer version may have written them."""
    values: dict[str, OptionValue] = {}
    for name, text in stored_settings.items():
        try:
            option = OPTION_BY_STORED_NAME[name]
            values[option.field] = option.parse(text)
        except (KeyError, ValueError):
            continue
    return options._replace(**values)  # type: ignore[arg-type]
