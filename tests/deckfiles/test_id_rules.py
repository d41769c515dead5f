import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.deckfiles.id_rules import id_collision_key, make_provisional_id, normalize_id
from tests.deckfiles.deck_texts import HEAD, found, ids, read


@pytest.mark.parametrize("identity", ["a", "1", "1.0", "true", "_x", "gpt-3.5", "café", "突現能力", "x" * 64])
def test_ids_are_words_with_hyphens_and_dots(identity: str) -> None:
    assert normalize_id(identity) == normalize_id(f" {identity} ") == identity


@pytest.mark.parametrize("identity", ["", "-a", ".a", "a b", "a/b", "a#1", "a:b", "a\nb", "x" * 65, "~"])
def test_other_texts_are_no_ids(identity: str) -> None:
    assert normalize_id(identity) is None


@given(st.text(alphabet="ABCDEéÉßŒＡ" + "e\u0301", min_size=1, max_size=9))
def test_folding_is_settled_and_blind_to_case_and_spelling(words: str) -> None:
    assert id_collision_key(id_collision_key(words)) == id_collision_key(words)
    assert id_collision_key(words.upper()) == id_collision_key(words)
    assert id_collision_key(unicodedata.normalize("NFD", words)) == id_collision_key(words)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("What is the capital of France?", "what-is-the-capital-of-france"),
        ("One two three four five six seven", "one-two-three-four-five-six"),
        ("Café au lait", "cafe-au-lait"),
        ("The answer is {{c1::Paris::city}}", "the-answer-is-paris"),
        ("x" * 90, "x" * 48),
        ("12:30", "12-30"),
    ],
)
def test_a_provisional_id_is_made_of_the_first_words(words: str, made: str) -> None:
    assert make_provisional_id(words, "note") == made


@pytest.mark.parametrize("words", ["初代 GPT-3 有多少參數？", "???", "π"])
def test_words_without_latin_letters_give_a_digest(words: str) -> None:
    assert make_provisional_id(words, "note") == "note-" + hashlib.sha256(words.encode()).hexdigest()[:8]


@given(st.text(min_size=1))
def test_a_provisional_id_is_an_id(words: str) -> None:
    made = make_provisional_id(words, "note")
    assert normalize_id(made) == made
    assert len(made) <= 48 and made.isascii() and made == made.lower()


def test_notes_without_ids_get_them_and_are_read() -> None:
    reading = read(
        HEAD
        + "  - {front: One word, back: b}\n  - {type: term, term: {zh-Hant: 詞, en: Word}, definition: d}\n"
    )
    assert ids(reading) == ["one-word", "word"]
    assert found(reading) == [("note-without-id", 4, 5, "one-word"), ("note-without-id", 5, 5, "word")]
    assert "check --fix" in reading.problems[0].hint


def test_provisional_ids_are_unique_in_the_order_of_the_file_and_never_take_a_written_one() -> None:
    bare = "  - {front: word, back: b}\n"
    reading = read(HEAD + bare * 2 + "  - {id: WORD-2, front: f, back: b}\n" + bare)
    assert ids(reading) == ["word", "word-3", "WORD-2", "word-4"]


def test_a_broken_note_keeps_its_provisional_id_for_itself() -> None:
    bare = "  - {front: word, back: b}\n"
    broken = "  - {front: word, back: ''}\n"
    assert ids(read(HEAD + broken + bare)) == ["word-2"]


def test_the_first_of_two_notes_keeps_an_id() -> None:
    notes = "".join(f'  - {{id: "{identity}", front: f, back: b}}\n' for identity in ["dup", "DUP", "1", "1"])
    reading = read(HEAD + notes)
    assert ids(reading) == ["dup", "1"]
    assert found(reading) == [("duplicate-id", 5, 10, "DUP"), ("duplicate-id", 7, 10, "1")]
    assert "line 4" in reading.problems[0].message


def test_two_notes_in_one_line_clash_too() -> None:
    reading = read("deck: d\ntitle: t\nnotes: [{id: a, front: f, back: b}, {id: a, front: g, back: b}]\n")
    assert ids(reading) == ["a"]
    assert found(reading) == [("duplicate-id", 3, 42, "a")]


def test_an_accent_spelt_in_two_ways_is_the_same_id() -> None:
    note = '  - {{id: "{}", front: f, back: b}}\n'
    reading = read(HEAD + note.format("caf\u00e9") + note.format("cafe\u0301"))
    assert ids(reading) == ["caf\u00e9"]
    assert [code for code, *_ in found(reading)] == ["duplicate-id"]


@pytest.mark.parametrize("identity", ["a b", "a/b", "''", "~", "x" * 65])
def test_a_note_with_a_bad_id_is_left_out(identity: str) -> None:
    reading = read(HEAD + f"  - id: {identity}\n    front: f\n    back: b\n")
    assert ids(reading) == []
    assert found(reading) == [("bad-id", 4, 9, "")]


def test_an_id_is_a_text() -> None:
    reading = read(HEAD + "  - id: [a]\n    front: f\n    back: b\n")
    assert ids(reading) == []
    assert found(reading) == [("text-expected", 4, 9, "")]


def test_a_field_that_does_not_belong_cannot_take_the_id_away() -> None:
    reading = read(HEAD + '  - {front: [x], text: "{{c1::word}}"}\n')
    assert ids(reading) == ["word"]
    assert [code for code, *_ in found(reading)] == ["note-without-id", "unknown-field"]


def test_a_note_that_is_not_read_for_a_flaw_gets_no_id() -> None:
    reading = read(HEAD + "  - {front: word, back: *x }\n")
    assert found(reading) == [("alias", 4, 25, "")]
