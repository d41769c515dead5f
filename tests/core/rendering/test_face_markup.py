"""The markup of both sides of each kind of card. The style sheet and the card view depend on it."""

from dataclasses import replace

import pytest

from studyapp.core.cards.card import Card, cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.drawing import Cell, TableDrawing
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.rendering.choice_face import shuffled_option_order
from studyapp.core.rendering.face import card_title, render_face
from studyapp.core.rendering.face_html import ANSWER_ANCHOR, Face, LearnerResponse
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

ENGLISH, BOTH = CardLanguages.ENGLISH, CardLanguages.ENGLISH_AND_TRADITIONAL
TO_CHINESE = CardLanguages.ENGLISH_TO_TRADITIONAL
WHY, WHY_HTML = LocalizedText.language_neutral("because"), "<p>because</p>\n"


def neutral(text: str) -> LocalizedText:
    return LocalizedText.language_neutral(text)


def card_of(content: NoteContent, ordinal: int = 1, explanation: LocalizedText | None = WHY) -> Card:
    note = Note("deck", "note", content, evidence=Evidence.HYPOTHESIS, explanation=explanation)
    return next(card for card in cards_of(note) if card.ordinal == ordinal)


def face_of(
    content: NoteContent,
    ordinal: int = 1,
    languages: CardLanguages = ENGLISH,
    response: LearnerResponse | None = None,
) -> Face:
    return render_face(card_of(content, ordinal), languages, response=response)


def two_sides(question: str, answer: str, after: str = "") -> Face:
    shown = f'<div class="question"><p>{question}</p>\n</div>'
    revealed = f'{shown}<hr>{ANSWER_ANCHOR}<div class="answer"><p>{answer}</p>\n{after}</div><div class="why">{WHY_HTML}</div>'
    return Face(shown, f"<p>{answer}</p>\n", WHY_HTML, revealed)


def test_question_and_answer() -> None:
    assert face_of(Basic(neutral("q"), neutral("a"))) == two_sides("q", "a")
    assert face_of(Reversed(neutral("q"), neutral("a")), 1) == two_sides("q", "a")
    assert face_of(Reversed(neutral("q"), neutral("a")), 2) == two_sides("a", "q")
    plain = render_face(card_of(Basic(neutral("q"), neutral("a")), explanation=None), ENGLISH)
    assert (plain.explanation, "why" in plain.revealed) == ("", False)


def test_term() -> None:
    term = Term(neutral("word"), neutral("meaning"), neutral("translation"))
    aside = '<div class="aside"><p>{}</p>\n</div>'.format
    assert face_of(term, 1) == two_sides("word", "translation", after=aside("meaning"))
    assert face_of(term, 2) == two_sides("meaning", "word", after=aside("translation"))
    assert face_of(term, 3) == two_sides("word", "meaning", after=aside("translation"))
    untranslated = Term(neutral("word"), neutral("meaning"))
    assert face_of(untranslated, 2) == two_sides("meaning", "word")
    chinese = Term(neutral("word"), neutral("meaning"), LocalizedText((("zh-Hant", "詞"),)))
    assert face_of(chinese, 2) == two_sides("meaning", "word")


def test_typed_answer() -> None:
    content = TypedAnswer(neutral("q"), neutral("cat"))
    assert face_of(content) == two_sides("q", "cat")
    line = '<p class="typed">{}</p>'.format
    right, wrong, missed = (
        f'<span class="{name}">{{}}</span>'.format for name in ("right", "wrong", "missed")
    )
    below = line("↓") + line("{}")
    for answer, is_forgiving, is_correct, html in (
        ("cat", False, True, line(right("cat") + " ✓")),
        (
            "<at",
            False,
            False,
            line(wrong("&lt;") + right("at") + " ✗") + below.format(missed("c") + right("at")),
        ),
        ("at", True, False, line(missed("-") + right("at") + " ✗") + below.format(missed("c") + right("at"))),
        ("Cat!", True, True, line(right("Cat!") + " ✓") + below.format(right("cat"))),
        (
            "Cat",
            False,
            False,
            line(wrong("C") + right("at") + " ✗") + below.format(missed("c") + right("at")),
        ),
    ):
        face = face_of(content, response=LearnerResponse(answer, is_forgiving=is_forgiving))
        plain = two_sides("q", "cat")
        revealed = plain.revealed.replace("<p>cat</p>\n", html, 1)
        assert face == replace(plain, revealed=revealed, is_response_correct=is_correct)


