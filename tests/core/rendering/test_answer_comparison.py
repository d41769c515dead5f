import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.answer_comparison import AnswerComparison, Segment, SegmentKind, compare_answer

words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), max_size=30)


MATCHED, WRONG, MISSED = SegmentKind.MATCHED, SegmentKind.WRONG, SegmentKind.MISSED


def compare_exactly(typed: str, *answers: str) -> AnswerComparison:
    return compare_answer(typed, answers, forgiving=False)


def compare_forgivingly(typed: str, *answers: str) -> AnswerComparison:
    return compare_answer(typed, answers, forgiving=True)


def typed_text(found: AnswerComparison) -> str:
    """The typed answer without the marks for missing characters."""
    return "".join(piece.text for piece in found.typed if piece.kind is not MISSED)


def matched_text(pieces: tuple[Segment, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind is MATCHED)


@given(st.from_regex(r"[a-z0-9 ]{0,30}", fullmatch=True))
def test_extra_spaces_are_ignored(answer: str) -> None:
    assert compare_exactly(f"  {answer.replace(' ', '   ')} ", answer).is_correct


@given(st.from_regex(r"[a-zA-Z.]{0,30}", fullmatch=True), st.from_regex(r"[a-zA-Z.]{0,30}", fullmatch=True))
def test_answer_is_correct_only_if_equal_and_segments_keep_all_characters(typed: str, answer: str) -> None:
    found = compare_exactly(typed, answer)
    assert found.is_correct is found.is_spelled_the_same is (typed == answer)
    assert typed_text(found) == typed
    assert found.correct_text == answer
    assert matched_text(found.typed) == matched_text(found.correct)


@given(words, words, st.booleans())
def test_every_difference_is_marked_on_one_of_the_lines(typed: str, answer: str, forgiving: bool) -> None:
    found = compare_answer(typed, [answer], forgiving=forgiving)
    marks = sum(len(piece.text) for piece in found.typed if piece.kind is MISSED)
    missed = sum(len(piece.text) for piece in found.correct if piece.kind is MISSED)
    assert marks <= missed
    assert all(piece.kind is not WRONG for piece in found.correct)
    assert bool(missed) is (bool(marks) or any(piece.kind is WRONG for piece in found.typed)) or not missed


@given(words, st.lists(words, min_size=1, max_size=4), st.booleans())
def test_any_accepted_answer_is_correct(typed: str, answers: list[str], forgiving: bool) -> None:
    assert compare_answer(answers[-1], answers, forgiving=forgiving).is_correct
    assert compare_answer(typed, answers, forgiving=forgiving).is_correct is any(
        compare_answer(typed, [answer], forgiving=forgiving).is_correct for answer in answers
    )


@pytest.mark.parametrize(
    ("typed", "answer"), [("e\u0301", "\u00e9"), ("3\u200b599", "3599"), ("\u202aRLHF\u202c", "RLHF")]
)
def test_visually_identical_characters_match(typed: str, answer: str) -> None:
    assert compare_exactly(typed, answer).is_correct


def test_wrong_characters_are_marked() -> None:
    found = compare_exactly("davinki", "davinci")
    assert found.typed == (Segment("davin", MATCHED), Segment("k", WRONG), Segment("i", MATCHED))
    assert found.correct == (Segment("davin", MATCHED), Segment("c", MISSED), Segment("i", MATCHED))
    assert not compare_exactly("GPT", "gpt").is_correct


def test_missing_and_extra_characters_are_marked() -> None:
    missing = compare_forgivingly("davnc", "davinci")
    assert missing.typed == (
        Segment("dav", MATCHED), Segment("-", MISSED), Segment("nc", MATCHED), Segment("-", MISSED)
    )  # fmt: skip
    assert [piece.text for piece in missing.correct if piece.kind is MISSED] == ["i", "i"]
    extra = compare_forgivingly("davvinci", "davinci")
    assert [piece for piece in extra.typed if piece.kind is not MATCHED] == [Segment("v", WRONG)]
    assert matched_text(extra.correct) == "davinci"
    assert not missing.is_correct
    assert not extra.is_correct


def test_closest_answer_is_shown() -> None:
    assert compare_exactly("colour", "red", "color", "hue").correct_text == "color"
    assert compare_forgivingly("Hue", "hue", "Hue").correct_text == "Hue"


def test_long_input_is_truncated() -> None:
    found = compare_exactly("a" * 1_000_000, "b" * 1_000_000)
    assert len(typed_text(found)) == len(found.correct_text) == 500


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("chatgpt", "ChatGPT"),
        ("ＲＬＨＦ", "RLHF"),
        ("text davinci 002", "text-davinci-002"),
        ("gpt3", "GPT-3"),
        ("hotdog", "hot dog"),
        ("是，的", "是的。"),
        ("strasse", "Straße"),
        ("Sao Tome", "São Tomé"),
        ("Ελλαδα", "Ελλάδα"),
        ("שלום", "שָׁלוֹם"),
        ("1,750", "1750"),
        ("1 750", "1,750"),
        ("−5", "-5"),
        ("3 – 5", "3-5"),
        ("1 2 3", "1, 2, 3"),
        ("０．５", "0.5"),
        ("60%", "60 %"),
    ],
)
def test_forgiving_comparison_ignores_what_people_leave_out(typed: str, answer: str) -> None:
    assert not compare_exactly(typed, answer).is_correct
    found = compare_forgivingly(typed, answer)
    assert found.is_correct
    assert not found.is_spelled_the_same
    assert (typed_text(found), found.correct_text) == (typed, answer)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("35", "3.5"),
        ("5", "-5"),
        ("12", "1/2"),
        ("1750", "17,50"),
        ("20202021", "2020-2021"),
        ("C", "C#"),
        ("60", "60 %"),
        ("か", "が"),
        (",", ";"),
        ("a", "?"),
        ("", "a"),
    ],
)
def test_forgiving_comparison_tells_different_answers_apart(typed: str, answer: str) -> None:
    assert not compare_forgivingly(typed, answer).is_correct


letters_and_punctuation = st.text(st.sampled_from("abcXYZäß.,-!' (一二"), max_size=20)


@given(letters_and_punctuation, letters_and_punctuation)
def test_forgiving_comparison_ignores_nothing_else(typed: str, answer: str) -> None:
    found = compare_forgivingly(typed, answer)
    kept = [
        "".join(letter.casefold().replace("ä", "a") for letter in text if letter.isalnum())
        for text in (typed_text(found), found.correct_text)
    ]
    if kept[1]:
        assert found.is_correct is (kept[0] == kept[1])
    else:  # an answer of punctuation is compared exactly
        assert found.is_correct is found.is_spelled_the_same


def test_forgiving_comparison_still_marks_wrong_characters() -> None:
    found = compare_forgivingly("Chat-GPT 4", "ChatGPT")
    assert [piece for piece in found.typed if piece.kind is not MATCHED] == [Segment("4", WRONG)]
