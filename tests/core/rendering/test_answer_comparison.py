import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.answer_comparison import Segment, compare_answer

words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), max_size=30)


def joined(pieces: tuple[Segment, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@given(st.from_regex(r"[a-z0-9 ]{0,30}", fullmatch=True))
def test_extra_spaces_are_ignored(answer: str) -> None:
    assert compare_answer(f"  {answer.replace(' ', '   ')} ", [answer]).is_correct


@given(st.from_regex(r"[a-zA-Z.]{0,30}", fullmatch=True), st.from_regex(r"[a-zA-Z.]{0,30}", fullmatch=True))
def test_answer_is_correct_only_if_equal_and_segments_keep_all_characters(typed: str, answer: str) -> None:
    found = compare_answer(typed, [answer])
    assert found.is_correct is (typed == answer)
    assert joined(found.typed) == typed
    assert joined(found.correct) == answer
    matching = [
        "".join(piece.text for piece in pieces if piece.is_match) for pieces in (found.typed, found.correct)
    ]
    assert matching[0] == matching[1]


@given(words, st.lists(words, min_size=1, max_size=4))
def test_any_accepted_answer_is_correct(typed: str, answers: list[str]) -> None:
    assert compare_answer(answers[-1], answers).is_correct
    assert compare_answer(typed, answers).is_correct is any(
        compare_answer(typed, [answer]).is_correct for answer in answers
    )


@pytest.mark.parametrize(
    ("typed", "answer"), [("e\u0301", "\u00e9"), ("3\u200b599", "3599"), ("\u202aRLHF\u202c", "RLHF")]
)
def test_visually_identical_characters_match(typed: str, answer: str) -> None:
    assert compare_answer(typed, [answer]).is_correct


def test_wrong_characters_are_marked() -> None:
    found = compare_answer("davinki", ["davinci"])
    assert found.typed == (Segment("davin", True), Segment("k", False), Segment("i", True))
    assert found.correct == (Segment("davin", True), Segment("c", False), Segment("i", True))
    assert not compare_answer("GPT", ["gpt"]).is_correct


def test_closest_answer_is_shown() -> None:
    assert joined(compare_answer("colour", ["red", "color", "hue"]).correct) == "color"


def test_long_input_is_truncated() -> None:
    found = compare_answer("a" * 1_000_000, ["b" * 1_000_000])
    assert len(joined(found.typed)) == len(joined(found.correct)) == 500


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("chatgpt", "ChatGPT"),
        ("ＲＬＨＦ", "RLHF"),
        ("text davinci 002", "text-davinci-002"),
        ("是，的", "是的。"),
        ("straße", "Straße"),
    ],
)
def test_forgiving_comparison_ignores_case_width_and_punctuation(typed: str, answer: str) -> None:
    assert not compare_answer(typed, [answer]).is_correct
    found = compare_answer(typed, [answer], forgiving=True)
    assert found.is_correct
    assert (joined(found.typed), joined(found.correct)) == (typed, answer)


@given(words, words)
def test_forgiving_comparison_ignores_nothing_else(typed: str, answer: str) -> None:
    found = compare_answer(typed, [answer], forgiving=True)
    kept = [
        "".join(
            unicodedata.normalize("NFKC", letter).casefold()
            for letter in text
            if letter.isalnum() or letter.isnumeric()
        )
        for text in (joined(found.typed), joined(found.correct))
    ]
    assert found.is_correct is (kept[0] == kept[1])


def test_forgiving_comparison_still_marks_wrong_characters() -> None:
    found = compare_answer("Chat-GPT 4", ["ChatGPT"], forgiving=True)
    assert [piece for piece in found.typed if not piece.is_match] == [Segment("4", False)]
