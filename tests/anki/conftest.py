"""Fixtures for tests against the real Anki: collections, exports and imports."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportResponse

from studyapp.anki.writing.package import ExportDeck, ExportNote, write_package
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Cloze, Note
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.anki.ankiconnect_server import AnkiConnectServer, run_server
from tests.anki.samples import CHANGED_AT, METADATA, NOTES, Export, ExportFunction, ImportFunction
from tests.anki.studyapp_instance import StudyAppInstance, create_instance


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty Anki collection."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def export(tmp_path: Path) -> ExportFunction:
    """Export notes of one deck with the same change time to a package."""
    (tmp_path / "deck").mkdir()

    def write(
        notes: Sequence[Note] = NOTES,
        choice: CardLanguages = CardLanguages.ENGLISH_AND_TRADITIONAL,
        *,
        metadata: DeckMetadata = METADATA,
        changed_at: int = CHANGED_AT,
        changed_at_by_key: dict[str, int] | None = None,
    ) -> Export:
        packaged = [ExportNote(note, (changed_at_by_key or {}).get(note.key, changed_at)) for note in notes]
        path = tmp_path / "deck.apkg"
        report = write_package(path, [ExportDeck(metadata, tmp_path / "deck", packaged)], choice)
        return Export(path, report)

    return write


@pytest.fixture
def import_package(collection: Collection) -> ImportFunction:
    """Import a package with the default options of Anki's dialog; return the log."""

    def run(path: Path) -> ImportResponse.Log:
        request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
        return collection.import_anki_package(request).log

    return run


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    """The collection of a running Anki, created 40 days ago."""
    (tmp_path / "anki").mkdir()
    opened = Collection(str(tmp_path / "anki" / "collection.anki2"))
    assert opened.db is not None
    opened.db.execute("UPDATE col SET crt = crt - 40 * 86400")  # so its day count doesn't start today
    yield opened
    opened.close()


@pytest.fixture
def server(anki: Collection) -> Iterator[AnkiConnectServer]:
    with run_server(anki) as server_running:
        yield server_running


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[StudyAppInstance]:
    text = LocalizedText.language_neutral
    notes = [Note("d", f"n{number}", Basic(text(f"front {number}"), text("back"))) for number in range(8)]
    notes.append(Note("d", "cloze", Cloze(text("{{c1::one}} and {{c2::two}}"))))
    studyapp_instance = create_instance(tmp_path / "studyapp", notes)
    yield studyapp_instance
    studyapp_instance.close()
