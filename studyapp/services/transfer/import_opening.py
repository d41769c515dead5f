"""Opening a file to import, in the format that its suffix indicates."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.package_reading import is_zip_file, open_package
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.textfiles.table_layout import LayoutChoices
from studyapp.core.transfer.import_suffixes import (
    IMPORT_SUFFIXES,
    MARKDOWN_SUFFIXES,
    PACKAGE_SUFFIXES,
    TABLE_SUFFIXES,
)
from studyapp.core.transfer.package_model import PackageData
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.text_files.known_text_notes import load_known_text_notes
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.textfiles.csv_reading import ReadTable, read_csv
from studyapp.textfiles.markdown_reading import read_markdown


class OpenedFile(NamedTuple):
    """The content of a file, and how it was read if it is a table."""

    package: PackageData
    table: ReadTable | None = None
    is_text_file: bool = False


@contextmanager
def open_import_file(
    path: Path,
    library: Library,
    collection: Collection,
    progress: ProgressCallback,
    table_choices: LayoutChoices,
) -> Iterator[OpenedFile]:
    """Read a file in the format that its suffix indicates. A package is recognized under any name, and its media can be
    read until the block ends.

    `progress` may raise to stop. Raises UnreadableFileError if the file can't be imported, and OSError if it can't be read.
    """
    suffix = path.suffix.lower()
    if suffix in TABLE_SUFFIXES:
        with collection.read_transaction() as connection:
            existing_keys = {
                f"{deck}/{note}" for deck in library.deck_ids for note in notes.all_ids(connection, deck)
            }
        known = load_known_text_notes(collection, library)
        table = read_csv(path, existing_keys.__contains__, known, table_choices)
        yield OpenedFile(table.package, table, is_text_file=True)
    elif suffix in MARKDOWN_SUFFIXES:
        page = read_markdown(path, load_known_text_notes(collection, library))
        yield OpenedFile(page, is_text_file=True)
    elif suffix not in PACKAGE_SUFFIXES and not is_zip_file(path):
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "its file type can't be imported; use one of {types}"),
            types=", ".join(IMPORT_SUFFIXES),
        )
    else:
        with open_package(path, progress) as package:
            yield OpenedFile(package)
