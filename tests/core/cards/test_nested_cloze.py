"""Cloze deletions in the HTML of a field. That cards agree with Anki is tested in tests/anki/reading."""

import pytest

from studyapp.core.cards.nested_cloze import (
    MAX_CLOZE_NUMBER,
    cloze_answer_text,
    fill_clozes,
    hide_clozes,
    nested_cloze_numbers,
)


def blank(text: str) -> str:
    return f'<span class="blank">[{text}]</span>'


def filled(text: str) -> str:
    return f'<span class="filled">{text}</span>'


@pytest.mark.parametrize(
    ("html", "numbers"),
    [
        ("", []),
        ("{{c2::a}}{{c1::b}}{{c2::c}}", [1, 2]),
        ("{{c1,3::a}}", [1, 3]),
        ("{{c1::a {{c2::b}}}}", [1, 2]),
        ("{{c0::a}}", []),
        (f"{{{{c{MAX_CLOZE_NUMBER}::a}}}}{{{{c{MAX_CLOZE_NUMBER + 1}::b}}}}", [MAX_CLOZE_NUMBER]),
        ("{{c1::a", []),
        ("{{c1000::a}}{{c::b}}{{c1:c}}", []),
    ],
)
def test_numbers_are_those_of_closed_deletions(html: str, numbers: list[int]) -> None:
    assert nested_cloze_numbers(html) == numbers


@pytest.mark.parametrize(
    ("html", "hidden", "shown", "answer"),
    [
        ("a {{c1::b}} c", f"a {blank('…')} c", f"a {filled('b')} c", "b"),
        ("a {{c1::b::hint}} c", f"a {blank('hint')} c", f"a {filled('b')} c", "b"),
        ("{{c1::b::hint::more}}", blank("hint::more"), filled("b"), "b"),
        ("{{c2::a}} {{c1::b}}", f"a {blank('…')}", f"a {filled('b')}", "b"),
        ("{{c1,2::a}}", blank("…"), filled("a"), "a"),
        (
            "{{c1::a {{c2::b::h}} c}} d",
            f"{blank('…')} d",
            f"{filled('a b c')} d",
            "a b c",
        ),
        ("{{c2::a {{c1::b}} c}}", f"a {blank('…')} c", f"a {filled('b')} c", "b"),
        (
            "{{c1::<i>a</i> &lt; b}}{{c1::c}}",
            blank("…") + blank("…"),
            filled("<i>a</i> &lt; b") + filled("c"),
            "a < b, c",
        ),
        ("a }} b", "a }} b", "a }} b", ""),
        ("a {{c1::b", "a {{c1::b", "a {{c1::b", ""),
        ("a {{c2::b {{c1::c}} d", f"a {{{{c2::b {blank('…')} d", f"a {{{{c2::b {filled('c')} d", "c"),
        ("{{c2::a{{c3::b", "{{c2::a{{c3::b", "{{c2::a{{c3::b", ""),
    ],
)
def test_deletions_of_a_card(html: str, hidden: str, shown: str, answer: str) -> None:
    assert hide_clozes(html, 1) == hidden
    assert fill_clozes(html, 1) == shown
    assert cloze_answer_text(html, 1) == answer


def test_deletions_nested_too_deeply_are_text() -> None:
    def nested(depth: int) -> str:
        return "{{c2::" * (depth - 1) + "{{c1::x}}" + "}}" * (depth - 1)

    assert nested_cloze_numbers(nested(10)) == [1, 2]
    assert nested_cloze_numbers(nested(11)) == nested_cloze_numbers(nested(30)) == [2]
    assert hide_clozes(nested(10), 1) == blank("…")
    assert hide_clozes(nested(12) + "{{c1::y}}", 1).endswith(blank("…"))
    assert cloze_answer_text(nested(12) + " {{c1::y}}", 1) == "y"
