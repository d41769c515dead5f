"""Problems and hints of a draft in words, as the editor says them."""

import re

from PySide6.QtCore import QCoreApplication

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.services.editing.drafts.draft_checking import FieldProblem

_NO_LANGUAGE = re.compile(r" \(\)|（）")
"""What is left of a template for a deck that names no languages."""


def problem_text(problem: FieldProblem) -> str:
    """Return what is wrong and what to do. What to do is worded for a form where a deck file has its own syntax."""
    values = dict(problem.values)
    if problem.kind is ProblemKind.FIELD_MISSING:
        return QCoreApplication.translate("EditorProblem", "Write something here.")
    if problem.kind is ProblemKind.NO_RIGHT_OPTION:
        return QCoreApplication.translate("EditorProblem", "Mark the correct option.")
    if problem.kind is ProblemKind.TOO_FEW_OPTIONS:
        return QCoreApplication.translate("EditorProblem", "Write at least two options.")
    definition = problem.kind.value
    texts = (
        QCoreApplication.translate("Problem", template).format(**values)
        for template in (definition.message_template, definition.hint_template)
    )
    return _NO_LANGUAGE.sub("", " ".join(texts))


def fix_label(problem: FieldProblem) -> str:
    """Return the label of the button that fixes a problem."""
    match problem.kind:
        case ProblemKind.CLOZE_WITHOUT_BLANK:
            return QCoreApplication.translate("EditorProblem", "Hide the whole text")
        case ProblemKind.CLOZE_NUMBER_OUT_OF_RANGE:
            return QCoreApplication.translate("EditorProblem", "Number the blanks from 1")
        case ProblemKind.CLOZE_EMPTY_BLANK | ProblemKind.CONTROL_CHARACTER:
            return QCoreApplication.translate("EditorProblem", "Remove it")
        case ProblemKind.MISSING_PREREQUISITE | ProblemKind.BAD_PREREQUISITE:
            return QCoreApplication.translate("EditorProblem", "Remove it")
        case _:
            return QCoreApplication.translate("EditorProblem", "Use for all languages")
