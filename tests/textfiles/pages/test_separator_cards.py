"""Cards of Obsidian's spaced repetition plugin."""

import pytest

from studyapp.core.notes.note_type import NoteType
from studyapp.core.transfer.import_losses import LossKind
from tests.textfiles.pages.test_page_reading import pairs, read, skipped

BASIC, REVERSED, CLOZE = NoteType.BASIC, NoteType.REVERSED, NoteType.CLOZE


@pytest.mark.parametrize(
    ("text", "question", "answer", "note_type"),
    [
        ("Capital of Peru::Lima", "Capital of Peru", "Lima", BASIC),
        ("house ::: casa", "house", "casa", REVERSED),
        ("- in a list::yes", "in a list", "yes", BASIC),
        ("`a::b` is::a path", "`a::b` is", "a path", BASIC),
        ("two\nlines\n?\nof\nanswer", "two\nlines", "of\nanswer", BASIC),
        ("a\nb\n??\nc", "a\nb", "c", REVERSED),
        ("a list\n?\n- x\n- y", "a list", "- x\n- y", BASIC),
        ("code\n?\n```\na\n\n?\n```", "code", "```\na\n\n?\n```", BASIC),
        ("==Oslo== is in ==Norway==", "{{c1::Oslo}} is in {{c2::Norway}}", "", CLOZE),
        ("It cost ==40==^[dollars] in {{1991}}", "It cost {{c1::40::dollars}} in {{c2::1991}}", "", CLOZE),
        ("==a==[^1], ==b==[^2], ==c==[^1]", "{{c1::a}}, {{c2::b}}, {{c1::c}}", "", CLOZE),
        ("`x == y` but ==z==", "`x == y` but {{c1::z}}", "", CLOZE),
        ("already {{c2::Anki::hint}}", "already {{c2::Anki::hint}}", "", CLOZE),
        ("{{c1::a::b}} and c", "{{c1::a::b}} and c", "", CLOZE),
    ],
)
def test_forms(text: str, question: str, answer: str, note_type: NoteType) -> None:
    (placed,) = read(f"#flashcards\n\n{text}\n").notes
    assert placed.note == (3, question, answer, note_type, ("flashcards",))


def test_tags_hold_for_the_cards_below_or_for_one_card() -> None:
    text = "#flashcards/de\na::b\n\n#flashcards/fr c::d\n\ne::f\n"
    assert [one.note.tags for one in read(text).notes] == [
        ("flashcards::de",), ("flashcards::fr",), ("flashcards::de",),
    ]  # fmt: skip


def test_schedules_in_comments_are_no_text() -> None:
    assert pairs("a::b\n<!--SR:!2024-01-01,4,270-->\n\nc\n?\nd\n<!--SR:!2024-01-02,1,230-->\n") == [
        ("a", "b"),
        ("c", "d"),
    ]


def test_headings_of_such_a_page_are_tags_and_other_text_is_reported() -> None:
    text = "# Deck\n\n## Words\n\nSome words:\n\na\n?\nb\n\n## Notes\n\nmore\n"
    (placed,) = read(text).notes
    assert (placed.note.question, placed.note.tags, placed.deck) == ("a", ("Words",), "Deck")
    assert skipped(text) == [
        (5, "Some words:", LossKind.TEXT_OUTSIDE_NOTES),
        (11, "Notes", LossKind.QUESTION_WITHOUT_ANSWER),
        (13, "more", LossKind.TEXT_OUTSIDE_NOTES),
    ]


def test_lines_of_cards_below_a_heading_are_cards_on_any_page() -> None:
    assert pairs("# D\n\n## What?\n\nthis\n\n## Words\n\na dog::ein Hund\na cat::eine Katze\n") == [
        ("What?", "this"), ("a dog", "ein Hund"), ("a cat", "eine Katze"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "std::vector",
        "Use std::vector for it.\n\nOr a list.",
        "`a::b`",
        "f :: Int\n\nis its type",
        "==marked== text",
        "a\n\n?\n\nb",
    ],
)
def test_colons_and_marks_in_answers_are_text(body: str) -> None:
    assert pairs(f"## Which type?\n\n{body}\n\n## Second\n\n{body}\n") == [
        ("Which type?", body),
        ("Second", body),
    ]
