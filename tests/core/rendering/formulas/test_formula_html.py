"""Formulas in the HTML of cards."""

import re

import pytest

from studyapp.core.rendering.formulas.formula import (
    FormulaImage,
    add_image_parameters,
    decode_formula_image,
    encode_formula_image,
)
from studyapp.core.rendering.formulas.formula_html import MAX_TOTAL_COST
from studyapp.core.rendering.html_sanitizing import sanitize_html
from studyapp.core.rendering.latex.cloze_marks import BLANK_END, BLANK_START, FILLED_END, FILLED_START
from studyapp.core.rendering.markdown_rendering import (
    render_cloze_answer,
    render_cloze_question,
    render_inline_markdown,
    render_markdown,
)
from studyapp.core.rendering.text_layout.plain_text import html_to_text


def formulas_in(html: str) -> list[str]:
    images = (decode_formula_image(name) for name in re.findall(r'<img src="([^"]*)"', html))
    return [image.latex for image in images if image]


def test_image_names_are_restored() -> None:
    name = encode_formula_image("x < y?\n速", is_display=True)
    assert decode_formula_image(name) == FormulaImage("x < y?\n速", True, "")
    changed = add_image_parameters(add_image_parameters(name, "1,2"), "3,4")
    assert decode_formula_image(changed) == FormulaImage("x < y?\n速", True, "3,4")
    for other in ("a.png", "formula:", "formula:x:eA==", "formula:i:***", "formula:i:/w==", "masked::a"):
        assert decode_formula_image(other) is None


def test_markdown_does_not_change_formulas() -> None:
    html = render_markdown(r"*a* $x_1*y_2*z$ and $\{a\}$ and \(a\,b\)")
    assert formulas_in(html) == [r"x_1*y_2*z", r"\{a\}", r"a\,b"]
    assert "<em>a</em>" in html
    assert html_to_text(html) == r"a \(x_1*y_2*z\) and \(\{a\}\) and \(a\,b\)"


def test_display_formulas_are_centred_in_their_own_paragraph() -> None:
    html = render_markdown("before $$x$$ after")
    assert re.sub(r"<img[^>]*>", "IMG", html).strip() == '<p>before</p><p align="center">IMG</p><p>after</p>'
    assert html_to_text(html).splitlines() == ["before", r"\[x\]", "after"]
    assert render_inline_markdown("$$x$$").startswith('<p align="center">')


def test_unsupported_formulas_are_shown_as_source() -> None:
    html = render_markdown(r"a \(\unknown{x}<1\)")
    assert '<span class="missing"><code>\\(\\unknown{x}&lt;1\\)</code></span>' in html
    assert formulas_in(html) == []


def test_formulas_in_code_links_and_names_stay_source() -> None:
    assert formulas_in(render_markdown("`$x$`\n\n    $y$\n\n```\n$z$\n```")) == []
    assert 'href="http://e.org/%24y%24"' in render_markdown("[a](http://e.org/$y$)")
    assert formulas_in(render_markdown("![$x$](a.png)")) == []
    assert 'alt="$x$"' in render_markdown("![$x$](a.png)")


def test_deletions_in_formulas_are_hidden_and_marked() -> None:
    cloze = r"\(a+{{c1::\frac{b}{c}::hint}}+{{c2::d}}\)"
    assert formulas_in(render_cloze_question(cloze, 1)) == [f"a+{BLANK_START}hint{BLANK_END}+d"]
    assert formulas_in(render_cloze_answer(cloze, 1)) == [rf"a+{FILLED_START}\frac{{b}}{{c}}{FILLED_END}+d"]
    assert html_to_text(render_cloze_question(cloze, 1)) == r"\(a+[hint]+d\)"


def test_deletion_that_ends_at_the_first_braces_takes_the_rest_of_its_group() -> None:
    cloze = r"\(x={{c1::\frac{a}{\sqrt{b}}}}\)"
    assert formulas_in(render_cloze_question(cloze, 1)) == [f"x={BLANK_START}…{BLANK_END}"]
    assert formulas_in(render_cloze_answer(cloze, 1)) == [
        rf"x={FILLED_START}\frac{{a}}{{\sqrt{{b}}}}{FILLED_END}"
    ]


def test_formula_in_a_deletion_is_hidden_as_a_whole() -> None:
    assert formulas_in(render_cloze_question("{{c1::$x$}} $y$", 1)) == ["y"]
    assert 'class="filled"' in render_cloze_answer("{{c1::$x$}}", 1)


def test_costly_formulas_of_a_text_are_limited() -> None:
    formula = r"$\begin{matrix}" + r"a&a&a&a&a&a&a\\" * 9 + r"\end{matrix}$ "
    html = render_markdown(formula * 60)
    assert 0 < len(formulas_in(html)) < 60
    assert 'class="missing"' in html
    assert MAX_TOTAL_COST < 60 * 500


@pytest.mark.parametrize(
    ("html", "formulas"),
    [
        (r"\(a &lt; b\) costs $5 or $6$", ["a < b"]),
        (r"\[x<br>y\]", ["x\ny"]),
        (r"\(<b>x</b>&nbsp;y\)", ["x y"]),
        ("[$]x[/$] [$$]y[/$$] [LaTeX]$z$[/latex]", ["x", "y", "z"]),
        ('<anki-mathjax>x</anki-mathjax><anki-mathjax block="true">y</anki-mathjax>', ["x", "y"]),
        (r"<code>\(x\)</code><pre>\(y\)</pre>", []),
        (r"\(<span class='blank'>[h]</span>+<span class='filled'>x</span>\)", [f"{BLANK_START}h{BLANK_END}+{FILLED_START}x{FILLED_END}"]),
        (r"<div>\(x</div><div>y\)</div>", []),
        (r"\(\)", []),
    ],
)  # fmt: skip
def test_formulas_of_anki_are_found(html: str, formulas: list[str]) -> None:
    assert formulas_in(sanitize_html(html, "media")) == formulas


def test_display_formulas_of_anki_are_centred() -> None:
    html = sanitize_html(r"a<br>\[x\]<br>b", "media")
    assert re.sub(r"<img[^>]*>", "IMG", html) == 'a<p align="center">IMG</p>b'
