"""Import text files and read the imported notes."""

from pathlib import Path

from studyapp.core.notes.note import Basic, Note
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.transfer.file_import import ImportReport
from studyapp.store import notes as note_table
from tests.anki.studyapp_instance import StudyAppInstance


def notes_in(instance: StudyAppInstance, deck: str) -> list[Note]:
    with instance.collection.read_transaction() as connection:
        return [note for note, _ in note_table.iterate_present(connection, deck)]


def sides(instance: StudyAppInstance, deck: str) -> list[tuple[str, str]]:
    """The fronts and backs of a deck of basic notes."""
    contents = [note.content for note in notes_in(instance, deck)]
    return [
        (content.front.versions[0][1], content.back.versions[0][1])
        for content in contents
        if isinstance(content, Basic)
    ]


def import_text(instance: StudyAppInstance, folder: Path, name: str, content: str | bytes) -> ImportReport:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = instance.import_file(path)
    repeated = instance.import_file(path)
    assert repeated.added_count == 0
    assert LossKind.DIFFERENT_TEXT not in [loss.kind for loss in repeated.losses]
    return report
