"""Finding texts that are nearly the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text.near_duplicates import SimilarTexts, find_similar_texts


def pairs(texts: list[str], min_similarity: float = 0.85) -> list[tuple[int, int]]:
    return [(pair.first, pair.second) for pair in find_similar_texts(texts, min_similarity, 1000)]


def test_texts_that_differ_only_in_case_width_and_spaces_are_the_same() -> None:
    texts = ["What is BLEU?", "what  is ｂｌｅｕ？", "What is ROUGE?"]
    assert find_similar_texts(texts, 0.9, 10) == [SimilarTexts(0, 1, 1.0)]


def test_each_copy_is_paired_with_the_first_text_only() -> None:
    assert pairs(["a copy", "another text", "a copy", "a copy"]) == [(0, 2), (0, 3)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Which model was trained on code first?", "Which model was trained on code frist?"),
        ("模型的推理能力從哪裡來？", "模型的推理能力從何處來？"),
        ("What does RLHF stand for?", "What does “RLHF” stand for?"),
    ],
)
def test_small_differences_are_found(first: str, second: str) -> None:
    others = ["How many parameters does GPT-3 have?", "為什麼上下文學習有效？", "When was Codex released?"]
    assert pairs([first, *others, second], 0.7) == [(0, 4)]


def test_the_most_similar_texts_come_first() -> None:
    texts = ["the quick brown fox", "the quick brown cat", "the quick brown fix", "the quick brown fox!"]
    found = find_similar_texts(texts, 0.7, 10)
    assert [pair.similarity for pair in found] == sorted((pair.similarity for pair in found), reverse=True)
    assert found[0][:2] == (0, 3)


def test_empty_texts_are_no_duplicates() -> None:
    assert pairs(["", " ", "", "text"]) == []


def test_different_texts_are_not_paired() -> None:
    assert pairs(["What is a prompt?", "Who wrote the paper?", "上下文學習"], 0.8) == []


def test_only_the_most_similar_pairs_are_kept() -> None:
    texts = ["the quick brown fox", "the quick brown fax!", "the quick brown fox!", "the quick brown fox"]
    assert [pair[:2] for pair in find_similar_texts(texts, 0.7, 2)] == [(0, 3), (0, 2)]


def test_progress_is_reported_and_can_stop_the_search() -> None:
    counts: list[int] = []

    def stop(count: int) -> None:
        counts.append(count)
        if count:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_similar_texts([f"text number {number}" for number in range(3000)], 0.9, 10, stop)
    assert counts == [0, 1000]


@given(st.lists(st.text("ab c能力", max_size=12), max_size=12), st.floats(0.5, 1))
def test_pairs_are_ordered_distinct_and_similar_enough(texts: list[str], min_similarity: float) -> None:
    found = find_similar_texts(texts, min_similarity, 1000)
    assert all(pair.first < pair.second and pair.similarity >= min_similarity for pair in found)
    assert len({pair[:2] for pair in found}) == len(found)


@given(st.lists(st.text("ab c能力", max_size=8), min_size=1, max_size=8), st.data())
def test_every_copy_of_a_text_is_found(texts: list[str], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(texts))
    found = find_similar_texts([*texts, copied.upper()], 1.0, 1000)
    assert (len(texts) in {pair.second for pair in found}) is bool(copied.strip())
