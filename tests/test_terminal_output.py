"""Nothing that is printed can control the terminal."""

import json

import pytest

from studyapp.terminal_output import print_json_line, print_line

CONTROLS = "\x1b[2J\x9b2J\x07\x7f\r\n\u202e\u2066\u2028\u200f\t"


def test_control_characters_are_escaped_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    print_line(f"a{CONTROLS}b 字 é")
    out = capsys.readouterr().out
    assert out == "a\\x1b[2J\\x9b2J\\x07\\x7f\\r\\n\\u202e\\u2066\\u2028\\u200f\tb 字 é\n"


def test_json_stays_valid_and_has_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    print_json_line({"name": CONTROLS})
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert out.rstrip("\n").isprintable()
    assert json.loads(out) == {"name": CONTROLS}
