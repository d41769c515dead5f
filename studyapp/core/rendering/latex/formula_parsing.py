"""Parsing and checking a whole formula."""

from functools import lru_cache

from studyapp.core.rendering.latex.atoms import Atom
from studyapp.core.rendering.latex.cloze_marks import BLANK_START, FILLED_END, FILLED_START
from studyapp.core.rendering.latex.decoration_commands import DECORATION_COMMANDS
from studyapp.core.rendering.latex.delimiter_commands import DELIMITER_COMMANDS
from studyapp.core.rendering.latex.environments import ENVIRONMENT_COMMANDS, parse_lines
from studyapp.core.rendering.latex.formula_problem import FormulaProblemKind, UnsupportedFormulaError
from studyapp.core.rendering.latex.fraction_commands import FRACTION_COMMANDS, INFIX_COMMANDS
from studyapp.core.rendering.latex.latex_parsing import CommandTables, LatexParser, Style
from studyapp.core.rendering.latex.math_nodes import MathNode, typesetting_cost
from studyapp.core.rendering.latex.text_commands import SWITCHES, TEXT_COMMANDS

MAX_LENGTH = 2_000
"""Characters of a formula that is typeset."""

MAX_COST = 3_000
"""Limit of `typesetting_cost`. On a slow computer, such a formula takes more than a second."""


def _parse_chemistry(parser: LatexParser) -> Atom:
    from studyapp.core.rendering.latex.chemistry import parse_chemistry  # deferred: few formulas are chemical

    return parse_chemistry(parser)


_TABLES = CommandTables(
    FRACTION_COMMANDS
    | DECORATION_COMMANDS
    | DELIMITER_COMMANDS
    | ENVIRONMENT_COMMANDS
    | TEXT_COMMANDS
    | {"\\ce": _parse_chemistry},
    SWITCHES,
    INFIX_COMMANDS,
)


@lru_cache(maxsize=64)
def parse_formula(latex: str, *, is_display: bool) -> MathNode:
    """Return the formula as MathML. Raises UnsupportedFormulaError if it can't be typeset with exactly the meaning it has in LaTeX."""
    if len(latex) > MAX_LENGTH:
        raise UnsupportedFormulaError(FormulaProblemKind.TOO_COMPLEX, f"{len(latex):,}")
    try:
        node = _parse(latex, is_display)
    except UnsupportedFormulaError:
        if FILLED_START not in latex or BLANK_START in latex:
            raise
        # A deletion may end inside a group. Then the formula is shown without marking it.
        node = _parse(latex.replace(FILLED_START, "").replace(FILLED_END, ""), is_display)
    cost = typesetting_cost(node)
    if cost > MAX_COST:
        raise UnsupportedFormulaError(FormulaProblemKind.TOO_COMPLEX, f"{cost:,}")
    return node


def _parse(latex: str, is_display: bool) -> MathNode:
    parser = LatexParser(latex, _TABLES, Style(is_display=is_display))
    if "\\\\" in latex and is_display:
        table = parse_lines(parser)
        node = (
            table.children[0].children[0]
            if len(table.children) == 1 and len(table.children[0].children) == 1
            else table
        )
    else:
        node = parser.to_node(parser.parse_atoms(frozenset()))
    if parser.peek():
        raise UnsupportedFormulaError(FormulaProblemKind.MISPLACED, parser.peek())
    return node
