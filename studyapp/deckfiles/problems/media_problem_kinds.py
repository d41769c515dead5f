"""Kinds of problems of images and sounds. They are printed on the command line only, so they are not translated."""

from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, warning


class MediaProblemKind(ProblemKindBase):
    """Kinds of problems of images and sounds."""

    MISSING_FILE = warning(
        "media-missing",
        "The file “{file}” is missing.",
        "Put it into the folder of the deck file, or correct its name.",
    )
