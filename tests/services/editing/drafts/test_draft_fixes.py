"""A fix removes its problem and changes nothing else."""

from pathlib import Path

import pytest

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase
from studyapp.deckfiles.problems.style_problem_kinds import StyleProblemKind
from studyapp.services.editing.drafts.draft_checking import DraftDeck, FieldProblem, check_draft
from studyapp.services.editing.drafts.draft_fixes import fix_draft
from studyapp.services.editing.drafts.note_draft import DraftText, NoteDraft, OptionDraft

DECK = DraftDeck(Path("d.yaml"), ("en", "zh-Hant"))


def neutral(words: str) -> DraftText:
    return (("", words),)


def find(draft: NoteDraft, kind: ProblemKindBase) -> FieldProblem:
    return next(problem for problem in check_draft(draft, DECK).problems if problem.kind is kind)


def fixed(draft: NoteDraft, kind: ProblemKindBase) -> NoteDraft:
    result = fix_draft(draft, find(draft, kind))
    assert result is not None
    assert kind not in {problem.kind for problem in check_draft(result, DECK).problems}
    return result


@pytest.mark.parametrize(
    ("text", "kind", "after"),
    [
        (" GPT ", ProblemKind.CLOZE_WITHOUT_BLANK, " {{c1::GPT}} "),
        (
            "{{c0::a}} {{c5::b}} {{c0::c}}",
            ProblemKind.CLOZE_NUMBER_OUT_OF_RANGE,
            "{{c1::a}} {{c2::b}} {{c1::c}}",
        ),
        ("{{c1::a}} {{c2:: }}", ProblemKind.CLOZE_EMPTY_BLANK, "{{c1::a}} "),
        ("{{c1::a\x07}}", ProblemKind.CONTROL_CHARACTER, "{{c1::a}}"),
    ],
)
def test_texts(text: str, kind: ProblemKindBase, after: str) -> None:
    draft = NoteDraft("d", "cloze", {"text": (("en", text), ("zh-Hant", "{{c1::x}}"))})
    assert fixed(draft, kind).texts["text"] == (("en", after), ("zh-Hant", "{{c1::x}}"))


def test_a_control_character_in_an_option() -> None:
    options = (OptionDraft(neutral("a\x07"), True), OptionDraft(neutral("b")))
    draft = NoteDraft("d", "choice", {"front": neutral("Which?")}, options=options)
    assert fixed(draft, ProblemKind.CONTROL_CHARACTER).options[0].text == neutral("a")


def test_prerequisites_that_are_not_there_are_removed() -> None:
    draft = NoteDraft(
        "d", "basic", {"front": neutral("Q"), "back": neutral("A")}, prerequisites=("gone", "e/other")
    )
    assert fixed(draft, ProblemKind.MISSING_PREREQUISITE).prerequisites == ("e/other",)


def test_one_version_can_serve_all_languages() -> None:
    draft = NoteDraft(
        "d", "basic", {"front": (("en", "Which?"), ("zh-Hant", "哪個？")), "back": (("en", "GPT"),)}
    )
    assert fixed(draft, StyleProblemKind.LANGUAGE_MISSING).texts["back"] == neutral("GPT")


def test_other_problems_have_no_fix() -> None:
    draft = NoteDraft("d", "basic", {"front": neutral("Is it?")})
    assert fix_draft(draft, find(draft, ProblemKind.FIELD_MISSING)) is None
