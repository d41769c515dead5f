"""Chemical formulas and reactions, `\\ce{2H2 + O2 -> 2H2O}`, in a strict part of the syntax of mhchem.

Supported are coefficients, elements, groups in brackets, subscripts, charges, isotopes, states such as `(aq)`, single,
double and triple bonds, water of crystallization, the arrows `->`, `<-`, `<->` and `<=>` with texts above and below,
gas `^` and precipitate `v`. Anything else is an error.
"""

import re

from studyapp.core.rendering.latex.atoms import Atom, AtomClass
from studyapp.core.rendering.latex.cloze_marks import BLANK_END, BLANK_START, FILLED_END, FILLED_START
from studyapp.core.rendering.latex.formula_problem import FormulaProblemKind, UnsupportedFormulaError
from studyapp.core.rendering.latex.latex_parsing import LatexParser, attach_scripts
from studyapp.core.rendering.latex.math_nodes import (
    ACCENT_COLOUR,
    MathNode,
    make_blank,
    make_element,
    make_leaf,
    make_operator,
    make_row,
    make_space,
)

_ARROWS = {"->": "→", "<-": "←", "<->": "↔", "<=>": "⇌"}
_MARK = f"{FILLED_START}{FILLED_END}{BLANK_START}"
_ITEM = re.compile(
    rf"""
    (?P<space>\s+)
    | (?P<start>{FILLED_START}) | (?P<end>{FILLED_END})
    | {BLANK_START}(?P<blank>[^{BLANK_END}]*){BLANK_END}
    | (?P<arrow><=>|<->|->|<-)(?:\[(?P<above>[^\[\]]*)\])?(?:\[(?P<below>[^\[\]]*)\])?(?=[\s{_MARK}]|\Z)
    | (?P<plus>\+)(?=[\s{_MARK}]|\Z)
    | (?P<gas>\^|v)(?=[\s{_MARK}]|\Z)
    | (?P<state>\((?:aq|s|l|g|cr|am)\))
    | \^(?:\{{(?P<mass>\d{{1,3}})\}}|(?P<mass_digits>\d{{1,3}}))
      (?:_(?:\{{(?P<number>-?\d{{1,3}})\}}|(?P<number_digits>\d{{1,3}})))?(?=[A-Zen])
    | (?P<numerator>\d{{1,3}})/(?P<denominator>\d{{1,3}})(?=\s?[A-Z(\[])
    | (?P<digits>\d{{1,4}}(?:\.\d{{1,3}})?)
    | (?P<element>[A-Z][a-z]?) | (?P<electron>e)(?=\^?-|\^\{{-\}})
    | (?P<opening>[(\[]) | (?P<closing>[)\]])
    | \^(?:\{{(?P<charge>\d?[+-]|[IVX]{{1,4}})\}}|(?P<charge_characters>\d?[+-]))
    | _(?:\{{(?P<index>[0-9a-z+-]{{1,6}})\}}|(?P<index_character>[0-9a-z]))
    | (?P<sign>[+-])(?=[\s)\]{_MARK}(]|\Z)
    | (?P<bond>[-=\#])(?=[A-Z(\[])
    | (?P<dot>\*|\s?\.\s?)(?=\d?[A-Z(\[])
    """,
    re.VERBOSE,
)
_BONDS = {"-": "−", "=": "=", "#": "≡"}
_TEXT = re.compile(r"[A-Za-z0-9 ,.°%+\u0394\u00b0-]*")


