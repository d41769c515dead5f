"""Decks whose notes change from one measurement to the next."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.data.datasets import Datasets, OpenCollection
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock

_FRONT = re.compile(r"^( +front: )(.*?)( \(edition \d+\))?$", re.MULTILINE)


class ChangingDecks:
    """A copy of the imported decks, whose notes can be changed."""

    def __init__(self, collection: Collection, folder: Path) -> None:
        self._collection = collection
        self._folder = folder
        self._edition = 0
        self.opened = self._refresh()

    def change(self, every: int) -> OpenCollection:
        """Change the front of every `every`th note in the deck files, and read them."""
        self._edition += 1
        for path in sorted(self._folder.glob("*.yaml")):
            head, separator, notes = path.read_text(encoding="utf-8").partition("\nnotes:\n")
            numbers = iter(range(notes.count("\n") + 1))

            def change(found: re.Match[str], numbers: Iterator[int] = numbers) -> str:
                return (
                    f"{found[1]}{found[2]} (edition {self._edition})"
                    if next(numbers) % every == 0
                    else found[0]
                )

            path.write_text(head + separator + _FRONT.sub(change, notes), encoding="utf-8")
        return self._refresh()

    def _refresh(self) -> OpenCollection:
        library = refresh_library(self._collection, [self._folder], system_clock()).library
        assert not library.problems, library.problems[0]
        self.opened = OpenCollection(self._collection, library)
        return self.opened


@contextmanager
def open_changing_decks(datasets: Datasets, notes: int, folder: Path) -> Iterator[ChangingDecks]:
    """Copy a data folder with its decks, and open the copy."""
    copied = folder / "changing"
    shutil.copytree(datasets.data_folder(notes), copied)
    with Collection(collection_path(copied), new_device_id) as collection:
        yield ChangingDecks(collection, copied / "decks")
