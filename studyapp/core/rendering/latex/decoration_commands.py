"""Accents, lines, braces, arrows and boxes around a part of a formula, and stacked symbols."""

from dataclasses import replace

from studyapp.core.rendering.latex.atoms import Atom, AtomClass, LimitPosition
from studyapp.core.rendering.latex.latex_parsing import Command, LatexParser, attach_scripts
from studyapp.core.rendering.latex.math_nodes import make_element, make_leaf, make_operator


def _accent(character: str, *, is_wide: bool = False) -> Command:
    def parse(parser: LatexParser) -> Atom:
        # The library makes an operator as wide as the letter, but not a text.
        accent = make_operator(character, stretchy="true") if is_wide else make_leaf("mtext", character)
        return Atom(make_element("mover", parser.parse_argument(), accent, accent="true"))

    return parse


def _above(character: str) -> Command:
    return _accent(character, is_wide=True)


def _below(character: str) -> Command:
    def parse(parser: LatexParser) -> Atom:
        line = make_operator(character, stretchy="true")
        return Atom(make_element("munder", parser.parse_argument(), line, accentunder="true"))

    return parse


def _brace(parse_braced: Command) -> Command:
    """Return the command for a brace, whose script is a label."""
    return lambda parser: Atom(parse_braced(parser).node, AtomClass.OPERATOR, LimitPosition.BELOW)


def _stack(*, is_over: bool, atom_class: AtomClass | None = None) -> Command:
    def parse(parser: LatexParser) -> Atom:
        script = parser.parse_argument(parser.style.as_script, displaystyle="false")
        base = parser.parse_argument_atoms()
        node = attach_scripts(
            parser.to_node(base), None if is_over else script, script if is_over else None, is_below=True
        )
        base_class = base[0].atom_class if len(base) == 1 else AtomClass.ORDINARY
        return Atom(node, atom_class or base_class)

    return parse


def _long_arrow(character: str) -> Command:
    """Return the command for an arrow as long as the texts above and below it."""

    def parse(parser: LatexParser) -> Atom:
        style = parser.style.as_script
        below = parser.parse_option(style, displaystyle="false")
        above = parser.parse_argument(style, displaystyle="false")
        children = (above,) if below is None else (above, below)
        return Atom(make_element("longarrow", *children, character=character), AtomClass.RELATION)

    return parse


def _enclosed(notation: str) -> Command:
    def parse(parser: LatexParser) -> Atom:
        if notation != "box":
            return Atom(make_element("menclose", parser.parse_argument(), notation=notation))
        style = replace(parser.style, is_display=not parser.style.is_script)
        display = "false" if parser.style.is_script else "true"
        return Atom(
            make_element("menclose", parser.parse_argument(style), notation=notation, displaystyle=display)
        )

    return parse


DECORATION_COMMANDS: dict[str, Command] = {
    "\\hat": _accent("ˆ"), "\\check": _accent("ˇ"), "\\tilde": _accent("˜"), "\\acute": _accent("´"),
    "\\grave": _accent("`"), "\\dot": _accent("˙"), "\\ddot": _accent("¨"), "\\dddot": _accent("⃛"),
    "\\breve": _accent("˘"), "\\bar": _accent("¯"), "\\mathring": _accent("˚"), "\\vec": _accent("⃗"),
    "\\widehat": _accent("̂", is_wide=True), "\\widetilde": _accent("̃", is_wide=True),
    "\\overline": _above("―"), "\\underline": _below("―"),
    "\\overrightarrow": _above("→"), "\\overleftarrow": _above("←"), "\\overleftrightarrow": _above("↔"),
    "\\overbrace": _brace(_above("⏞")), "\\underbrace": _brace(_below("⏟")),
    "\\overset": _stack(is_over=True), "\\underset": _stack(is_over=False),
    "\\stackrel": _stack(is_over=True, atom_class=AtomClass.RELATION),
    "\\xrightarrow": _long_arrow("→"), "\\xleftarrow": _long_arrow("←"), "\\xleftrightarrow": _long_arrow("↔"),
    "\\xRightarrow": _long_arrow("⇒"), "\\xLeftarrow": _long_arrow("⇐"), "\\xrightleftharpoons": _long_arrow("⇌"),
    "\\boxed": _enclosed("box"), "\\cancel": _enclosed("updiagonalstrike"),
    "\\bcancel": _enclosed("downdiagonalstrike"), "\\xcancel": _enclosed("updiagonalstrike downdiagonalstrike"),
}  # fmt: skip
