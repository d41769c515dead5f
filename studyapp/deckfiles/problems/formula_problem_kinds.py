"""Kinds of problems of formulas that can't be typeset."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, warning

_SHOWN_AS_SOURCE = QT_TRANSLATE_NOOP(
    "Problem", "The card shows the formula's source. The guide lists what formulas may contain."
)


class FormulaWarningKind(ProblemKindBase):
    """Kinds of problems of formulas that can't be typeset."""

    UNKNOWN_COMMAND = warning(
        "formula-unknown-command",
        QT_TRANSLATE_NOOP("Problem", "Formula “{formula}”: the command {detail} is not supported."),
        _SHOWN_AS_SOURCE,
    )
    UNKNOWN_ENVIRONMENT = warning(
        "formula-unknown-environment",
        QT_TRANSLATE_NOOP("Problem", "Formula “{formula}”: the environment {detail} is not supported."),
        _SHOWN_AS_SOURCE,
    )
    UNSUPPORTED_CHARACTER = warning(
        "formula-unsupported-character",
        QT_TRANSLATE_NOOP("Problem", "Formula “{formula}”: the character {detail} is not supported here."),
        _SHOWN_AS_SOURCE,
    )
    UNSUPPORTED_ARGUMENT = warning(
        "formula-unsupported-argument",
        QT_TRANSLATE_NOOP("Problem", "Formula “{formula}”: {detail} is not supported here."),
        _SHOWN_AS_SOURCE,
    )
    MISSING_ARGUMENT = warning(
        "formula-missing-argument",
        QT_TRANSLATE_NOOP("Problem", "Formula “{formula}”: something is missing after {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Put the argument in braces, as in \\frac{{a}}{{b}}."),
    )
    UNBALANCED = warning(
        "formula-unbalanced",
        QT_TRANSLATE_NOOP("Problem", "Formula “{formula}”: {detail} has no counterpart."),
        QT_TRANSLATE_NOOP("Problem", "Close every brace, \\left and \\begin."),
    )
    MISPLACED = warning(
        "formula-misplaced",
        QT_TRANSLATE_NOOP("Problem", "Formula “{formula}”: {detail} is not allowed here."),
        _SHOWN_AS_SOURCE,
    )
    TOO_COMPLEX = warning(
        "formula-too-complex",
        QT_TRANSLATE_NOOP("Problem", "Formula “{formula}” is too long or nested too deeply."),
        QT_TRANSLATE_NOOP("Problem", "Divide it into several formulas."),
    )
