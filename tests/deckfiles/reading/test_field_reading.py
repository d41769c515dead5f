import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.note import Basic
from studyapp.core.text.localized_text import LocalizedText, is_language_tag, normalize_language_tag
from studyapp.deckfiles.reading.field_reading import MAX_TEXT_LENGTH, closest_match
from studyapp.deckfiles.text_decoding import DISALLOWED_CHARACTER
from tests.deckfiles.deck_texts import (
    DECK_HEADER,
    GOOD_NOTE,
    note_ids,
    only_note,
    problem_positions,
    read_text,
)


def front(note: str) -> LocalizedText:
    content = only_note(note).content
    assert isinstance(content, Basic)
    return content.front


READABLE = st.characters(exclude_categories=["Cs"]).filter(
    lambda letter: not DISALLOWED_CHARACTER.match(letter)
)
WORDS = st.text(alphabet=READABLE, min_size=1).filter(lambda words: bool(words.strip()))


@given(WORDS)
def test_double_quoted_text_is_read_exactly(words: str) -> None:
    quoted = "".join(letter if letter.isalnum() else f"\\U{ord(letter):08x}" for letter in words)
    assert front(f'id: a\nfront: "{quoted}"\nback: b') == LocalizedText.language_neutral(words)


@given(st.text(alphabet=READABLE.filter(lambda letter: not letter.isspace()), min_size=1))
def test_single_quoted_text_is_read_exactly(words: str) -> None:
    assert front(
        "id: a\nfront: '" + words.replace("'", "''") + "'\nback: b"
    ) == LocalizedText.language_neutral(words)


def test_languages_of_a_text_keep_file_order() -> None:
    text = front('id: a\nfront: {zh-Hant: " 問 ", en: q, pt-BR: p}\nback: b')
    assert text == LocalizedText((("zh-Hant", " 問 "), ("en", "q"), ("pt-BR", "p")))


def test_multiline_text_is_read() -> None:
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
def test_invalid_text_skips_the_note_with_position(value: str, code: str, column: int) -> None:
    reading = read_text(DECK_HEADER + f"  - id: a\n    front: {value}\n    back: b\n" + GOOD_NOTE)
    assert (code, 5, column, "a") in problem_positions(reading)
    assert [
        other for other, *_ in problem_positions(reading) if other not in (code, "language-spelling")
    ] == []
    assert note_ids(reading) == ["good"]


def test_text_length_is_limited() -> None:
    note = "  - {{id: a, front: {}, back: b}}\n"
    assert note_ids(read_text(DECK_HEADER + note.format("x" * MAX_TEXT_LENGTH))) == ["a"]
    reading = read_text(DECK_HEADER + note.format("x" * (MAX_TEXT_LENGTH + 1)))
    assert problem_positions(reading) == [("text-too-long", 4, 20, "a")]
    assert "5,000,001" in reading.problems[0].message


@pytest.mark.parametrize(
    ("tag", "normalized"),
    [
        ("EN", "en"),
        ("zh-hant", "zh-Hant"),
        ("zh_TW", "zh-TW"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("ES-419", "es-419"),
    ],
)
def test_misspelled_language_tag_is_accepted_with_warning(tag: str, normalized: str) -> None:
    reading = read_text(DECK_HEADER + f"  - id: a\n    front: {{{tag}: f}}\n    back: b\n")
    assert problem_positions(reading) == [("language-spelling", 5, 13, "a")]
    assert f"`{normalized}`" in reading.problems[0].hint
    assert reading.deck is not None
    assert reading.deck.notes[0].content == Basic(
        LocalizedText(((normalized, "f"),)), LocalizedText.language_neutral("b")
    )


@given(st.text())
def test_normalized_language_tag_is_valid(tag: str) -> None:
    normalized = normalize_language_tag(tag)
    assert normalized is None or is_language_tag(normalized)
    assert normalized == tag or not is_language_tag(tag)


def test_closest_match_is_suggested() -> None:
    assert closest_match("Fornt", ("back", "front")) == "front"
    assert closest_match("x" * 10_000, ("back", "front")) in ("back", "front")


def test_tags_are_a_list_or_space_separated() -> None:
    assert only_note("id: a\nfront: f\nback: b\ntags: one  two\tone").tags == ("one", "two")
    assert only_note("id: a\nfront: f\nback: b\ntags: [one two, three, '', three]").tags == (
        "one-two",
        "three",
    )
    assert only_note("id: a\nfront: f\nback: b\ntags:").tags == ()
    reading = read_text(DECK_HEADER + "  - {id: a, front: f, back: b, tags: {x: y}}\n")
    assert problem_positions(reading) == [("list-expected", 4, 38, "a")]
