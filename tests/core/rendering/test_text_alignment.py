"""Whether a card is centered or left-aligned."""

import pytest

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import AnswerOption, Basic, MultipleChoice, Note, NoteContent
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.face_html import Face
from studyapp.core.rendering.text_alignment import is_left_aligned
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

neutral = LocalizedText.language_neutral


def is_left(content: NoteContent) -> bool:
    return is_left_aligned(render_face(cards_of(Note("deck", "note", content))[0], CardLanguages.ENGLISH))


@pytest.mark.parametrize(
    "structure", ["- a\n- b", "1. a", "```\ncode\n```", "> quote", "|a|b|\n|-|-|\n|c|d|"]
)
def test_structure_on_either_side_makes_a_card_left_aligned(structure: str) -> None:
    assert is_left(Basic(neutral(structure), neutral("answer")))
    assert is_left(Basic(neutral("question"), neutral(structure)))
    assert not is_left(Basic(neutral("question"), neutral("answer")))


def test_more_than_three_lines_are_left_aligned() -> None:
    assert not is_left(Basic(neutral("x " * 93), neutral("answer")))
    assert is_left(Basic(neutral("x " * 94), neutral("answer")))
    assert not is_left(Basic(neutral("字" * 93), neutral("answer")))
    assert is_left(Basic(neutral("字" * 94), neutral("answer")))
    assert is_left(Basic(neutral("a  \nb  \nc  \nd"), neutral("answer")))


def test_options_are_left_aligned() -> None:
    assert is_left(
        MultipleChoice(
            neutral("q"), (AnswerOption(neutral("a"), is_correct=True), AnswerOption(neutral("b")))
        )
    )


def test_description_of_a_picture_does_not_count_as_text() -> None:
    assert not is_left(Basic(neutral(f"![{'long description ' * 30}](x.png)"), neutral("answer")))


@pytest.mark.parametrize(
    ("html", "is_left"),
    [
        ("<div>a</div>" * 9, False),
        ("<table><tr><td>a</td></tr></table>", False),
        ("<dl><dt>a</dt><dd>b</dd></dl>", False),
        ("<ul><li>a</li></ul>", True),
        ("<pre>a</pre>", True),
        ("<blockquote>a</blockquote>", True),
        ("<div>" + "word " * 60 + "</div>", True),
    ],
)
def test_short_lines_stay_centered_if_the_deck_asks_for_it(html: str, is_left: bool) -> None:
    assert is_left_aligned(Face("q", html, "", html, alignment="center")) is is_left
    assert is_left_aligned(Face(html, "a", "", html, alignment="center")) is is_left


def test_deck_can_ask_for_left_alignment() -> None:
    assert is_left_aligned(Face("q", "a", "", "qa", alignment="left"))
    assert not is_left_aligned(Face("q", "a", "", "qa"))
