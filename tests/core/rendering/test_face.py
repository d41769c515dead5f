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
from studyapp.core.rendering.choice_face import shuffled_option_order
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.core.hostile_markdown import hostile
from tests.core.html_check import disallowed_html

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


def first_card(content: NoteContent, ordinal: int | None = None, explanation_text: str | None = None) -> Card:
    note = Note(
        "deck",
        "note",
        content,
        explanation=LocalizedText.language_neutral(explanation_text) if explanation_text else None,
    )
    return next(card for card in cards_of(note) if ordinal in (None, card.ordinal))


def sides(content: NoteContent, ordinal: int | None = None) -> tuple[str, str]:
    face = render_face(first_card(content, ordinal), ENGLISH)
    return html_to_text(face.question), html_to_text(face.answer)


def test_claim_card_asks_for_evidence_and_explanation() -> None:
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


def test_each_card_kind_shows_its_question_and_answer() -> None:
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


def test_translate_card_hides_definition_until_revealed() -> None:
    term = Term(
        LocalizedText.language_neutral("front"),
        LocalizedText.language_neutral("back"),
        LocalizedText.language_neutral("more"),
    )
    translate = render_face(first_card(term, 1), ENGLISH)
    assert "back" not in translate.question
    assert all(words in html_to_text(translate.revealed) for words in ("front", "more", "back"))


def test_explanation_is_shown_only_when_revealed() -> None:
    for content in (
        Basic(LocalizedText.language_neutral("a"), LocalizedText.language_neutral("b")),
        Cloze(LocalizedText.language_neutral("{{c1::x}}")),
        CHOICE,
    ):
        face = render_face(first_card(content, explanation_text="the **reason**"), ENGLISH)
        assert "reason" not in face.question
        assert html_to_text(face.explanation) == "the reason"
        assert "the reason" in html_to_text(face.revealed)


def test_both_languages_are_shown_with_lang_attributes() -> None:
    text = LocalizedText((("en", "word"), ("zh-Hant", "字")))
    face = render_face(first_card(Basic(text, text)), BOTH)
    assert '<div class="lang-en" lang="en"><p>word</p>' in face.question
    assert '<div class="lang-zh-Hant" lang="zh-Hant"><p>字</p>' in face.question
    assert "字" not in render_face(first_card(Basic(text, text)), ENGLISH).question


def test_option_order_depends_on_turn_and_is_stable_within_it() -> None:
    card = first_card(CHOICE)
    orders = [tuple(shuffled_option_order(card, turn)) for turn in range(40)]
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)
    assert len(set(orders)) > 10
    assert shuffled_option_order(card, 3) == shuffled_option_order(card, 3)
    assert render_face(card, ENGLISH, 3) == render_face(card, ENGLISH, 3)


def test_unrevealed_choice_shows_picked_options_only() -> None:
    face = render_face(first_card(CHOICE), ENGLISH, 0, LearnerResponse(picked_options=frozenset((1,))))
    assert face.question.count('class="picked"') == 2  # the paragraph and its link
    assert 'href="option:1"' in face.question
    assert not any(mark in face.question for mark in ("✓", "✗", "because"))


def test_revealed_choice_marks_correct_and_wrongly_picked_options() -> None:
    face = render_face(first_card(CHOICE), ENGLISH, 0, LearnerResponse(picked_options=frozenset((1,))))
    lines = html_to_text(face.revealed).replace("\xa0", " ").splitlines()
    assert [line[-1] for line in lines if "right one" in line] == ["✓"]
    assert [line.partition("✗")[1:] for line in lines if "wrong one" in line] == [("✗", " (your answer)")]
    assert not any(line[-1] in "✓✗" for line in lines if "third one" in line)
    assert lines[next(place for place, line in enumerate(lines) if "right one" in line) + 1] == "because"
    assert html_to_text(face.answer) == "right one"
    untouched = render_face(first_card(CHOICE), ENGLISH)
    assert "✗" not in untouched.revealed and "✓" in untouched.revealed


def test_typed_answer_is_compared_when_revealed() -> None:
    card = first_card(
        TypedAnswer(LocalizedText.language_neutral("?"), LocalizedText.language_neutral("**GPT**-3"))
    )
    right = render_face(card, ENGLISH, 0, LearnerResponse(typed_answer="GPT-3"))
    assert '<span class="right">GPT-3</span> ✓' in right.revealed
    wrong = render_face(card, ENGLISH, 0, LearnerResponse(typed_answer="GPT<2"))
    assert '<span class="wrong">&lt;2</span> ✗' in wrong.revealed
    nothing = render_face(card, ENGLISH, 0, LearnerResponse(typed_answer="  "))
    assert 'class="typed"' not in nothing.revealed
    assert right.question == nothing.question


