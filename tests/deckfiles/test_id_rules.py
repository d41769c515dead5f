import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.deckfiles.id_rules import id_collision_key, make_provisional_id, normalize_id
from tests.deckfiles.deck_texts import DECK_HEADER, note_ids, problem_positions, read_text


@pytest.mark.parametrize("identity", ["a", "1", "1.0", "true", "_x", "gpt-3.5", "café", "突現能力", "x" * 64])
def test_valid_ids_are_accepted(identity: str) -> None:
    assert normalize_id(identity) == normalize_id(f" {identity} ") == identity


@pytest.mark.parametrize("identity", ["", "-a", ".a", "a b", "a/b", "a#1", "a:b", "a\nb", "x" * 65, "~"])
def test_invalid_ids_are_rejected(identity: str) -> None:
    assert normalize_id(identity) is None


@given(st.text(alphabet="ABCDEéÉßŒＡ" + "e\u0301", min_size=1, max_size=9))
def test_collision_key_ignores_case_and_normalization(words: str) -> None:
    assert id_collision_key(id_collision_key(words)) == id_collision_key(words)
    assert id_collision_key(words.upper()) == id_collision_key(words)
    assert id_collision_key(unicodedata.normalize("NFD", words)) == id_collision_key(words)


@given(st.text(st.characters(codec="ascii")))
def test_collision_key_of_ascii_is_the_normalized_one(words: str) -> None:
    assert id_collision_key(words) == unicodedata.normalize("NFKC", words).casefold()


@pytest.mark.parametrize(
    ("words", "expected_id"),
    [
        ("What is the capital of France?", "what-is-the-capital-of-france"),
        ("One two three four five six seven", "one-two-three-four-five-six"),
        ("Café au lait", "cafe-au-lait"),
        ("The answer is {{c1::Paris::city}}", "the-answer-is-paris"),
        ("x" * 90, "x" * 48),
        ("12:30", "12-30"),
    ],
)
def test_provisional_id_uses_first_words(words: str, expected_id: str) -> None:
    assert make_provisional_id(words, "note") == expected_id


@pytest.mark.parametrize("words", ["初代 GPT-3 有多少參數？", "???", "π"])
def test_text_without_latin_letters_gives_digest_id(words: str) -> None:
    assert make_provisional_id(words, "note") == "note-" + hashlib.sha256(words.encode()).hexdigest()[:8]


@given(st.text(min_size=1))
def test_provisional_id_is_valid(words: str) -> None:
    expected_id = make_provisional_id(words, "note")
    assert normalize_id(expected_id) == expected_id
    assert len(expected_id) <= 48 and expected_id.isascii() and expected_id == expected_id.lower()


def test_notes_without_ids_get_provisional_ids() -> None:
    reading = read_text(
        DECK_HEADER
        + "  - {front: One word, back: b}\n  - {type: term, term: {zh-Hant: 詞, en: Word}, definition: d}\n"
    )
    assert note_ids(reading) == ["one-word", "word"]
    assert problem_positions(reading) == [
        ("note-without-id", 4, 5, "one-word"),
        ("note-without-id", 5, 5, "word"),
    ]
    assert "check --fix" in reading.problems[0].hint


def test_provisional_ids_are_unique_and_avoid_written_ids() -> None:
    note_without_id = "  - {front: word, back: b}\n"
    reading = read_text(
        DECK_HEADER + note_without_id * 2 + "  - {id: WORD-2, front: f, back: b}\n" + note_without_id
    )
    assert note_ids(reading) == ["word", "word-3", "WORD-2", "word-4"]


def test_broken_note_reserves_its_provisional_id() -> None:
    note_without_id = "  - {front: word, back: b}\n"
    broken = "  - {front: word, back: ''}\n"
    assert note_ids(read_text(DECK_HEADER + broken + note_without_id)) == ["word-2"]


def test_first_note_keeps_a_duplicate_id() -> None:
    notes = "".join(f'  - {{id: "{identity}", front: f, back: b}}\n' for identity in ["dup", "DUP", "1", "1"])
    reading = read_text(DECK_HEADER + notes)
    assert note_ids(reading) == ["dup", "1"]
    assert problem_positions(reading) == [("duplicate-id", 5, 10, "DUP"), ("duplicate-id", 7, 10, "1")]
    assert "line 4" in reading.problems[0].message


def test_duplicate_ids_on_one_line_are_reported() -> None:
    reading = read_text(
        "deck: d\ntitle: t\nnotes: [{id: a, front: f, back: b}, {id: a, front: g, back: b}]\n"
    )
    assert note_ids(reading) == ["a"]
    assert problem_positions(reading) == [("duplicate-id", 3, 42, "a")]


def test_ids_differing_in_unicode_normalization_are_duplicates() -> None:
    note = '  - {{id: "{}", front: f, back: b}}\n'
    reading = read_text(DECK_HEADER + note.format("caf\u00e9") + note.format("cafe\u0301"))
    assert note_ids(reading) == ["caf\u00e9"]
    assert [code for code, *_ in problem_positions(reading)] == ["duplicate-id"]


@pytest.mark.parametrize("identity", ["a b", "a/b", "''", "~", "x" * 65])
def test_note_with_bad_id_is_skipped(identity: str) -> None:
    reading = read_text(DECK_HEADER + f"  - id: {identity}\n    front: f\n    back: b\n")
    assert note_ids(reading) == []
    assert problem_positions(reading) == [("bad-id", 4, 9, "")]


def test_id_must_be_text() -> None:
    reading = read_text(DECK_HEADER + "  - id: [a]\n    front: f\n    back: b\n")
    assert note_ids(reading) == []
    assert problem_positions(reading) == [("text-expected", 4, 9, "")]


def test_unknown_field_does_not_affect_provisional_id() -> None:
    reading = read_text(DECK_HEADER + '  - {front: [x], text: "{{c1::word}}"}\n')
    assert note_ids(reading) == ["word"]
    assert [code for code, *_ in problem_positions(reading)] == ["note-without-id", "unknown-field"]


def test_note_with_yaml_error_gets_no_id() -> None:
    reading = read_text(DECK_HEADER + "  - {front: word, back: *x }\n")
    assert problem_positions(reading) == [("alias", 4, 25, "")]
