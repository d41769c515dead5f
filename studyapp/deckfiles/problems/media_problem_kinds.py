"""Kinds of problems of images and sounds."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, warning


class MediaProblemKind(ProblemKindBase):
    """Kinds of problems of images and sounds."""

    MISSING_FILE = warning(
        "media-missing",
        QT_TRANSLATE_NOOP("Problem", "The file “{file}” is missing."),
        QT_TRANSLATE_NOOP("Problem", "Put it into the folder of the deck file, or correct its name."),
    )
