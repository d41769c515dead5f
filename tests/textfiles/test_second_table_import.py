"""Importing a table again after it was extended, and tables that version 1 imported."""

import random
from pathlib import Path

import pytest

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.import_losses import LossKind
from studyapp.deckfiles.writing.deck_to_yaml import deck_to_yaml
from studyapp.services.library.library_refresh import refresh_library
from studyapp.textfiles.content_identity import QuestionKey, numbered_guid
from tests.anki.studyapp_instance import StudyAppInstance
from tests.textfiles.text_import_helpers import import_text, sides


@pytest.mark.parametrize(
    ("header", "rows", "new_row"),
    [
        ("Expression,Meaning,Tags\n", ["san,three,n", "yon,four,n", "go,five,n"], "rei,zero,n"),
        ("Front,Back\n", ["san,three", "yon,four"], "rei,zero"),
        ("", ["san,three", "yon,four"], "rei,zero"),
        ("Meaning,Kana\n", ["three,san", "four,yon"], "zero,rei"),
        ("", ["san,three", "san,Mr", "san,mountain"], "san,acid"),
        ("id,Front,Back\n", ["7,san,three", "8,yon,four"], "9,san,three"),
        ("#guid column:1\n", ["g7,san,three", "g8,yon,four"], "g9,san,three"),
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_extended_table_adds_exactly_the_new_row(
    instance: StudyAppInstance, tmp_path: Path, header: str, rows: list[str], new_row: str, seed: int
) -> None:
    separator_line = "#separator:Comma\n" if header.startswith("#") else ""
    import_text(instance, tmp_path, "numbers.csv", separator_line + header + "\n".join(rows))
    before = sides(instance, "numbers")
    extended = [*rows, new_row]
    random.Random(seed).shuffle(extended)
    report = import_text(instance, tmp_path, "numbers.csv", separator_line + header + "\n".join(extended))
    assert (report.added_count, report.existing_count) == (1, len(rows))
    fields = [field for field in new_row.split(",") if field not in ("9", "g9", "n")]
    assert sides(instance, "numbers") == [*before, tuple(fields)]


def write_released_notes(instance: StudyAppInstance, deck: str, notes: list[tuple[str, str, str]]) -> None:
    """Write a deck of notes with these guids, questions and answers."""
    text = LocalizedText.language_neutral
    written = [
        Note(deck, f"n{number}", Basic(text(front), text(back)), anki_guid=guid)
        for number, (guid, front, back) in enumerate(notes)
    ]
    metadata = DeckMetadata(deck, text(deck))
    path = instance.folder / f"{deck}.yaml"
    path.write_text(deck_to_yaml(metadata, written), encoding="utf-8")
    refresh_library(instance.collection, [instance.folder], instance.clock())


@pytest.mark.parametrize(
    ("content", "identities", "released"),
    [
        ("Front,Back\nsan,three\nyon,four\n", ["san", "yon"], [("san", "three"), ("yon", "four")]),
        ("san,three\nsan,Mr\n", ["san", "san"], [("san", "three"), ("san", "Mr")]),
        ("Expression,Meaning,Tags\nsan,three,n\nyon,four,n\n", ["", ""], [("three", "san"), ("four", "yon")]),
        ("Frage;Antwort\nsan;three\n", ["Frage", "san"], [("Frage", "Antwort"), ("san", "three")]),
        ("#separator:Semicolon\n#columns:Front;Back\nsan;three\n", ["three"], [("three", "san")]),
    ],
    ids=["front", "same question", "without front", "header as a note", "columns line"],
)  # fmt: skip
@pytest.mark.parametrize("is_reversed", [False, True])
def test_notes_that_version_1_imported_are_recognized(
    instance: StudyAppInstance,
    tmp_path: Path,
    content: str,
    identities: list[str],
    released: list[tuple[str, str]],
    is_reversed: bool,
) -> None:
    counts = dict.fromkeys(identities, 0)
    notes = []
    for identity, (front, back) in zip(identities, released, strict=True):
        counts[identity] += 1
        guid = numbered_guid(QuestionKey("numbers", identity), counts[identity])
        notes.append((guid, front, back))
    write_released_notes(instance, "numbers", notes)
    lines = content.splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.startswith("san"))
    body = lines[first:]
    if is_reversed:
        body.reverse()
    path = tmp_path / "numbers.csv"
    path.write_text("".join([*lines[:first], *body]), encoding="utf-8")
    assert instance.import_file(path).added_count == 0
    extra = "rei,zero\n" if "," in body[0] else "rei;zero\n"
    path.write_text("".join([*lines[:first], extra, *body]), encoding="utf-8")
    report = instance.import_file(path)
    assert report.added_count == 1
    assert ("rei", "zero") in sides(instance, "numbers")


@pytest.mark.parametrize(
    ("first", "second", "changed_lines"),
    [
        ("Front,Back\nsan,three\nyon,four\n", "Front,Back\nyon,four\nsan,THREE\n", [3]),
        ("Front,Back,Note\nsan,three,a\n", "Front,Back,Note\nsan,three,b\n", [2]),
        ("Front,Back,Tags\nsan,three,a\n", "Front,Back,Tags\nsan,three,a b\n", [2]),
        ("id,Front,Back\n7,san,three\n", "id,Front,Back\n7,mi,three\n", [2]),
        ("guid,Front,Back\ng7,san,three\n", "guid,Front,Back\ng7,san,3\n", [2]),
        ("a,b,c,d\n", "a,b,c,e\n", [1]),
        ("san,three\nsan,Mr\n", "san,Mrs\nsan,three\n", [1]),
        ("Front,Back\nsan,three\n", "Front,Back\nsan,three\n", []),
        ("Front,Back\n<b>san</b>,<img src='x.png'>\n", "Front,Back\n<b>san</b>,<img src='x.png'>\n", []),
        ('Front,Back\nthree,"x\n    y"\n', 'Front,Back\nthree,"x\n  y"\n', [2]),
    ],
)
def test_changed_row_is_reported_and_the_note_kept(
    instance: StudyAppInstance, tmp_path: Path, first: str, second: str, changed_lines: list[int]
) -> None:
    path = tmp_path / "numbers.csv"
    path.write_text(first, encoding="utf-8")
    instance.import_file(path)
    text = (instance.folder / "numbers.yaml").read_bytes()
    path.write_text(second, encoding="utf-8")
    report = instance.import_file(path)
    assert report.added_count == 0
    changed = [loss for loss in report.losses if loss.kind is LossKind.DIFFERENT_TEXT]
    assert [loss.line for loss in changed] == changed_lines
    assert (instance.folder / "numbers.yaml").read_bytes() == text


def test_note_of_version_1_is_recognized_if_its_column_names_were_a_note(
    instance: StudyAppInstance, tmp_path: Path
) -> None:
    released = [("Antwort", "Frage"), ("three", "san")]
    notes = [(numbered_guid(QuestionKey("numbers", front), 1), front, back) for front, back in released]
    write_released_notes(instance, "numbers", notes)
    path = tmp_path / "numbers.csv"
    path.write_text("Antwort;Frage\nthree;san\nfour;yon\n", encoding="utf-8")
    report = instance.import_file(path)
    assert (report.added_count, report.existing_count) == (1, 1)
    assert sides(instance, "numbers") == [*released, ("yon", "four")]
