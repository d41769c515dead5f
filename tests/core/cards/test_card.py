import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card import CLOZE_PATTERN, CardKind, cards_of, cloze_numbers, is_available_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

WORDS = LocalizedText.language_neutral("words")


def card_kinds(content: NoteContent) -> dict[int, CardKind]:
    return {card.ordinal: card.kind for card in cards_of(Note("deck", "note", content))}


def matched_clozes(words: str) -> list[tuple[str, str, str | None]]:
    return [(blank[1], blank[2], blank[3]) for blank in CLOZE_PATTERN.finditer(words)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (Basic(WORDS, WORDS), {1: CardKind.FRONT_TO_BACK}),
        (Reversed(WORDS, WORDS), {1: CardKind.FRONT_TO_BACK, 2: CardKind.REVERSED}),
        (Term(WORDS, WORDS, WORDS), {1: CardKind.TRANSLATE, 2: CardKind.RECALL, 3: CardKind.DEFINE}),
        (Term(WORDS, WORDS), {2: CardKind.RECALL, 3: CardKind.DEFINE}),
        (MultipleChoice(WORDS, (AnswerOption(WORDS, is_correct=True),)), {1: CardKind.MULTIPLE_CHOICE}),
        (TypedAnswer(WORDS, WORDS), {1: CardKind.TYPED_ANSWER}),
        (Claim(WORDS), {1: CardKind.CLAIM}),
        (
            Cloze(LocalizedText.language_neutral("{{c3::a}} {{c1::b}} {{c3::c}}")),
            {1: CardKind.CLOZE, 3: CardKind.CLOZE},
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_note_type_determines_card_ordinals(content: NoteContent, expected: dict[int, CardKind]) -> None:
    assert card_kinds(content) == expected


def test_cloze_numbers_cover_all_languages() -> None:
    text = LocalizedText((("en", "{{c1::one}}"), ("zh-Hant", "{{c1::一}}{{c12::二}}")))
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
def test_cloze_pattern_finds_number_text_and_hint(
    words: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert matched_clozes(words) == expected


def test_unclosed_clozes_are_matched_quickly() -> None:
    # A backtracking pattern would hang here.
    assert matched_clozes("{{c1::" * 15_000) == []
    assert matched_clozes("{{c1::" + "::" * 50_000) == []


@given(
    st.from_regex(r"[^/#]+", fullmatch=True), st.from_regex(r"[^/#]+", fullmatch=True), st.integers(0, 999)
)
def test_card_id_round_trips(deck: str, note: str, ordinal: int) -> None:
    card = CardId(deck, note, ordinal)
    assert CardId.parse(str(card)) == card
    assert card.note_key == f"{deck}/{note}"


@pytest.mark.parametrize(
    "text", ["", "deck", "deck/note", "deck/note#", "deck/note#x", "/note#1", "deck/#1", "deck#1"]
)
def test_invalid_card_id_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="not a card"):
        CardId.parse(text)


def test_translate_card_is_available_only_in_matching_languages() -> None:
    chinese = Term(WORDS, WORDS, LocalizedText((("zh-Hant", "詞"),)))
    translate, recall, _ = cards_of(Note("deck", "note", chinese))
    choices = [choice for choice in CardLanguages if is_available_in(translate, choice)]
    assert choices == [choice for choice in CardLanguages if choice is not CardLanguages.ENGLISH]
    simplified = Term(WORDS, WORDS, LocalizedText((("zh-Hans", "词"),)))
    choices = [
        choice
        for choice in CardLanguages
        if is_available_in(cards_of(Note("deck", "note", simplified))[0], choice)
    ]
    assert choices == [choice for choice in CardLanguages if "zh-Hans" in choice.combined.question_languages]
    assert all(is_available_in(recall, choice) for choice in CardLanguages)
    any_language = cards_of(Note("deck", "note", Term(WORDS, WORDS, WORDS)))[0]
    assert is_available_in(any_language, CardLanguages.ENGLISH)


def test_custom_note_type_determines_card_kinds() -> None:
    def kinds(front: str, *, is_cloze: bool) -> dict[int, CardKind]:
        note_type = CustomNoteType(0, "t", ("One",), (CardTemplate("c", front, ""),), is_cloze=is_cloze)
        return card_kinds(CustomContent(note_type, ("{{c2::x}}",)))

    assert kinds("{{One}}", is_cloze=False) == {1: CardKind.FRONT_TO_BACK}
    assert kinds("{{type:One}}", is_cloze=False) == {1: CardKind.TYPED_ANSWER}
    assert kinds("{{cloze:One}}", is_cloze=True) == {2: CardKind.CLOZE}
    assert kinds("{{type:cloze:One}}", is_cloze=True) == {2: CardKind.TYPED_ANSWER}
