"""Definitions that the enumerations of problem kinds are made of."""

from enum import Enum, StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How severe a problem is."""

    ERROR = "error"
    """The note is not used. If the problem is outside the notes, the whole file is not used."""

    WARNING = "warning"
    """The note or file is used, but something should be fixed."""


class ProblemDefinition(NamedTuple):
    """Code, severity and texts of a problem kind. `code` never changes. The templates are for `str.format`."""

    code: str
    severity: Severity
    message_template: str
    hint_template: str


def error(code: str, message: str, hint: str) -> ProblemDefinition:
    """Return the definition of an error."""
    return ProblemDefinition(code, Severity.ERROR, message, hint)


def warning(code: str, message: str, hint: str) -> ProblemDefinition:
    """Return the definition of a warning."""
    return ProblemDefinition(code, Severity.WARNING, message, hint)


class ProblemKindBase(Enum):
    """Base class of the enumerations of problem kinds; the values of the members are `ProblemDefinition`s."""

    @property
    def code(self) -> str:
        """A stable identifier for storage and for other programs."""
        return str(self.value.code)

    @property
    def severity(self) -> Severity:
        """The severity of problems of this kind."""
        return Severity(self.value.severity)
