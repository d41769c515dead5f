import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import Card, CardKind, cards_of
from studyapp.core.notes.drawing import Cell, Table
from studyapp.core.notes.note import (
    Basic,
    Choice,
    Claim,
    Cloze,
    Content,
    Diagram,
    Evidence,
    Note,
    Option,
    Reversed,
    Term,
    Typed,
)
from studyapp.core.rendering.card_captions import grade, heading
from studyapp.core.rendering.face import Response, face_of, option_order
from studyapp.core.rendering.markdown_rendering import plain_text
from studyapp.core.text.localized_text import LanguageChoice, Text
from tests.core.html_check import faults
from tests.core.rendering.test_markdown_rendering import hostile

ENGLISH, BOTH = LanguageChoice.ENGLISH, LanguageChoice.BOTH
CHOICE = Choice(
    Text.plain("Which?"),
    (
        Option(Text.plain("right one"), right=True, why=Text.plain("because")),
        Option(Text.plain("wrong one")),
        Option(Text.plain("third one")),
        Option(Text.plain("fourth one")),
    ),
)


def first(content: Content, ordinal: int | None = None, why: str | None = None) -> Card:
    note = Note("deck", "note", content, why=Text.plain(why) if why else None)
    return next(card for card in cards_of(note) if ordinal in (None, card.ordinal))


def sides(content: Content, ordinal: int | None = None) -> tuple[str, str]:
    face = face_of(first(content, ordinal), ENGLISH)
    return plain_text(face.question), plain_text(face.answer)


def test_a_claim_asks_how_sure_the_source_is_and_why() -> None:
    note = Note(
        "deck",
        "note",
        Claim(Text.plain("It is so.")),
        evidence=Evidence.HYPOTHESIS,
        why=Text.plain("Because."),
    )
    face = face_of(cards_of(note)[0], ENGLISH)
    assert plain_text(face.question) == "It is so."
    assert plain_text(face.answer) == "Hypothesis\nBecause."
    assert plain_text(face.revealed).splitlines() == ["It is so.", "Hypothesis", "Because."]
    assert heading(CardKind.CLAIM, ENGLISH).endswith("why?")


def test_each_kind_of_card_asks_for_its_own_side() -> None:
    front, back, more = (Text.plain(words) for words in ("front", "back", "more"))
    assert sides(Basic(front, back)) == ("front", "back")
    assert sides(Reversed(front, back), 2) == ("back", "front")
    assert sides(Typed(front, back)) == ("front", "back")
    term = Term(front, back, more)
    assert [sides(term, ordinal) for ordinal in (1, 2, 3)] == [
        ("front", "more"),
        ("back", "front"),
        ("front", "back"),
    ]


def test_the_question_of_a_term_gives_nothing_away_and_its_back_tells_the_rest() -> None:
    term = Term(Text.plain("front"), Text.plain("back"), Text.plain("more"))
    translate = face_of(first(term, 1), ENGLISH)
    assert "back" not in translate.question
    assert all(words in plain_text(translate.revealed) for words in ("front", "more", "back"))


def test_the_reason_is_shown_only_once_revealed() -> None:
    for content in (Basic(Text.plain("a"), Text.plain("b")), Cloze(Text.plain("{{c1::x}}")), CHOICE):
        face = face_of(first(content, why="the **reason**"), ENGLISH)
        assert "reason" not in face.question
        assert plain_text(face.why) == "the reason"
        assert "the reason" in plain_text(face.revealed)


def test_both_languages_stand_together_and_are_marked() -> None:
    text = Text((("en", "word"), ("zh-Hant", "字")))
    face = face_of(first(Basic(text, text)), BOTH)
    assert '<div class="lang-en" lang="en"><p>word</p>' in face.question
    assert '<div class="lang-zh-Hant" lang="zh-Hant"><p>字</p>' in face.question
    assert "字" not in face_of(first(Basic(text, text)), ENGLISH).question


def test_options_are_shuffled_by_turn_and_card_and_stay_while_on_screen() -> None:
    card = first(CHOICE)
    orders = [tuple(option_order(card, turn)) for turn in range(40)]
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)
    assert len(set(orders)) > 10
    assert option_order(card, 3) == option_order(card, 3)
    assert face_of(card, ENGLISH, 3) == face_of(card, ENGLISH, 3)


def test_an_open_choice_shows_what_was_picked_and_not_what_is_right() -> None:
    face = face_of(first(CHOICE), ENGLISH, 0, Response(picked=frozenset((1,))))
    assert face.question.count('class="picked"') == 2  # the paragraph and its link
    assert 'href="option:1"' in face.question
    assert not any(mark in face.question for mark in ("✓", "✗", "because"))


def test_a_revealed_choice_marks_the_right_and_the_wrongly_picked() -> None:
    face = face_of(first(CHOICE), ENGLISH, 0, Response(picked=frozenset((1,))))
    lines = plain_text(face.revealed).replace("\xa0", " ").splitlines()
    assert [line[-1] for line in lines if "right one" in line] == ["✓"]
    assert [line[-1] for line in lines if "wrong one" in line] == ["✗"]
    assert not any(line[-1] in "✓✗" for line in lines if "third one" in line)
    assert lines[next(place for place, line in enumerate(lines) if "right one" in line) + 1] == "because"
    assert plain_text(face.answer) == "right one"
    untouched = face_of(first(CHOICE), ENGLISH)
    assert "✗" not in untouched.revealed and "✓" in untouched.revealed


