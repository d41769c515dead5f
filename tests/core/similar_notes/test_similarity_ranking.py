"""Which notes a learner may confuse with a note, and in which order."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.progress_callback import ignore_progress
from studyapp.core.search.index.text_folding import fold_text
from studyapp.core.similar_notes.compared_texts import ComparedTexts, compared_texts
from studyapp.core.similar_notes.look_alike_characters import _GROUPS, replace_look_alikes
from studyapp.core.similar_notes.similarity_ranking import MAX_FOUND, MIN_SIMILARITY, rank_similar_notes

OTHERS = {
    "what is the capital of peru?": "lima",
    "who wrote faust?": "goethe",
    "what is the square root of 144?": "12",
    "when did the war end?": "1945",
}


def note(first: str, *second: str) -> ComparedTexts:
    return ComparedTexts((first,), second)


def similar_to(own: ComparedTexts, *others: ComparedTexts) -> list[str]:
    """The first fields of those that are similar, among unrelated notes."""
    notes = [*map(note, OTHERS, OTHERS.values()), *others]
    return [notes[found.place].first[0] for found in rank_similar_notes(own, notes, ignore_progress)]


def test_notes_with_nearly_the_same_question_are_similar() -> None:
    own = note("when was text-davinci-002 released?", "march 2022")
    other = note("when was text-davinci-003 released?", "november 2022")
    assert similar_to(own, other, note("when was it written?", "2009")) == [other.first[0]]


@pytest.mark.parametrize(
    ("answer", "other_answer"),
    [
        ("affect", "effect"),
        ("己", "已"),
        ("シ", "ツ"),
        ("desert", "dessert"),
        ("stationary", "stationery"),
        ("自己", "自已"),
    ],
)
def test_notes_whose_answers_look_alike_are_similar(answer: str, other_answer: str) -> None:
    own = note("to have an influence on something", answer)
    other = note("a dish at the end of a meal", other_answer)
    assert similar_to(own, other) == [other.first[0]]
    assert similar_to(note(answer), note(other_answer)) == [other_answer]


def test_equal_answers_and_numbers_make_no_notes_similar() -> None:
    """Nobody confuses all that happened in a year."""
    for answer, other_answer in (("goethe", "goethe"), ("1944", "1945"), ("己", "己"), ("1.5 %", "1.6 %")):
        assert similar_to(note("author of egmont", answer), note("the poet in weimar", other_answer)) == []


def test_numbers_count_if_the_questions_are_similar() -> None:
    own = note("when was bleu published?", "2002")
    near, far = note("when was blue published?", "2003"), note("when was bluey published?", "a week ago")
    assert similar_to(own, far, near) == [near.first[0], far.first[0]]


def test_questions_that_share_only_common_words_are_not_similar() -> None:
    names = ("attention", "perplexity", "gradient", "corpus", "softmax", "decoder", "vocabulary", "overfit")
    questions = [note(f"what is a {name}?", name[::-1]) for name in names]
    own = note("what is an encoder?", "the part that reads")
    assert similar_to(own, *questions) == ["what is a decoder?"]


def test_chinese_questions_that_share_only_common_characters_are_not_similar() -> None:
    names = ("梯度", "困惑度", "语料", "注意力", "词表", "微调", "蒸馏", "采样")
    own = note("什么是预训练？", "先在大量文本上训练")
    others = [note(f"什么是{name}？", name[::-1]) for name in names]
    assert similar_to(own, *others, note("什么是训练？", "调整参数")) == ["什么是训练？"]


def test_the_most_similar_version_of_a_field_counts() -> None:
    own = ComparedTexts(("an unrelated text", "上下文学习的例子"), ())
    assert similar_to(own, note("上下文学习的例证"), note("上下")) == ["上下文学习的例证"]


def test_a_field_that_one_note_lacks_does_not_count() -> None:
    own = note("the model predicts the next word")
    others = [note("the model predicts the next token", *second) for second in ([], ["an explanation"])]
    first, second = rank_similar_notes(own, others, ignore_progress)
    assert first.similarity == second.similarity
    only_second = ComparedTexts((), ("affect",))
    assert [one.place for one in rank_similar_notes(only_second, [note("x", "effect")], ignore_progress)] == [
        0
    ]
    assert (
        rank_similar_notes(ComparedTexts((), ()), [note("x", "y"), ComparedTexts((), ())], ignore_progress)
        == []
    )


def test_the_most_similar_notes_come_first_and_only_some_are_found() -> None:
    words = [f"davinci{number:03}" for number in range(MAX_FOUND + 5)]
    found = rank_similar_notes(note("davinci007"), [*map(note, words)], ignore_progress)
    assert len(found) == MAX_FOUND
    assert found[0] == (7, 1.0)
    assert all(one.similarity >= other.similarity for one, other in pairwise(found))


def test_progress_can_stop_the_search() -> None:
    reports: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        reports.append((done, total))
        if total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rank_similar_notes(note("text"), [note(f"text {number}") for number in range(4001)], stop)
    assert reports == [(0, 0), (2000, 0), (4000, 0), (0, 4001)]


texts = st.lists(
    st.sampled_from(["affect", "effect", "defect", "己", "已", "the best effect", "2021", ""]), max_size=2
)
notes = st.lists(st.builds(ComparedTexts, texts, texts), max_size=8)


@given(st.builds(ComparedTexts, texts, texts), notes, st.randoms(use_true_random=False))
def test_the_order_of_the_notes_decides_only_between_equals(
    own: ComparedTexts, others: list[ComparedTexts], source: Random
) -> None:
    order = list(range(len(others)))
    source.shuffle(order)
    found = rank_similar_notes(own, others, ignore_progress)
    shuffled = rank_similar_notes(own, [others[index] for index in order], ignore_progress)
    assert {(order[one.place], one.similarity) for one in shuffled} == set(found)
    assert found == sorted(found, key=lambda one: (-one.similarity, one.place))
    assert all(MIN_SIMILARITY <= one.similarity <= 1 for one in found)


def test_characters_that_look_alike_are_in_one_group_and_folded() -> None:
    characters = "".join(_GROUPS)
    assert len(set(characters)) == len(characters)
    assert all(
        fold_text(group) == group and len(set(map(replace_look_alikes, group))) == 1 for group in _GROUPS
    )
    assert replace_look_alikes("已 and 末 of abc") == "己 and 末 of abc"


def test_the_first_two_fields_with_text_are_compared() -> None:
    front, back, extra, why = "\U000f0000", "\U000f0001", "\U000f0007", "\U000f0005"

    def joined(*fields: str) -> str:
        return "\x1f" + "".join(f"{field}\x1f" for field in fields)

    both_languages = joined(f"{front}one", f"{front}一", f"{back}two", f"{back}二", f"{extra}three")
    assert compared_texts(both_languages, 5) == (["one", "一"], ["two", "二"])
    assert compared_texts(joined(f"{front}one", f"{why}because"), 5) == (["one"], ())
    assert compared_texts(joined(front, f"{back}two", f"{extra}three"), 5) == (["two"], ["three"])
    assert compared_texts(joined(front, why), 5) == ((), ())
