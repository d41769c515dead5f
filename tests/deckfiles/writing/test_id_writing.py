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
from tests.deckfiles.deck_texts import GOOD, HEAD, found, ids


def identified(tmp_path: Path, text: str | bytes, expected: int) -> bytes:
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
def test_an_id_is_written_in_the_notes_own_style(tmp_path: Path, before: str, after: str) -> None:
    assert identified(tmp_path, HEAD + before, 1).decode() == HEAD + after


def test_the_decks_id_is_written_above_its_fields(tmp_path: Path) -> None:
    text = "# yaml-language-server: $schema=x\n\ntitle: t # name\nnotes:\n" + GOOD
    after = "# yaml-language-server: $schema=x\n\ndeck: my-deck\ntitle: t # name\nnotes:\n" + GOOD
    assert identified(tmp_path, text, 1).decode() == after


def test_a_deck_in_braces_gets_its_id_within(tmp_path: Path) -> None:
    text = "{title: t, notes: [{front: f, back: b}]}"
    expected = "{deck: my-deck, title: t, notes: [{id: f, front: f, back: b}]}"
    assert identified(tmp_path, text, 2).decode() == expected


def test_only_what_is_missing_is_written(tmp_path: Path) -> None:
    text = (
        HEAD
        + GOOD
        + "  - front: f\n    back: b\n  - {front: f, back: b}\n"
        + "  - {id: f-3, front: f, back: b}\n"
    )
    expected = (
        HEAD
        + GOOD
        + "  - id: f\n    front: f\n    back: b\n  - {id: f-2, front: f, back: b}\n"
        + "  - {id: f-3, front: f, back: b}\n"
    )
    assert identified(tmp_path, text, 2).decode() == expected


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_newlines_and_byte_order_mark_stay(tmp_path: Path, newline: str, mark: bytes) -> None:
    text = "title: t\nnotes:\n  - front: 問題\n    back: b\n".replace("\n", newline)
    after = identified(tmp_path, mark + text.encode(), 2)
    made = "note-" + hashlib.sha256("問題".encode()).hexdigest()[:8]
    lines = ["deck: my-deck", "title: t", "notes:", f"  - id: {made}", "    front: 問題", "    back: b", ""]
    assert after == mark + newline.join(lines).encode()


def test_a_note_that_is_not_yaml_is_left_as_it_is(tmp_path: Path) -> None:
    broken = "  - front: @home\n    back: b\n"
    after = identified(tmp_path, HEAD + broken + "  - front: f\n    back: b\n", 1)
    assert after.decode() == HEAD + broken + "  - id: f\n    front: f\n    back: b\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: [",
        "- a\n",
        "title: t\n",
        "format: 9\ntitle: t\nnotes:\n- {front: f, back: b}\n",
        HEAD + GOOD,
    ],
)
def test_a_file_that_is_no_deck_or_lacks_nothing_is_not_touched(tmp_path: Path, text: str) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(text)
    os.utime(path, (1, 1))
    assert write_missing_ids(path) == 0
    assert (path.read_text(), path.stat().st_mtime) == (text, 1)


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert write_missing_ids(tmp_path / "none.yaml") == 0
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_that_would_read_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(HEAD + "  - {front: f, back: b}\n")
    monkeypatch.setattr(id_writing, "insert_ids", lambda data, missing: data.replace(b"back: b", b"back: c"))
    assert write_missing_ids(path) == 0
    assert path.read_text() == HEAD + "  - {front: f, back: b}\n"


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
def test_all_else_stays_byte_for_byte_and_all_ids_are_the_same(data: bytes) -> None:
    path = Path("some deck.yaml")
    built = build_deck_from_bytes(data, ProblemList(path))
    assert built is not None
    after = insert_ids(data, built.missing_ids)
    reading = read_deck_bytes(after, path)
    assert reading.deck == built.deck
    assert not [code for code, *_ in found(reading) if code.endswith("without-id")]
    rest = after.decode()
    for one in built.missing_ids:
        line = re.escape(f"{one.field}: {one.id}")
        rest, count = re.subn(rf" {line},(?=\s)|{line}(?:, |(?:\r\n|\r|\n) *)", "", rest, count=1)
        assert count == 1
    assert rest.encode() == data


def test_the_mode_of_the_file_stays_and_a_link_goes_on_leading_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target = folder / "deck.yaml"
    target.write_text(HEAD + "  - {front: f, back: b}\n")
    target.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    assert write_missing_ids(link) == 1
    assert link.is_symlink() and ids(read_deck(target)) == ["f"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in folder.iterdir()] == ["deck.yaml"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_file_as_it_was(
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


def test_the_new_content_is_on_the_disk_before_it_takes_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"old")
    steps: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _: steps.append(path.read_bytes()))
    replace_content(path, b"new")
    assert steps[0] == b"old" and path.read_bytes() == b"new"
