"""What the findings say, and the limits of the rules."""

from collections.abc import Callable

import pytest

from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.style.single_note_rules import check_note
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.text.localized_text import LocalizedText


def english(text: str) -> LocalizedText:
    return LocalizedText((("en", text),))


def both(text: str, chinese: str) -> LocalizedText:
    return LocalizedText((("en", text), ("zh-Hant", chinese)))


QUESTION = both("What is stored?", "存了什麼？")
ANSWER = both("a", "甲")


def findings(
    content: NoteContent, *languages: str, explanation: LocalizedText | None = None
) -> list[StyleFinding]:
    note = Note("deck", "note", content, section="1", evidence=Evidence.OBSERVATION, explanation=explanation)
    return list(check_note(note, languages or ("en",)))


def finding(rule: StyleRule, **values: object) -> StyleFinding:
    return make_finding("deck/note", rule, **values)


def test_finding_names_its_note_and_values() -> None:
    assert finding(StyleRule.LONG_ANSWER, length=101, limit=100) == StyleFinding(
        "deck/note", StyleRule.LONG_ANSWER, (("length", "101"), ("limit", "100"))
    )


def test_missing_parts_are_reported() -> None:
    note = Note("deck", "note", Basic(QUESTION, english("a")))
    assert list(check_note(note, ("en",))) == [
        finding(StyleRule.SECTION_MISSING),
        finding(StyleRule.EVIDENCE_MISSING),
    ]


def test_missing_languages_are_named_for_each_field() -> None:
    options = (
        AnswerOption(both("a", "甲"), True, english("so")),
        AnswerOption(LocalizedText((("zh-Hant", "乙"),)), False),
    )
    content = MultipleChoice(english("Which?"), options)
    assert findings(content, "en", "zh-Hant", explanation=english("e"))[:4] == [
        finding(StyleRule.LANGUAGE_MISSING, field="front", language="zh-Hant"),
        finding(StyleRule.LANGUAGE_MISSING, field="options", language="en"),
        finding(StyleRule.LANGUAGE_MISSING, field="why", language="zh-Hant"),
        finding(StyleRule.LANGUAGE_MISSING, field="why", language="zh-Hant"),
    ]
    basic = Basic(LocalizedText((("fr", "q"),)), LocalizedText.language_neutral("C4"))
    assert findings(basic, "en", "zh-Hant") == [
        finding(StyleRule.LANGUAGE_MISSING, field="front", language="en, zh-Hant")
    ]
    assert findings(basic, "fr") == []


def test_translation_of_a_term_needs_no_other_language() -> None:
    term = Term(both("word", "詞"), both("its meaning", "意思"), LocalizedText((("zh-Hant", "詞"),)))
    assert findings(term, "en", "zh-Hant") == []


def test_neutral_prose_needs_a_translation_in_a_deck_of_several_languages() -> None:
    def basic(back: str) -> Basic:
        return Basic(both("What is it?", "哪一個？"), LocalizedText.language_neutral(back))

    missing = finding(StyleRule.LANGUAGE_MISSING, field="back", language="en, zh-Hant")
    assert findings(basic("one two three four"), "en", "zh-Hant") == []
    assert findings(basic("one two three four five"), "en", "zh-Hant") == [missing]
    assert findings(basic("字"), "en", "zh-Hant") == [missing]
    assert findings(basic("one two three four five"), "en") == []


