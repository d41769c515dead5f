import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studyapp.core.rendering.markdown_rendering import (
    render_cloze_answer,
    render_cloze_question,
    render_inline_markdown,
    render_markdown,
)
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.text_limits import MAX_TEXT_LENGTH
from tests.core.hostile_markdown import hostile
from tests.core.html_check import disallowed_html, image_names


@settings(max_examples=300)
@given(hostile)
@example("![{{c1::a}}](x.png)")
@example('[a](http://h "{{c1::t}}") {{c1::b}}')
@example("{{c1::a **b}} c**")
@example("{{c1::a\n\nb}}")
def test_rendered_html_contains_only_allowed_markup(words: str) -> None:
    for html in (
        render_markdown(words),
        render_inline_markdown(words),
        render_cloze_question(words, 1),
        render_cloze_answer(words, 1),
    ):
        assert disallowed_html(html) == []
        assert not any("\ue000" <= letter <= "\ue0ff" for letter in html)


@pytest.mark.parametrize(
    "words",
    [
        "![a](/etc/passwd.png)", "![a](file:///a.png)", "![a](//host/a.png)", "![a](https://host/a.png)", "![a](../a.png)", "![a](b/../../a.png)",
        "![a](.hidden.png)", "![a](a.svg)", "![a](C:\\a.png)", "![a](%2e%2e/a.png)", "![a](b/%2e%2e/a.png)", "![a](a.png?x)", "![a](data:image/png;base64,x)",
    ],
)  # fmt: skip
def test_image_outside_deck_folder_shows_only_its_label(words: str) -> None:
    html = render_markdown(words)
    assert image_names(html) == ()
    assert html_to_text(html) in ("[a]", words)


@pytest.mark.parametrize(
    "name", ["a.png", "sub/a.JPG", "b/c/d.webp", "圖.png", "my picture (2).gif", "a-b_c+d.bmp"]
)
def test_image_beside_the_deck_is_shown(name: str) -> None:
    html = render_markdown(f"![label](<{name}>)")
    assert image_names(html) == (name,)
    assert html_to_text(html) == "label"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "/etc/passwd",
        "a.html",
        "ftp://h",
        "vbscript:x",
        "option:1",
        "?a:b",
        "#a:b",
    ],
)
def test_non_web_link_loses_its_target(target: str) -> None:
    html = render_markdown(f"[words]({target})")
    assert "href" not in html
    assert "words" in html_to_text(html)


def test_web_links_are_kept() -> None:
    assert 'href="https://example.org/a?b=1&amp;c=2"' in render_markdown("[a](https://example.org/a?b=1&c=2)")
    assert 'href="mailto:a@example.org"' in render_markdown("[a](mailto:a@example.org)")


def test_html_is_escaped() -> None:
    words = '<b onclick="x">bold</b> <script>x</script>'
    assert html_to_text(render_markdown(words)) == words


@pytest.mark.parametrize(
    "words",
    [
        ">" * 10_000 + " end", "> " * 10_000 + "end", "- " * 9_000, "a" * 1_000_000, "&" * 1_000_000, "[" * 50_000, "![a](" * 9_000, "*a_" * 20_000,
        "`" * 50_000, "|a" * 3_000 + "|\n" + "|-" * 3_000 + "|\n" + "a\n" * 4_000, "a" + "\u0301" * 100_000, "<" * 50_000,
        "\n".join("  " * depth + "- a" for depth in range(300)), "$$" * 30_000, "[sound:" * 9_000, "{{c1::" * 9_000, "{{c1::a}}" * 9_000,
    ],
    ids=lambda words: words[:8].replace("\n", " "),
)  # fmt: skip
def test_pathological_markdown_stays_small_and_shallow(words: str) -> None:
    for html in (render_markdown(words), render_cloze_question(words, 1), render_cloze_answer(words, 1)):
        assert len(html) <= 12 * MAX_TEXT_LENGTH
        assert _depth(html) <= 15
        assert max(map(len, html_to_text(html).split("\u200b"))) < 2 * MAX_TEXT_LENGTH


def _depth(html: str) -> int:
    max_depth = depth = 0
    for piece in html.split("<")[1:]:
        if not piece.startswith(("br", "hr", "img")):
            depth += -1 if piece.startswith("/") else 1
        max_depth = max(max_depth, depth)
    return max_depth


def test_truncated_text_shows_the_omitted_length() -> None:
    shown = html_to_text(render_markdown("word " * MAX_TEXT_LENGTH))
    assert shown.endswith(f"[… +{4 * MAX_TEXT_LENGTH:,}]")
    assert html_to_text(render_markdown("word " * 100)) == ("word " * 100).strip()


def test_only_very_long_words_get_break_points() -> None:
    assert max(map(len, html_to_text(render_markdown("x" * 5_000)).split("\u200b"))) == 200
    assert html_to_text(render_markdown("x" * 200)) == "x" * 200


