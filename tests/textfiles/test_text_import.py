"""Importing any text file: exported files, invalid files and unusual content."""

from pathlib import Path

import pytest

from studyapp.core.transfer.unreadable_file import UnreadableFileError
from tests.anki.studyapp_instance import StudyAppInstance
from tests.textfiles.text_import_helpers import import_text, sides

RELEASED_TABLE = """\
deck,note,type,section,evidence,tags,question,answer,why
d,a,basic,,,,one x,1,
d,b,reversed,,,,two,2,
d,b,reversed,,,,2,two,
"""
RELEASED_PAGE = "# Deck\n\n**one x**\n\n1\n\n**two**\n\n2\n\n**2**\n\ntwo\n"


@pytest.mark.parametrize(
    ("name", "content", "deck"), [("out.csv", RELEASED_TABLE, "d"), ("out.md", RELEASED_PAGE, "deck")]
)
def test_export_of_a_released_version_is_imported(
    instance: StudyAppInstance, tmp_path: Path, name: str, content: str, deck: str
) -> None:
    """Released versions wrote cards instead of notes."""
    assert import_text(instance, tmp_path, name, content).added_count == 3
    assert sides(instance, deck) == [("one x", "1"), ("two", "2"), ("2", "two")]


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
        ("t.md", "## q\n" + "`" * 20_000), ("t.md", "a::b\n" * 3000), ("t.md", "a::b\n\n" + "<!--" * 5000), ("t.md", "C: [x]" + "![" * 5000),
        ("t.md", '<!-- studyapp {"deck": "d"} -->\n<!-- studyapp {"note": ' + "[" * 9000 + "} -->\n## q\n\na"),
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