@pytest.mark.parametrize(
    ("limit", "make_content"),
    [
        (100, lambda back: Basic(QUESTION, back)),
        (100, lambda back: Reversed(back, ANSWER)),
        (100, lambda back: Reversed(ANSWER, back)),
        (100, lambda back: TypedAnswer(QUESTION, back)),
        (150, lambda back: Term(ANSWER, back)),
    ],
    ids=["basic", "front", "back", "typed", "term"],
)
def test_answers_have_a_limit(limit: int, make_content: Callable[[LocalizedText], NoteContent]) -> None:
    content = make_content(both("x" * limit, "字" * (limit // 2)))
    assert findings(content) == findings(content, "zh-Hant") == []
    content = make_content(both("x" * (limit + 1), "字" * (limit // 2 + 1)))
    assert findings(content) == [finding(StyleRule.LONG_ANSWER, language="en", length=limit + 1, limit=limit)]
    assert findings(content, "zh-Hant") == [
        finding(StyleRule.LONG_ANSWER, language="zh-Hant", length=limit // 2 + 1, limit=limit // 2)
    ]


def test_explanations_have_a_limit() -> None:
    content = Basic(both("What is it?", "哪一個？"), both("a", "甲"))
    limit = both("x" * 200, "字" * 100)
    assert findings(content, "en", "zh-Hant", explanation=limit) == []
    assert findings(content, "en", "zh-Hant", explanation=both("x" * 201, "字" * 101)) == [
        finding(StyleRule.LONG_EXPLANATION, language="en", length=201, limit=200),
        finding(StyleRule.LONG_EXPLANATION, language="zh-Hant", length=101, limit=100),
    ]


def test_overlong_text_is_only_reported() -> None:
    longest = findings(Cloze(english("Is {{c1::5}}, " + "x" * 3_986)))
    assert [each.rule for each in longest] == [StyleRule.NUMBER_WITHOUT_UNIT]
    assert findings(Cloze(english("Is {{c1::5}}, " + "x" * 3_987))) == [
        finding(StyleRule.LONG_ANSWER, language="*", length="over 4000", limit=150)
    ]


def test_deck_without_languages_is_checked_as_english() -> None:
    assert findings(Basic(LocalizedText.language_neutral("Is it so?"), english("Yes")), "") == [
        finding(StyleRule.LANGUAGE_MISSING, field="back", language=""),
        finding(StyleRule.YES_OR_NO, language="", words="Is it so?"),
    ]
    note = Note("deck", "note", Basic(QUESTION, english("Yes")), section="1", evidence=Evidence.OBSERVATION)
    assert list(check_note(note, ())) == [finding(StyleRule.YES_OR_NO, language="", words="What is stored?")]


def test_yes_or_no_names_the_question() -> None:
    assert findings(Basic(english("Is it stored?"), english("It is."))) == [
        finding(StyleRule.YES_OR_NO, language="en", words="Is it stored?")
    ]
    assert findings(Claim(english("Is what it is."))) == []
    assert findings(Basic(english("What is it?"), english("No, it isn't"))) == []


def test_dangling_word_is_named() -> None:
    assert findings(Basic(english("What does These do?"), english("a"))) == [
        finding(StyleRule.DANGLING_WORD, language="en", word="These")
    ]
    assert findings(Reversed(english("this"), english("that"))) == []


def test_number_without_unit_is_named() -> None:
    bare = [finding(StyleRule.NUMBER_WITHOUT_UNIT, language="en", figure="1,000")]
    assert findings(Basic(QUESTION, english("1,000"))) == bare
    assert findings(TypedAnswer(QUESTION, english("1,000"))) == bare
    assert findings(Basic(QUESTION, english("1,000 words"))) == []
    assert findings(Basic(QUESTION, english("1998"))) == []
    assert findings(Basic(english("Which number is it?"), english("1,000"))) == []
    assert findings(Reversed(english("1,000"), english("2,000"))) == []


@pytest.mark.parametrize(
    ("cloze", "is_bare"),
    [
        ("It has {{c1::175}}.", True),
        ("It has {{c1::175}}", True),
        ("It has {{c1::175}} billion.", False),
        ("It has {{c1::175}}%.", False),
        ("It has {{c1::175}} °C.", False),
        ("It has {{c1::175 billion}}.", False),
        ("It is from {{c1::2022}}.", False),
    ],
)
def test_unit_of_a_cloze_may_follow(cloze: str, is_bare: bool) -> None:
    expected = [finding(StyleRule.NUMBER_WITHOUT_UNIT, language="en", figure="175")] if is_bare else []
    found = findings(Cloze(english(cloze)))
    assert found == expected


@pytest.mark.parametrize(
    ("answer", "has_several"),
    [
        ("One. Two", True),
        ("One! Two", True),
        ("One. two", False),
        ("v1.2", False),
        ("甲。乙", True),
        ("甲。", False),
        ("one\ntwo", True),
        ("one\n\n", False),
        ("a; b; c", False),
        ("a; b; c; d", True),
        ("a、b、c", False),
        ("a、b、c、d", True),
    ],
)
def test_several_facts(answer: str, has_several: bool) -> None:
    expected = [finding(StyleRule.SEVERAL_FACTS, language="en")] if has_several else []
    assert findings(Basic(QUESTION, english(answer))) == expected


@pytest.mark.parametrize(
    ("correct", "wrong", "stands_out"),
    [
        ((30,), (10, 12), True),
        ((10,), (30, 28), True),
        ((30,), (10, 20), False),
        ((10,), (30, 12), False),
        ((18,), (10,), False),
        ((19,), (10,), True),
        ((17,), (10,), False),
        ((14,), (6,), False),
        ((15,), (7,), True),
        ((15,), (8,), False),
        ((10,), (18,), False),
        ((10,), (19,), True),
        ((7,), (15,), True),
        ((6, 30), (10,), True),
        ((), (10, 30), False),
        ((10, 30), (), False),
    ],
)
def test_option_that_stands_out_by_its_length(
    correct: tuple[int, ...], wrong: tuple[int, ...], stands_out: bool
) -> None:
    options = [AnswerOption(both("x" * length, "字"), True) for length in correct]
    options += [AnswerOption(both("x" * length, "字"), False) for length in wrong]
    content = MultipleChoice(both("Which?", "哪個？"), tuple(options))
    expected = [finding(StyleRule.UNEQUAL_OPTIONS, language="en")] if stands_out else []
    assert findings(content, "en", "zh-Hant") == expected


def test_chinese_options_are_shorter() -> None:
    def options(correct: int, wrong: int) -> MultipleChoice:
        return MultipleChoice(
            both("Which?", "哪個？"),
            (AnswerOption(both("x", "字" * correct), True), AnswerOption(both("x", "字" * wrong), False)),
        )

    assert findings(options(8, 4), "en", "zh-Hant") == [
        finding(StyleRule.UNEQUAL_OPTIONS, language="zh-Hant")
    ]
    assert findings(options(7, 3), "en", "zh-Hant") == []
