import codecs
import hashlib
import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.atomic_file import replace_content
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.reading.deck_reading import build_deck_from_bytes, read_deck, read_deck_bytes
from studyapp.deckfiles.writing import id_writing
from studyapp.deckfiles.writing.id_writing import insert_ids, write_missing_ids
from tests.deckfiles.deck_texts import DECK_HEADER, GOOD_NOTE, note_ids, problem_positions


def write_ids(tmp_path: Path, text: str | bytes, expected: int) -> bytes:
    path = tmp_path / "my deck.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = read_deck(path)
    assert write_missing_ids(path) == expected
    after = read_deck(path)
    assert after.deck == before.deck
    assert not [one for one in after.problems if one.kind.code in ("note-without-id", "deck-without-id")]
    assert write_missing_ids(path) == 0
    return path.read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - front: f\n    back: b\n", "  - id: f\n    front: f\n    back: b\n"),
        ("- front: f\n  back: b\n", "- id: f\n  front: f\n  back: b\n"),
        ("  -   front: f\n      back: b\n", "  -   id: f\n      front: f\n      back: b\n"),
        ("  -\n    front: f\n    back: b\n", "  -\n    id: f\n    front: f\n    back: b\n"),
        ("  - # why\n    front: f\n    back: b\n", "  - # why\n    id: f\n    front: f\n    back: b\n"),
        ("  - {front: f, back: b}\n", "  - {id: f, front: f, back: b}\n"),
        ("  - { front: f, back: b }\n", "  - { id: f, front: f, back: b }\n"),
        ("  - {\n    front: f,\n    back: b}\n", "  - { id: f,\n    front: f,\n    back: b}\n"),
        ('  - {"front":f, "back":b}\n', '  - {id: f, "front":f, "back":b}\n'),
        ("  - ? front\n    : f\n    back: b\n", "  - id: f\n    ? front\n    : f\n    back: b\n"),
        ('  - "front": f # é\n    back: b\n', '  - id: f\n    "front": f # é\n    back: b\n'),
        ("  [{front: f, back: b}]\n", "  [{id: f, front: f, back: b}]\n"),
        ("  - {front: f, back: b}", "  - {id: f, front: f, back: b}"),
    ],
)
def test_id_is_written_in_the_style_of_the_note(tmp_path: Path, before: str, after: str) -> None:
    assert write_ids(tmp_path, DECK_HEADER + before, 1).decode() == DECK_HEADER + after


def test_deck_id_is_written_above_other_fields(tmp_path: Path) -> None:
    text = "# yaml-language-server: $schema=x\n\ntitle: t # name\nnotes:\n" + GOOD_NOTE
    after = "# yaml-language-server: $schema=x\n\ndeck: my-deck\ntitle: t # name\nnotes:\n" + GOOD_NOTE
    assert write_ids(tmp_path, text, 1).decode() == after


def test_flow_style_deck_gets_its_id_inside_braces(tmp_path: Path) -> None:
    text = "{title: t, notes: [{front: f, back: b}]}"
    expected = "{deck: my-deck, title: t, notes: [{id: f, front: f, back: b}]}"
    assert write_ids(tmp_path, text, 2).decode() == expected


def test_only_missing_ids_are_written(tmp_path: Path) -> None:
    text = (
        DECK_HEADER
        + GOOD_NOTE
        + "  - front: f\n    back: b\n  - {front: f, back: b}\n"
        + "  - {id: f-3, front: f, back: b}\n"
    )
    expected = (
        DECK_HEADER
        + GOOD_NOTE
        + "  - id: f\n    front: f\n    back: b\n  - {id: f-2, front: f, back: b}\n"
        + "  - {id: f-3, front: f, back: b}\n"
    )
    assert write_ids(tmp_path, text, 2).decode() == expected


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
def test_newlines_and_bom_are_kept(tmp_path: Path, newline: str, bom: bytes) -> None:
    text = "title: t\nnotes:\n  - front: 問題\n    back: b\n".replace("\n", newline)
    after = write_ids(tmp_path, bom + text.encode(), 2)
    generated_id = "note-" + hashlib.sha256("問題".encode()).hexdigest()[:8]
    lines = [
        "deck: my-deck",
        "title: t",
        "notes:",
        f"  - id: {generated_id}",
        "    front: 問題",
        "    back: b",
        "",
    ]
    assert after == bom + newline.join(lines).encode()