def test_long_question_uses_smaller_text() -> None:
    text = LocalizedText.language_neutral("answer")
    assert render_face(
        first_card(Basic(LocalizedText.language_neutral("short"), text)), ENGLISH
    ).question.startswith('<div class="question">')
    assert render_face(
        first_card(Basic(LocalizedText.language_neutral("long " * 50), text)), ENGLISH
    ).question.startswith('<div class="passage">')


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
def test_faces_contain_only_allowed_markup(content: NoteContent, explanation_text: str, typed: str) -> None:
    for card in cards_of(
        Note("deck", "note", content, explanation=LocalizedText.language_neutral(explanation_text))
    ):
        face = render_face(card, BOTH, 1, LearnerResponse(typed_answer=typed, picked_options=frozenset((0,))))
        for html in (face.question, face.answer, face.explanation, face.revealed):
            assert disallowed_html(html, face=True) == []


def test_captions_use_the_card_languages() -> None:
    assert card_caption(CardKind.DEFINE, ENGLISH) == "Define"
    assert card_caption(CardKind.DEFINE, BOTH) == "Define · 定義"
    assert card_caption(CardKind.FRONT_TO_BACK, BOTH) == ""
    assert evidence_caption(Evidence.HYPOTHESIS, CardLanguages.TRADITIONAL_CHINESE) == "假設"
    assert all(evidence_caption(evidence, BOTH) for evidence in Evidence)


WORD = LocalizedText((("en", "a word"), ("zh-Hant", "一個詞")))
MEANING = LocalizedText((("en", "its meaning"), ("zh-Hant", "它的意思")))


def test_question_and_answer_use_different_languages() -> None:
    note = Note("deck", "note", Basic(WORD, MEANING), explanation=MEANING)
    face = render_face(cards_of(note)[0], CardLanguages.ENGLISH_TO_TRADITIONAL)
    assert html_to_text(face.question) == "a word"
    assert html_to_text(face.answer) == "它的意思"
    assert html_to_text(face.revealed).split() == ["a", "word", "它的意思", "它的意思"]


def test_revealed_cloze_shows_both_languages() -> None:
    cloze = Cloze(LocalizedText((("en", "A {{c1::word}}"), ("zh-Hant", "一個{{c1::詞}}"))))
    face = render_face(first_card(cloze), CardLanguages.TRADITIONAL_TO_ENGLISH)
    assert html_to_text(face.question) == "一個[…]"
    assert html_to_text(face.answer) == "A word"
    assert html_to_text(face.revealed).split("\n") == ["一個詞", "A word"]


@pytest.mark.parametrize("ordinal", [2, 3])
def test_term_translation_uses_the_selected_script(ordinal: int) -> None:
    term = Note("deck", "note", Term(WORD, MEANING, LocalizedText((("zh-Hant", "對齊稅"),))))
    card = next(card for card in cards_of(term) if card.ordinal == ordinal)
    for choice in (CardLanguages.SIMPLIFIED_TO_ENGLISH, CardLanguages.ENGLISH_TO_SIMPLIFIED):
        revealed = html_to_text(render_face(card, choice).revealed)
        assert "对齐税" in revealed
        assert "對" not in revealed


def test_drawing_parts_use_the_selected_script() -> None:
    chinese = LocalizedText((("zh-Hant", "對齊稅"),))
    table = TableDrawing(chinese, (WORD, chinese), ((Cell(WORD), Cell(chinese, 1)),))
    revealed = render_face(first_card(Diagram(table)), CardLanguages.SIMPLIFIED_TO_ENGLISH).revealed
    assert "对齐税" in revealed
    assert "對" not in revealed


def test_options_and_typed_answers_are_checked_in_answer_language() -> None:
    choice = MultipleChoice(WORD, (AnswerOption(MEANING, True), AnswerOption(WORD, False)))
    face = render_face(first_card(choice), CardLanguages.ENGLISH_TO_TRADITIONAL)
    assert "its meaning" in face.question
    assert "它的意思" not in face.question
    assert "它的意思" in face.revealed
    typed = render_face(
        first_card(TypedAnswer(WORD, MEANING)),
        CardLanguages.ENGLISH_TO_TRADITIONAL,
        0,
        LearnerResponse(typed_answer="它的意思"),
    )
    assert "✓" in typed.revealed