def test_answer_is_repeated_below_the_comparison_only_if_it_says_more() -> None:
    response = LearnerResponse("cat")
    assert (
        face_of(TypedAnswer(neutral("q"), neutral("**cat**")), response=response).revealed.count("cat") == 1
    )
    versions = LocalizedText((("en", "cat"), ("zh-Hant", "貓")))
    both = face_of(TypedAnswer(neutral("q"), versions), languages=BOTH, response=response)
    assert both.revealed.count("cat") == 2
    assert "貓" in both.revealed


def test_claim() -> None:
    question = '<div class="question"><p>It is so.</p>\n</div>'
    answer = f"<p><strong>Hypothesis</strong></p>{WHY_HTML}"
    assert face_of(Claim(neutral("It is so."))) == Face(
        question, answer, "", f'{question}<hr>{ANSWER_ANCHOR}<div class="answer">{answer}</div>'
    )
    note = Note("deck", "note", Claim(neutral("It is so.")), explanation=WHY)
    assert render_face(cards_of(note)[0], ENGLISH).answer == WHY_HTML
    chinese = render_face(card_of(Claim(neutral("It is so."))), TO_CHINESE)
    assert chinese.answer == f"<p><strong>假設</strong></p>{WHY_HTML}"


def test_cloze() -> None:
    face = face_of(Cloze(neutral("a {{c1::b}} {{c2::c::hint}}")), 2)
    assert face == Face(
        '<div class="passage"><p>a b <span class="blank">[hint]</span></p>\n</div>',
        '<p>a b <span class="filled">c</span></p>\n',
        WHY_HTML,
        f'<div class="passage"><p>a b <span class="filled">{ANSWER_ANCHOR}c</span></p>\n</div>'
        f'<div class="why">{WHY_HTML}</div>',
    )


def test_diagram() -> None:
    face = face_of(Diagram(TableDrawing(neutral("T"), (neutral("c"),), ((Cell(neutral("x"), 1),),))))
    drawing = (
        '<div class="drawing"><p><strong>T</strong></p><table class="grid">'
        '<tr><th>c</th></tr><tr><td class="gap">{}</td></tr></table></div>'
    ).format
    assert face == Face(
        drawing("[ ? ]"),
        "<p>x</p>",
        WHY_HTML,
        f'{drawing(ANSWER_ANCHOR + "x")}<div class="why">{WHY_HTML}</div>',
    )


def test_multiple_choice() -> None:
    options = (
        AnswerOption(neutral("one"), is_correct=True, explanation=neutral("so")),
        AnswerOption(neutral("two")),
        AnswerOption(neutral("three")),
        AnswerOption(neutral("four"), is_correct=True),
    )
    content = MultipleChoice(neutral("q"), options)
    face = face_of(content, response=LearnerResponse(picked_options=frozenset((1,))))
    order = shuffled_option_order(card_of(content), 0)
    assert sorted(order) == [0, 1, 2, 3]
    question = '<div class="question"><p>q</p>\n</div>'
    before, after = "", ""
    for letter, index in zip("ABCD", order, strict=True):
        words = ("one", "two", "three", "four")[index]
        link = "picked" if index == 1 else "option"
        before += f'<p align="left" class="{link}"><a class="{link}" href="option:{index}">{letter}&nbsp;&nbsp; {words}</a></p>'
        css_class, mark = (("right", "✓"), ("wrong", "✗"), ("option", "&nbsp;"), ("right", "✓"))[index]
        anchor = ANSWER_ANCHOR if index == next(one for one in order if one in (0, 3)) else ""
        yours = ' <span class="yours">(your answer)</span>' if index == 1 else ""
        after += f'<p align="left" class="{css_class}">{anchor}{letter}&nbsp;&nbsp; {words}&nbsp; {mark}{yours}</p>'
        after += '<div class="reason"><p align="left">so</p>\n</div>' if index == 0 else ""
    assert face == Face(
        question + before,
        "<p>one</p><p>four</p>",
        WHY_HTML,
        f'{question}{after}<div class="why">{WHY_HTML}</div>',
        is_response_correct=False,
    )


