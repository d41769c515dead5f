"""Kinds of problems of the IDs under `retired`."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, warning


class RetiredIdProblemKind(ProblemKindBase):
    """Kinds of problems of the IDs under `retired`. A note that has such an ID is used: a learner may have progress in it."""

    INVALID = warning(
        "bad-retired-id",
        QT_TRANSLATE_NOOP("Problem", "The retired ID is ignored: `{id}` is not a valid note ID."),
        QT_TRANSLATE_NOOP("Problem", "Write the ID of a note that the deck no longer has, without its deck."),
    )
    REPEATED = warning(
        "retired-id-repeated",
        QT_TRANSLATE_NOOP("Problem", "ID `{id}` is listed more than once under `retired`."),
        QT_TRANSLATE_NOOP("Problem", "Remove all but one of them."),
    )
    IN_USE = warning(
        "retired-id-used",
        QT_TRANSLATE_NOOP("Problem", "The note has ID `{id}`, which is listed under `retired`."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Give a new note a new ID: learners may have progress under this one. If the note is the earlier one, "
            "remove its ID from `retired`.",
        ),
    )
