"""The figures of the statistics as values for JSON."""

from collections.abc import Mapping
from enum import Enum

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.report import StatisticsReport
from studyapp.core.study.study_day import calendar_date

_NAMES_OF_DAYS = {"today", "first_day", "days_off"}


def report_to_json(report: StatisticsReport) -> dict[str, object]:
    """Return the figures with the names of the report. Study days are dates, enums their values in lower case, and cards
    `DECK/NOTE#ORDINAL`."""
    return {name: _to_json(name, value) for name, value in report._asdict().items()}


def _to_json(name: str, value: object) -> object:
    """Return a value for JSON. The name tells which numbers are study days."""
    if isinstance(value, CardId):
        return str(value)
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, Mapping):
        return {
            str(_date(key) if name.endswith("_by_day") else _to_json("", key)): _to_json("", one)
            for key, one in sorted(value.items(), key=lambda item: _sort_key(item[0]))
        }
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {field: _to_json(field, one) for field, one in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [_to_json("", one) for one in value]
    if isinstance(value, frozenset):
        return [_date(day) for day in sorted(value)]
    is_day = name in _NAMES_OF_DAYS and isinstance(value, int)
    return _date(value) if is_day else value


def _date(day: object) -> str:
    assert isinstance(day, int)
    return calendar_date(day).isoformat()


def _sort_key(key: object) -> int:
    return 0 if isinstance(key, Enum) or not isinstance(key, int) else key
