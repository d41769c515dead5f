"""Environments: matrices, cases and aligned lines."""

import re
from dataclasses import dataclass, replace

from studyapp.core.rendering.latex.atoms import Atom, AtomClass
from studyapp.core.rendering.latex.formula_problem import FormulaProblemKind, UnsupportedFormulaError
from studyapp.core.rendering.latex.latex_parsing import Command, LatexParser
from studyapp.core.rendering.latex.math_nodes import MathNode, make_element, make_fence, make_leaf, make_space

_MAX_CELLS = 200
_CELL_ENDS = frozenset({"&", "\\\\", "\\\\*", "\\cr", "\\end"})
_ALIGNMENT = {"l": "left", "c": "center", "r": "right"}
_COLUMNS = re.compile(r"[lcr ]+")
_ROW_SPACE = re.compile(r"\s*-?[\d.]+\s*(?:em|ex|pt|mm|cm|mu|px)\s*")
_STRUT = make_leaf("mspace", "", width="0em", height="0.7em", depth="0.3em")


@dataclass(frozen=True)
class _Environment:
    """How an environment is set. `columns` are the alignments of the columns, which are repeated. `spaces` are the
    spaces between columns in em, also repeated."""

    opening: str = ""
    closing: str = ""
    columns: str = "c"
    spaces: tuple[float, ...] = (1.0,)
    row_space: float = 0.2
    is_display: bool = False
    has_column_argument: bool = False


_ALIGNED = _Environment(columns="rl", spaces=(0.0, 2.0), row_space=0.5, is_display=True)
_GATHERED = _Environment(columns="c", row_space=0.5, is_display=True)
_ENVIRONMENTS = {
    "matrix": _Environment(), "pmatrix": _Environment("(", ")"), "bmatrix": _Environment("[", "]"),
    "Bmatrix": _Environment("{", "}"), "vmatrix": _Environment("|", "|"), "Vmatrix": _Environment("‖", "‖"),
    "smallmatrix": _Environment(spaces=(0.3,), row_space=0.1), "cases": _Environment("{", "", columns="l"),
    "dcases": _Environment("{", "", columns="l", is_display=True), "rcases": _Environment("", "}", columns="l"),
    "array": _Environment(has_column_argument=True), "aligned": _ALIGNED, "align": _ALIGNED, "align*": _ALIGNED,
    "split": _ALIGNED, "gathered": _GATHERED, "gather": _GATHERED, "gather*": _GATHERED, "equation": _GATHERED,
    "equation*": _GATHERED, "displaymath": _GATHERED,
}  # fmt: skip


def _parse_environment(parser: LatexParser) -> Atom:
    name = parser.take_raw_group().strip()
    environment = _ENVIRONMENTS.get(name)
    if environment is None:
        raise UnsupportedFormulaError(FormulaProblemKind.UNKNOWN_ENVIRONMENT, name)
    if environment.has_column_argument:
        columns = parser.take_raw_group()
        if _COLUMNS.fullmatch(columns) is None:
            raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, columns)
        environment = replace(environment, columns=columns.replace(" ", ""))
    style = replace(parser.style, is_display=environment.is_display, forced_display="")
    with parser.styled(replace(style, is_script=True) if name == "smallmatrix" else style):
        table = parse_rows(parser, environment)
    parser.take("\\end")
    if parser.take_raw_group().strip() != name:
        raise UnsupportedFormulaError(FormulaProblemKind.UNBALANCED, f"\\begin{{{name}}}")
    if name == "smallmatrix":
        return Atom(table.with_attributes(scriptlevel="1"))
    if not environment.opening and not environment.closing:
        return Atom(table)
    fences = make_fence(environment.opening, "prefix"), make_fence(environment.closing, "postfix")
    return Atom(make_element("mrow", fences[0], table, fences[1]), AtomClass.INNER)


def parse_rows(parser: LatexParser, environment: _Environment) -> MathNode:
    """Parse rows of cells until `\\end` or the end of the formula, and return them as a table."""
    rows: list[list[MathNode]] = [[]]
    count = 0
    while True:
        column = len(rows[-1])
        atoms = parser.parse_atoms(_CELL_ENDS)
        if environment.columns == "rl" and column % 2:
            atoms.insert(
                0, Atom(make_space(0))
            )  # a relation after the alignment mark has something on its left
        display = "true" if environment.is_display else "false"
        rows[-1].append(make_element("mtd", _STRUT, parser.to_node(atoms), displaystyle=display))
        count += 1
        if count > _MAX_CELLS:
            raise UnsupportedFormulaError(FormulaProblemKind.TOO_COMPLEX, str(_MAX_CELLS))
        end = parser.peek()
        if end not in _CELL_ENDS or end == "\\end":
            if len(rows) > 1 and len(rows[-1]) == 1 and not atoms:
                rows.pop()  # after a line break at the end
            break
        parser.take()
        if end != "&":
            _skip_row_space(parser)
            rows.append([])
    return _make_table(rows, environment)


def _skip_row_space(parser: LatexParser) -> None:
    """Skip the additional space of a line break, such as `\\\\[2pt]`."""
    if parser.peek() == "[" and _ROW_SPACE.fullmatch(space := parser.take_raw_option()) is None:
        raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, space)


def _make_table(rows: list[list[MathNode]], environment: _Environment) -> MathNode:
    width = max(map(len, rows))
    columns, spaces = environment.columns, environment.spaces
    if environment.has_column_argument and width > len(columns):
        raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, columns)
    empty = make_element("mtd", _STRUT, make_space(0))
    row_nodes = [make_element("mtr", *row, *[empty] * (width - len(row))) for row in rows]
    return make_element(
        "mtable",
        *row_nodes,
        columnalign=" ".join(_ALIGNMENT[columns[index % len(columns)]] for index in range(width)),
        columnspacing=" ".join(f"{spaces[index % len(spaces)]}em" for index in range(width)),
        rowspacing=f"{environment.row_space}em",
    )


def parse_lines(parser: LatexParser) -> MathNode:
    """Parse a whole formula that has line breaks, but no environment around them."""
    return parse_rows(parser, _GATHERED)


def _parse_substack(parser: LatexParser) -> Atom:
    rows = []
    parser.take("{")
    with parser.styled(parser.style):
        while True:
            cell = parser.to_node(parser.parse_atoms(frozenset({"}", "\\\\"})))
            rows.append(make_element("mtr", make_element("mtd", cell)))
            if not parser.peek():
                raise UnsupportedFormulaError(FormulaProblemKind.UNBALANCED, "{")
            if parser.take() == "}":
                break
    return Atom(make_element("mtable", *rows, rowspacing="0.15em", columnspacing="0em"))


ENVIRONMENT_COMMANDS: dict[str, Command] = {"\\begin": _parse_environment, "\\substack": _parse_substack}
