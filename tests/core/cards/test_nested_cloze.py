"""Cloze deletions in the HTML of a field. That cards agree with Anki is tested in tests/anki/reading."""

import pytest

from studyapp.core.cards.nested_cloze import (
    MAX_CLOZE_NUMBER,
    cloze_answer_text,
    cloze_answers,
    cloze_hints,
    fill_all_clozes,
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
        ("{{c1::b}}{{c1::b}}", blank("…") * 2, filled("b") * 2, "b"),
        ("{{c1::a {{c1::b}}}}", blank("…"), filled(f"a {filled('b')}"), "a b, b"),
        ("{{c1::a::h {{c2::b}} c}}", blank("h "), filled("ab c"), "ab c"),
        ("{{c1::a::}}{{c1::::h}}", blank("") + blank("h"), filled("a") + filled(""), "a, "),
        ("{{c1::a}} }} b", f"{blank('…')} }}}} b", f"{filled('a')} }}}} b", "a"),
        ("{{c1::image-occlusion:rect:left=.1}} {{c2::a}}", " a", " a", "image-occlusion:rect:left=.1"),
        # Without a blank of this number, or within a deletion that has no end, nothing is shown.
        ("a }} b", "", "", ""),
        ("{{c2::a}}", "", "", ""),
        ("a {{c1::b", "", "", ""),
        ("a {{c2::b {{c1::c}} d", "", "", ""),
        ("{{c1::a}} b {{c2::c", f"{blank('…')} b ", f"{filled('a')} b ", "a"),
    ],
)
def test_deletions_of_a_card(html: str, hidden: str, shown: str, answer: str) -> None:
    assert hide_clozes(html, 1) == hidden
    assert fill_clozes(html, 1) == shown
    assert cloze_answer_text(html, 1) == answer


@pytest.mark.parametrize(
    ("html", "hints", "answers"),
    [
        ("x {{c1::<b>a</b>::<i>h</i>}} {{c1::c}}", "<i>h</i>, …", "<b>a</b>, c"),
        ("{{c1::a {{c1::b::h}}}}", "…, h", "a b, b"),
        ("{{c2::a}} b", "", ""),
    ],
)
def test_hints_and_answers_alone(html: str, hints: str, answers: str) -> None:
    assert cloze_hints(html, 1) == hints
    assert cloze_answers(html, 1) == answers


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a {{c1::b::h}} {{c2::c}} }} d", "a b c }} d"),
        ("a {{c1::b {{c2::c}} d", "a {{c1::b c d"),
        ("{{c2::a::h{{c3::b", "{{c2::a{{c3::b::h"),
    ],
)
def test_all_deletions_are_filled_in_and_the_rest_is_kept(html: str, text: str) -> None:
    assert fill_all_clozes(html) == text


def test_deletions_nested_too_deeply_are_text() -> None:
    def nested(depth: int) -> str:
        return "{{c2::" * (depth - 1) + "{{c1::x}}" + "}}" * (depth - 1)

    assert nested_cloze_numbers(nested(10)) == [1, 2]
    assert nested_cloze_numbers(nested(11)) == nested_cloze_numbers(nested(30)) == [2]
    assert hide_clozes(nested(10), 1) == blank("…")
    assert hide_clozes(nested(12) + "{{c1::y}}", 1).endswith(blank("…"))
    assert cloze_answer_text(nested(12) + " {{c1::y}}", 1) == "y"
