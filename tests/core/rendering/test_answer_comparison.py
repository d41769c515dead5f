import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.answer_comparison import Piece, compare

words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), max_size=30)


def joined(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.letters for piece in pieces)


@given(st.from_regex(r"[a-z0-9 ]{0,30}", fullmatch=True))
def test_the_right_answer_is_right_whatever_its_spaces(answer: str) -> None:
    assert compare(f"  {answer.replace(' ', '   ')} ", [answer]).is_right


@given(st.from_regex(r"[a-zA-Z.]{0,30}", fullmatch=True), st.from_regex(r"[a-zA-Z.]{0,30}", fullmatch=True))
def test_it_is_right_just_when_it_is_the_same_and_no_letter_is_lost(typed: str, answer: str) -> None:
    found = compare(typed, [answer])
    assert found.is_right is (typed == answer)
    assert joined(found.typed) == typed
    assert joined(found.right) == answer
    matching = [
        "".join(piece.letters for piece in pieces if piece.matches) for pieces in (found.typed, found.right)
    ]
    assert matching[0] == matching[1]


@given(words, st.lists(words, min_size=1, max_size=4))
def test_any_of_the_answers_will_do(typed: str, answers: list[str]) -> None:
    assert compare(answers[-1], answers).is_right
    assert compare(typed, answers).is_right is any(compare(typed, [answer]).is_right for answer in answers)


@pytest.mark.parametrize(
    ("typed", "answer"), [("e\u0301", "\u00e9"), ("3\u200b599", "3599"), ("\u202aRLHF\u202c", "RLHF")]
)
def test_letters_that_look_the_same_are_the_same(typed: str, answer: str) -> None:
    assert compare(typed, [answer]).is_right


def test_wrong_letters_are_marked() -> None:
    found = compare("davinki", ["davinci"])
    assert found.typed == (Piece("davin", True), Piece("k", False), Piece("i", True))
    assert found.right == (Piece("davin", True), Piece("c", False), Piece("i", True))
    assert not compare("GPT", ["gpt"]).is_right


def test_the_nearest_answer_is_shown() -> None:
    assert joined(compare("colour", ["red", "color", "hue"]).right) == "color"


def test_a_book_in_the_field_is_cut_short() -> None:
    found = compare("a" * 1_000_000, ["b" * 1_000_000])
    assert len(joined(found.typed)) == len(joined(found.right)) == 500


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
def test_case_width_and_punctuation_are_forgiven_when_that_is_chosen(typed: str, answer: str) -> None:
    assert not compare(typed, [answer]).is_right
    found = compare(typed, [answer], forgiving=True)
    assert found.is_right
    assert (joined(found.typed), joined(found.right)) == (typed, answer)


@given(words, words)
def test_forgiving_forgives_no_more_than_that(typed: str, answer: str) -> None:
    found = compare(typed, [answer], forgiving=True)
    kept = [
        "".join(
            unicodedata.normalize("NFKC", letter).casefold()
            for letter in text
            if letter.isalnum() or letter.isnumeric()
        )
        for text in (joined(found.typed), joined(found.right))
    ]
    assert found.is_right is (kept[0] == kept[1])


def test_what_is_wrong_is_still_marked() -> None:
    found = compare("Chat-GPT 4", ["ChatGPT"], forgiving=True)
    assert [piece for piece in found.typed if not piece.matches] == [Piece("4", False)]