def test_a_typed_answer_is_compared_once_revealed() -> None:
    card = first(Typed(Text.plain("?"), Text.plain("**GPT**-3")))
    right = face_of(card, ENGLISH, 0, Response(typed="GPT-3"))
    assert '<span class="right">GPT-3</span> ✓' in right.revealed
    wrong = face_of(card, ENGLISH, 0, Response(typed="GPT<2"))
    assert '<span class="wrong">&lt;2</span> ✗' in wrong.revealed
    nothing = face_of(card, ENGLISH, 0, Response(typed="  "))
    assert 'class="typed"' not in nothing.revealed
    assert right.question == nothing.question


def test_a_long_question_is_set_smaller() -> None:
    text = Text.plain("answer")
    assert face_of(first(Basic(Text.plain("short"), text)), ENGLISH).question.startswith(
        '<div class="question">'
    )
    assert face_of(first(Basic(Text.plain("long " * 40), text)), ENGLISH).question.startswith(
        '<div class="long">'
    )


texts = hostile.map(lambda words: Text((("en", words), ("zh-Hant", words))))
contents = st.one_of(
    st.builds(Basic, texts, texts),
    st.builds(Reversed, texts, texts),
    st.builds(Term, texts, texts, st.one_of(st.none(), texts)),
    st.builds(Cloze, texts.map(lambda text: Text((("en", "{{c1::x}}" + text.words[0]),)))),
    st.builds(Choice, texts, st.tuples(st.builds(Option, texts, st.booleans(), st.one_of(st.none(), texts)))),
    st.builds(Typed, texts, texts),
)


@settings(max_examples=50)
@given(contents, hostile, hostile)
def test_no_card_shows_more_than_is_allowed(content: Content, why: str, typed: str) -> None:
    for card in cards_of(Note("deck", "note", content, why=Text.plain(why))):
        face = face_of(card, BOTH, 1, Response(typed=typed, picked=frozenset((0,))))
        for html in (face.question, face.answer, face.why, face.revealed):
            assert faults(html, face=True) == []


def test_labels_stand_in_the_languages_of_the_card() -> None:
    assert heading(CardKind.DEFINE, ENGLISH) == "Define"
    assert heading(CardKind.DEFINE, BOTH) == "Define · 定義"
    assert heading(CardKind.QUESTION, BOTH) == ""
    assert grade(Evidence.HYPOTHESIS, LanguageChoice.TRADITIONAL_CHINESE) == "假設"
    assert all(grade(evidence, BOTH) for evidence in Evidence)


WORD = Text((("en", "a word"), ("zh-Hant", "一個詞")))
MEANING = Text((("en", "its meaning"), ("zh-Hant", "它的意思")))


def test_one_language_in_front_and_the_other_behind() -> None:
    note = Note("deck", "note", Basic(WORD, MEANING), why=MEANING)
    face = face_of(cards_of(note)[0], LanguageChoice.ENGLISH_IN_FRONT)
    assert plain_text(face.question) == "a word"
    assert plain_text(face.answer) == "它的意思"
    assert plain_text(face.revealed).split() == ["a", "word", "它的意思", "它的意思"]


def test_a_cloze_keeps_its_question_beside_an_answer_in_another_language() -> None:
    cloze = Cloze(Text((("en", "A {{c1::word}}"), ("zh-Hant", "一個{{c1::詞}}"))))
    face = face_of(first(cloze), LanguageChoice.TRADITIONAL_IN_FRONT)
    assert plain_text(face.question) == "一個[…]"
    assert plain_text(face.answer) == "A word"
    assert plain_text(face.revealed).split("\n") == ["一個詞", "A word"]


@pytest.mark.parametrize("ordinal", [2, 3])
def test_the_translation_of_a_term_stands_in_the_script_of_the_reader(ordinal: int) -> None:
    term = Note("deck", "note", Term(WORD, MEANING, Text((("zh-Hant", "對齊稅"),))))
    card = next(card for card in cards_of(term) if card.ordinal == ordinal)
    for choice in (LanguageChoice.SIMPLIFIED_IN_FRONT, LanguageChoice.ENGLISH_BEFORE_SIMPLIFIED):
        revealed = plain_text(face_of(card, choice).revealed)
        assert "对齐税" in revealed
        assert "對" not in revealed


def test_parts_of_a_drawing_stand_in_the_script_of_the_reader() -> None:
    chinese = Text((("zh-Hant", "對齊稅"),))
    table = Table(chinese, (WORD, chinese), ((Cell(WORD), Cell(chinese, 1)),))
    revealed = face_of(first(Diagram(table)), LanguageChoice.SIMPLIFIED_IN_FRONT).revealed
    assert "对齐税" in revealed
    assert "對" not in revealed


def test_options_and_typed_answers_are_judged_in_the_language_behind() -> None:
    choice = Choice(WORD, (Option(MEANING, True), Option(WORD, False)))
    face = face_of(first(choice), LanguageChoice.ENGLISH_IN_FRONT)
    assert "its meaning" in face.question
    assert "它的意思" not in face.question
    assert "它的意思" in face.revealed
    typed = face_of(
        first(Typed(WORD, MEANING)), LanguageChoice.ENGLISH_IN_FRONT, 0, Response(typed="它的意思")
    )
    assert "✓" in typed.revealed
