"""Text, fonts, spaces, colors and styles in formulas."""

import re
from dataclasses import replace

from studyapp.core.rendering.latex import symbols
from studyapp.core.rendering.latex.atoms import Atom, AtomClass, LimitPosition
from studyapp.core.rendering.latex.formula_problem import FormulaProblemKind, UnsupportedFormulaError
from studyapp.core.rendering.latex.latex_parsing import Command, LatexParser, Switch
from studyapp.core.rendering.latex.math_nodes import (
    MathNode,
    make_element,
    make_leaf,
    make_operator,
    make_row,
    make_space,
)
from studyapp.core.rendering.latex.symbol_atoms import (
    character_atom,
    function_atom,
    is_ideograph,
    is_text_character,
    symbol_atom,
)

_LENGTH = re.compile(r"\s*(-?\d{0,2}(?:\.\d{1,4})?)\s*(em|ex|pt|mu|cm|mm|px)\s*")
_EM_BY_UNIT = {"em": 1.0, "ex": 0.43, "pt": 0.1, "mu": 1 / 18, "cm": 2.845, "mm": 0.2845, "px": 0.075}
_MAX_SPACE_EM = 20.0
_OPERATOR_NAME = re.compile(r"(?:[a-zA-Z0-9 ~-]|\\[,; ])+")
_TEXT_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|.", re.DOTALL)
_TEXT_ESCAPES = {f"\\{character}": character for character in "%$#&_{} "}
_IDEOGRAPHS_OR_OTHERS = re.compile(r"[^\u1100-\uffee]+|[\u1100-\uffee]+")
_COLOURS = {
    "red": "#cc0000", "blue": "#0000cc", "green": "#008000", "orange": "#d06000", "purple": "#800080",
    "violet": "#7000c0", "magenta": "#c000c0", "cyan": "#008090", "teal": "#008080", "brown": "#804000",
    "gray": "#808080", "grey": "#808080", "pink": "#d06080", "lime": "#409000", "olive": "#707000",
    "yellow": "#a08000", "navy": "#000080", "darkgreen": "#006000", "darkblue": "#000090", "darkred": "#900000",
}  # fmt: skip
"""Names of colors. Only the hue matters, because the card adapts the lightness to the theme."""

_HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NEUTRAL_COLOURS = {"black", "white"}


def read_text(text: str, variant: str) -> MathNode:
    """Return text that is not a formula, such as the argument of `\\text`."""
    characters = []
    for token in _TEXT_TOKEN.findall(text):
        if token in "{}":
            continue
        character = _TEXT_ESCAPES.get(token, " " if token in "~\n\t" else token)
        if character.startswith("\\") or character == "$":
            raise UnsupportedFormulaError(FormulaProblemKind.UNKNOWN_COMMAND, token)
        if token not in _TEXT_ESCAPES and token not in "~\n\t" and not is_text_character(token):
            raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_CHARACTER, token)
        characters.append(character)
    runs = _IDEOGRAPHS_OR_OTHERS.findall(re.sub(r"\s+", " ", "".join(characters)))
    return make_row([_text_run(run, variant) for run in runs] or [make_space(0)])


def _text_run(run: str, variant: str) -> MathNode:
    if is_ideograph(run[0]):
        return make_leaf("systemtext", run)
    text = run.replace(" ", "\xa0").replace("-", "‐")
    return make_leaf("mtext", text, **({"mathvariant": variant} if variant else {}))


def _text(variant: str) -> Command:
    return lambda parser: Atom(read_text(parser.take_raw_group(), variant))


def _font(variant: str) -> Command:
    return lambda parser: Atom(parser.parse_argument(replace(parser.style, variant=variant)))


def _font_switch(variant: str) -> Switch:
    def switch(parser: LatexParser) -> None:
        parser.style = replace(parser.style, variant=variant)

    return switch


def _operator_name(limits: LimitPosition) -> Command:
    def parse(parser: LatexParser) -> Atom:
        name = parser.take_raw_group()
        if _OPERATOR_NAME.fullmatch(name) is None or not name.strip():
            raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, name)
        return function_atom(" ".join(re.sub(r"\\[,; ]|~", " ", name).split()), limits)

    return parse


def _space(parser: LatexParser) -> Atom:
    text = parser.take_raw_group()
    length = _LENGTH.fullmatch(text)
    if length is None or length[1] in ("", "-"):
        raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, text)
    width = float(length[1]) * _EM_BY_UNIT[length[2]]
    return Atom(make_space(max(-_MAX_SPACE_EM, min(width, _MAX_SPACE_EM))), AtomClass.SPACE)


def _phantom(**padding: str) -> Command:
    def parse(parser: LatexParser) -> Atom:
        phantom = make_element("mphantom", parser.parse_argument())
        return Atom(make_element("mpadded", phantom, **padding) if padding else phantom)

    return parse


