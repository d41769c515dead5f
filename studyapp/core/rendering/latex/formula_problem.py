"""The reasons why a formula can't be typeset."""

from enum import StrEnum


class FormulaProblemKind(StrEnum):
    """Why a formula is shown as source."""

    UNKNOWN_COMMAND = "unknown command"
    UNKNOWN_ENVIRONMENT = "unknown environment"
    UNSUPPORTED_CHARACTER = "unsupported character"
    UNSUPPORTED_ARGUMENT = "unsupported argument"
    MISSING_ARGUMENT = "missing argument"
    UNBALANCED = "unbalanced"
    MISPLACED = "misplaced"
    TOO_COMPLEX = "too complex"


class UnsupportedFormulaError(Exception):
    """A formula can't be typeset. `detail` is the part of the formula that the reason is about."""

    def __init__(self, kind: FormulaProblemKind, detail: str) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail
