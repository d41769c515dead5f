"""Both sides of a card on one line: the short way gives what rendering gives."""

from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of
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
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.text.text_limits import MAX_LINE_LENGTH
from studyapp.services.browse.row_texts import RowTexts, row_texts

ENGLISH = CardLanguages.ENGLISH


def text(words: str) -> LocalizedText:
    return LocalizedText.language_neutral(words)


def texts(content: NoteContent, languages: CardLanguages = ENGLISH, **more: object) -> list[RowTexts]:
    note = Note("d", "n", content, **more)  # type: ignore[arg-type]
    return [row_texts(card, languages) for card in cards_of(note)]


def test_sides_of_each_note_type() -> None:
    assert texts(Basic(text("What *is* it?"), text("- one\n- two"))) == [("What is it?", "• one • two")]
    assert texts(Reversed(text("a"), text("b"))) == [("a", "b"), ("b", "a")]
    assert texts(Term(text("t"), text("d"), text("z"))) == [("t", "z"), ("d", "t"), ("t", "d")]
    assert texts(TypedAnswer(text("q"), text("a"))) == [("q", "a")]
    assert texts(Claim(text("c")), evidence=Evidence.HYPOTHESIS, explanation=text("why")) == [
        ("c", "Hypothesis why")
    ]
    options = (AnswerOption(text("right"), True), AnswerOption(text("wrong")))
    ((question, answer),) = texts(MultipleChoice(text("which"), options))
    assert question.startswith("which")
    assert answer == "right"


def test_hidden_text_of_a_cloze_is_only_in_the_answer() -> None:
    cloze = Cloze(text("{{c1::Paris}} is in {{c2::France::country}}"))
    assert texts(cloze) == [
        ("[…] is in France", "Paris is in France"),
        ("Paris is in [country]", "Paris is in France"),
    ]
    assert texts(Cloze(text("**{{c1::Paris}}** is *big*"))) == [("[…] is big", "Paris is big")]


def test_versions_are_those_of_the_languages() -> None:
    both = LocalizedText((("en", "Where?"), ("zh-Hant", "哪裡？")))
    assert texts(Basic(both, both), CardLanguages.ENGLISH_AND_TRADITIONAL) == [("Where? · 哪裡？",) * 2]
    assert texts(Basic(both, both), CardLanguages.ENGLISH_TO_TRADITIONAL) == [("Where?", "哪裡？")]


def test_long_texts_are_cut() -> None:
    ((question, _),) = texts(Basic(text("word " * 10_000), text("a")))
    assert len(question) <= MAX_LINE_LENGTH
    assert question.endswith("word…")


WRITTEN = st.text(
    st.sampled_from("ab 1.)-+=:/,;!?'\"%@\n\t*_`\\<>&$#~|{}[]能力é"), min_size=1, max_size=60
).filter(lambda words: words.strip())


@example("1", "-")
@example("a\n=", "b\n--")
@given(WRITTEN, WRITTEN)
def test_texts_are_those_of_the_rendered_card(front: str, back: str) -> None:
    (card,) = cards_of(Note("d", "n", Basic(text(front), text(back))))
    face = render_face(card, ENGLISH)
    expected = [" ".join(html_to_text(html).split()) for html in (face.question, face.answer)]
    assert list(row_texts(card, ENGLISH)) == expected
