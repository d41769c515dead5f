"""The collections that several benchmarks measure. Each is made on its first use and never changed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple

from anki.collection import Collection as Anki
from anki.collection import ExportAnkiPackageOptions

from benchmarks.data.anki_collection import make_anki_collection
from studyapp.services.library.deck_library import Library, load_cached_library
from studyapp.services.transfer.file_import import import_file
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock


class OpenCollection(NamedTuple):
    """An open collection, and its decks."""

    collection: Collection
    library: Library


class Datasets:
    """Makes the data of each size in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copies = count()

    def anki_path(self, notes: int) -> Path:
        """Return Anki's collection with this number of notes."""
        path = self._folder / f"anki-{notes}" / "collection.anki2"
        if not path.exists():
            path.parent.mkdir(parents=True)
            make_anki_collection(path, notes)
        return path

    def package_path(self, notes: int) -> Path:
        """Return the package that Anki exports of this collection, with reviews and options."""
        path = self._folder / f"package-{notes}.apkg"
        if not path.exists():
            anki = Anki(str(self.anki_path(notes)))
            try:
                export_from_anki(anki, path)
            finally:
                anki.close()
        return path

    def data_folder(self, notes: int) -> Path:
        """Return a data folder of StudyApp into which this package was imported."""
        folder = self._folder / f"studyapp-{notes}"
        if not folder.exists():
            decks = folder / "decks"
            decks.mkdir(parents=True)
            with Collection(collection_path(folder), new_device_id) as collection:
                import_file(collection, [decks], decks, self.package_path(notes), system_clock())
        return folder

    @contextmanager
    def open_studyapp(self, notes: int) -> Iterator[OpenCollection]:
        """Open a copy of StudyApp's collection. The deck files are those of `data_folder`."""
        source = self.data_folder(notes)
        path = collection_path(self._new_folder())
        shutil.copy(collection_path(source), path)
        with Collection(path, new_device_id) as collection:
            yield OpenCollection(collection, load_cached_library(collection, [source / "decks"]))

    @contextmanager
    def open_anki(self, notes: int) -> Iterator[Anki]:
        """Open a copy of Anki's collection."""
        anki = Anki(str(self.copy_anki(notes)))
        try:
            yield anki
        finally:
            anki.close()

    def copy_anki(self, notes: int) -> Path:
        """Return a copy of Anki's collection."""
        path = self._new_folder() / "collection.anki2"
        shutil.copy(self.anki_path(notes), path)
        return path

    def _new_folder(self) -> Path:
        folder = self._folder / f"copy-{next(self._copies)}"
        folder.mkdir(parents=True)
        return folder


def export_from_anki(anki: Anki, path: Path) -> None:
    """Export a whole collection as a package, with reviews and options."""
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=False, legacy=False
    )
    anki.export_anki_package(out_path=str(path), options=options, limit=None)
