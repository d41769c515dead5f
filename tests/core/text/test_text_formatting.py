"""Formatting commands insert marks around the selection, and remove them again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text.text_formatting import TextFormat, continue_list, format_text, highest_cloze_number

MARKS = st.sampled_from(
    (TextFormat.BOLD, TextFormat.ITALIC, TextFormat.CODE, TextFormat.FORMULA, TextFormat.CLOZE)
)


def run(marked: str, text_format: TextFormat, *, is_html: bool = False) -> str:
    """Format the text between `[` and `]` (or at `|`), and return the text with the new selection in the same way."""
    marked = marked.replace("|", "‹›")
    start = marked.index("‹")
    end = marked.index("›") - 1
    edit = format_text(text_format, marked.replace("‹", "").replace("›", ""), start, end, is_html=is_html)
    text = edit.apply_to(marked.replace("‹", "").replace("›", ""))
    selected = f"‹{text[edit.selection_start : edit.selection_end]}›"
    return f"{text[: edit.selection_start]}{selected}{text[edit.selection_end :]}".replace("‹›", "|")


@pytest.mark.parametrize(
    ("before", "text_format", "after"),
    [
        ("a ‹big› dog", TextFormat.BOLD, "a **‹big›** dog"),
        ("a **‹big›** dog", TextFormat.BOLD, "a ‹big› dog"),
        ("a ‹**big**› dog", TextFormat.BOLD, "a ‹big› dog"),
        ("a ‹big ›dog", TextFormat.BOLD, "a **‹big›** dog"),
        ("a |dog", TextFormat.BOLD, "a **|**dog"),
        ("**‹big›**", TextFormat.ITALIC, "***‹big›***"),
        ("***‹big›***", TextFormat.ITALIC, "**‹big›**"),
        ("***‹big›***", TextFormat.BOLD, "*‹big›*"),
        ("*‹big›*", TextFormat.BOLD, "***‹big›***"),
        ("‹**›", TextFormat.BOLD, "**‹**›**"),
        ("‹x›", TextFormat.CODE, "`‹x›`"),
        ("‹x\ny›", TextFormat.CODE, "```\n‹x\ny›\n```"),
        ("```\n‹x\ny›\n```", TextFormat.CODE, "‹x\ny›"),
        ("‹x^2›", TextFormat.FORMULA, "$‹x^2›$"),
        ("‹x\ny›", TextFormat.FORMULA, "$$\n‹x\ny›\n$$"),
        ("‹GPT› is", TextFormat.CLOZE, "{{c1::‹GPT›}} is"),
        ("{{c1::GPT}} ‹is›", TextFormat.CLOZE, "{{c1::GPT}} {{c2::‹is›}}"),
        ("{{c1::GPT}} ‹is›", TextFormat.SAME_CLOZE, "{{c1::GPT}} {{c1::‹is›}}"),
        ("‹is›", TextFormat.SAME_CLOZE, "{{c1::‹is›}}"),
        ("{{c1::‹GPT›}}", TextFormat.CLOZE, "‹GPT›"),
        ("{{c1::‹GPT›::hint}}", TextFormat.CLOZE, "‹GPT›"),
        ("‹{{c1::GPT::hint}}›", TextFormat.CLOZE, "‹GPT›"),
        ("|", TextFormat.CLOZE, "{{c1::|}}"),
        ("a\n‹b\nc›\nd", TextFormat.BULLET_LIST, "a\n‹- b\n- c›\nd"),
        ("‹- b\n- c›", TextFormat.BULLET_LIST, "‹b\nc›"),
        ("‹- b\n- c›", TextFormat.NUMBERED_LIST, "‹1. b\n2. c›"),
        ("‹b\n\nc›", TextFormat.NUMBERED_LIST, "‹1. b\n\n2. c›"),
        ("a|", TextFormat.BULLET_LIST, "- a|"),
        ("|", TextFormat.BULLET_LIST, "- |"),
        ("see ‹here›", TextFormat.LINK, "see [here](‹https://›)"),
        ("‹https://a.org›", TextFormat.LINK, "[|](https://a.org)"),
        ("|", TextFormat.LINK, "[|](https://)"),
    ],
)
def test_markdown(before: str, text_format: TextFormat, after: str) -> None:
    assert run(before, text_format) == after


@pytest.mark.parametrize(
    ("before", "text_format", "after"),
    [
        ("‹a›", TextFormat.BOLD, "<b>‹a›</b>"),
        ("<b>‹a›</b>", TextFormat.BOLD, "‹a›"),
        ("‹a›", TextFormat.ITALIC, "<i>‹a›</i>"),
        ("‹a›", TextFormat.FORMULA, "\\(‹a›\\)"),
        ("‹a\nb›", TextFormat.CODE, "<code>‹a\nb›</code>"),
        ("‹a<br>b›", TextFormat.BULLET_LIST, "<ul><li>a</li><li>b|</li></ul>"),
        ("|", TextFormat.NUMBERED_LIST, "<ol><li>|</li></ol>"),
        ("‹a›", TextFormat.LINK, '<a href="‹https://›">a</a>'),
        ("‹a›", TextFormat.CLOZE, "{{c1::‹a›}}"),
    ],
)
def test_html(before: str, text_format: TextFormat, after: str) -> None:
    assert run(before, text_format, is_html=True) == after


@given(st.text("ab \n", min_size=1, max_size=8), MARKS, st.booleans(), st.data())
def test_formatting_twice_changes_nothing(
    text: str, text_format: TextFormat, is_html: bool, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first = format_text(text_format, text, start, end, is_html=is_html)
    second = format_text(
        text_format, first.apply_to(text), first.selection_start, first.selection_end, is_html=is_html
    )
    assert second.apply_to(first.apply_to(text)) == text


def test_the_highest_cloze_number() -> None:
    assert highest_cloze_number("{{c2::a}} {{c10::b}}") == 10
    assert highest_cloze_number("none") == 0


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("- a|", "- a\n- |"),
        ("  2. a| b", "  2. a\n  3. | b"),
        ("- a\n- |", "- a\n|"),
        ("- a|\n- b", "- a\n- |\n- b"),
    ],
)
def test_a_line_break_continues_a_list(text: str, after: str) -> None:
    position = text.index("|")
    edit = continue_list(text.replace("|", ""), position)
    assert edit is not None
    result = edit.apply_to(text.replace("|", ""))
    assert f"{result[: edit.selection_start]}|{result[edit.selection_start :]}" == after


@pytest.mark.parametrize("text", ["a|", "|- a", "-|- a", "a - b|", "- a\nb|"])
def test_a_line_break_elsewhere_is_only_that(text: str) -> None:
    assert continue_list(text.replace("|", ""), text.index("|")) is None
