import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import Card, CardKind, cards_of
from studyapp.core.notes.drawing import Cell, TableDrawing
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    Diagram,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.rendering.card_captions import card_caption, evidence_caption
from studyapp.core.rendering.face import LearnerResponse, render_face, shuffled_option_order
from studyapp.core.rendering.markdown_rendering import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.core.html_check import faults
from tests.core.rendering.test_markdown_rendering import hostile

ENGLISH, BOTH = CardLanguages.ENGLISH, CardLanguages.ENGLISH_AND_TRADITIONAL
CHOICE = MultipleChoice(
    LocalizedText.language_neutral("Which?"),
    (
        AnswerOption(
            LocalizedText.language_neutral("right one"),
            is_correct=True,
            explanation=LocalizedText.language_neutral("because"),
        ),
        AnswerOption(LocalizedText.language_neutral("wrong one")),
        AnswerOption(LocalizedText.language_neutral("third one")),
        AnswerOption(LocalizedText.language_neutral("fourth one")),
    ),
)


def first(content: NoteContent, ordinal: int | None = None, why: str | None = None) -> Card:
    note = Note("deck", "note", content, explanation=LocalizedText.language_neutral(why) if why else None)
    return next(card for card in cards_of(note) if ordinal in (None, card.ordinal))


def sides(content: NoteContent, ordinal: int | None = None) -> tuple[str, str]:
    face = render_face(first(content, ordinal), ENGLISH)
    return html_to_text(face.question), html_to_text(face.answer)


def test_a_claim_asks_how_sure_the_source_is_and_why() -> None:
    note = Note(
        "deck",
        "note",
        Claim(LocalizedText.language_neutral("It is so.")),
        evidence=Evidence.HYPOTHESIS,
        explanation=LocalizedText.language_neutral("Because."),
    )
    face = render_face(cards_of(note)[0], ENGLISH)
    assert html_to_text(face.question) == "It is so."
    assert html_to_text(face.answer) == "Hypothesis\nBecause."
    assert html_to_text(face.revealed).splitlines() == ["It is so.", "Hypothesis", "Because."]
    assert card_caption(CardKind.CLAIM, ENGLISH).endswith("why?")


def test_each_kind_of_card_asks_for_its_own_side() -> None:
    front, back, more = (LocalizedText.language_neutral(words) for words in ("front", "back", "more"))
    assert sides(Basic(front, back)) == ("front", "back")
    assert sides(Reversed(front, back), 2) == ("back", "front")
    assert sides(TypedAnswer(front, back)) == ("front", "back")
    term = Term(front, back, more)
    assert [sides(term, ordinal) for ordinal in (1, 2, 3)] == [
        ("front", "more"),
        ("back", "front"),
        ("front", "back"),
    ]


def test_the_question_of_a_term_gives_nothing_away_and_its_back_tells_the_rest() -> None:
    term = Term(
        LocalizedText.language_neutral("front"),
        LocalizedText.language_neutral("back"),
        LocalizedText.language_neutral("more"),
    )
    translate = render_face(first(term, 1), ENGLISH)
    assert "back" not in translate.question
    assert all(words in html_to_text(translate.revealed) for words in ("front", "more", "back"))


def test_the_reason_is_shown_only_once_revealed() -> None:
    for content in (
        Basic(LocalizedText.language_neutral("a"), LocalizedText.language_neutral("b")),
        Cloze(LocalizedText.language_neutral("{{c1::x}}")),
        CHOICE,
    ):
        face = render_face(first(content, why="the **reason**"), ENGLISH)
        assert "reason" not in face.question
        assert html_to_text(face.explanation) == "the reason"
        assert "the reason" in html_to_text(face.revealed)