def _read_colour(name: str) -> str:
    """Return the color as `#` notation, or an empty string for black and white, which depend on the theme."""
    key = name.strip().lower()
    if key in _NEUTRAL_COLOURS:
        return ""
    colour = _COLOURS.get(key) or (key if _HEX_COLOUR.fullmatch(key) else "")
    if not colour:
        raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, name)
    return colour


def _text_colour(parser: LatexParser) -> Atom:
    colour = _read_colour(parser.take_raw_group())
    return Atom(parser.parse_argument(replace(parser.style, colour=colour)))


def _colour_switch(parser: LatexParser) -> None:
    parser.style = replace(parser.style, colour=_read_colour(parser.take_raw_group()))


def _display_switch(*, is_display: bool) -> Switch:
    def switch(parser: LatexParser) -> None:
        forced = "true" if is_display else "false"
        parser.style = replace(parser.style, is_display=is_display, forced_display=forced)

    return switch


def _negated(parser: LatexParser) -> Atom:
    text = parser.take()
    atom = symbol_atom(text, "") or (character_atom(text, "") if len(text) == 1 else None)
    if atom is None or atom.node.text not in symbols.NEGATIONS:
        raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, f"\\not {text}")
    return Atom(make_operator(symbols.NEGATIONS[atom.node.text]), AtomClass.RELATION)


def _modulo(parser: LatexParser) -> Atom:
    modulus = parser.parse_argument()
    space = make_space(1.0 if parser.style.is_display else 0.44)
    mod = [make_operator("("), make_operator("mod"), make_space(6 / 18), modulus, make_operator(")")]
    return Atom(make_row([space, *mod]))


def _class(atom_class: AtomClass) -> Command:
    limits = LimitPosition.BELOW_IN_DISPLAY if atom_class is AtomClass.OPERATOR else LimitPosition.BESIDE
    return lambda parser: Atom(parser.parse_argument(), atom_class, limits)


def _nothing(_parser: LatexParser) -> Atom:
    return Atom(make_space(0), AtomClass.SPACE)


def _label(parser: LatexParser) -> Atom:
    parser.take_raw_group()
    return _nothing(parser)


TEXT_COMMANDS: dict[str, Command] = {
    "\\text": _text(""), "\\textrm": _text(""), "\\textnormal": _text(""), "\\mbox": _text(""), "\\hbox": _text(""),
    "\\textbf": _text("bold"), "\\textit": _text("italic"), "\\emph": _text("italic"),
    "\\mathrm": _font("normal"), "\\mathbf": _font("bold"), "\\mathit": _font("italic"), "\\mathbb": _font("double"),
    "\\mathcal": _font("script"), "\\mathscr": _font("script"), "\\mathfrak": _font("fraktur"),
    "\\mathsf": _font("sans"), "\\mathtt": _font("mono"), "\\mathnormal": _font(""),
    "\\boldsymbol": _font("bold-italic"), "\\bm": _font("bold-italic"), "\\pmb": _font("bold-italic"),
    "\\operatorname": _operator_name(LimitPosition.BESIDE),
    "\\operatorname*": _operator_name(LimitPosition.BELOW_IN_DISPLAY),
    "\\hspace": _space, "\\hspace*": _space, "\\mspace": _space,
    "\\phantom": _phantom(), "\\hphantom": _phantom(height="0em", depth="0em"), "\\vphantom": _phantom(width="0em"),
    "\\textcolor": _text_colour, "\\not": _negated, "\\pmod": _modulo,
    "\\bmod": lambda _parser: Atom(make_operator("mod"), AtomClass.BINARY),
    "\\mathop": _class(AtomClass.OPERATOR), "\\mathbin": _class(AtomClass.BINARY),
    "\\mathrel": _class(AtomClass.RELATION), "\\mathord": _class(AtomClass.ORDINARY),
    "\\mathopen": _class(AtomClass.OPENING), "\\mathclose": _class(AtomClass.CLOSING),
    "\\mathpunct": _class(AtomClass.PUNCTUATION), "\\mathinner": _class(AtomClass.INNER),
    "\\colon": lambda _parser: Atom(make_operator(":"), AtomClass.PUNCTUATION),
    "\\nonumber": _nothing, "\\notag": _nothing, "\\label": _label,
}  # fmt: skip
SWITCHES: dict[str, Switch] = {
    "\\displaystyle": _display_switch(is_display=True), "\\textstyle": _display_switch(is_display=False),
    "\\color": _colour_switch, "\\rm": _font_switch("normal"), "\\bf": _font_switch("bold"),
    "\\it": _font_switch("italic"), "\\cal": _font_switch("script"), "\\sf": _font_switch("sans"),
    "\\tt": _font_switch("mono"),
}  # fmt: skip
