"""The real Anki as the judge of packages: a fresh collection, and decks to bring into it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportResponse

from studyapp.anki.writing.package import ExportDeck, ExportNote, write_package
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Cloze, Note
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.anki.peer import Peer, running
from tests.anki.samples import HEAD, MOMENT, NOTES, Export, Exporting, TakingIn
from tests.anki.studyapp_instance import Machine, machine


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection of Anki."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def export(tmp_path: Path) -> Exporting:
    """Write notes of one deck, all of them changed at one moment, into a package."""
    (tmp_path / "deck").mkdir()

    def write(
        notes: Sequence[Note] = NOTES,
        choice: CardLanguages = CardLanguages.ENGLISH_AND_TRADITIONAL,
        *,
        head: DeckMetadata = HEAD,
        changed_at: int = MOMENT,
        later: dict[str, int] | None = None,
    ) -> Export:
        packaged = [ExportNote(note, (later or {}).get(note.key, changed_at)) for note in notes]
        path = tmp_path / "deck.apkg"
        report = write_package(path, [ExportDeck(head, tmp_path / "deck", packaged)], choice)
        return Export(path, report)

    return write


@pytest.fixture
def take_in(collection: Collection) -> TakingIn:
    """Import a package as Anki's dialog does when nothing is ticked; the log says what became of each note."""

    def run(path: Path) -> ImportResponse.Log:
        request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
        return collection.import_anki_package(request).log

    return run


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    """The collection of an Anki that runs, begun some time ago."""
    (tmp_path / "theirs").mkdir()
    opened = Collection(str(tmp_path / "theirs" / "collection.anki2"))
    assert opened.db is not None
    opened.db.execute("UPDATE col SET crt = crt - 40 * 86400")  # its days are not counted from today
    yield opened
    opened.close()


@pytest.fixture
def peer(anki: Collection) -> Iterator[Peer]:
    with running(anki) as found:
        yield found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Machine]:
    text = LocalizedText.language_neutral
    notes = [Note("d", f"n{number}", Basic(text(f"front {number}"), text("back"))) for number in range(8)]
    notes.append(Note("d", "cloze", Cloze(text("{{c1::one}} and {{c2::two}}"))))
    made = machine(tmp_path / "here", notes)
    yield made
    made.close()
