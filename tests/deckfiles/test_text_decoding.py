import codecs

import pytest

from studyapp.deckfiles import text_decoding
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.text_decoding import LINE_BREAK, decode_utf8, find_position
from studyapp.deckfiles.yaml_nodes import Position
from tests.deckfiles.deck_texts import HEAD, PATH, found, read

DECK = HEAD + "  - id: é\n    front: 問題 😀\n    back: b\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_newlines_and_byte_order_mark_make_no_difference(newline: str, mark: bytes) -> None:
    reading = read(mark + DECK.replace("\n", newline).encode())
    assert reading == read(DECK)
    assert reading.deck is not None and found(reading) == []


def test_a_byte_order_mark_is_no_content() -> None:
    assert found(read(codecs.BOM_UTF8)) == [("empty-file", 1, 1, "")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    reading = read(mark + DECK.encode(encoding))
    assert found(reading) == [("utf-16", 1, 1, "")]
    assert reading.deck is None
    assert "UTF-16" in reading.problems[0].message and "UTF-8" in reading.problems[0].hint


def test_another_encoding_is_refused_at_its_first_byte() -> None:
    reading = read(DECK.encode("gbk", errors="replace"))
    assert reading.deck is None
    assert found(reading) == [("not-utf-8", 4, 9, "")]
    assert reading.problems[0].message == "Byte 33 of the file (0xA8) is not valid UTF-8."


def test_a_file_cut_within_a_letter_is_refused_where_it_ends() -> None:
    data = codecs.BOM_UTF8 + DECK.encode()
    cut = data.index("題".encode()) + 1
    reading = read(data[:cut])
    assert reading.deck is None
    assert found(reading) == [("not-utf-8", 5, 13, "")]
    assert f"Byte {cut} of the file" in reading.problems[0].message


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x9f", "\uffff"])
def test_control_characters_are_refused_at_their_place(character: str) -> None:
    reading = read(HEAD + f"  - id: a\r\n    front: x{character}\n    back: b\n")
    assert reading.deck is None
    assert found(reading) == [("control-character", 5, 13, "")]
    assert f"U+{ord(character):04X}" in reading.problems[0].message


@pytest.mark.parametrize("character", ["\t", "\x85", "\u2028", "\ufeff", "\u202e", "\U0010ffff"])
def test_characters_that_yaml_allows_come_through(character: str) -> None:
    assert decode_utf8(f"x{character}".encode(), ProblemList(PATH)) == f"x{character}"


def test_a_file_may_not_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_decoding, "MAX_FILE_BYTES", len(DECK.encode()) - 1)
    reading = read(DECK)
    assert reading.deck is None
    assert found(reading) == [("too-large", 1, 1, "")]


def test_lines_are_counted_as_yaml_counts_them() -> None:
    text = "a\nb\r\nc\rd\u2028e\x85f"
    assert find_position(text, text.index("f")) == Position(6, 1)
    assert find_position(text, text.index("c")) == Position(3, 1)
    assert len(LINE_BREAK.findall(text)) == 5
