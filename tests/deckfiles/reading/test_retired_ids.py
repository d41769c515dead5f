"""An ID under `retired` is never given to another note."""

from pathlib import Path

from studyapp.deckfiles.problems.problem import Severity
from studyapp.deckfiles.writing.id_writing import write_missing_ids
from tests.deckfiles.deck_texts import note_ids, problem_positions, read_text

HEADER = "deck: d\ntitle: t\nretired: [What-is-new, other]\nnotes:\n"


def test_note_with_a_retired_id_is_used_and_reported() -> None:
    """A learner keeps the card and its progress, whoever made the mistake."""
    reading = read_text(
        HEADER + "  - {id: what-is-new, front: f, back: b}\n  - {id: kept, front: f, back: b}\n"
    )
    assert note_ids(reading) == ["what-is-new", "kept"]
    assert problem_positions(reading) == [("retired-id-used", 5, 10, "what-is-new")]
    (problem,) = reading.problems
    assert problem.severity is Severity.WARNING
    assert "`what-is-new`" in problem.message and "new ID" in problem.hint


def test_note_without_id_gets_no_retired_id(tmp_path: Path) -> None:
    text = HEADER + "  - {front: What is new?, back: b}\n  - {front: What is new, back: c}\n"
    assert note_ids(read_text(text)) == ["what-is-new-2", "what-is-new-3"]
    path = tmp_path / "d.yaml"
    path.write_text(text)
    assert write_missing_ids(path) == 2
    written = read_text(path.read_text())
    assert note_ids(written) == ["what-is-new-2", "what-is-new-3"] and not written.problems
