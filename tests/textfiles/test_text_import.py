"""Tables and pages come in: from spreadsheets, from Anki's own text export, and from here."""

import csv
import io
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from anki.collection import Collection as Anki
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Basic, Cloze, CustomContent, Note, Reversed
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.markdown_rendering import html_to_text, render_markdown
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.import_losses import LossKind
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.services.transfer.file_import import ImportReport
from studyapp.store import notes as note_table
from tests.anki.anki_collections import add
from tests.anki.studyapp_instance import Machine, machine
from tests.services.study_driver import FakeTime


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Machine]:
    made = Machine.at(tmp_path / "ours" / "collection.db")
    made.folder.mkdir()
    made.time = FakeTime(round(time.time() * 1000))
    yield made
    made.close()


def notes_in(here: Machine, deck: str) -> list[Note]:
    with here.collection.read_transaction() as connection:
        return [note for note, _ in note_table.iterate_present(connection, deck)]


def sides(here: Machine, deck: str) -> list[tuple[str, str]]:
    """The questions and answers of a deck of basic notes."""
    contents = [note.content for note in notes_in(here, deck)]
    return [
        (content.front.versions[0][1], content.back.versions[0][1])
        for content in contents
        if isinstance(content, Basic)
    ]


def take(here: Machine, folder: Path, name: str, words: str | bytes) -> ImportReport:
    path = folder / name
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    report = here.take_in(path)
    again = here.take_in(path)
    assert again.added_count == 0
    return report


