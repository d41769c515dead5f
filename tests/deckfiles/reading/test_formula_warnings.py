"""Formulas that can't be typeset are reported with their line, note and reason."""

import pytest

from tests.deckfiles.deck_texts import DECK_HEADER, note_ids, problem_positions, read_text


@pytest.mark.parametrize(
    ("formula", "codes"),
    [
        (r"$\frac{a}{b}$ \(x\) $5 and $6", []),
        (r"\(\unknown\)", ["formula-unknown-command"]),
        (r"$\begin{tikzcd}a\end{tikzcd}$", ["formula-unknown-environment"]),
        (r"$\frac{a}$", ["formula-missing-argument"]),
        (r"$\left(a$", ["formula-unbalanced"]),
        (r"$a & b$", ["formula-misplaced"]),
        (r"$a ※ b$", ["formula-unsupported-character"]),
        ("[latex]text[/latex]", ["formula-unsupported-argument"]),
        ("$" + "x" * 2001 + "$", ["formula-too-complex"]),
    ],
)
def test_formula_that_cannot_be_typeset_is_reported(formula: str, codes: list[str]) -> None:
    reading = read_text(DECK_HEADER + f"  - id: a\n    front: '{formula}'\n    back: b\n")
    assert problem_positions(reading) == [(code, 5, 12, "a") for code in codes]
    assert note_ids(reading) == ["a"]


def test_reason_names_the_command() -> None:
    reading = read_text(DECK_HEADER + "  - id: a\n    front: 'a \\(\\unknown{x}\\)'\n    back: b\n")
    assert str(reading.problems[0]).endswith(
        r"Formula “\unknown{x}”: the command \unknown is not supported (note a). "
        "The card shows the formula's source. The guide lists what formulas may contain."
    )


def test_deletions_in_formulas_are_filled_in() -> None:
    reading = read_text(DECK_HEADER + "  - id: a\n    text: '\\({{c1::\\frac{a}{b}}}\\)'\n")
    assert problem_positions(reading) == []
