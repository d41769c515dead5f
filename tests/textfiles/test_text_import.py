"""Importing any text file: exported files, invalid files and unusual content."""

from pathlib import Path

import pytest

from studyapp.core.notes.note import Basic, Note, Reversed
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.textfiles.text_import_helpers import sides


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".md"])
def test_exported_text_is_imported(tmp_path: Path, suffix: str) -> None:
    text = LocalizedText.language_neutral
    instance = create_instance(
        tmp_path / "studyapp",
        [Note("d", "a", Basic(text("one *x*"), text("1"))), Note("d", "b", Reversed(text("two"), text("2")))],
    )
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    target = tmp_path / f"out{suffix}"
    export_decks(
        instance.collection, library, ExportRequest(("d",), CardLanguages.ENGLISH, target), instance.clock()
    )
    if suffix != ".md":  # Markdown doesn't contain note IDs
        report = instance.import_file(target)
        assert (report.added_count, report.existing_count) == (0, 2)
    other = create_instance(tmp_path / "other", ())
    assert other.import_file(target).added_count == 3
    with other.collection.read_transaction() as connection:
        (deck,) = {row[0] for row in connection.execute("SELECT deck FROM note")}
    assert [(html_to_text(render_markdown(front)), back) for front, back in sides(other, deck)] == [
        ("one x", "1"), ("two", "2"), ("2", "two"),
    ]  # fmt: skip
    for one in (instance, other):
        one.close()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", 'one,1\n"two,2\nthree,3\n', "line 2"),
        ("t.csv", b"one,1\ntwo,\xff\n", "line 2"),
        ("t.csv", "one,1\ntwo,\0\n", "line 2"),
        ("t.csv", "", "no rows"),
        ("t.csv", "#separator:Comma\n", "no rows"),
        ("t.md", "only words\n", "no question"),
        ("t.md", "# A title\n", "no question"),
    ],
)
def test_invalid_text_is_rejected_with_position(
    instance: StudyAppInstance, tmp_path: Path, name: str, content: str | bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnreadableFileError, match=message):
        instance.import_file(path)
    assert list(instance.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "deck,note\nd,n\n"), ("t.csv", "#tags column:1\nfoo\n"), ("t.csv", "#guid column:" + "9" * 5000 + "\na,b\n"),
        ("t.csv", "#html:true\n&#" + "9" * 5000 + ";,b\n"), ("t.md", "## &#" + "9" * 5000 + ";\nb\n"), ("t.md", "# a" + " " * 50_000 + "b\n"),
        ("t.csv", "a,b\n" * 3000), ("t.csv", "#separator:\n#columns:\na\n"),
    ],
    ids=lambda content: content[:12],
)  # fmt: skip
def test_unusual_texts_are_imported_or_rejected(
    instance: StudyAppInstance, tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    try:
        report = instance.import_file(path)
    except UnreadableFileError as error:
        assert str(error)
        assert list(instance.folder.iterdir()) == []
    else:
        assert report.added_count > 0
        assert instance.import_file(path).added_count == 0
