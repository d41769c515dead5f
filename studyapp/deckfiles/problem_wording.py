"""How problems are worded, and how much each costs."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem costs."""

    ERROR = "error"
    """The note is not used, or the file is not where the problem stands outside the notes."""

    WARNING = "warning"
    """All is used, but something should be mended."""


class Wording(NamedTuple):
    """What a kind of problem is called: `code` never changes; the templates are for `str.format`."""

    code: str
    severity: Severity
    message: str
    hint: str


def error(code: str, message: str, hint: str) -> Wording:
    """The words for an error."""
    return Wording(code, Severity.ERROR, message, hint)


def warning(code: str, message: str, hint: str) -> Wording:
    """The words for a warning."""
    return Wording(code, Severity.WARNING, message, hint)
