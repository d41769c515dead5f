import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.note import Basic
from studyapp.core.text.localized_text import LocalizedText, is_language_tag
from studyapp.deckfiles.reading.field_reading import MAX_TEXT_LENGTH, closest_match, normalize_language_tag
from studyapp.deckfiles.text_decoding import DISALLOWED_CHARACTER
from tests.deckfiles.deck_texts import GOOD, HEAD, found, ids, only_note, read


def front(note: str) -> LocalizedText:
    content = only_note(note).content
    assert isinstance(content, Basic)
    return content.front


READABLE = st.characters(exclude_categories=["Cs"]).filter(
    lambda letter: not DISALLOWED_CHARACTER.match(letter)
)
WORDS = st.text(alphabet=READABLE, min_size=1).filter(lambda words: bool(words.strip()))


@given(WORDS)
def test_what_is_put_in_double_quotes_comes_back_exactly(words: str) -> None:
    quoted = "".join(letter if letter.isalnum() else f"\\U{ord(letter):08x}" for letter in words)
    assert front(f'id: a\nfront: "{quoted}"\nback: b') == LocalizedText.language_neutral(words)


@given(st.text(alphabet=READABLE.filter(lambda letter: not letter.isspace()), min_size=1))
def test_what_is_put_in_single_quotes_comes_back_exactly(words: str) -> None:
    assert front(
        "id: a\nfront: '" + words.replace("'", "''") + "'\nback: b"
    ) == LocalizedText.language_neutral(words)


def test_a_text_may_stand_in_several_languages_in_the_order_of_the_file() -> None:
    text = front('id: a\nfront: {zh-Hant: " 問 ", en: q, pt-BR: p}\nback: b')
    assert text == LocalizedText((("zh-Hant", " 問 "), ("en", "q"), ("pt-BR", "p")))


def test_a_text_may_stand_on_several_lines() -> None:
    assert front("id: a\nfront: |\n  one\n  two\nback: b") == LocalizedText.language_neutral("one\ntwo\n")


@pytest.mark.parametrize(
    ("value", "code", "column"),
    [
        ("''", "field-empty", 12),
        ("' '", "field-empty", 12),
        ("", "field-empty", 11),
        ("{}", "field-empty", 12),
        ("{en: ''}", "field-empty", 17),
        ("{en: f, zh-Hant: }", "field-empty", 29),
        ("[f]", "text-expected", 12),
        ("{en: [f]}", "text-expected", 17),
        ("{en: {en: f}}", "text-expected", 17),
        ("{English: f}", "not-a-language", 13),
        ("{en: f, c++: g}", "not-a-language", 20),
        ('"a\\0b"', "control-character", 12),
        ('"a\\x1fb"', "control-character", 12),
        ("{en: f, EN: g}", "duplicate-key", 20),
    ],
)
def test_what_is_no_text_costs_the_note_at_its_place(value: str, code: str, column: int) -> None:
    reading = read(HEAD + f"  - id: a\n    front: {value}\n    back: b\n" + GOOD)
    assert (code, 5, column, "a") in found(reading)
    assert [other for other, *_ in found(reading) if other not in (code, "language-spelling")] == []
    assert ids(reading) == ["good"]


def test_a_text_has_a_longest_length() -> None:
    note = "  - {{id: a, front: {}, back: b}}\n"
    assert ids(read(HEAD + note.format("x" * MAX_TEXT_LENGTH))) == ["a"]
    reading = read(HEAD + note.format("x" * (MAX_TEXT_LENGTH + 1)))
    assert found(reading) == [("text-too-long", 4, 20, "a")]
    assert "5,000,001" in reading.problems[0].message


@pytest.mark.parametrize(
    ("tag", "proper"),
    [
        ("EN", "en"),
        ("zh-hant", "zh-Hant"),
        ("zh_TW", "zh-TW"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("ES-419", "es-419"),
    ],
)
def test_a_language_in_another_spelling_is_understood(tag: str, proper: str) -> None:
    reading = read(HEAD + f"  - id: a\n    front: {{{tag}: f}}\n    back: b\n")
    assert found(reading) == [("language-spelling", 5, 13, "a")]
    assert f"`{proper}`" in reading.problems[0].hint
    assert reading.deck is not None
    assert reading.deck.notes[0].content == Basic(
        LocalizedText(((proper, "f"),)), LocalizedText.language_neutral("b")
    )


@given(st.text())
def test_a_proper_language_is_one(tag: str) -> None:
    proper = normalize_language_tag(tag)
    assert proper is None or is_language_tag(proper)
    assert proper == tag or not is_language_tag(tag)


def test_the_nearest_name_is_suggested() -> None:
    assert closest_match("Fornt", ("back", "front")) == "front"
    assert closest_match("x" * 10_000, ("back", "front")) in ("back", "front")


def test_tags_are_a_list_or_a_line_of_words() -> None:
    assert only_note("id: a\nfront: f\nback: b\ntags: one  two\tone").tags == ("one", "two")
    assert only_note("id: a\nfront: f\nback: b\ntags: [one two, three, '', three]").tags == (
        "one-two",
        "three",
    )
    assert only_note("id: a\nfront: f\nback: b\ntags:").tags == ()
    reading = read(HEAD + "  - {id: a, front: f, back: b, tags: {x: y}}\n")
    assert found(reading) == [("list-expected", 4, 38, "a")]