class _ReactionReader:
    """Reads the items of a reaction one after the other."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._nodes: list[MathNode] = []
        self._base: MathNode | None = None
        self._subscript: MathNode | None = None
        self._superscript: MathNode | None = None
        self._is_term_start = True
        self._has_space = True
        self._open_brackets: list[str] = []
        self._filled_from: int | None = None

    def read(self) -> list[MathNode]:
        """Return the nodes of the reaction."""
        position = 0
        while position < len(self._source):
            match = _ITEM.match(self._source, position)
            if match is None or not match[0]:
                raise self._error(self._source[position:])
            self._read_item(match)
            position = match.end()
        self._finish_base()
        if self._open_brackets or self._filled_from is not None:
            raise self._error(self._source)
        return self._nodes

    def _error(self, detail: str) -> UnsupportedFormulaError:
        return UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, f"\\ce{{{detail[:30]}")

    def _read_item(self, item: re.Match[str]) -> None:
        kind = next(name for name, value in item.groupdict().items() if value is not None)
        text = item[kind]
        match kind:
            case "space":
                self._finish_base()
                self._has_space = self._is_term_start = True
                return
            case "start" | "end" | "blank":
                self._read_mark(kind, text)
                return
            case "arrow" | "plus" | "gas":
                self._read_between_terms(item, kind, text)
            case "numerator" | "mass" | "mass_digits":
                self._read_before_element(item, kind)
            case "digits" | "index" | "index_character":
                self._read_number(kind, text)
            case "element" | "electron" | "opening" | "closing":
                self._read_base(kind, text)
            case "charge" | "charge_characters" | "sign":
                self._attach_superscript(text)
            case _:
                self._read_after_term(kind, text)
        self._has_space = False

    def _read_mark(self, kind: str, text: str) -> None:
        self._finish_base()
        if kind == "blank":
            self._nodes.append(make_blank(text))
            self._is_term_start = False
        elif kind == "start" and self._filled_from is None:
            self._filled_from = len(self._nodes)
        elif kind == "end" and self._filled_from is not None:
            filled = self._nodes[self._filled_from :] or [make_space(0)]
            self._nodes[self._filled_from :] = [make_row(filled).with_attributes(mathcolor=ACCENT_COLOUR)]
            self._filled_from = None
        else:
            raise self._error(text)

    def _read_between_terms(self, item: re.Match[str], kind: str, text: str) -> None:
        if kind == "plus" and not self._has_space:
            self._attach_superscript("+")
            return
        if not self._has_space:
            raise self._error(item[0])
        if kind == "arrow":
            labels = [_label(label) for label in (item["above"], item["below"]) if label is not None]
            arrow = make_element("longarrow", *(labels or [make_space(0)]), character=_ARROWS[text])
            self._nodes += [make_space(5 / 18), arrow, make_space(5 / 18)]
        elif kind == "plus":
            self._nodes += [make_space(4 / 18), make_operator("+"), make_space(4 / 18)]
        else:
            self._nodes += [make_space(2 / 18), make_operator("↑" if text == "^" else "↓")]
        self._is_term_start = True

    def _read_before_element(self, item: re.Match[str], kind: str) -> None:
        if not self._is_term_start:
            raise self._error(item[0])
        if kind == "numerator":
            parts = make_leaf("mn", item["numerator"]), make_leaf("mn", item["denominator"])
            self._nodes += [make_element("mfrac", *parts, displaystyle="false"), make_space(1 / 18)]
            return
        mass = make_leaf("mn", item["mass"] or item["mass_digits"])
        number = item["number"] or item["number_digits"]
        below = make_leaf("mtext", number.replace("-", "−")) if number else None
        self._nodes.append(attach_scripts(make_space(0), below, mass))
        self._is_term_start = False

    def _read_number(self, kind: str, text: str) -> None:
        if (
            self._base is not None
            and self._subscript is None
            and self._superscript is None
            and "." not in text
        ):
            self._subscript = (
                make_leaf("mi", text, mathvariant="italic")
                if text.isalpha() and len(text) == 1
                else make_leaf("mtext", text.replace("-", "−"))
            )
        elif kind == "digits" and self._is_term_start and self._base is None:
            self._nodes += [make_leaf("mn", text), make_space(2 / 18)]
            self._is_term_start = True
        else:
            raise self._error(text)

    def _read_base(self, kind: str, text: str) -> None:
        self._finish_base()
        self._is_term_start = False
        if kind == "opening":
            self._open_brackets.append(")" if text == "(" else "]")
            self._nodes.append(make_operator(text))
            self._is_term_start = True
            return
        if kind == "closing" and (not self._open_brackets or self._open_brackets.pop() != text):
            raise self._error(text)
        self._base = make_operator(text) if kind == "closing" else make_leaf("mtext", text)

    def _attach_superscript(self, text: str) -> None:
        if self._base is None or self._superscript is not None:
            raise self._error(text)
        self._superscript = make_leaf("mtext", text.replace("-", "−"))

    def _read_after_term(self, kind: str, text: str) -> None:
        was_term = self._base is not None
        self._finish_base()
        if kind == "state":
            self._nodes += [make_space(1 / 18), make_leaf("mtext", text)]
        elif not was_term:
            raise self._error(text)
        elif kind == "bond":
            self._nodes.append(make_operator(_BONDS[text]))
        else:
            self._nodes += [make_space(3 / 18), make_operator("⋅"), make_space(3 / 18)]
            self._is_term_start = True

    def _finish_base(self) -> None:
        if self._base is not None:
            self._nodes.append(attach_scripts(self._base, self._subscript, self._superscript))
        self._base = self._subscript = self._superscript = None


def _label(text: str) -> MathNode:
    if _TEXT.fullmatch(text) is None:
        raise UnsupportedFormulaError(FormulaProblemKind.UNSUPPORTED_ARGUMENT, f"[{text}]")
    return make_leaf("mtext", text.replace("-", "‐"), scriptlevel="1") if text else make_space(0)


def parse_chemistry(parser: LatexParser) -> Atom:
    """Parse the argument of `\\ce`."""
    source = parser.take_raw_group().strip()
    nodes = _ReactionReader(source).read()
    if not nodes:
        raise UnsupportedFormulaError(FormulaProblemKind.MISSING_ARGUMENT, "\\ce")
    return Atom(make_row(nodes), AtomClass.ORDINARY)
