"""Checks of texts: comments after texts without quotes, and formulas."""

from collections.abc import Iterable

from studyapp.core.cards.nested_cloze import fill_all_clozes
from studyapp.core.rendering.formulas.formula import Formula
from studyapp.core.rendering.formulas.formula_signs import may_have_formula, may_have_html_formula
from studyapp.core.rendering.latex.formula_problem import UnsupportedFormulaError
from studyapp.deckfiles.problems.formula_problem_kinds import FormulaWarningKind
from studyapp.deckfiles.problems.plain_text_problem_kinds import PlainTextProblemKind
from studyapp.deckfiles.problems.problem_list import Location, Reporter
from studyapp.deckfiles.yaml_nodes import CommentedScalar, Node


def report_comment(reporter: Reporter, node: Node | None) -> None:
    """Report a comment after a text that people read, as it may be the rest of the text."""
    if isinstance(node, CommentedScalar):
        reporter.add(PlainTextProblemKind.CUT_AT_COMMENT, node.comment_position, comment=node.comment)


def check_markdown_formulas(reporter: Reporter, markdown: str, location: Location) -> None:
    """Report the formulas in Markdown that can't be typeset."""
    if may_have_formula(markdown):
        # Deferred: few decks have formulas.
        from studyapp.core.rendering.formulas.formula_problems import markdown_formula_problems

        _report(reporter, markdown_formula_problems(markdown), location)


def check_html_formulas(reporter: Reporter, html: str, location: Location) -> None:
    """Report formulas that can't be typeset in the HTML fields of a note with a custom note type."""
    if may_have_html_formula(html):
        # Deferred: few decks have formulas.
        from studyapp.core.rendering.formulas.formula_problems import html_formula_problems

        _report(reporter, html_formula_problems(fill_all_clozes(html)), location)


def _report(
    reporter: Reporter, problems: Iterable[tuple[Formula, UnsupportedFormulaError]], location: Location
) -> None:
    for formula, error in problems:
        kind = FormulaWarningKind[error.kind.name]
        reporter.add(kind, location, formula=" ".join(formula.latex.split()), detail=error.detail)
