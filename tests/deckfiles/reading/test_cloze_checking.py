import pytest

from tests.deckfiles.deck_texts import GOOD, HEAD, found, ids, read


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
def test_a_cloze_with_bad_blanks_is_left_out(text: str, codes: list[str]) -> None:
    reading = read(HEAD + f'  - id: a\n    text: "{text}"\n' + GOOD)
    assert found(reading) == [(code, 5, 11, "a") for code in codes]
    assert ids(reading) == ["good"]


@pytest.mark.parametrize(
    "text",
    [
        "{{c1::x}}",
        "{{c99::x::hint}} {{c1::y}}",
        "{{c1::a}} {{c1::b}}",
        "{{c1::x^{2} }} {y} }",
        "{{c1::a\\nb}}",
    ],
)
def test_good_blanks_are_read(text: str) -> None:
    reading = read(HEAD + f'  - id: a\n    text: "{text}"\n')
    assert found(reading) == []
    assert ids(reading) == ["a"]


def test_the_blanks_of_each_language_are_checked_at_their_place() -> None:
    reading = read(HEAD + '  - id: a\n    text:\n      en: "{{c1::x}}"\n      zh-Hant: "詞"\n')
    assert found(reading) == [("cloze-without-blank", 7, 16, "a")]


def test_languages_with_other_numbers_are_only_warned_of() -> None:
    reading = read(
        HEAD + '  - id: a\n    text:\n      en: "{{c1::x}}"\n      zh-Hant: "{{c1::x}}{{c2::y}}"\n'
    )
    assert found(reading) == [("cloze-languages", 7, 16, "a")]
    assert "`zh-Hant` and `en`" in reading.problems[0].message
    assert ids(reading) == ["a"]


def test_the_wrong_braces_are_shown() -> None:
    reading = read(HEAD + '  - id: a\n    text: "{{c1::x}} and then {{y"\n')
    assert "{{y" in reading.problems[0].message