def test_note_with_syntax_error_is_left_unchanged(tmp_path: Path) -> None:
    broken = "  - front: @home\n    back: b\n"
    after = write_ids(tmp_path, DECK_HEADER + broken + "  - front: f\n    back: b\n", 1)
    assert after.decode() == DECK_HEADER + broken + "  - id: f\n    front: f\n    back: b\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: [",
        "- a\n",
        "title: t\n",
        "format: 9\ntitle: t\nnotes:\n- {front: f, back: b}\n",
        DECK_HEADER + GOOD_NOTE,
    ],
)
def test_file_without_missing_ids_is_not_touched(tmp_path: Path, text: str) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(text)
    os.utime(path, (1, 1))
    assert write_missing_ids(path) == 0
    assert (path.read_text(), path.stat().st_mtime) == (text, 1)


def test_missing_file_is_not_created(tmp_path: Path) -> None:
    assert write_missing_ids(tmp_path / "none.yaml") == 0
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_if_the_deck_would_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(DECK_HEADER + "  - {front: f, back: b}\n")
    monkeypatch.setattr(id_writing, "insert_ids", lambda data, missing: data.replace(b"back: b", b"back: c"))
    assert write_missing_ids(path) == 0
    assert path.read_text() == DECK_HEADER + "  - {front: f, back: b}\n"


NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])
WORDS = st.sampled_from(
    ["f", "'it''s'", '"a: b"', "問題", "two words", "|\n      one\n\n      two\n", ">\n      x\n"]
)
STYLES = st.sampled_from(
    [
        "  - front: {}\n    back: b\n",
        "  -\n    # c: d\n    back: b\n    front: {}\n\n",
        "  -   id: own{}\n      front: x\n      back: b # e\n",
        "  - {{front: x{}, back: b}}\n",
        "  - {{ back: b, front: x{} }} # f\n",
        "\n  - front: {}\n    back:\n      en: b\n",
    ]
)


@st.composite
def decks(draw: st.DrawFn) -> bytes:
    notes = ""
    for number in range(draw(st.integers(0, 6))):
        style = draw(STYLES)
        notes += style.format(draw(WORDS) if style.count("front: {}") else number)
    head = draw(st.sampled_from(["", "# c\n", "---\n", "deck: d\n"]))
    text = f"{head}title: t\nnotes:{' []' * (not notes)}\n{notes}".replace("\n", draw(NEWLINES))
    return draw(st.sampled_from([b"", codecs.BOM_UTF8])) + text.encode()


@given(decks())
def test_writing_ids_changes_nothing_else(data: bytes) -> None:
    path = Path("some deck.yaml")
    built = build_deck_from_bytes(data, ProblemList(path))
    assert built is not None
    after = insert_ids(data, built.missing_ids)
    reading = read_deck_bytes(after, path)
    assert reading.deck == built.deck
    assert not [code for code, *_ in problem_positions(reading) if code.endswith("without-id")]
    rest = after.decode()
    for one in built.missing_ids:
        line = re.escape(f"{one.field}: {one.id}")
        rest, count = re.subn(rf" {line},(?=\s)|{line}(?:, |(?:\r\n|\r|\n) *)", "", rest, count=1)
        assert count == 1
    assert rest.encode() == data


def test_file_mode_and_symlink_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target = folder / "deck.yaml"
    target.write_text(DECK_HEADER + "  - {front: f, back: b}\n")
    target.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    assert write_missing_ids(link) == 1
    assert link.is_symlink() and note_ids(read_deck(target)) == ["f"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in folder.iterdir()] == ["deck.yaml"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_failed_write_leaves_the_file_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*{"fsync": (os, "fsync", fail), "replace": (Path, "replace", fail)}[step])
    with pytest.raises(OSError, match="No space left"):
        replace_content(path, b"new")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


def test_new_content_is_synced_before_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"old")
    steps: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _: steps.append(path.read_bytes()))
    replace_content(path, b"new")
    assert steps[0] == b"old" and path.read_bytes() == b"new"


def test_a_change_by_another_program_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"deck: d\nnotes:\n  - front: q\n    back: a\n")
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"changed"))
    with pytest.raises(OSError, match="another program"):
        write_missing_ids(path)
    assert path.read_bytes() == b"changed"
