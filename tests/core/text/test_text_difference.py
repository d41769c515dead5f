"""The differences between two versions of a text."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text.text_difference import PartKind, TextPart, compare_closely, compare_texts

SAME, REMOVED, ADDED = PartKind.SAME, PartKind.REMOVED, PartKind.ADDED


def test_whole_words_are_compared() -> None:
    assert compare_texts("the big model learns", "the small model learns") == (
        TextPart(SAME, "the "),
        TextPart(REMOVED, "big"),
        TextPart(ADDED, "small"),
        TextPart(SAME, " model learns"),
    )


def test_chinese_is_compared_by_character() -> None:
    assert compare_texts("模型的能力", "模型之能力") == (
        TextPart(SAME, "模型"),
        TextPart(REMOVED, "的"),
        TextPart(ADDED, "之"),
        TextPart(SAME, "能力"),
    )


def test_equal_texts_have_one_part() -> None:
    assert compare_texts("a b", "a b") == (TextPart(SAME, "a b"),)
    assert compare_texts("", "") == ()


def test_the_middle_of_long_texts_counts_as_changed() -> None:
    middle = " ".join(str(number) for number in range(3000))
    parts = compare_texts(f"start one {middle} end", f"start two {middle} stop end")
    assert [part.kind for part in parts] == [SAME, REMOVED, ADDED, SAME]


def test_similar_words_can_be_compared_by_letter() -> None:
    assert compare_closely("to affect it", "to effect it") == (
        TextPart(SAME, "to "),
        TextPart(REMOVED, "a"),
        TextPart(ADDED, "e"),
        TextPart(SAME, "ffect"),
        TextPart(SAME, " it"),
    )
    assert compare_closely("text-davinci-002", "text-davinci-003")[-2:] == (
        TextPart(REMOVED, "2"),
        TextPart(ADDED, "3"),
    )
    for before, after in (("the big model", "the small model"), ("a" * 41, "a" * 40 + "b"), ("a b", "b a")):
        assert compare_closely(before, after) == compare_texts(before, after)


texts = st.text("ab 能力\n", max_size=20)


@given(texts, texts)
def test_the_parts_give_both_texts(before: str, after: str) -> None:
    for compare in (compare_texts, compare_closely):
        parts = compare(before, after)
        assert "".join(part.text for part in parts if part.kind is not ADDED) == before
        assert "".join(part.text for part in parts if part.kind is not REMOVED) == after
        assert all(part.text for part in parts)
