"""Blanks, tabs and invisible characters of cells stand on the card, and in a table that is exported again."""

import csv
import io
from pathlib import Path

import pytest

from studyapp.core.cards.card import cards_of
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from tests.anki.studyapp_instance import StudyAppInstance
from tests.textfiles.text_import_helpers import import_text, notes_in

CELLS = [
    "Output?\n\nwhile n > 0:\n    if n % 2:\n        print(n)\n    n -= 1",
    '{\n\t"key": [\n\t\t1\n\t]\n}',
    "two  blanks   or three",
    "name\tvalue",
    "1\xa0000 kg",
    "เขา\u200bกิน\u200bข้าว",
    "    indented from the first line\n    on",
    "  *a*\n  - b\n  1. c",
]


@pytest.mark.parametrize("cell", CELLS)
def test_blanks_of_a_cell_stand_on_the_card(instance: StudyAppInstance, tmp_path: Path, cell: str) -> None:
    output = io.StringIO()
    csv.writer(output).writerows([("Front", "Back"), (cell, cell)])
    report = import_text(instance, tmp_path, "t.csv", output.getvalue())
    assert (report.added_count, report.losses) == (1, ())
    (note,) = notes_in(instance, "t")
    face = render_face(cards_of(note)[0], CardLanguages.ENGLISH)
    shown = cell.replace("\t", "    ").replace("\n\n", "\n")  # a paragraph is a line of plain text
    assert html_to_text(face.question).replace("\xa0", " ") == shown.replace("\xa0", " ")
    assert html_to_text(face.answer).replace("\xa0", " ") == shown.replace("\xa0", " ")
    assert face.question.count("&nbsp;") >= cell.count("    ") * 3
