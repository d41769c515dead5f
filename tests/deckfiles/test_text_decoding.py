import codecs

import pytest

from studyapp.deckfiles import text_decoding
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.text_decoding import LINE_BREAK, decode_utf8, find_position
from studyapp.deckfiles.yaml_nodes import Position
from tests.deckfiles.deck_texts import DECK_HEADER, PATH, problem_positions, read_text

DECK = DECK_HEADER + "  - id: é\n    front: 問題 😀\n    back: b\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
def test_newline_style_and_bom_are_ignored(newline: str, bom: bytes) -> None:
    reading = read_text(bom + DECK.replace("\n", newline).encode())
    assert reading == read_text(DECK)
    assert reading.deck is not None and problem_positions(reading) == []


def test_bom_alone_is_an_empty_file() -> None:
    assert problem_positions(read_text(codecs.BOM_UTF8)) == [("empty-file", 1, 1, "")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_reported(encoding: str) -> None:
    bom = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    reading = read_text(bom + DECK.encode(encoding))
    assert problem_positions(reading) == [("utf-16", 1, 1, "")]
    assert reading.deck is None
    assert "UTF-16" in reading.problems[0].message and "UTF-8" in reading.problems[0].hint


def test_other_encoding_is_rejected_at_first_invalid_byte() -> None:
    reading = read_text(DECK.encode("gbk", errors="replace"))
    assert reading.deck is None
    assert problem_positions(reading) == [("not-utf-8", 4, 9, "")]
    assert reading.problems[0].message == "Byte 33 of the file (0xA8) is not valid UTF-8."


def test_file_truncated_inside_a_character_is_rejected_at_its_end() -> None:
    data = codecs.BOM_UTF8 + DECK.encode()
    cut = data.index("題".encode()) + 1
    reading = read_text(data[:cut])
    assert reading.deck is None
    assert problem_positions(reading) == [("not-utf-8", 5, 13, "")]
    assert f"Byte {cut} of the file" in reading.problems[0].message


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x9f", "\uffff"])
def test_control_characters_are_rejected_with_position(character: str) -> None:
    reading = read_text(DECK_HEADER + f"  - id: a\r\n    front: x{character}\n    back: b\n")
    assert reading.deck is None
    assert problem_positions(reading) == [("control-character", 5, 13, "")]
    assert f"U+{ord(character):04X}" in reading.problems[0].message


@pytest.mark.parametrize("character", ["\t", "\x85", "\u2028", "\ufeff", "\u202e", "\U0010ffff"])
def test_characters_allowed_by_yaml_are_kept(character: str) -> None:
    assert decode_utf8(f"x{character}".encode(), ProblemList(PATH)) == f"x{character}"


def test_too_large_file_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_decoding, "MAX_FILE_BYTES", len(DECK.encode()) - 1)
    reading = read_text(DECK)
    assert reading.deck is None
    assert problem_positions(reading) == [("too-large", 1, 1, "")]


def test_lines_are_counted_like_yaml() -> None:
    text = "a\nb\r\nc\rd\u2028e\x85f"
    assert find_position(text, text.index("f")) == Position(6, 1)
    assert find_position(text, text.index("c")) == Position(3, 1)
    assert len(LINE_BREAK.findall(text)) == 5
