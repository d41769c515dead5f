"""Every formula is typeset as LaTeX means it, or not at all."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.core.rendering.formulas.typesetting import typeset_formula
from studyapp.core.rendering.latex import symbols
from studyapp.core.rendering.latex.cloze_marks import BLANK_END, BLANK_START, FILLED_END, FILLED_START
from studyapp.core.rendering.latex.formula_parsing import MAX_COST, MAX_LENGTH, parse_formula
from studyapp.core.rendering.latex.formula_problem import UnsupportedFormulaError
from studyapp.core.rendering.latex.math_nodes import ACCENT_COLOUR, MathNode, typesetting_cost

FORMULAS = json.loads(Path(__file__).with_name("formulas.json").read_text(encoding="utf-8"))
"""Formulas as they occur in shared decks, each compared by eye with the rendering of MathJax."""


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula["latex"][:30])
def test_formula_is_typeset_or_refused_with_the_reason(formula: dict[str, str]) -> None:
    is_display = bool(formula["display"])
    if formula["problem"]:
        with pytest.raises(UnsupportedFormulaError) as refused:
            parse_formula(formula["latex"], is_display=is_display)
        assert refused.value.kind == formula["problem"]
        return
    typeset = typeset_formula(
        parse_formula(formula["latex"], is_display=is_display), 20, is_display=is_display
    )
    assert typeset.svg.count("<path") + len(typeset.system_texts) > 0
    assert 0 < typeset.baseline <= typeset.height


def symbol_commands() -> list[str]:
    tables = (
        symbols.LETTERS, symbols.UPRIGHT_LETTERS, symbols.ORDINARY, symbols.BINARY, symbols.RELATIONS,
        symbols.SPACED_RELATIONS, symbols.LARGE_OPERATORS, symbols.INTEGRALS, symbols.INNER, symbols.OPENING,
        symbols.CLOSING,
    )  # fmt: skip
    return [command for table in tables for command in table]


def test_the_font_has_a_glyph_for_every_symbol() -> None:
    from ziamath import zmath

    from studyapp.core.rendering.formulas.layout_nodes import build_layout  # noqa: F401  # loads the font

    font = zmath.loadedfonts["default"]
    characters = (
        {
            character
            for command in symbol_commands()
            for character in _texts(parse_formula(command, is_display=False))
        }
        | set("".join(symbols.NEGATIONS.values()))
        | set("".join(symbols.DELIMITERS.values()))
    )
    assert [character for character in sorted(characters - {"\xa0"}) if font.glyphindex(character) == 0] == []


def _texts(node: MathNode) -> str:
    return node.text + "".join(map(_texts, node.children))


def _tags(node: MathNode) -> list[str]:
    return [node.tag, *(tag for child in node.children for tag in _tags(child))]


def _coloured(node: MathNode) -> list[str]:
    own = [_texts(node)] if ("mathcolor", ACCENT_COLOUR) in node.attributes else []
    return own + [text for child in node.children for text in _coloured(child)]


def test_spaces_follow_the_rules_of_tex() -> None:
    def widths(latex: str) -> list[str]:
        row = parse_formula(latex, is_display=False)
        return [dict(node.attributes)["width"] for node in row.children if node.tag == "mspace"]

    assert widths("a+b") == ["0.2222em"] * 2
    assert widths("-b") == []
    assert widths("a=-b") == ["0.2778em"] * 2
    assert widths("\\sin x") == ["0.1667em"]
    assert widths("f(x)") == []
    assert widths("a,b") == ["0.1667em"]


def test_scripts_are_beside_integrals_and_below_sums_in_display_style() -> None:
    assert "munderover" in _tags(parse_formula("\\sum_{i}^{n} i", is_display=True))
    assert "msubsup" in _tags(parse_formula("\\sum_{i}^{n} i", is_display=False))
    assert "msubsup" in _tags(parse_formula("\\int_{0}^{1} x", is_display=True))
    assert "munder" in _tags(parse_formula("\\lim_{x} f", is_display=True))
    assert "msub" in _tags(parse_formula("\\sum\\nolimits_{i} i", is_display=True))


def test_deletions_are_marked_in_the_accent_colour() -> None:
    blank = parse_formula(f"a+{BLANK_START}hint{BLANK_END}", is_display=False)
    assert _coloured(blank) == ["[hint]"]
    filled = parse_formula(f"a+{FILLED_START}\\frac{{b}}{{c}}{FILLED_END}", is_display=False)
    assert "bc" in _coloured(filled)
    cut = parse_formula(f"\\frac{{a{FILLED_START}}}{{b}}{FILLED_END}", is_display=False)
    assert _texts(cut) == "ab"  # a deletion across braces is shown, but not marked


@pytest.mark.parametrize(
    ("latex", "texts"),
    [
        ("\\ce{H2O}", "H2O"), ("\\ce{SO4^2-}", "SO42−"), ("\\ce{Na+}", "Na+"), ("\\ce{CH3-CH=CH2}", "CH3−CH=CH2"),
        ("\\ce{CuSO4*5H2O}", "CuSO4⋅5H2O"), ("\\ce{[Fe(CN)6]^{4-}}", "[Fe(CN)6]4−"), ("\\ce{e-}", "e−"),
        ("\\ce{Fe^{III}}", "FeIII"), ("\\ce{^{227}_{90}Th+}", "90227Th+"), ("\\ce{C_nH_{2n+2}}", "CnH2n+2"),
    ],
)  # fmt: skip
def test_chemical_formulas(latex: str, texts: str) -> None:
    assert _texts(parse_formula(latex, is_display=False)) == texts


@pytest.mark.parametrize(
    "latex",
    ["\\ce{}", "\\ce{H2O", "\\ce{(H2O}", "\\ce{A->B}", "\\ce{$x$}", "\\ce{H2O2^}", "\\ce{A - B}", "\\ce{x}"],
)
def test_other_chemistry_is_refused(latex: str) -> None:
    with pytest.raises(UnsupportedFormulaError):
        parse_formula(latex, is_display=False)


@pytest.mark.parametrize(
    "latex",
    [
        "\\frac{1+" * 30 + "x" + "}{y}" * 30, "\\left(" * 60 + "x" + "\\right)" * 60, "{" * 1000 + "}" * 1000,
        "x^{" * 100 + "y" + "}" * 100, "\\begin{matrix}" + "a&" * 400 + "\\end{matrix}", "\\sqrt{1+" * 25 + "}" * 25,
        "x" * (MAX_LENGTH + 1), "\\hat{" * 100 + "x" + "}" * 100, "\\overbrace{x+y}" * 130,
    ],
)  # fmt: skip
def test_formulas_that_would_take_long_are_refused(latex: str) -> None:
    with pytest.raises(UnsupportedFormulaError):
        parse_formula(latex, is_display=True)


pieces = st.sampled_from(
    ["\\frac", "\\left(", "\\right)", "{", "}", "^", "_", "x", "1", "&", "\\\\", "\\begin{pmatrix}", "\\end{pmatrix}",
     "\\sqrt", "[", "]", "\\text{a}", "\\hat", "'", "+", "=", "\\sum", "\\limits", "\\ce{H2O}", "\\over", " ", "\\color{red}",
     FILLED_START, FILLED_END, BLANK_START, BLANK_END, "\\", "\\not", "\\big", "é", "中", "\\substack{"]
)  # fmt: skip


@given(st.lists(pieces, max_size=25).map("".join))
@example("\\substack{")
@example("\\begin{array}{")
def test_any_latex_is_typeset_or_refused(latex: str) -> None:
    try:
        node = parse_formula(latex, is_display=True)
    except UnsupportedFormulaError:
        return
    assert typesetting_cost(node) <= MAX_COST
    assert typeset_formula(node, 16, is_display=True).width > 0
