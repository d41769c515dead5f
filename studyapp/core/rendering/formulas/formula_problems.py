"""Finding formulas that can't be typeset, with the reasons."""

from collections.abc import Iterator

from studyapp.core.rendering.formulas.cloze_blanks import replace_blanks
from studyapp.core.rendering.formulas.formula import Formula
from studyapp.core.rendering.formulas.formula_finding import find_formulas
from studyapp.core.rendering.formulas.formula_signs import replace_mathjax_tags
from studyapp.core.rendering.formulas.html_formulas import replace_html_formulas
from studyapp.core.rendering.latex.formula_parsing import parse_formula
from studyapp.core.rendering.latex.formula_problem import FormulaProblemKind, UnsupportedFormulaError


def find_formula_problem(formula: Formula) -> UnsupportedFormulaError | None:
    """Return why a formula can't be typeset, or None if it can."""
    if formula.is_text:
        return UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, "[latex]")
    try:
        parse_formula(formula.latex, is_display=formula.is_display)
    except UnsupportedFormulaError as error:
        return error
    return None


def markdown_formula_problems(markdown: str) -> Iterator[tuple[Formula, UnsupportedFormulaError]]:
    """Yield the formulas in Markdown that can't be typeset once the cloze deletions are filled in."""
    for found in find_formulas(replace_blanks(markdown, lambda blank: blank.text)):
        problem = find_formula_problem(found.formula)
        if problem is not None:
            yield found.formula, problem


def html_formula_problems(html: str) -> list[tuple[Formula, UnsupportedFormulaError]]:
    """Return the formulas in HTML from Anki that can't be typeset. Cloze deletions must be filled in."""
    problems: list[tuple[Formula, UnsupportedFormulaError]] = []

    def check(formula: Formula, html: str) -> str:
        problem = find_formula_problem(formula)
        if problem is not None:
            problems.append((formula, problem))
        return html

    replace_html_formulas(replace_mathjax_tags(html), check)
    return problems


def has_unsupported_formula(html: str) -> bool:
    """Return whether HTML from Anki has a formula that can't be typeset. Cloze deletions must be filled in."""
    return bool(html_formula_problems(html))
