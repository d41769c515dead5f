"""How problems are worded, and how much each costs."""

from enum import Enum, StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem costs."""

    ERROR = "error"
    """The note is not used, or the file is not where the problem stands outside the notes."""

    WARNING = "warning"
    """All is used, but something should be mended."""


class ProblemDefinition(NamedTuple):
    """What a kind of problem is called: `code` never changes; the templates are for `str.format`."""

    code: str
    severity: Severity
    message_template: str
    hint_template: str


def error(code: str, message: str, hint: str) -> ProblemDefinition:
    """The words for an error."""
    return ProblemDefinition(code, Severity.ERROR, message, hint)


def warning(code: str, message: str, hint: str) -> ProblemDefinition:
    """The words for a warning."""
    return ProblemDefinition(code, Severity.WARNING, message, hint)


class ProblemKindBase(Enum):
    """What an enumeration of kinds of problems has; its values are `Wording`s."""

    @property
    def code(self) -> str:
        """A stable name for programs."""
        return str(self.value.code)

    @property
    def severity(self) -> Severity:
        """How much it costs."""
        return Severity(self.value.severity)