@pytest.mark.parametrize(
    ("name", "words"),
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
def test_a_table_of_questions_and_answers(
    here: Machine, tmp_path: Path, name: str, words: str | bytes
) -> None:
    report = take(here, tmp_path, name, words)
    assert (report.added_count, report.losses) == (2, ())
    assert sides(here, "pairs") == [("one", "1"), ("two", "2")]
    text = (here.folder / "pairs.yaml").read_text()
    assert "note_types" not in text
    assert "title: pairs\n" in text


def test_cells_are_words_and_not_markup(here: Machine, tmp_path: Path) -> None:
    take(here, tmp_path, "t.csv", 'a *b* <i>c</i>,"two\nlines"\n')
    ((front, back),) = sides(here, "t")
    assert html_to_text(render_markdown(front)) == "a *b* <i>c</i>"
    assert back == "two\nlines"


def test_columns_say_deck_tags_and_more(here: Machine, tmp_path: Path) -> None:
    words = "front,back,deck,tags,why,Source\none,1,A::B,x y,because,\ntwo,2,C,,,a book\nthe {{c1::third}},,C,z,,\n"
    take(here, tmp_path, "t.csv", words)
    (one,) = notes_in(here, "a-b")
    assert (one.tags, one.explanation) == (("x", "y"), LocalizedText.language_neutral("because"))
    two, three = notes_in(here, "c")
    assert two.explanation == LocalizedText.language_neutral("a book")
    assert three.content == Cloze(LocalizedText.language_neutral("the {{c1::third}}"))


def test_more_columns_than_sides_stay_fields(here: Machine, tmp_path: Path) -> None:
    take(here, tmp_path, "t.csv", "one,1,more,still more\n")
    (note,) = notes_in(here, "t")
    assert isinstance(note.content, CustomContent)
    assert note.content.fields == ("one", "1", "more", "still more")


def test_rows_of_one_question_are_notes_of_their_own(here: Machine, tmp_path: Path) -> None:
    assert take(here, tmp_path, "t.csv", "a,1\na,2\n").added_count == 2


def test_ankis_notes_in_plain_text(here: Machine, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    anki = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    add(anki, "Basic", "front, <b>bold</b>", 'two<br>"lines"', deck="One::Two", tags=("x", "y"))
    add(anki, "Cloze", "a {{c1::blank}}", "", deck="One::Two")
    path = tmp_path / "theirs.txt"
    anki.export_note_csv(
        out_path=str(path), limit=None, with_html=True, with_tags=True, with_deck=True, with_notetype=True, with_guid=True
    )  # fmt: skip
    guids = set(anki.db.list("SELECT guid FROM notes")) if anki.db else set()
    anki.close()
    report = here.take_in(path)
    assert (report.added_count, report.losses) == (2, ())
    basic_note, cloze = notes_in(here, "one-two")
    assert basic_note.content == Basic(
        LocalizedText.language_neutral("front, **bold**"), LocalizedText.language_neutral('two\n"lines"')
    )
    assert cloze.content == Cloze(LocalizedText.language_neutral("a {{c1::blank}}"))
    assert basic_note.tags == ("x", "y")
    assert {basic_note.anki_guid, cloze.anki_guid} == guids
    assert here.take_in(path).added_count == 0


PAGE = """\
# Capitals

## Europe

### What is the capital of France?

Paris, *of course*.

```
# no heading
```

**And of Peru?**

Lima

# Others
## One
1
"""


def test_a_page_of_questions(here: Machine, tmp_path: Path) -> None:
    report = take(here, tmp_path, "page.md", PAGE)
    assert (report.added_count, report.losses) == (3, ())
    assert sides(here, "capitals") == [
        ("What is the capital of France?", "Paris, *of course*.\n\n```\n# no heading\n```"),
        ("And of Peru?", "Lima"),
    ]
    assert notes_in(here, "capitals")[0].tags == ("Europe",)
    assert sides(here, "others") == [("One", "1")]


def test_pictures_of_a_page_come_along(here: Machine, tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.png").write_bytes(b"picture")
    (tmp_path.parent / "secret.png").write_bytes(b"secret")
    words = "above\n\n## One\n![x](img/a.png) ![](../secret.png) ![](/etc/passwd.png)\n"
    report = take(here, tmp_path, "page.md", words)
    assert [loss.kind for loss in report.losses] == [LossKind.TEXT_BEFORE_FIRST_QUESTION]
    (picture,) = (here.folder / "page-media").iterdir()
    assert picture.read_bytes() == b"picture"
    assert sides(here, "page")[0][1].startswith(f"![x](page-media/{picture.name}) ![](../secret.png)")


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".md"])
def test_what_was_written_here_is_read_here(tmp_path: Path, ending: str) -> None:
    text = LocalizedText.language_neutral
    here = machine(
        tmp_path / "here",
        [Note("d", "a", Basic(text("one *x*"), text("1"))), Note("d", "b", Reversed(text("two"), text("2")))],
    )
    library, _ = refresh_library(here.collection, [here.folder], here.clock())
    target = tmp_path / f"out{ending}"
    export_decks(here.collection, library, ExportRequest(("d",), CardLanguages.ENGLISH, target), here.clock())
    if ending != ".md":  # a page does not say which notes its cards are of
        report = here.take_in(target)
        assert (report.added_count, report.existing_count) == (0, 2)
    other = machine(tmp_path / "other", ())
    assert other.take_in(target).added_count == 3
    with other.collection.read_transaction() as connection:
        (deck,) = {row[0] for row in connection.execute("SELECT deck FROM note")}
    assert [(html_to_text(render_markdown(front)), back) for front, back in sides(other, deck)] == [
        ("one x", "1"), ("two", "2"), ("2", "two"),
    ]  # fmt: skip
    for one in (here, other):
        one.close()


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        ("t.csv", 'one,1\n"two,2\nthree,3\n', "line 3"),
        ("t.csv", b"one,1\ntwo,\xff\n", "line 2"),
        ("t.csv", "one,1\ntwo,\0\n", "line 2"),
        ("t.csv", "", "no rows"),
        ("t.csv", "#separator:Comma\n", "no rows"),
        ("t.md", "only words\n", "no question"),
        ("t.md", "# A title\n", "no question"),
    ],
)
def test_what_is_no_table_or_page_is_said_with_its_place(
    here: Machine, tmp_path: Path, name: str, words: str | bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    with pytest.raises(UnreadableFileError, match=told):
        here.take_in(path)
    assert list(here.folder.iterdir()) == []


cells = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n*_#<>&`{}[]|~-"),
    min_size=1,
    max_size=20,
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=5), st.sampled_from((",", "\t", ";")))
def test_any_words_come_through_a_table(rows: list[tuple[str, str]], separator: str) -> None:
    """As they look: a cell is lines of words, and blanks at their ends and between them count as one."""
    rows = [row for row in rows if all(cell.strip() for cell in row)]
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows([("front", "back"), *rows])
    with TemporaryDirectory() as name:
        here = machine(Path(name) / "here", ())
        path = Path(name) / "t.csv"
        path.write_text(written.getvalue(), encoding="utf-8", newline="")
        if rows:
            report = here.take_in(path)
            left_out = [loss for loss in report.losses if loss.kind is not LossKind.FORMULA]
            assert report.added_count + len(left_out) == len(rows)
            assert here.take_in(path).added_count == 0
            for note in notes_in(here, "t"):
                if isinstance(note.content, Basic):
                    shown = [
                        seen(html_to_text(render_markdown(text.versions[0][1])))
                        for text in (note.content.front, note.content.back)
                    ]
                    assert tuple(shown) in {(seen(front), seen(back)) for front, back in rows}
        here.close()


