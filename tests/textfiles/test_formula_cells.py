"""Exported tables contain no formulas, and importing them restores the exact texts."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.cli.messages.transfer_reports import format_export_report
from studyapp.core.notes.note import Basic, Note
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.textfiles.formula_cells import escape_formula, is_formula, restore_formula
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.studyapp_instance import create_instance
from tests.textfiles.text_import_helpers import import_text, sides

TEXTS = ("=1+1", "'=1+1", "@SUM(A1)", "-x", "−5", "'tis", "a =b", "+1", "-2,5 %")


@given(st.text(st.sampled_from("'=+-@\t\r\n ＝a1.,%") | st.characters(exclude_categories=["Cs"])))
def test_escaped_cell_is_restored_and_starts_no_formula(cell: str) -> None:
    escaped = escape_formula(cell)
    assert restore_formula(escaped) == cell
    assert is_formula(cell) == (escaped != cell)
    if escaped.lstrip()[:1] in tuple("=+-@＝＋－＠") or escaped[:1] in tuple("\t\r\n"):
        float(escaped.replace(",", "").replace(".", "").rstrip(" %"))


@pytest.mark.parametrize("number", ["-5", "+3", "-1,000.5", "-20%", "-20 %"])
def test_number_with_a_sign_is_no_formula(number: str) -> None:
    assert not is_formula(number)


@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
def test_exported_table_has_no_formulas_and_is_restored(tmp_path: Path, suffix: str) -> None:
    text = LocalizedText.language_neutral
    notes = [Note("d", f"n{i}", Basic(text(f"q{i}"), text(cell))) for i, cell in enumerate(TEXTS)]
    instance = create_instance(tmp_path / "studyapp", notes)
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    target = tmp_path / f"out{suffix}"
    request = ExportRequest(("d",), CardLanguages.ENGLISH, target)
    report = export_decks(instance.collection, library, request, instance.clock())
    with target.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t" if suffix == ".tsv" else ",")
        answers = tuple(row["answer"] for row in rows)
    assert answers == ("'=1+1", "''=1+1", "'@SUM(A1)", "'-x", "−5", "'tis", "a =b", "+1", "-2,5 %")
    assert report.formula_count == 4
    assert list(format_export_report(target, report))[1].startswith("4 cells got an apostrophe in front")
    other = create_instance(tmp_path / "other", ())
    assert other.import_file(target).added_count == len(TEXTS)
    with other.collection.read_transaction() as connection:
        (deck,) = {row[0] for row in connection.execute("SELECT deck FROM note")}
    assert tuple(back for _, back in sides(other, deck)) == TEXTS
    for one in (instance, other):
        one.close()


def test_apostrophes_in_other_tables_are_kept(tmp_path: Path) -> None:
    instance = create_instance(tmp_path / "studyapp", ())
    import_text(instance, tmp_path, "t.csv", "deck,question,answer\nt,one,'=1\n")
    assert [html_to_text(render_markdown(back)) for _, back in sides(instance, "t")] == ["'=1"]
    instance.close()
