"""Atoms, the parts of a formula, and the spaces between them.

The rules are those of TeX: The TeXbook, chapter 18 and appendix G.
"""

from enum import Enum, auto
from typing import NamedTuple

from studyapp.core.rendering.latex.math_nodes import MathNode, make_space


class AtomClass(Enum):
    """What an atom is to its neighbors."""

    ORDINARY = auto()
    OPERATOR = auto()
    BINARY = auto()
    RELATION = auto()
    OPENING = auto()
    CLOSING = auto()
    PUNCTUATION = auto()
    INNER = auto()
    SPACE = auto()
    """A space, which has no influence on others."""


class LimitPosition(Enum):
    """Where an operator has its limits."""

    BESIDE = auto()
    BELOW_IN_DISPLAY = auto()
    BELOW = auto()


class Atom(NamedTuple):
    """An atom of a formula. `limits` is where scripts are attached."""

    node: MathNode
    atom_class: AtomClass = AtomClass.ORDINARY
    limits: LimitPosition = LimitPosition.BESIDE


_THIN, _MEDIUM, _THICK = 3 / 18, 4 / 18, 5 / 18
_ORDER = (
    AtomClass.ORDINARY, AtomClass.OPERATOR, AtomClass.BINARY, AtomClass.RELATION, AtomClass.OPENING, AtomClass.CLOSING,
    AtomClass.PUNCTUATION, AtomClass.INNER,
)  # fmt: skip
_SPACING = (
    "0T230001",
    "TT03000t",
    "22002002",
    "33003003",
    "00000000",
    "0T230001",
    "11011111",
    "1T231011",
)
"""Rows are the left atom, columns the right one: 0 none, T thin, 1 thin outside of scripts, 2 medium outside of scripts,
3 thick outside of scripts."""

_WIDTHS = {"0": 0.0, "T": _THIN, "t": _THIN, "1": _THIN, "2": _MEDIUM, "3": _THICK}
_BEFORE_UNARY = {
    AtomClass.BINARY,
    AtomClass.OPERATOR,
    AtomClass.RELATION,
    AtomClass.OPENING,
    AtomClass.PUNCTUATION,
}
_AFTER_UNARY = {AtomClass.RELATION, AtomClass.CLOSING, AtomClass.PUNCTUATION}


def space_atoms(atoms: list[Atom], *, is_script: bool) -> list[MathNode]:
    """Return the nodes of the atoms with the spaces between them."""
    classes = _resolve_unary_operators([atom.atom_class for atom in atoms])
    nodes: list[MathNode] = []
    previous: AtomClass | None = None
    for atom, atom_class in zip(atoms, classes, strict=True):
        if atom_class is not AtomClass.SPACE:
            if previous is not None:
                code = _SPACING[_ORDER.index(previous)][_ORDER.index(atom_class)]
                if _WIDTHS[code] and not (is_script and code.isdigit()):
                    nodes.append(make_space(_WIDTHS[code]))
            previous = atom_class
        nodes.append(atom.node)
    return nodes


def _resolve_unary_operators(classes: list[AtomClass]) -> list[AtomClass]:
    """Make a binary operator without a left or a right operand ordinary, such as a sign."""
    resolved: list[AtomClass] = []
    previous_index: int | None = None
    for atom_class in classes:
        previous = None if previous_index is None else resolved[previous_index]
        if atom_class is AtomClass.BINARY and (previous is None or previous in _BEFORE_UNARY):
            atom_class = AtomClass.ORDINARY
        elif atom_class in _AFTER_UNARY and previous is AtomClass.BINARY and previous_index is not None:
            resolved[previous_index] = AtomClass.ORDINARY
        resolved.append(atom_class)
        if atom_class is not AtomClass.SPACE:
            previous_index = len(resolved) - 1
    if previous_index is not None and resolved[previous_index] is AtomClass.BINARY:
        resolved[previous_index] = AtomClass.ORDINARY
    return resolved
