"""Importing tables from spreadsheets and Anki's text export."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from anki.collection import Collection as Anki
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Basic, Cloze, CustomContent
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import add_note
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.textfiles.text_import_helpers import import_text, notes_in, sides


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pairs.csv", "one,1\ntwo,2\n"),
        ("pairs.csv", "\ufefffront,back\r\none,1\r\ntwo,2\r\n"),
        ("pairs.csv", "Answer;Question\n1;one\n2;two\n"),
        ("pairs.tsv", "one\t1\ntwo\t2"),
        ("pairs.txt", "#separator:Pipe\n#a comment of a kind\none|1\n\ntwo|2\n"),
        ("pairs.csv", "#columns:Back,Front\n1,one\n2,two\n"),
        ("pairs.csv", "one,1\ntwo,2\n".encode("utf-16")),
    ],
)
def test_table_of_questions_and_answers_is_imported(
    instance: StudyAppInstance, tmp_path: Path, name: str, content: str | bytes
) -> None:
    report = import_text(instance, tmp_path, name, content)
    assert (report.added_count, report.losses) == (2, ())
    assert sides(instance, "pairs") == [("one", "1"), ("two", "2")]
    text = (instance.folder / "pairs.yaml").read_text()
    assert "note_types" not in text
    assert "title: pairs\n" in text


def test_cells_are_plain_text(instance: StudyAppInstance, tmp_path: Path) -> None:
    import_text(instance, tmp_path, "t.csv", 'a *b* <c> &amp;,"two\nlines"\n')
    ((front, back),) = sides(instance, "t")
    assert html_to_text(render_markdown(front)) == "a *b* <c> &amp;"
    assert back == "two\nlines"


def test_columns_for_deck_tags_and_explanation(instance: StudyAppInstance, tmp_path: Path) -> None:
    content = "front,back,deck,tags,why,Source\none,1,A::B,x y,because,\ntwo,2,C,,,a book\nthe {{c1::third}},,C,z,,\n"
    import_text(instance, tmp_path, "t.csv", content)
    (one,) = notes_in(instance, "a-b")
    assert (one.tags, one.explanation) == (("x", "y"), LocalizedText.language_neutral("because"))
    two, three = notes_in(instance, "c")
    assert two.explanation == LocalizedText.language_neutral("a book")
    assert three.content == Cloze(LocalizedText.language_neutral("the {{c1::third}}"))


def test_additional_columns_become_fields(instance: StudyAppInstance, tmp_path: Path) -> None:
    import_text(instance, tmp_path, "t.csv", "one,1,more,still more\n")
    (note,) = notes_in(instance, "t")
    assert isinstance(note.content, CustomContent)
    assert note.content.fields == ("one", "1", "more", "still more")


def test_rows_with_same_question_are_separate_notes(instance: StudyAppInstance, tmp_path: Path) -> None:
    assert import_text(instance, tmp_path, "t.csv", "a,1\na,2\n").added_count == 2


def test_anki_text_export_is_imported(instance: StudyAppInstance, tmp_path: Path) -> None:
    (tmp_path / "anki").mkdir()
    anki = Anki(str(tmp_path / "anki" / "collection.anki2"))
    add_note(anki, "Basic", "front, <b>bold</b>", 'two<br>"lines"', deck="One::Two", tags=("x", "y"))
    add_note(anki, "Cloze", "a {{c1::blank}}", "", deck="One::Two")
    path = tmp_path / "exported.txt"
    anki.export_note_csv(
        out_path=str(path), limit=None, with_html=True, with_tags=True, with_deck=True, with_notetype=True, with_guid=True
    )  # fmt: skip
    guids = set(anki.db.list("SELECT guid FROM notes")) if anki.db else set()
    anki.close()
    report = instance.import_file(path)
    assert (report.added_count, report.losses) == (2, ())
    basic_note, cloze = notes_in(instance, "one-two")
    assert basic_note.content == Basic(
        LocalizedText.language_neutral("front, **bold**"), LocalizedText.language_neutral('two\n"lines"')
    )
    assert cloze.content == Cloze(LocalizedText.language_neutral("a {{c1::blank}}"))
    assert basic_note.tags == ("x", "y")
    assert {basic_note.anki_guid, cloze.anki_guid} == guids
    assert instance.import_file(path).added_count == 0


cell_texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n*_#<>&`{}[]|~-"),
    min_size=1,
    max_size=20,
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(cell_texts, cell_texts), min_size=1, max_size=5), st.sampled_from((",", "\t", ";")))
def test_any_text_survives_table_import(table_rows: list[tuple[str, str]], separator: str) -> None:
    """Compared as displayed: whitespace is trimmed and collapsed."""
    table_rows = [row for row in table_rows if all(cell.strip() for cell in row)]
    output = io.StringIO()
    csv.writer(output, delimiter=separator, lineterminator="\n").writerows([("front", "back"), *table_rows])
    with TemporaryDirectory() as name:
        instance = create_instance(Path(name) / "studyapp", ())
        path = Path(name) / "t.csv"
        path.write_text(output.getvalue(), encoding="utf-8", newline="")
        if table_rows:
            report = instance.import_file(path)
            skipped = [loss for loss in report.losses if loss.kind is not LossKind.FORMULA]
            assert report.added_count + len(skipped) == len(table_rows)
            assert instance.import_file(path).added_count == 0
            for note in notes_in(instance, "t"):
                if isinstance(note.content, Basic):
                    shown = [
                        collapse_spaces(html_to_text(render_markdown(text.versions[0][1])))
                        for text in (note.content.front, note.content.back)
                    ]
                    assert tuple(shown) in {
                        (collapse_spaces(front), collapse_spaces(back)) for front, back in table_rows
                    }
        instance.close()


@pytest.mark.parametrize(
    ("cell", "is_formula"),
    [
        ("\\[", False), ("a \\( b", False), ("\\) x \\(", False), ("\\( \\]", False), ("[latex]", False), ("[$", False), ("[anki:", False),
        ("\\[x^2\\]", False), ("so \\(x\ny\\) is", False), ("[LaTeX]x[/latex]", True),
            ("\\[\\unknown\\]", True), ("[$]\\frac[/$]", True),
    ],
)  # fmt: skip
def test_only_formulas_that_cannot_be_typeset_are_reported(
    instance: StudyAppInstance, tmp_path: Path, cell: str, is_formula: bool
) -> None:
    output = io.StringIO()
    csv.writer(output).writerow([cell, "back"])
    report = import_text(instance, tmp_path, "t.csv", output.getvalue())
    assert report.added_count == 1
    assert [loss.kind for loss in report.losses] == [LossKind.FORMULA] * is_formula
    if not is_formula:
        ((front, _),) = sides(instance, "t")
        assert html_to_text(render_markdown(front)) == " ".join(cell.split())


def collapse_spaces(content: str) -> str:
    return " ".join(content.replace("\u200b", " ").split())


def test_rows_end_at_line_breaks_only(instance: StudyAppInstance, tmp_path: Path) -> None:
    import_text(instance, tmp_path, "t.csv", "q1,one\u2028two\r\nq2,a\u2029b\rq3,3")
    assert [front for front, _ in sides(instance, "t")] == ["q1", "q2", "q3"]


@pytest.mark.parametrize("name", ["Example: usage", "#{x}", "Card", 'a "quoted" name', "FrontSide", "::"])
def test_any_column_name_becomes_anki_field(tmp_path: Path, name: str) -> None:
    instance = create_instance(tmp_path / "studyapp", ())
    output = io.StringIO()
    csv.writer(output).writerows([("Front", "Back", name, "Other"), ("f", "b", "hello", "x")])
    import_text(instance, tmp_path, "t.csv", output.getvalue())
    (note,) = notes_in(instance, "t")
    assert "hello" in render_face(cards_of(note)[0], CardLanguages.ENGLISH).answer
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    out = tmp_path / "out.apkg"
    export_decks(
        instance.collection, library, ExportRequest(("t",), CardLanguages.ENGLISH, out), instance.clock()
    )
    (tmp_path / "anki").mkdir()
    anki = Anki(str(tmp_path / "anki" / "collection.anki2"))
    for _ in range(2):
        options = ImportAnkiPackageOptions(merge_notetypes=True)
        anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(out), options=options))
    (number,) = anki.find_notes("")
    assert anki.get_note(number).fields == list(note.content.fields)  # type: ignore[union-attr]
    anki.close()
    instance.close()
