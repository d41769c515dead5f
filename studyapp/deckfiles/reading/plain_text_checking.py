"""Checks of texts that are written without quotes."""

from studyapp.deckfiles.problems.plain_text_problem_kinds import PlainTextProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.yaml_nodes import CommentedScalar, Node


def report_comment(reporter: Reporter, node: Node | None) -> None:
    """Report a comment after a text that people read, as it may be the rest of the text."""
    if isinstance(node, CommentedScalar):
        reporter.add(PlainTextProblemKind.CUT_AT_COMMENT, node.comment_position, comment=node.comment)
