"""Fractions, binomials and roots."""

from dataclasses import replace

from studyapp.core.rendering.latex.atoms import Atom, AtomClass
from studyapp.core.rendering.latex.latex_parsing import Command, InfixCommand, LatexParser
from studyapp.core.rendering.latex.math_nodes import MathNode, make_element, make_fence, make_row


def _parse_fraction(parser: LatexParser, **attributes: str) -> MathNode:
    style = parser.style.as_text
    parts = [parser.parse_argument(style, displaystyle="false") for _ in range(2)]
    return make_element("mfrac", *parts, **attributes)


def _fraction(**attributes: str) -> Command:
    return lambda parser: Atom(_parse_fraction(parser, **attributes))


def _binomial(**attributes: str) -> Command:
    return lambda parser: _in_parentheses(_parse_fraction(parser, linethickness="0", **attributes))


def _continued_fraction(parser: LatexParser) -> Atom:
    style = replace(parser.style, is_display=True, forced_display="")
    parts = [parser.parse_argument(style, displaystyle="true", scriptlevel="0") for _ in range(2)]
    return Atom(make_element("mfrac", *parts, displaystyle="true", scriptlevel="0"))


def _in_parentheses(node: MathNode) -> Atom:
    return Atom(make_row([make_fence("(", "prefix"), node, make_fence(")", "postfix")]), AtomClass.INNER)


def _over(**attributes: str) -> InfixCommand:
    def build(parser: LatexParser, numerator: list[Atom], denominator: list[Atom]) -> Atom:
        parts = [parser.to_node(part, displaystyle="false") for part in (numerator, denominator)]
        return Atom(make_element("mfrac", *parts, **attributes))

    return build


def _choose(parser: LatexParser, numerator: list[Atom], denominator: list[Atom]) -> Atom:
    return _in_parentheses(_over(linethickness="0")(parser, numerator, denominator).node)


def _root(parser: LatexParser) -> Atom:
    degree = parser.parse_option(parser.style.as_script, displaystyle="false")
    base = parser.parse_argument()
    return Atom(make_element("msqrt", base) if degree is None else make_element("mroot", base, degree))


_DISPLAY = {"displaystyle": "true", "scriptlevel": "0"}
FRACTION_COMMANDS: dict[str, Command] = {
    "\\frac": _fraction(), "\\dfrac": _fraction(**_DISPLAY), "\\tfrac": _fraction(displaystyle="false"),
    "\\cfrac": _continued_fraction, "\\binom": _binomial(), "\\dbinom": _binomial(**_DISPLAY),
    "\\tbinom": _binomial(displaystyle="false"), "\\sqrt": _root,
}  # fmt: skip
INFIX_COMMANDS: dict[str, InfixCommand] = {
    "\\over": _over(), "\\atop": _over(linethickness="0"), "\\choose": _choose
}  # fmt: skip
