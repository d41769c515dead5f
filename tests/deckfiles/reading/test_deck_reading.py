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
from tests.deckfiles.deck_texts import GOOD, HEAD, PATH, found, ids, read

RICH = """deck: rich
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


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(HEAD + GOOD)
    assert ids(read_deck(path)) == ["good"]


def test_problems_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(HEAD + GOOD + "  - {}\n")
    assert {problem.path for problem in read_deck(path).problems} == {path}


def refused(reading: DeckReadResult) -> Problem:
    assert reading.deck is None
    assert found(reading) == [("unreadable", 1, 1, "")]
    return reading.problems[0]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert "No such file" in refused(read_deck(tmp_path / "none.yaml")).message


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    assert "folder" in refused(read_deck(tmp_path)).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_a_problem_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "not a file" in refused(read_deck(tmp_path / "pipe.yaml")).message


def test_a_path_that_cannot_be_is_a_problem() -> None:
    assert refused(read_deck(Path("a\0b.yaml"))).kind is ProblemKind.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(HEAD + GOOD)
    path.chmod(0)
    assert refused(read_deck(path)).kind is ProblemKind.UNREADABLE


def many(count: int) -> bytes:
    return (HEAD + "".join(f"  - {{id: n{n}, front: f, back: b}}\n" for n in range(count))).encode()


def test_progress_is_told_and_never_goes_back() -> None:
    counts: list[int] = []
    read_deck_bytes(many(2500), PATH, counts.append)
    assert counts[:2] == [1000, 2000]
    assert counts[2:] == [2500] * 3


@pytest.mark.parametrize("last", [1000, 2500])
@pytest.mark.parametrize("enabled", [True, False])
def test_progress_may_stop_the_reading(last: int, enabled: bool) -> None:
    class Stopped(Exception):
        pass

    def stop(count: int) -> None:
        assert not gc.isenabled()
        if count >= last:
            raise Stopped

    was = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with pytest.raises(Stopped):
            read_deck_bytes(many(2500), PATH, stop)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()


def test_the_list_of_problems_has_an_end() -> None:
    reading = read(HEAD + "  - {front: word, back: b}\n" * (MAX_LISTED_PROBLEMS + 50) + "  - {id: x}\n")
    assert len(reading.problems) == MAX_LISTED_PROBLEMS + 1
    assert reading.problems[-1].kind.code == "more-problems"
    assert [one.note_id for one in reading.problems if one.severity is Severity.ERROR] == ["x", "x"]
    assert len(ids(reading)) == MAX_LISTED_PROBLEMS + 50


@given(st.binary(max_size=300))
def test_any_bytes_give_an_answer(data: bytes) -> None:
    check(read_deck_bytes(data, PATH))


YAML_LETTERS = st.text(alphabet="abn:-{}[]\"'&*!|>%@`#,? \t\n\r~<=.1\u2028\x85é", max_size=200)


@given(YAML_LETTERS)
def test_any_notes_give_an_answer(words: str) -> None:
    check(read(HEAD + words))


@settings(max_examples=300)
@given(st.data())
def test_any_damage_to_a_deck_gives_an_answer(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([RICH, RICH.replace("\n", "\r\n")]))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(YAML_LETTERS.map(lambda words: words[:6])) + text[end:]
    check(read(text))
    check(read_deck_bytes(text.encode()[: data.draw(st.integers(0, len(text)))], PATH))


@pytest.mark.parametrize("name", ["CSafeLoader", "SafeLoader"])
def test_both_loaders_read_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    expected = read(RICH)
    monkeypatch.setattr(yaml_tree_building, "LOADER", getattr(yaml, name))
    assert read(RICH) == expected
    assert ids(expected) == ["basic", "cloze", "choice", "t"]


def check(reading: DeckReadResult) -> None:
    """Check that a result contains a deck or an error, and that each problem fits on one line."""
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
