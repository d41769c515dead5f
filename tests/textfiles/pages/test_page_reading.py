"""Which parts of a Markdown page are questions and answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.transfer.import_losses import LossKind
from studyapp.textfiles.pages.page_reading import Page, read_page

NO_ANSWER, OUTSIDE = LossKind.QUESTION_WITHOUT_ANSWER, LossKind.TEXT_OUTSIDE_NOTES


def read(text: str) -> Page:
    return read_page(text, "page")


def pairs(text: str) -> list[tuple[str, str]]:
    return [(placed.note.question, placed.note.answer) for placed in read(text).notes]


def skipped(text: str) -> list[tuple[int, str, LossKind]]:
    return [(part.line, part.text, part.kind) for part in read(text).skipped]


@pytest.mark.parametrize(
    "body",
    [
        "``` ls -l ```",
        "```ls```",
        "~~~\n# not a heading\n\n**nor this**\n~~~",
        "````\n```\n# inside\n```\n````",
        "~~~~ text\n~~~\n# inside\n~~~~",
        "> # quoted\n>\n> **bold**",
        "- item\n\n  # in the item\n\n  **bold**\n- two",
        "1. # one",
        "    # indented code\n\ntext",
        "<div>\n# in HTML\n</div>",
        "| # | b |\n|---|---|\n| **c** | d |",
        "#hashtag and #!shebang",
        "####### seven",
        "\\# escaped",
        "text\n    # continues",
    ],
)  # fmt: skip
def test_what_looks_like_a_question_inside_an_answer_belongs_to_it(body: str) -> None:
    text = f"# Deck\n\n## One\n\n{body}\n\n## Two\n\nlast\n"
    assert [(placed.note.question, placed.deck) for placed in read(text).notes] == [
        ("One", "Deck"),
        ("Two", "Deck"),
    ]
    assert pairs(text)[0][1].strip() == body.strip()
    assert skipped(text) == []


@pytest.mark.parametrize(
    "heading",
    [
        "## Q",
        " ## Q",
        "   ## Q ##",
        "##\tQ",
        "Q\n---",
        "  Q\n  -----",
        "###### Q",
        "**Q**",
        "__Q__ ",
        "  **Q**",
    ],
)
def test_every_form_of_a_heading_is_a_question(heading: str) -> None:
    text = f"Title\n=====\n\n{heading}\nanswer\n\n## R\n\nmore"
    assert pairs(text) == [("Q", "answer"), ("R", "more")]
    assert {placed.deck for placed in read(text).notes} == {"Title"}


def test_headings_keep_their_number_signs() -> None:
    assert pairs("## C#\na\n\n## F# ##\nb") == [("C#", "a"), ("F#", "b")]


def test_headings_without_an_answer_are_tags_of_the_questions_below() -> None:
    page = read("# D\n## Big part\n### Small\n#### Q\na\n## Other\n### R\nb\n")
    assert [placed.note.tags for placed in page.notes] == [("Big-part", "Small"), ("Other",)]
    assert page.skipped == ()


def test_everything_that_becomes_no_note_is_reported_with_its_line() -> None:
    text = "intro\n\n# D\n\nabout the deck\n\nand more\n\n## Q\na\n\n## Empty?\n\n## R\nb\n\n### Also empty\n"
    assert skipped(text) == [
        (1, "intro", OUTSIDE),
        (5, "about the deck\n\nand more", OUTSIDE),
        (12, "Empty?", NO_ANSWER),
        (17, "Also empty", NO_ANSWER),
    ]


def test_headings_of_level_one_without_questions_below_are_questions() -> None:
    page = read("# What?\n\nthis\n\n# And?\n\nthat\n")
    assert [(one.note.question, one.deck, one.released_key) for one in page.notes] == [
        ("What?", "page", ("What?", "What?")),
        ("And?", "page", ("And?", "And?")),
    ]


def test_front_matter_names_the_deck_and_the_tags() -> None:
    yaml = "---\ntitle: 'My deck'\ntags: [a/b, '#c']\naliases:\n  - x\n---\n"
    toml = '+++\nname = "My deck"\ntags = ["a/b", "c"]\n+++\n'
    listed = "---\ndeck: My deck\ntags:\n  - a/b\n  - c\n...\n"
    for front_matter in (yaml, toml, listed):
        (placed,) = read(f"{front_matter}\n## Q\na").notes
        assert (placed.deck, placed.note.tags, placed.note.line) == (
            "My deck",
            ("a::b", "c"),
            front_matter.count("\n") + 2,
        )
    assert pairs("---\n\n## Q\na\n\n---\n\n## R\nb") == [("Q", "a"), ("R", "b")]


def test_rules_and_comments_between_questions_belong_to_no_answer() -> None:
    text = "<!-- hidden -->\n## Q\na\n\n---\n\n## R\n\nb\n\n* * *\n<!-- c\nd -->\n"
    assert pairs(text) == [("Q", "a"), ("R", "b")]
    assert skipped(text) == []


def test_link_definitions_are_no_text() -> None:
    assert pairs("## Q\na\n\n[x]: y.png\n") == [("Q", "a")]
    assert skipped("[x]: y.png\n\n## Q\na") == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems(line_end: str) -> None:
    assert pairs("# D\n\n## Q\n\na\nb\n".replace("\n", line_end)) == [("Q", "a\nb")]


LINES = (
    "# h", "## q", " ### r", "", "text", "**bold**", "===", "---", "```", "~~~~", "> quote", "- item", "    code", "Q: q", "A: a", "C: a [b]",
    "a::b", "c:::d", "?", "??", "x ==y== z", "#tag", "<!-- c -->", "<div>", "| a |", "|---|", "[1]: x", "1. one",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_every_line_is_in_a_note_or_reported(lines: list[str]) -> None:
    page = read("\n".join(lines))
    found = "\n".join(
        [
            f"{one.deck}\n{one.note.question}\n{one.note.answer}\n{' '.join(one.note.tags)}"
            for one in page.notes
        ]
        + [part.text for part in page.skipped]
    )
    for word in ("text", "bold", "quote", "item", "code", "one"):
        assert sum(word in line for line in lines) <= found.count(word)