@pytest.mark.parametrize(
    ("cell", "is_formula"),
    [
        ("\\[", False), ("a \\( b", False), ("\\) x \\(", False), ("\\( \\]", False), ("[latex]", False), ("[$", False), ("[anki:", False),
        ("\\[x^2\\]", True), ("so \\(x\ny\\) is", True), ("[LaTeX]x[/latex]", True), ("[$]x[/$]", True),
    ],
)  # fmt: skip
def test_only_a_whole_formula_is_reported_as_one(
    here: Machine, tmp_path: Path, cell: str, is_formula: bool
) -> None:
    written = io.StringIO()
    csv.writer(written).writerow([cell, "back"])
    report = take(here, tmp_path, "t.csv", written.getvalue())
    assert report.added_count == 1
    assert [loss.kind for loss in report.losses] == [LossKind.FORMULA] * is_formula
    if not is_formula:
        ((front, _),) = sides(here, "t")
        assert html_to_text(render_markdown(front)) == cell


def seen(words: str) -> str:
    return " ".join(words.replace("\u200b", " ").split())


def test_a_row_ends_where_a_line_does(here: Machine, tmp_path: Path) -> None:
    take(here, tmp_path, "t.csv", "q1,one\u2028two\r\nq2,a\u2029b\rq3,3")
    assert [front for front, _ in sides(here, "t")] == ["q1", "q2", "q3"]


@pytest.mark.parametrize("name", ["Example: usage", "#{x}", "Card", 'a "quoted" name', "FrontSide", "::"])
def test_columns_of_any_name_are_fields_that_anki_has(tmp_path: Path, name: str) -> None:
    here = machine(tmp_path / "here", ())
    written = io.StringIO()
    csv.writer(written).writerows([("Front", "Back", name, "Other"), ("f", "b", "hello", "x")])
    take(here, tmp_path, "t.csv", written.getvalue())
    (note,) = notes_in(here, "t")
    assert "hello" in render_face(cards_of(note)[0], CardLanguages.ENGLISH).answer
    library, _ = refresh_library(here.collection, [here.folder], here.clock())
    out = tmp_path / "out.apkg"
    export_decks(here.collection, library, ExportRequest(("t",), CardLanguages.ENGLISH, out), here.clock())
    (tmp_path / "theirs").mkdir()
    anki = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    for _ in range(2):
        options = ImportAnkiPackageOptions(merge_notetypes=True)
        anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(out), options=options))
    (number,) = anki.find_notes("")
    assert anki.get_note(number).fields == list(note.content.fields)  # type: ignore[union-attr]
    anki.close()
    here.close()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("t.csv", "deck,note\nd,n\n"), ("t.csv", "#tags column:1\nfoo\n"), ("t.csv", "#guid column:" + "9" * 5000 + "\na,b\n"),
        ("t.csv", "#html:true\n&#" + "9" * 5000 + ";,b\n"), ("t.md", "## &#" + "9" * 5000 + ";\nb\n"), ("t.md", "# a" + " " * 50_000 + "b\n"),
        ("t.csv", "a,b\n" * 3000), ("t.csv", "#separator:\n#columns:\na\n"),
    ],
    ids=lambda words: words[:12],
)  # fmt: skip
def test_odd_texts_are_taken_in_or_refused(here: Machine, tmp_path: Path, name: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(words)
    try:
        report = here.take_in(path)
    except UnreadableFileError as error:
        assert str(error)
        assert list(here.folder.iterdir()) == []
    else:
        assert report.added_count > 0
        assert here.take_in(path).added_count == 0
