"""Delimiters: as tall as what they enclose, or of a fixed size."""

from studyapp.core.rendering.latex import symbols
from studyapp.core.rendering.latex.atoms import Atom, AtomClass
from studyapp.core.rendering.latex.formula_problem import FormulaProblemKind, UnsupportedFormulaError
from studyapp.core.rendering.latex.latex_parsing import Command, LatexParser
from studyapp.core.rendering.latex.math_nodes import (
    MathNode,
    make_element,
    make_fence,
    make_operator,
    make_row,
)

_ENDS = frozenset({"\\right", "\\middle"})


def _left_right(parser: LatexParser) -> Atom:
    nodes = [make_fence(_take_delimiter(parser), "prefix")]
    while True:
        with parser.styled(parser.style):
            nodes += _children_of(parser.to_node(parser.parse_atoms(_ENDS)))
        if not parser.peek():
            raise UnsupportedFormulaError(FormulaProblemKind.UNBALANCED, "\\left")
        if parser.take() == "\\right":
            break
        nodes.append(make_fence(_take_delimiter(parser), "infix"))
    nodes.append(make_fence(_take_delimiter(parser), "postfix"))
    return Atom(make_element("mrow", *nodes), AtomClass.INNER)


def _children_of(node: MathNode) -> tuple[MathNode, ...]:
    """Return the parts of a row. The fences must be in the same row as what they enclose."""
    return node.children if node.tag == "mrow" and not node.attributes else (node,)


def _take_delimiter(parser: LatexParser) -> str:
    """Read what follows `\\left` and the like. A dot stands for no delimiter."""
    text = parser.take()
    if text not in symbols.DELIMITERS:
        raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, text)
    return symbols.DELIMITERS[text]


def _big(size_em: float, atom_class: AtomClass) -> Command:
    def parse(parser: LatexParser) -> Atom:
        size = f"{size_em}em"
        character = _take_delimiter(parser)
        return Atom(make_operator(character, stretchy="true", minsize=size, maxsize=size), atom_class)

    return parse


def _paired(opening: str, closing: str) -> Command:
    def parse(parser: LatexParser) -> Atom:
        return Atom(make_row([make_operator(opening), parser.parse_argument(), make_operator(closing)]))

    return parse


_SIZES = {"\\big": 1.2, "\\Big": 1.8, "\\bigg": 2.4, "\\Bigg": 3.0}
_CLASSES = {
    "": AtomClass.ORDINARY, "l": AtomClass.OPENING, "r": AtomClass.CLOSING, "m": AtomClass.RELATION,
}  # fmt: skip
DELIMITER_COMMANDS: dict[str, Command] = {
    "\\left": _left_right, "\\bra": _paired("⟨", "|"), "\\ket": _paired("|", "⟩"), "\\braket": _paired("⟨", "⟩"),
} | {
    name + suffix: _big(size, atom_class)
    for name, size in _SIZES.items()
    for suffix, atom_class in _CLASSES.items()
}  # fmt: skip