def test_bidi_overrides_and_control_characters_are_removed() -> None:
    assert html_to_text(render_markdown("a\u202eb\u2066c\x00d\x1be\ue000f")) == "abcdef"


@pytest.mark.parametrize("between", ["", "\u034f", "\u200d", "\u20dd"])
def test_stacked_combining_marks_are_limited(between: str) -> None:
    shown = html_to_text(render_markdown("a" + ("\u0301" * 4 + between) * 50 + "b"))
    assert sum(unicodedata.combining(letter) > 0 for letter in shown) == 4


@pytest.mark.parametrize("words", ["Tiếng Việt", "בְּרֵאשִׁית", "क्षत्रिय", "ประเทศไทย", "e\u0302\u0301"])
def test_scripts_with_combining_marks_are_preserved(words: str) -> None:
    assert html_to_text(render_markdown(words)) == words


@given(st.text(st.characters(codec="utf-8", categories=("Ll", "Lu", "Lo", "Nd")), min_size=1, max_size=40))
def test_plain_word_is_unchanged(word: str) -> None:
    assert html_to_text(render_markdown(word)) == word
    assert html_to_text(render_inline_markdown(word)) == word


@pytest.mark.parametrize(
    "words", [r"\(x", "$5 and $6", "[sound:a]", "[sound:../a.mp3]", "5 < 6 & 7 > 3", "{{c1::a}}", "a::b"]
)
def test_foreign_markup_is_shown_as_text(words: str) -> None:
    assert html_to_text(render_markdown(words)) in (words, words.replace("\\", ""))


def test_markdown_is_rendered() -> None:
    html = render_markdown("**a** *b* ~~c~~ `d`\n\n- e\n\n|f|\n|:-:|\n|g|\n")
    for piece in (
        "<strong>a</strong>",
        "<em>b</em>",
        "<s>c</s>",
        "<code>d</code>",
        "<li>e</li>",
        '<td align="center">g</td>',
    ):
        assert piece in html


def test_single_paragraph_renders_inline() -> None:
    assert render_inline_markdown("**a** b") == "<strong>a</strong> b"
    assert render_inline_markdown("a\n\nb").startswith("<p>")


@st.composite
def clozes(draw: st.DrawFn) -> tuple[str, list[tuple[int, str, str]]]:
    """Lowercase text with clozes in capitals, each with an optional hint in digits."""
    pieces, blanks = [], []
    for _ in range(draw(st.integers(1, 6))):
        number, hidden = draw(st.integers(1, 3)), draw(st.text("QXZJ", min_size=1, max_size=5))
        hint = draw(st.text("0123456789", max_size=4))
        blanks.append((number, hidden, hint))
        pieces += [
            draw(st.text("abc ", max_size=9)),
            f"{{{{c{number}::{hidden}{'::' + hint if hint else ''}}}}}",
        ]
    return "".join(pieces), blanks


@given(clozes(), st.integers(1, 3))
def test_cloze_hides_its_number_and_fills_the_others(
    cloze: tuple[str, list[tuple[int, str, str]]], number: int
) -> None:
    words, blanks = cloze
    marked = [("" if one == number else hidden, hint) for one, hidden, hint in blanks]
    question = html_to_text(render_cloze_question(words, number))
    capitals = "".join(letter for letter in question if letter in "QXZJ")
    assert capitals == "".join(hidden for hidden, _ in marked)
    for one, _, hint in blanks:
        assert (f"[{hint or '…'}]" in question) or one != number
    assert question.count("[") == sum(one == number for one, _, _ in blanks)
    answer = render_cloze_answer(words, number)
    assert answer.count('class="filled"') == sum(one == number for one, _, _ in blanks)
    assert "".join(letter for letter in html_to_text(answer) if letter in "QXZJ") == "".join(
        one for _, one, _ in blanks
    )


def test_cloze_deep_in_text_without_spaces_is_hidden() -> None:
    for offset in range(180, 215):
        assert "答案" not in html_to_text(render_cloze_question("漢" * offset + "{{c1::答案}}", 1)), offset


def test_cloze_in_image_label_or_link_does_not_shift_hints() -> None:
    words = "![{{c1::secret::h0}}](a.png) [x](http://h/{{c1::b::h1}}) {{c1::c::h2}}"
    question = render_cloze_question(words, 1)
    assert "secret" not in question
    assert html_to_text(question) == "x [h2]"
    assert html_to_text(render_cloze_answer(words, 1)) == "secret x c"


def test_cloze_hint_is_escaped() -> None:
    html = render_cloze_question("{{c1::a::<b>&}}", 1)
    assert html_to_text(html) == "[<b>&]"
    assert disallowed_html(html) == []
