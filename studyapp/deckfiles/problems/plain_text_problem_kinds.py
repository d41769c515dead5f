"""Kinds of problems of texts that are written without quotes."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, warning


class PlainTextProblemKind(ProblemKindBase):
    """Kinds of problems of texts that are written without quotes."""

    CUT_AT_COMMENT = warning(
        "text-cut-at-comment",
        QT_TRANSLATE_NOOP(
            "Problem", "The text ends here: “{comment}” is a comment, because it starts with ` #`."
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "If it belongs to the text, put the whole text in quotes. Otherwise, move the comment to its own line.",
        ),
    )
