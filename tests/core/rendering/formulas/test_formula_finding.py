"""Finding formulas in Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.formulas.formula_finding import find_formulas
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text


def found(markdown: str) -> list[tuple[str, bool]]:
    return [(formula.latex, formula.is_display) for _, _, formula in find_formulas(markdown)]


@pytest.mark.parametrize(
    ("markdown", "formulas"),
    [
        ("a $x$ b", [("x", False)]),
        (r"\(x\) \[y\]", [("x", False), ("y", True)]),
        ("$$x$$", [("x", True)]),
        ("[$]x[/$] [$$]y[/$$]", [("x", False), ("y", True)]),
        ("[latex]$x$[/latex] [latex]\\begin{equation*}y\\end{equation*}[/latex]",
         [("x", False), ("\\begin{equation*}y\\end{equation*}", True)]),
        (r"$\$5$ and \$6$", [(r"\$5", False)]),
        (r"\[a \\[2pt] b\]", [(r"a \\[2pt] b", True)]),
        ("$a\nb$", [("a\nb", False)]),
        ("> $$\n> a\n> b\n> $$", [("\na\nb\n", True)]),
        ("公式$x$是", [("x", False)]),
        ("| $x$ | \\(|y|\\) |", [("x", False), ("|y|", False)]),
        (r"$\text{a \$b}$", [(r"\text{a \$b}", False)]),
    ],
)  # fmt: skip
def test_formulas_are_found(markdown: str, formulas: list[tuple[str, bool]]) -> None:
    assert found(markdown) == formulas


@pytest.mark.parametrize(
    "markdown",
    [
        "costs $5 and $6", "US$5 and US$6", "$5-$10", "$HOME/bin:$PATH", r"\$x\$", r"\\(x\\)", "`$x$`", "`` `$x$ ``", "```\n$x$\n```",
        "~~~\n$x$\n~~~", "$ x$", "$x $", "$$", "$$$$", r"\(\)", r"\( \)", "$a\n\nb$", "$a\n- b$", r"\[a\n\nb", "[latex]x", "a$b$c",
        "| $5 | 6$ |", "[$]x", "```\n$x$",
    ],
)  # fmt: skip
def test_text_and_code_contain_no_formulas(markdown: str) -> None:
    assert found(markdown) == []


@given(st.text())
def test_text_without_signs_has_no_formulas(text: str) -> None:
    harmless = text.replace("$", "").replace("\\", "").replace("[", "")
    assert find_formulas(harmless) == []


@given(st.text(st.sampled_from("ab$ 5\n`[]()\\{}")))
def test_found_formulas_are_parts_of_the_text(text: str) -> None:
    end = 0
    for formula in find_formulas(text):
        assert formula.start >= end
        assert text[formula.start : formula.end] == formula.formula.source
        end = formula.end


@given(st.text(st.sampled_from("ab$ 5.")).filter(str.strip))
def test_escaped_dollars_are_shown_as_they_are(text: str) -> None:
    escaped = "x" + text.replace("$", r"\$") + "x"
    assert html_to_text(render_markdown(escaped)) == " ".join(f"x{text}x".split(" ")) or "  " in text


@pytest.mark.parametrize("opening", [r"\(", r"\[", "$", "[latex]", "[$]", "`", "``` ", r"\( \[ "])
def test_many_openings_without_an_end_are_text(opening: str) -> None:
    assert find_formulas(opening * 5_000) == []
    assert find_formulas((opening + "a ") * 5_000) == []
