"""Each style rule reports its violation and accepts good cards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.deck import Deck, DeckMetadata
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
from studyapp.core.style.note_similarity import SIMILARITY_THRESHOLD, STATEMENT_THRESHOLD, _candidate_pairs
from studyapp.core.style.style_check import check_style
from studyapp.core.style.style_finding import StyleRule
from studyapp.core.text.localized_text import LocalizedText

FRONT = "What did the first GPT-3 of 2020 store in its parameters?"


def text(words: str, chinese: str | None = None) -> LocalizedText:
    return (
        LocalizedText((("en", words), ("zh-Hant", chinese))) if chinese else LocalizedText((("en", words),))
    )


def note(content: NoteContent, name: str = "note", **fields: object) -> Note:
    given_fields: dict[str, object] = {"section": "1", "evidence": Evidence.OBSERVATION} | fields
    return Note("deck", name, content, **given_fields)  # type: ignore[arg-type]


def rules(*notes: Note, languages: tuple[str, ...] = ("en",)) -> list[StyleRule]:
    deck = Deck(DeckMetadata("deck", LocalizedText.language_neutral("Deck"), languages=languages), notes)
    return [found.rule for found in check_style([deck])]


def basic(front: str = FRONT, back: str = "Knowledge") -> Basic:
    return Basic(text(front), text(back))


def options(*words: str) -> MultipleChoice:
    return MultipleChoice(
        text("Which one of the models of 2022?"),
        tuple(AnswerOption(text(each), is_correct=place == 0) for place, each in enumerate(words)),
    )


VIOLATIONS = [
    (basic(back="It stores knowledge. It also stores style."), StyleRule.SEVERAL_FACTS),
    (basic(back="- one\n- two\n- three\n- four"), StyleRule.SEVERAL_FACTS),
    (basic(back="one; two; three; four"), StyleRule.SEVERAL_FACTS),
    (basic(back="x" * 101), StyleRule.LONG_ANSWER),
    (Term(text("Prompt"), text("x" * 151)), StyleRule.LONG_ANSWER),
    (basic("Did the first GPT-3 store anything?"), StyleRule.YES_OR_NO),
    (basic(back="Yes."), StyleRule.YES_OR_NO),
    (basic("What does this model do?"), StyleRule.DANGLING_WORD),
    (basic("What does the author call the path of models?"), StyleRule.DANGLING_WORD),
    (Cloze(text("The model {{c1::davinci}} is the one described above.")), StyleRule.DANGLING_WORD),
    (Claim(text("All of these abilities come from code.")), StyleRule.DANGLING_WORD),
    (options("a very long option that stands out at once", "short one", "a short one"), StyleRule.UNEQUAL_OPTIONS),
    (options("short one", "a very long option, much longer", "a very long option, also longer"), StyleRule.UNEQUAL_OPTIONS),
    (basic("How many parameters did it have?", "175"), StyleRule.NUMBER_WITHOUT_UNIT),
    (TypedAnswer(text("How large was Codex?"), text("12")), StyleRule.NUMBER_WITHOUT_UNIT),
    (Cloze(text("GPT-3 was trained on {{c1::300}}.")), StyleRule.NUMBER_WITHOUT_UNIT),
]  # fmt: skip


@pytest.mark.parametrize(("content", "rule"), VIOLATIONS)
def test_rule_reports_its_violation(content: NoteContent, rule: StyleRule) -> None:
    assert set(rules(note(content))) == {rule}


@pytest.mark.parametrize("content", [
    basic(), Reversed(text("The first GPT-3"), text("The model davinci")), Term(text("Prompt"), text("What a model is given.")),
    Term(text("Here document"), text("Text given in place.")), options("a longer option", "short one", "an option"),
    options("C4", "WebText2", "Wikipedia"), TypedAnswer(text("Which number is 59 × 61?"), text("3599")),
    Cloze(text("GPT-3 of {{c1::2020}} has {{c2::175}} billion parameters, {{c3::60 %}} of C4.")),
    basic(back="Liang et al. (2022), the HELM paper"), basic("Which of those who read it agreed?"),
    basic("On what did the authors of the paper spend their effort?"), Claim(text("Reasoning came from code.")),
])  # fmt: skip
def test_good_cards_have_no_findings(content: NoteContent) -> None:
    assert rules(note(content)) == []


CHINESE_VIOLATIONS = [
    (Basic(text("q?", "初代 GPT-3 是否儲存知識？"), text("a", "存於參數")), StyleRule.YES_OR_NO),
    (Basic(text("q?", "它儲存知識嗎？"), text("a", "存於參數")), StyleRule.YES_OR_NO),
    (Basic(text("q?", "本文如何看待 GPT-3 的演化路徑？"), text("a", "很難斷定")), StyleRule.DANGLING_WORD),
    (Basic(text("q?", "哪一個？"), text("a", "字" * 51)), StyleRule.LONG_ANSWER),
    (Basic(text("q?", "哪幾個？"), text("a", "甲、乙、丙、丁")), StyleRule.SEVERAL_FACTS),
    (Basic(text("q?"), text("a", "答案")), StyleRule.LANGUAGE_MISSING),
    (Basic(text("q?", "哪一個？"), LocalizedText.language_neutral("答案")), StyleRule.LANGUAGE_MISSING),
    (
        Basic(LocalizedText.language_neutral("what is it that they all say"), text("a", "答案")),
        StyleRule.LANGUAGE_MISSING,
    ),
]


@pytest.mark.parametrize(("content", "rule"), CHINESE_VIOLATIONS)
def test_rules_apply_to_chinese(content: NoteContent, rule: StyleRule) -> None:
    assert set(rules(note(content), languages=("en", "zh-Hant"))) == {rule}


def test_names_and_figures_need_no_translation() -> None:
    content = Basic(text("Which model?", "哪個模型？"), LocalizedText.language_neutral("text-davinci-002"))
    assert rules(note(content), languages=("en", "zh-Hant")) == []


def test_missing_section_and_evidence_are_reported() -> None:
    assert rules(note(basic(), section="")) == [StyleRule.SECTION_MISSING]
    assert rules(note(basic(), evidence=None)) == [StyleRule.EVIDENCE_MISSING]
    assert rules(note(Term(text("Prompt"), text("What a model is given.")), evidence=None)) == []
    assert rules(note(basic(), explanation=text("x" * 201))) == [StyleRule.LONG_EXPLANATION]


def test_similar_questions_are_reported() -> None:
    second = "What did the first GPT-3 of 2020 store in all its parameters?"
    assert rules(note(basic()), note(basic(second), "other")) == [StyleRule.SAME_QUESTION]
    assert rules(note(basic()), note(basic(second, "Style"), "other")) == [StyleRule.CONFLICTING_ANSWERS]
    assert rules(note(basic()), note(basic("Which data set was its largest?", "C4"), "other")) == []


def test_different_names_distinguish_questions() -> None:
    questions = [
        f"Which company of the United States made the famous model {name}?" for name in ("GPT-3", "GPT-4")
    ]
    assert rules(note(basic(questions[0])), note(basic(questions[1], "Nobody"), "other")) == []


def test_cross_deck_prerequisites_are_checked() -> None:
    one = Deck(
        DeckMetadata("one", LocalizedText.language_neutral("One"), languages=("en",)),
        (Note("one", "a", basic(), (), "1", Evidence.OBSERVATION, ("two/b", "two/c", "three/d")),),
    )
    two = Deck(
        DeckMetadata("two", LocalizedText.language_neutral("Two"), languages=("en",)),
        (
            Note(
                "two",
                "b",
                basic("Which ring of decks is closed by it?", "One"),
                (),
                "1",
                Evidence.OBSERVATION,
                ("one/a",),
            ),
        ),
    )
    found = [(each.note_key, each.rule) for each in check_style([one, two])]
    assert (
        "one/a",
        StyleRule.CROSS_DECK_PREREQUISITE_MISSING,
    ) in found  # only two/c: deck three isn't part of the check
    assert [note for note, rule in found if rule is StyleRule.CROSS_DECK_CYCLE] == ["one/a", "two/b"]
    assert len(found) == 3


@given(
    st.lists(st.frozensets(st.sampled_from("abcdefghijkl"), min_size=1), max_size=12),
    st.sampled_from((SIMILARITY_THRESHOLD, STATEMENT_THRESHOLD)),
)
def test_candidate_pairs_include_all_similar_texts(questions: list[frozenset[str]], threshold: float) -> None:
    found = set(_candidate_pairs(questions, threshold))
    for second, others in enumerate(questions):
        for first, words in enumerate(questions[:second]):
            if len(words & others) >= threshold * len(words | others):
                assert (first, second) in found


def test_pathological_texts_are_checked_quickly() -> None:
    assert rules(note(basic(back="a" + "\n" * 3_000 + "b"))) == [
        StyleRule.LONG_ANSWER,
        StyleRule.SEVERAL_FACTS,
    ]
    assert rules(note(Cloze(text("{{c1::x}} " * 100_000)))) == [StyleRule.LONG_ANSWER]


def test_findings_for_many_similar_notes_are_limited() -> None:
    notes = [note(basic(), f"n{number}") for number in range(400)]
    assert len(rules(*notes)) < 3 * len(notes)
