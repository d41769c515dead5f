"""An Anki collection and a StudyApp collection that exchange packages."""

from dataclasses import dataclass
from pathlib import Path

from anki.collection import Collection as Anki
from anki.notes import NoteId

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.library.deck_library import Library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.services.transfer.file_import import ImportReport, import_file
from tests.anki.anki_collections import add_note, export_package, import_into_anki
from tests.anki.studyapp_instance import StudyAppInstance


@dataclass
class PackageExchange:
    """An Anki collection and a StudyApp collection. Packages are written to `folder`."""

    anki: Anki
    instance: StudyAppInstance
    folder: Path
    deck_name: str = "default.yaml"

    @property
    def deck(self) -> Path:
        return self.instance.folder / self.deck_name

    def add(self, note_type: str, *fields: str, tags: tuple[str, ...] = ()) -> NoteId:
        return NoteId(add_note(self.anki, note_type, *fields, tags=tags))

    def import_package(
        self, choice: ConflictChoice = ConflictChoice.LEAVE, ending: str = "apkg", bundled: Path | None = None
    ) -> ImportReport:
        """Import everything from Anki. Decks in the folder `bundled` are bundled ones."""
        return import_file(
            self.instance.collection,
            [self.instance.folder, *([bundled] if bundled else ())],
            self.instance.folder,
            export_package(self.anki, self.folder, ending),
            self.instance.clock(),
            bundled_folder=bundled,
            conflict_choice=choice,
        )

    def edit_in_anki(self, note_id: NoteId, *tags: str, **fields: str) -> None:
        """Change fields, and add tags."""
        note = self.anki.get_note(note_id)
        for name, html in fields.items():
            note[name] = html
        note.tags = [*note.tags, *tags]
        self.anki.update_note(note)

    def edit_here(self, old: str, new: str) -> None:
        text = self.deck.read_text()
        assert text.count(old) == 1
        self.deck.write_text(text.replace(old, new))

    def export(self, languages: CardLanguages = CardLanguages.ENGLISH) -> Path:
        """Export all decks, a minute later."""
        self.instance.time.now += 60_000
        library = self.refresh()
        target = self.folder / "back.apkg"
        request = ExportRequest(library.deck_ids, languages, target)
        export_decks(self.instance.collection, library, request, self.instance.clock())
        return target

    def send_to_anki(self, languages: CardLanguages = CardLanguages.ENGLISH) -> None:
        import_into_anki(self.export(languages), self.anki)

    def refresh(self) -> Library:
        return refresh_library(
            self.instance.collection, [self.instance.folder], self.instance.clock()
        ).library

    def edit_environment(self) -> EditEnvironment:
        return EditEnvironment(
            self.instance.collection,
            self.refresh(),
            self.instance.clock(),
            self.instance.folder,
            self.folder / "bundled",
        )