@pytest.mark.parametrize(
    ("picked", "is_correct", "explained"),
    [
        ((), None, {"why 0", "why 1", "why 2", "why 3"}),
        ((0, 3), True, {"why 0", "why 3"}),
        ((0,), False, {"why 0", "why 3"}),
        ((1,), False, {"why 0", "why 1", "why 3"}),
        ((0, 2, 3), False, {"why 0", "why 2", "why 3"}),
    ],
)
def test_picked_options_are_checked_and_explained(
    picked: tuple[int, ...], is_correct: bool | None, explained: set[str]
) -> None:
    options = tuple(
        AnswerOption(neutral(f"option {index}"), index in (0, 3), neutral(f"why {index}"))
        for index in range(4)
    )
    response = LearnerResponse(picked_options=frozenset(picked))
    face = face_of(MultipleChoice(neutral("q"), options), response=response)
    assert face.is_response_correct is is_correct
    assert {f"why {index}" for index in range(4) if f"why {index}" in face.revealed} == explained
    assert face.revealed.count("(your answer)") == len(picked)


def test_options_after_z_have_numbers() -> None:
    options = tuple(AnswerOption(neutral(f"option {number}"), number == 0) for number in range(28))
    question = face_of(MultipleChoice(neutral("q"), options)).question
    labels = [part.partition("&nbsp;")[0].rpartition(">")[2] for part in question.split('href="option:')[1:]]
    assert labels == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "27", "28"]


def test_options_in_two_languages() -> None:
    both = LocalizedText((("en", "word"), ("zh-Hant", "詞")))
    content = MultipleChoice(both, (AnswerOption(both, is_correct=True), AnswerOption(neutral("x"))))
    assert face_of(content, languages=BOTH).answer == (
        '<p><span class="lang-en">word</span> · <span class="lang-zh-Hant">詞</span></p>'
    )


def test_versions_are_tagged_with_their_language() -> None:
    both = LocalizedText((("en", "word"), ("zh-Hant", "詞")))
    assert face_of(Basic(both, neutral("a")), languages=BOTH).question == (
        '<div class="question"><div class="lang-en" lang="en"><p>word</p>\n</div>'
        '<div class="lang-zh-Hant" lang="zh-Hant"><p>詞</p>\n</div></div>'
    )


def test_custom_card() -> None:
    templates = (CardTemplate("c", "{{One}}{{type:Two}}", "{{FrontSide}}<hr>{{type:Two}}"),)
    note_type = CustomNoteType(0, "t", ("One", "Two"), templates, is_cloze=False)
    content = CustomContent(note_type, ("<b>q</b>", "a &amp; b"))
    assert face_of(content) == Face(
        '<div class="passage"><b>q</b></div>', "<hr><p>a &amp; b</p>", WHY_HTML,
        f'<div class="passage"><b>q</b>{ANSWER_ANCHOR}<hr><p>a &amp; b</p></div><div class="why">{WHY_HTML}</div>',
    )  # fmt: skip
    typed = face_of(content, response=LearnerResponse("a & b"))
    assert '<hr><p class="typed"><span class="right">a &amp; b</span> ✓</p></div>' in typed.revealed
    wrong = face_of(content, response=LearnerResponse("a b c"))
    assert '<span class="wrong">c</span> ✗</p><p class="typed">↓</p>' in wrong.revealed
    assert (typed.is_response_correct, wrong.is_response_correct) == (True, False)


@pytest.mark.parametrize(("length", "css_class"), [(186, "question"), (187, "passage")])
def test_long_question_has_another_class(length: int, css_class: str) -> None:
    question = ("word " * 40)[: length - 1] + "x"
    face = face_of(Basic(neutral(question), neutral("long " * 40)))
    assert face.question.startswith(f'<div class="{css_class}">')
    assert '<div class="answer">' in face.revealed


def test_title_is_the_first_line_of_the_question() -> None:
    assert card_title(card_of(Basic(neutral("**first**\n\nsecond"), neutral("a"))), ENGLISH) == "first"
    assert card_title(card_of(Basic(LocalizedText((("en", "a"), ("zh-Hant", "甲"))), WHY)), TO_CHINESE) == "a"
