import pytest

from tests.deckfiles.deck_texts import DECK_HEADER, GOOD_NOTE, note_ids, problem_positions, read_text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("no blank", ["cloze-without-blank"]),
        ("{c1::x}", ["cloze-without-blank"]),
        ("{{c1::x", ["cloze-braces"]),
        ("c1::x}}", ["cloze-braces"]),
        ("{{c1:x}}", ["cloze-braces"]),
        ("{{x}} {{c1::y}}", ["cloze-braces"]),
        ("{{c1::x}} y}}", ["cloze-braces"]),
        ("{{c1::a {{c2::b}} c}}", ["cloze-braces"]),
        ("{{c1::a} and {{c2::b}}", ["cloze-braces"]),
        ("{{c1::a {{x}}", ["cloze-braces"]),
        ("{{c1::x^{2}}}", ["cloze-braces"]),
        ("{{c1000::x}}", ["cloze-braces"]),
        ("{{c0::x}}", ["cloze-number"]),
        ("{{c100::x}}", ["cloze-number"]),
        ("{{c1::}}", ["cloze-empty"]),
        ("{{c1:: ::hint}}", ["cloze-empty"]),
    ],
)
def test_note_with_invalid_cloze_is_skipped(text: str, codes: list[str]) -> None:
    reading = read_text(DECK_HEADER + f'  - id: a\n    text: "{text}"\n' + GOOD_NOTE)
    assert problem_positions(reading) == [(code, 5, 11, "a") for code in codes]
    assert note_ids(reading) == ["good"]


@pytest.mark.parametrize(
    "text",
    [
        "{{c1::x}}",
        "{{c99::x::hint}} {{c1::y}}",
        "{{c1::a}} {{c1::b}}",
        "$e^{x_{1}}$ {{c1::a}}",
        "$\\\\frac{{{c1::a}}}{b_{c_{d}}}$",
        "{{c1::x^{2} }} {y} }",
        "{{c1::a\\nb}}",
    ],
)
def test_valid_clozes_are_read(text: str) -> None:
    reading = read_text(DECK_HEADER + f'  - id: a\n    text: "{text}"\n')
    assert problem_positions(reading) == []
    assert note_ids(reading) == ["a"]


def test_clozes_are_checked_per_language() -> None:
    reading = read_text(DECK_HEADER + '  - id: a\n    text:\n      en: "{{c1::x}}"\n      zh-Hant: "詞"\n')
    assert problem_positions(reading) == [("cloze-without-blank", 7, 16, "a")]


def test_different_cloze_numbers_between_languages_give_a_warning() -> None:
    reading = read_text(
        DECK_HEADER + '  - id: a\n    text:\n      en: "{{c1::x}}"\n      zh-Hant: "{{c1::x}}{{c2::y}}"\n'
    )
    assert problem_positions(reading) == [("cloze-languages", 7, 16, "a")]
    assert "`zh-Hant` and `en`" in reading.problems[0].message
    assert note_ids(reading) == ["a"]


def test_message_quotes_the_wrong_braces() -> None:
    reading = read_text(DECK_HEADER + '  - id: a\n    text: "{{c1::x}} and then {{y"\n')
    assert "{{y" in reading.problems[0].message
