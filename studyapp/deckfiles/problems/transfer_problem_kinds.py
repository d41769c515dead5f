"""Kinds of problems of files that were imported."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, warning


class TransferProblemKind(ProblemKindBase):
    """Kinds of problems of files that were imported."""

    IMPORT_INTERRUPTED = warning(
        "import-interrupted",
        QT_TRANSLATE_NOOP(
            "Problem", "The import of this file was interrupted, so some notes or reviews are missing."
        ),
        QT_TRANSLATE_NOOP("Problem", "Import it again to complete it."),
    )
