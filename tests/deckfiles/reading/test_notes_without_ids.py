"""A note without an ID gets one, whatever its type."""

from pathlib import Path

import pytest

from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES, BuiltInNoteType, NoteType
from studyapp.deckfiles.problems.problem_kinds import ProblemKind
from studyapp.deckfiles.reading.deck_reading import read_deck

DIAGRAM = """
columns: [A]
rows:
  - [{text: One, asks: 1}]
"""


@pytest.mark.parametrize("note_type", BUILT_IN_NOTE_TYPES, ids=lambda note_type: str(note_type.name))
def test_note_of_every_type_gets_an_id(tmp_path: Path, note_type: BuiltInNoteType) -> None:
    (tmp_path / "diagrams").mkdir()
    (tmp_path / "diagrams" / "words.yaml").write_text("title: Words" + DIAGRAM)
    fields = dict.fromkeys(note_type.fields, "words")
    if note_type.name is NoteType.CLOZE:
        fields["text"] = "'{{c1::words}}'"
    if note_type.name is NoteType.MULTIPLE_CHOICE:
        fields["options"] = "[{text: words, right: true}, {text: others}]"
    extra = ", evidence: hypothesis, why: words" if note_type.name is NoteType.CLAIM else ""
    values = ", ".join(f"{name}: {value}" for name, value in fields.items())
    path = tmp_path / "deck.yaml"
    path.write_text(f"deck: d\ntitle: D\nnotes:\n  - {{type: {note_type.name}, {values}{extra}}}\n")
    result = read_deck(path)
    assert [problem.kind for problem in result.problems] == [ProblemKind.NOTE_WITHOUT_ID]
    assert result.deck is not None
    assert len(result.deck.notes) == 1
