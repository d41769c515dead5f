"""Cards with `Q:`, `A:` and `C:`."""

import pytest

from studyapp.core.notes.note_type import NoteType
from studyapp.core.transfer.import_losses import LossKind
from tests.textfiles.pages.test_page_reading import pairs, read, skipped


def test_questions_and_answers_may_have_several_lines() -> None:
    text = "Q: Name two\nmetals.\n\nA:\n\n- iron\n- tin\n\nQ: 1?\nA: one\nC: [Oslo] is in [Norway].\n"
    page = read(text)
    assert [one.note[:4] for one in page.notes] == [
        (1, "Name two\nmetals.", "- iron\n- tin", NoteType.BASIC),
        (9, "1?", "one", NoteType.BASIC),
        (11, "{{c1::Oslo}} is in {{c2::Norway}}.", "", NoteType.CLOZE),
    ]
    assert page.skipped == ()


@pytest.mark.parametrize(
    ("text", "cloze"),
    [
        ("a [b] c", "a {{c1::b}} c"),
        ("[a] ![alt](x.png) [b]", "{{c1::a}} ![alt](x.png) {{c2::b}}"),
        ("`x[0]` is $[a, b]$ or [c]", "`x[0]` is $[a, b]$ or {{c1::c}}"),
        ("\\[not\\] [yes]", "\\[not\\] {{c1::yes}}"),
        ("[std::map]", "{{c1::std&#58;:map}}"),
        ("\nverse\n\n— [book] [6]:[9]", "verse\n\n— {{c1::book}} {{c2::6}}:{{c3::9}}"),
    ],
)
def test_brackets_are_blanks(text: str, cloze: str) -> None:
    (placed,) = read(f"C: {text}\n").notes
    assert placed.note.question == cloze


def test_headings_and_rules_end_a_card_and_headings_become_tags() -> None:
    text = "# Deck\n\n## Part\n\nQ: a\nA: b\n---\nQ: c\nA: d\n\n## Next part\n\nQ: e\nA: f\n"
    assert pairs(text) == [("a", "b"), ("c", "d"), ("e", "f")]
    assert [(one.deck, one.note.tags) for one in read(text).notes] == [
        ("Deck", ("Part",)), ("Deck", ("Part",)), ("Deck", ("Next-part",)),
    ]  # fmt: skip
    assert skipped(text) == []


def test_marks_in_code_are_text() -> None:
    assert pairs("Q: a\nA: b\n\n```\nQ: c\nA: d\n```\n") == [("a", "b\n\n```\nQ: c\nA: d\n```")]


def test_incomplete_cards_are_reported() -> None:
    text = "some text\n\nQ: no answer\n\nQ: a\nA: b\n\nQ:\nA: no question\n"
    assert pairs(text) == [("a", "b")]
    assert skipped(text) == [
        (1, "some text", LossKind.TEXT_OUTSIDE_NOTES),
        (3, "no answer", LossKind.QUESTION_WITHOUT_ANSWER),
        (8, "no question", LossKind.TEXT_OUTSIDE_NOTES),
    ]
