"""Random small tables give the same notes here and in Anki, where both read them in the same way."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from anki.collection import Collection as Anki
from anki.collection import ImportCsvRequest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.custom_cards import generate_custom_cards
from studyapp.core.notes.note import CustomContent
from studyapp.textfiles.csv_reading import read_csv
from tests.anki.studyapp_instance import EXAMPLES

SEPARATORS = {"Comma": ",", "Semicolon": ";", "Pipe": "|", "Tab": "\t", "Colon": ":"}
NOTE_TYPES = (
    "Basic",
    "Basic (and reversed card)",
    "Basic (optional reversed card)",
    "Basic (type in the answer)",
)

CELLS = st.text(st.sampled_from("ab\"'é字 ,;|:&<\n"), max_size=6).map(lambda cell: f"x{cell}y")
TAGS = st.lists(st.sampled_from(("one", "two", "a::b")), unique=True).map(" ".join)


class SmallTable(NamedTuple):
    separator: str
    note_type: str
    rows: list[tuple[str, str, str]]
    is_spreadsheet: bool

    def text(self) -> str:
        """The table with Anki's file headers, to which a spreadsheet adds the empty cells of the row."""
        output = io.StringIO()
        delimiter = SEPARATORS[self.separator]
        csv.writer(output, delimiter=delimiter, lineterminator="\n").writerows(self.rows)
        extra = 2 * delimiter if self.is_spreadsheet else ""
        headers = (f"separator:{self.separator}", "html:false", "tags column:3")
        lines = [f"#{header}{extra}\n" for header in headers] + [f"#notetype:{self.note_type}\n"]
        return "".join(lines) + output.getvalue()


TABLES = st.builds(
    SmallTable,
    st.sampled_from(sorted(SEPARATORS)),
    st.sampled_from(NOTE_TYPES),
    st.lists(st.tuples(CELLS, CELLS, TAGS), min_size=1, max_size=4, unique_by=lambda row: row[0]),
    st.booleans(),
)


@pytest.fixture(scope="module")
def anki() -> Iterator[Anki]:
    with tempfile.TemporaryDirectory() as folder:
        collection = Anki(str(Path(folder) / "collection.anki2"))
        yield collection
        collection.close()


def read_in_anki(anki: Anki, path: Path) -> list[tuple[list[str], list[str], int]]:
    """The fields, tags and card counts of the notes of a table in Anki, which then has no notes again."""
    metadata = anki.get_csv_metadata(str(path), None)
    anki.import_csv(ImportCsvRequest(path=str(path), metadata=metadata))
    numbers = anki.find_notes("", order="n.id")
    notes = [anki.get_note(number) for number in numbers]
    found = [(_as_text(note.fields), sorted(note.tags), len(note.cards())) for note in notes]
    anki.remove_notes(numbers)
    return found


def read_here(path: Path) -> list[tuple[list[str], list[str], int]]:
    notes = read_csv(path, lambda _: False).package.notes
    return [
        (
            _as_text(note.fields),
            sorted(note.tags),
            len(generate_custom_cards(CustomContent(note.note_type, note.fields), note.tags)),
        )
        for note in notes
    ]


def _as_text(fields: Iterable[str]) -> list[str]:
    """The fields without the entities, which Anki uses more often, and with plain blanks, as which Anki keeps indentation."""
    return [unescape(field).replace("\xa0", " ") for field in fields]


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(table=TABLES)
def test_random_table_gives_the_notes_of_anki(anki: Anki, table: SmallTable) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.txt"
        path.write_text(table.text(), encoding="utf-8", newline="")
        expected = read_in_anki(anki, path)
        found = read_here(path)
    width = len(found[0][0])
    assert [(fields[:width], tags, cards) for fields, tags, cards in expected] == found


@pytest.mark.parametrize(
    "content",
    [
        "one,1\ntwo,2\n",
        "#separator:Semicolon;;\none;1;x y\n",
        "#separator:\t\none\t1\n",
        "#separator:Comma\n#columns:Back,Front\n1,one\n",
        "\ufeff#separator:Pipe\none|1\n",
        "#html:true\n<b>one</b>\t1 &amp; 2\n",
        "#notetype column:1\n#separator:Comma\nBasic,one,1\nBasic (and reversed card),two,2\nCloze,{{c1::three}},3\n",
        "one,1\n#not a row\ntwo,2\n",
        "one\t<br>1\n",
    ],
)  # fmt: skip
def test_table_gives_the_notes_of_anki(anki: Anki, tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, encoding="utf-8")
    expected = read_in_anki(anki, path)
    found = read_here(path)
    assert [(sorted(fields), tags, cards) for fields, tags, cards in expected] == [
        (sorted(fields), tags, cards) for fields, tags, cards in found
    ]
