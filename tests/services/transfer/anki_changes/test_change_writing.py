"""Writing changes from Anki to deck files that another program changes meanwhile."""

from dataclasses import replace
from pathlib import Path

from studyapp.core.notes.note import Basic, Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.package_model import SourceNote
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.anki_changes.change_writing import apply_anki_changes
from studyapp.services.transfer.anki_changes.note_merging import UpdateHere, make_common_version
from tests.anki.studyapp_instance import create_instance
from tests.services.sample_conflicts import NOTE_TYPE

text = LocalizedText.language_neutral
NOTES = [Note("d", f"n{number}", Basic(text(f"front {number}"), text("back"))) for number in range(2)]


def update(note: Note, front: str) -> UpdateHere:
    new = replace(note, content=replace(note.content, front=text(front)))  # type: ignore[arg-type]
    source = SourceNote(note.id, NOTE_TYPE, (), (front, "back"), ())
    return UpdateHere(source, note, new, make_common_version(new, source, ""), {})


def test_file_that_was_changed_meanwhile_is_merged(tmp_path: Path) -> None:
    instance = create_instance(tmp_path, NOTES)
    library = refresh_library(instance.collection, [instance.folder], instance.clock()).library
    file = instance.folder / "d.yaml"
    before = file.read_text().replace("front: front 0\n    back: back", "front: front 0\n    back: other")
    before = before.replace("front: front 1", "front: my front")
    file.write_text(before)
    environment = EditEnvironment(
        instance.collection, library, instance.clock(), instance.folder, tmp_path / "bundled"
    )
    result = apply_anki_changes(environment, [update(NOTES[0], "from Anki"), update(NOTES[1], "from Anki")])
    assert [one.note.id for one in result.written] == ["n0"]
    assert [(one.mine.id, one.fields) for one in result.conflicts] == [("n1", ("front",))]
    assert file.read_text() == before.replace("front: front 0", "front: from Anki")
    instance.close()