def test_both_languages_stand_together_and_are_marked() -> None:
    text = LocalizedText((("en", "word"), ("zh-Hant", "字")))
    face = render_face(first(Basic(text, text)), BOTH)
    assert '<div class="lang-en" lang="en"><p>word</p>' in face.question
    assert '<div class="lang-zh-Hant" lang="zh-Hant"><p>字</p>' in face.question
    assert "字" not in render_face(first(Basic(text, text)), ENGLISH).question


def test_options_are_shuffled_by_turn_and_card_and_stay_while_on_screen() -> None:
    card = first(CHOICE)
    orders = [tuple(shuffled_option_order(card, turn)) for turn in range(40)]
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)
    assert len(set(orders)) > 10
    assert shuffled_option_order(card, 3) == shuffled_option_order(card, 3)
    assert render_face(card, ENGLISH, 3) == render_face(card, ENGLISH, 3)


def test_an_open_choice_shows_what_was_picked_and_not_what_is_right() -> None:
    face = render_face(first(CHOICE), ENGLISH, 0, LearnerResponse(picked_options=frozenset((1,))))
    assert face.question.count('class="picked"') == 2  # the paragraph and its link
    assert 'href="option:1"' in face.question
    assert not any(mark in face.question for mark in ("✓", "✗", "because"))


def test_a_revealed_choice_marks_the_right_and_the_wrongly_picked() -> None:
    face = render_face(first(CHOICE), ENGLISH, 0, LearnerResponse(picked_options=frozenset((1,))))
    lines = html_to_text(face.revealed).replace("\xa0", " ").splitlines()
    assert [line[-1] for line in lines if "right one" in line] == ["✓"]
    assert [line[-1] for line in lines if "wrong one" in line] == ["✗"]
    assert not any(line[-1] in "✓✗" for line in lines if "third one" in line)
    assert lines[next(place for place, line in enumerate(lines) if "right one" in line) + 1] == "because"
    assert html_to_text(face.answer) == "right one"
    untouched = render_face(first(CHOICE), ENGLISH)
    assert "✗" not in untouched.revealed and "✓" in untouched.revealed


def test_a_typed_answer_is_compared_once_revealed() -> None:
    card = first(
        TypedAnswer(LocalizedText.language_neutral("?"), LocalizedText.language_neutral("**GPT**-3"))
    )
    right = render_face(card, ENGLISH, 0, LearnerResponse(typed_answer="GPT-3"))
    assert '<span class="right">GPT-3</span> ✓' in right.revealed
    wrong = render_face(card, ENGLISH, 0, LearnerResponse(typed_answer="GPT<2"))
    assert '<span class="wrong">&lt;2</span> ✗' in wrong.revealed
    nothing = render_face(card, ENGLISH, 0, LearnerResponse(typed_answer="  "))
    assert 'class="typed"' not in nothing.revealed
    assert right.question == nothing.question


def test_a_long_question_is_set_smaller() -> None:
    text = LocalizedText.language_neutral("answer")
    assert render_face(
        first(Basic(LocalizedText.language_neutral("short"), text)), ENGLISH
    ).question.startswith('<div class="question">')
    assert render_face(
        first(Basic(LocalizedText.language_neutral("long " * 40), text)), ENGLISH
    ).question.startswith('<div class="long">')


texts = hostile.map(lambda words: LocalizedText((("en", words), ("zh-Hant", words))))
contents = st.one_of(
    st.builds(Basic, texts, texts),
    st.builds(Reversed, texts, texts),
    st.builds(Term, texts, texts, st.one_of(st.none(), texts)),
    st.builds(Cloze, texts.map(lambda text: LocalizedText((("en", "{{c1::x}}" + text.version_texts[0]),)))),
    st.builds(
        MultipleChoice,
        texts,
        st.tuples(st.builds(AnswerOption, texts, st.booleans(), st.one_of(st.none(), texts))),
    ),
    st.builds(TypedAnswer, texts, texts),
)


