import gc
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.deckfiles.problems.problem import Problem, ProblemKind, Severity
from studyapp.deckfiles.problems.problem_list import MAX_LISTED_PROBLEMS
from studyapp.deckfiles.reading import yaml_tree_building
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck, read_deck_bytes
from tests.deckfiles.deck_texts import DECK_HEADER, GOOD_NOTE, PATH, note_ids, problem_positions, read_text

COMPLETE_DECK = """deck: rich
title: {en: T, zh-Hant: 題}
defaults: {section: "1"}
notes:
  - id: basic
    front: "What's {this}?"
    back: |
      - a
      - b
    requires: [cloze]
  - {id: cloze, text: "{{c1::x::y}}"}
  - id: choice
    front: f
    options:
      - {text: a, right: true}
      - b
  # a comment
  - type: term
    term: {en: t, zh-Hant: 詞}
    definition: 'it''s'
"""


def test_deck_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(DECK_HEADER + GOOD_NOTE)
    assert note_ids(read_deck(path)) == ["good"]


def test_problems_contain_the_file_path(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(DECK_HEADER + GOOD_NOTE + "  - {}\n")
    assert {problem.path for problem in read_deck(path).problems} == {path}


def unreadable_problem(reading: DeckReadResult) -> Problem:
    assert reading.deck is None
    assert problem_positions(reading) == [("unreadable", 1, 1, "")]
    return reading.problems[0]


def test_missing_file_is_reported(tmp_path: Path) -> None:
    assert "No such file" in unreadable_problem(read_deck(tmp_path / "none.yaml")).message


def test_folder_is_reported(tmp_path: Path) -> None:
    assert "folder" in unreadable_problem(read_deck(tmp_path)).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_named_pipe_is_reported_without_blocking(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "not a file" in unreadable_problem(read_deck(tmp_path / "pipe.yaml")).message


def test_invalid_path_is_reported() -> None:
    assert unreadable_problem(read_deck(Path("a\0b.yaml"))).kind is ProblemKind.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(DECK_HEADER + GOOD_NOTE)
    path.chmod(0)
    assert unreadable_problem(read_deck(path)).kind is ProblemKind.UNREADABLE


def deck_with_notes(count: int) -> bytes:
    return (DECK_HEADER + "".join(f"  - {{id: n{n}, front: f, back: b}}\n" for n in range(count))).encode()


def test_progress_is_reported_and_never_decreases() -> None:
    progress: list[int] = []
    read_deck_bytes(deck_with_notes(2500), PATH, progress.append)
    assert progress[:2] == [1000, 2000]
    assert progress[2:] == [2500] * 3


@pytest.mark.parametrize("last", [1000, 2500])
@pytest.mark.parametrize("enabled", [True, False])
def test_progress_callback_can_stop_reading(last: int, enabled: bool) -> None:
    class Stopped(Exception):
        pass

    def stop(count: int) -> None:
        assert not gc.isenabled()
        if count >= last:
            raise Stopped

    was_enabled = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with pytest.raises(Stopped):
            read_deck_bytes(deck_with_notes(2500), PATH, stop)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()


def test_problem_list_is_limited() -> None:
    reading = read_text(
        DECK_HEADER + "  - {front: word, back: b}\n" * (MAX_LISTED_PROBLEMS + 50) + "  - {id: x}\n"
    )
    assert len(reading.problems) == MAX_LISTED_PROBLEMS + 1
    assert reading.problems[-1].kind.code == "more-problems"
    assert [one.note_id for one in reading.problems if one.severity is Severity.ERROR] == ["x", "x"]
    assert len(note_ids(reading)) == MAX_LISTED_PROBLEMS + 50


@given(st.binary(max_size=300))
def test_any_bytes_give_a_result(data: bytes) -> None:
    check_invariants(read_deck_bytes(data, PATH))


YAML_CHARACTERS = st.text(alphabet="abn:-{}[]\"'&*!|>%@`#,? \t\n\r~<=.1\u2028\x85é", max_size=200)


@given(YAML_CHARACTERS)
def test_any_notes_text_gives_a_result(words: str) -> None:
    check_invariants(read_text(DECK_HEADER + words))


@settings(max_examples=300)
@given(st.data())
def test_any_damaged_deck_gives_a_result(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([COMPLETE_DECK, COMPLETE_DECK.replace("\n", "\r\n")]))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(YAML_CHARACTERS.map(lambda words: words[:6])) + text[end:]
    check_invariants(read_text(text))
    check_invariants(read_deck_bytes(text.encode()[: data.draw(st.integers(0, len(text)))], PATH))


@pytest.mark.parametrize("name", ["CSafeLoader", "SafeLoader"])
def test_c_and_python_loaders_agree(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    expected = read_text(COMPLETE_DECK)
    monkeypatch.setattr(yaml_tree_building, "LOADER", getattr(yaml, name))
    assert read_text(COMPLETE_DECK) == expected
    assert note_ids(expected) == ["basic", "cloze", "choice", "t"]


def check_invariants(reading: DeckReadResult) -> None:
    """Invariants for any file: reading gives a deck or an error, and each problem fits on one line."""
    assert reading.deck is not None or any(one.severity is Severity.ERROR for one in reading.problems)
    assert len(reading.problems) <= MAX_LISTED_PROBLEMS + 1
    for problem in reading.problems:
        assert problem.line >= 1 and problem.column >= 1
        assert "\n" not in str(problem)
    if reading.deck is not None:
        keys = [note.key for note in reading.deck.notes]
        assert len(set(keys)) == len(keys)
        for note in reading.deck.notes:
            assert note.deck_id == reading.deck.metadata.id
            assert all(key in keys for key in note.prerequisites if key.startswith(f"{note.deck_id}/"))
