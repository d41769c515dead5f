"""A note of a text file is recognized by its content, wherever it is in the file."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.textfiles.content_identity import (
    NO_KNOWN_NOTES,
    KnownNotes,
    KnownText,
    QuestionKey,
    TextNote,
    assign_guids,
    numbered_guid,
)


def text_note(question: str, answer: str, context: str = "", former_question: str | None = None) -> TextNote:
    former = None if former_question is None else QuestionKey("d", former_question)
    return TextNote(QuestionKey("d", question), answer, tuple(context.split()), former)


def known(texts: Mapping[str, KnownText]) -> KnownNotes:
    return KnownNotes(texts.keys(), texts.__getitem__)


def imported(notes: Sequence[TextNote]) -> dict[str, KnownText]:
    """The notes that are known after an import of these."""
    return {
        guid: KnownText(note.key.question, note.answer, note.context)
        for guid, note in zip(assign_guids(notes, NO_KNOWN_NOTES), notes, strict=True)
    }


def numbered(*notes: TextNote, question: str | None = None) -> dict[str, KnownText]:
    """The notes that are known after an import of these by a released version, which numbered equal questions."""
    result: dict[str, KnownText] = {}
    for note in notes:
        key = note.key if question is None else QuestionKey("d", question)
        number = 1 + sum(guid == numbered_guid(key, n) for n in range(1, 9) for guid in result)
        result[numbered_guid(key, number)] = KnownText(note.key.question, note.answer, note.context)
    return result


def test_only_note_with_its_question_has_the_guid_of_released_versions() -> None:
    assert assign_guids([text_note("one", "1")], NO_KNOWN_NOTES) == ["text-826b2b62ec7ab693"]


EQUAL = [
    text_note("Example", "Soy", "Ser"),
    text_note("Example", "Voy", "Ir"),
    text_note("Example", "Doy", "Dar"),
]


@pytest.mark.parametrize("make_known", [imported, lambda notes: numbered(*notes)])
@pytest.mark.parametrize("position", range(4))
def test_added_note_with_an_equal_question_is_the_only_new_one(
    make_known: Callable[[Sequence[TextNote]], dict[str, KnownText]], position: int
) -> None:
    texts = make_known(EQUAL)
    new = text_note("Example", "Estoy", "Estar")
    notes = [*EQUAL[:position], new, *EQUAL[position:]]
    guids = assign_guids(notes, known(texts))
    assert [guid for index, guid in enumerate(guids) if index != position] == list(texts)
    assert guids[position] not in texts


def test_second_note_with_a_question_does_not_take_the_place_of_the_first() -> None:
    texts = imported([text_note("one", "1")])
    guids = assign_guids([text_note("one", "eins"), text_note("one", "1")], known(texts))
    assert guids[1] in texts
    assert guids[0] not in texts


def test_changed_answers_belong_to_the_note_with_the_same_headings_or_the_most_similar_answer() -> None:
    texts = imported(EQUAL)
    changed = [
        text_note("Example", "Doy clases.", "Verbs"),
        text_note("Example", "Soy alto.", "Ser"),
        text_note("Example", "Voy", "Ir"),
    ]
    first, second, third = texts
    assert assign_guids(changed, known(texts)) == [third, first, second]


def test_headings_count_more_than_similar_answers() -> None:
    texts = imported(EQUAL)
    changed = [text_note("Example", "Doy alto", "Ser"), text_note("Example", "Soy pan", "Dar")]
    first, _, third = texts
    assert assign_guids(changed, known(texts)) == [first, third]


def test_changed_answer_of_a_single_note_keeps_its_identity() -> None:
    texts = imported([text_note("one", "1")])
    assert assign_guids([text_note("one", "entirely different")], known(texts)) == list(texts)


def test_changed_question_is_a_new_note() -> None:
    texts = imported([text_note("one", "1")])
    (guid,) = assign_guids([text_note("One", "1")], known(texts))
    assert guid not in texts


def test_edits_in_the_deck_file_do_not_matter() -> None:
    texts = {guid: KnownText("edited", "edited", ("edited",)) for guid in imported(EQUAL)}
    assert assign_guids(EQUAL[::-1], known(texts)) == list(texts)[::-1]


def test_notes_that_are_the_same_in_everything_stay_separate() -> None:
    twice = [text_note("a", "1"), text_note("a", "1")]
    texts = imported(twice)
    assert len(texts) == 2
    guids = assign_guids([text_note("b", "1"), *twice, text_note("a", "1")], known(texts))
    assert guids[1:3] == list(texts)
    assert len(set(guids)) == 4


def test_notes_that_released_versions_gave_the_same_question_are_recognized_by_their_own() -> None:
    notes = [text_note("ichi", "one", "", ""), text_note("ni", "two", "", "")]
    texts = numbered(*notes, question="")
    guids = assign_guids([text_note("zero", "nought", "", ""), *notes], known(texts))
    assert guids[1:] == list(texts)
    assert guids[0] == numbered_guid(QuestionKey("d", "zero"), 1)


def test_markup_of_the_deck_file_does_not_hide_an_equal_answer() -> None:
    texts = {
        numbered_guid(QuestionKey("d", "q"), 1): KnownText("q", "an **old** \\_word\\_"),
        numbered_guid(QuestionKey("d", "q"), 2): KnownText("q", "+"),
        numbered_guid(QuestionKey("d", "q"), 3): KnownText("q", "*"),
    }
    notes = [text_note("q", "*"), text_note("q", "+"), text_note("q", "an <b>old</b> _word_")]
    assert assign_guids(notes, known(texts)) == list(texts)[::-1]


small_texts = st.sampled_from(["", "a", "b", "c d", "*"])
text_notes = st.builds(
    TextNote,
    st.builds(QuestionKey, st.sampled_from(["d", "e"]), small_texts),
    small_texts,
    st.sampled_from([(), ("t",), ("t", "u")]),
    st.sampled_from([None, QuestionKey("d", "")]),
)


@given(st.lists(text_notes, max_size=8), st.lists(text_notes, max_size=3), st.randoms(use_true_random=False))
def test_extended_file_in_any_order_adds_exactly_the_new_notes(
    notes: list[TextNote],
    new: list[TextNote],
    random: Random,
) -> None:
    texts = imported(notes)
    assert len(texts) == len(notes)
    extended = [*notes, *new]
    order = list(range(len(extended)))
    random.shuffle(order)
    guids = assign_guids([extended[index] for index in order], known(texts))
    assert len(set(guids)) == len(guids)
    assert set(texts) <= set(guids)
    again = known(
        {
            guid: KnownText(extended[i].key.question, extended[i].answer)
            for i, guid in zip(order, guids, strict=True)
        }
    )
    assert set(assign_guids(extended, again)) == set(guids)