@settings(max_examples=50)
@given(contents, hostile, hostile)
def test_no_card_shows_more_than_is_allowed(content: NoteContent, why: str, typed: str) -> None:
    for card in cards_of(Note("deck", "note", content, explanation=LocalizedText.language_neutral(why))):
        face = render_face(card, BOTH, 1, LearnerResponse(typed_answer=typed, picked_options=frozenset((0,))))
        for html in (face.question, face.answer, face.explanation, face.revealed):
            assert faults(html, face=True) == []


def test_labels_stand_in_the_languages_of_the_card() -> None:
    assert card_caption(CardKind.DEFINE, ENGLISH) == "Define"
    assert card_caption(CardKind.DEFINE, BOTH) == "Define · 定義"
    assert card_caption(CardKind.FRONT_TO_BACK, BOTH) == ""
    assert evidence_caption(Evidence.HYPOTHESIS, CardLanguages.TRADITIONAL_CHINESE) == "假設"
    assert all(evidence_caption(evidence, BOTH) for evidence in Evidence)


WORD = LocalizedText((("en", "a word"), ("zh-Hant", "一個詞")))
MEANING = LocalizedText((("en", "its meaning"), ("zh-Hant", "它的意思")))


def test_one_language_in_front_and_the_other_behind() -> None:
    note = Note("deck", "note", Basic(WORD, MEANING), explanation=MEANING)
    face = render_face(cards_of(note)[0], CardLanguages.ENGLISH_TO_TRADITIONAL)
    assert html_to_text(face.question) == "a word"
    assert html_to_text(face.answer) == "它的意思"
    assert html_to_text(face.revealed).split() == ["a", "word", "它的意思", "它的意思"]


def test_a_cloze_keeps_its_question_beside_an_answer_in_another_language() -> None:
    cloze = Cloze(LocalizedText((("en", "A {{c1::word}}"), ("zh-Hant", "一個{{c1::詞}}"))))
    face = render_face(first(cloze), CardLanguages.TRADITIONAL_TO_ENGLISH)
    assert html_to_text(face.question) == "一個[…]"
    assert html_to_text(face.answer) == "A word"
    assert html_to_text(face.revealed).split("\n") == ["一個詞", "A word"]


@pytest.mark.parametrize("ordinal", [2, 3])
def test_the_translation_of_a_term_stands_in_the_script_of_the_reader(ordinal: int) -> None:
    term = Note("deck", "note", Term(WORD, MEANING, LocalizedText((("zh-Hant", "對齊稅"),))))
    card = next(card for card in cards_of(term) if card.ordinal == ordinal)
    for choice in (CardLanguages.SIMPLIFIED_TO_ENGLISH, CardLanguages.ENGLISH_TO_SIMPLIFIED):
        revealed = html_to_text(render_face(card, choice).revealed)
        assert "对齐税" in revealed
        assert "對" not in revealed


def test_parts_of_a_drawing_stand_in_the_script_of_the_reader() -> None:
    chinese = LocalizedText((("zh-Hant", "對齊稅"),))
    table = TableDrawing(chinese, (WORD, chinese), ((Cell(WORD), Cell(chinese, 1)),))
    revealed = render_face(first(Diagram(table)), CardLanguages.SIMPLIFIED_TO_ENGLISH).revealed
    assert "对齐税" in revealed
    assert "對" not in revealed


def test_options_and_typed_answers_are_judged_in_the_language_behind() -> None:
    choice = MultipleChoice(WORD, (AnswerOption(MEANING, True), AnswerOption(WORD, False)))
    face = render_face(first(choice), CardLanguages.ENGLISH_TO_TRADITIONAL)
    assert "its meaning" in face.question
    assert "它的意思" not in face.question
    assert "它的意思" in face.revealed
    typed = render_face(
        first(TypedAnswer(WORD, MEANING)),
        CardLanguages.ENGLISH_TO_TRADITIONAL,
        0,
        LearnerResponse(typed_answer="它的意思"),
    )
    assert "✓" in typed.revealed
