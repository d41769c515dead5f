import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card import CLOZE_BLANK, CardKind, cards_of, cloze_numbers, is_asked_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Basic, Choice, Claim, Cloze, Content, Note, Option, Reversed, Term, Typed
from studyapp.core.text.localized_text import LanguageChoice, Text

WORDS = Text.plain("words")


def asked(content: Content) -> dict[int, CardKind]:
    return {card.ordinal: card.kind for card in cards_of(Note("deck", "note", content))}


def blanks(words: str) -> list[tuple[str, str, str | None]]:
    return [(blank[1], blank[2], blank[3]) for blank in CLOZE_BLANK.finditer(words)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (Basic(WORDS, WORDS), {1: CardKind.QUESTION}),
        (Reversed(WORDS, WORDS), {1: CardKind.QUESTION, 2: CardKind.BACKWARD}),
        (Term(WORDS, WORDS, WORDS), {1: CardKind.TRANSLATE, 2: CardKind.RECALL, 3: CardKind.DEFINE}),
        (Term(WORDS, WORDS), {2: CardKind.RECALL, 3: CardKind.DEFINE}),
        (Choice(WORDS, (Option(WORDS, right=True),)), {1: CardKind.CHOICE}),
        (Typed(WORDS, WORDS), {1: CardKind.TYPED}),
        (Claim(WORDS), {1: CardKind.CLAIM}),
        (Cloze(Text.plain("{{c3::a}} {{c1::b}} {{c3::c}}")), {1: CardKind.CLOZE, 3: CardKind.CLOZE}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_ordinals_are_fixed_by_the_note_type(content: Content, expected: dict[int, CardKind]) -> None:
    assert asked(content) == expected


def test_blanks_of_all_languages_count() -> None:
    text = Text((("en", "{{c1::one}}"), ("zh-Hant", "{{c1::一}}{{c12::二}}")))
    assert cloze_numbers(Cloze(text)) == [1, 12]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("{{c1::a}}", [("1", "a", None)]),
        ("{{c1::a::hint}}", [("1", "a", "hint")]),
        ("{{c1::a::b::c}}", [("1", "a", "b::c")]),
        ("{{c1::a:b}}", [("1", "a:b", None)]),
        ("{{c1::two\nlines}}", [("1", "two\nlines", None)]),
        ("{{c1::}}", [("1", "", None)]),
        ("{{c1::a}} and {{c2::b}}", [("1", "a", None), ("2", "b", None)]),
        ("{{c1::open {{c2::closed}}", [("2", "closed", None)]),
        ("{{c1::a {b} c}}", [("1", "a {b} c", None)]),
        ("{{c1:a}} {c1::a} {{cx::a}} {{c1::a} }", []),
    ],
)
def test_a_blank_has_a_number_words_and_a_hint(
    words: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert blanks(words) == expected


def test_thousands_of_openings_without_an_end_are_no_trouble() -> None:
    # With a pattern that tries a stretch twice this never ends.
    assert blanks("{{c1::" * 15_000) == []
    assert blanks("{{c1::" + "::" * 50_000) == []


@given(
    st.from_regex(r"[^/#]+", fullmatch=True), st.from_regex(r"[^/#]+", fullmatch=True), st.integers(0, 999)
)
def test_an_identity_reads_back(deck: str, note: str, ordinal: int) -> None:
    card = CardId(deck, note, ordinal)
    assert CardId.parse(str(card)) == card
    assert card.note_key == f"{deck}/{note}"


@pytest.mark.parametrize(
    "text", ["", "deck", "deck/note", "deck/note#", "deck/note#x", "/note#1", "deck/#1", "deck#1"]
)
def test_what_names_no_card_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a card"):
        CardId.parse(text)


def test_only_who_reads_a_language_is_asked_to_translate_into_it() -> None:
    chinese = Term(WORDS, WORDS, Text((("zh-Hant", "詞"),)))
    translate, recall, _ = cards_of(Note("deck", "note", chinese))
    choices = [choice for choice in LanguageChoice if is_asked_in(translate, choice)]
    assert choices == [choice for choice in LanguageChoice if choice is not LanguageChoice.ENGLISH]
    simplified = Term(WORDS, WORDS, Text((("zh-Hans", "词"),)))
    choices = [
        choice
        for choice in LanguageChoice
        if is_asked_in(cards_of(Note("deck", "note", simplified))[0], choice)
    ]
    assert choices == [choice for choice in LanguageChoice if "zh-Hans" in choice.together.languages]
    assert all(is_asked_in(recall, choice) for choice in LanguageChoice)
    any_language = cards_of(Note("deck", "note", Term(WORDS, WORDS, WORDS)))[0]
    assert is_asked_in(any_language, LanguageChoice.ENGLISH)
