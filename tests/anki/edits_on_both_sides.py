"""The edits of two sides meet: `python -m tests.anki.edits_on_both_sides NOTES` prints how long each step takes.

A package is imported twice, then some notes are edited in Anki, others here and some on both sides.
"""

import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from anki.collection import Collection as Anki
from anki.notes import NoteId

from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from tests.anki.anki_collections import add_note_type
from tests.anki.package_exchange import PackageExchange
from tests.anki.studyapp_instance import create_instance

EDITED_THERE, EDITED_HERE, EDITED_ON_BOTH_SIDES = 20, 20, 5


@contextmanager
def timed(step: str) -> Iterator[None]:
    start = time.monotonic()
    yield
    sys.stderr.write(f"{step:<40} {time.monotonic() - start:7.2f} s\n")


def fill(both: PackageExchange, note_count: int) -> list[NoteId]:
    """Add notes in Markdown and notes in HTML, of several types."""
    own = add_note_type(both.anki, "Own", [("{{One}}", "{{Two}}<hr>{{Three}}")])
    ids = []
    for number in range(note_count):
        question, answer = f"question {number} <b>bold</b>", f"answer {number}&nbsp;with<br>two lines"
        match number % 4:
            case 0:
                ids.append(both.add("Basic", question, answer, tags=(f"t{number % 7}",)))
            case 1:
                ids.append(both.add("Cloze", f"{{{{c1::answer {number} end}}}} in a text", "more"))
            case 2:
                ids.append(both.add(own, f"<u>{question}</u>", answer, f"answer {number} end"))
            case _:
                ids.append(both.add("Basic (and reversed card)", question, f"<p>{answer}</p>"))
    return ids


def edit_in_anki(both: PackageExchange, note_ids: list[NoteId]) -> None:
    for note_id in note_ids:
        note = both.anki.get_note(note_id)
        note.fields = [field.replace("answer", "their answer") for field in note.fields]
        both.anki.update_note(note)


def edit_here(both: PackageExchange, numbers: list[int]) -> None:
    text = both.deck.read_text()
    for number in numbers:
        text, count = re.subn(rf"\banswer {number}\b", f"my answer {number}", text)
        assert count
    both.deck.write_text(text)


def check_edits_on_both_sides(both: PackageExchange, note_count: int) -> None:
    """Check that each edit ends where it belongs, that the others are asked, and that nothing else changes."""
    ids = fill(both, note_count)
    with timed("first import"):
        assert both.import_package().added_count == note_count
    with timed("second import"):
        again = both.import_package()
    assert (again.unchanged_count, again.losses) == (note_count, ())
    there = list(range(EDITED_THERE))
    here = list(range(EDITED_THERE, EDITED_THERE + EDITED_HERE))
    both_sides = list(range(note_count - EDITED_ON_BOTH_SIDES, note_count))
    edit_in_anki(both, [ids[number] for number in (*there, *both_sides)])
    edit_here(both, [*here, *both_sides])
    before = both.deck.read_text()
    with timed("import after edits on both sides"):
        report = both.import_package()
    expected = before
    for number in there:
        expected = re.sub(rf"(?<!my )\banswer {number}\b", f"their answer {number}", expected)
    changed = both.deck.read_text()
    assert changed == expected
    assert (report.updated_count, report.kept_count) == (EDITED_THERE, EDITED_HERE)
    assert len(report.conflicts) == EDITED_ON_BOTH_SIDES == len(report.losses)
    assert report.unchanged_count == note_count - EDITED_THERE - EDITED_HERE - EDITED_ON_BOTH_SIDES
    with timed("import that takes Anki's versions"):
        assert both.import_package(ConflictChoice.ANKI).updated_count == EDITED_ON_BOTH_SIDES
    in_anki = {note_id: both.anki.get_note(note_id).fields for note_id in ids}
    with timed("export, and import in Anki"):
        both.send_to_anki()
    for number, note_id in enumerate(ids):
        fields = both.anki.get_note(note_id).fields
        assert (fields != in_anki[note_id]) == (number in here)
        assert any(f"my answer {number}" in field for field in fields) == (number in here)


def main() -> None:
    note_count = int(sys.argv[1])
    with TemporaryDirectory() as name:
        folder = Path(name)
        anki, instance = Anki(str(folder / "a.anki2")), create_instance(folder / "studyapp", ())
        check_edits_on_both_sides(PackageExchange(anki, instance, folder), note_count)
        anki.close()
        instance.close()


if __name__ == "__main__":
    main()
