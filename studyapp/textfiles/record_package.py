"""The notes of a table or a page that StudyApp exported, as the content of an import."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from studyapp.core.note_editing.note_texts import list_note_texts
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import find_media_paths
from studyapp.core.transfer.package_model import PackageData, package_without_media
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.textfiles.exported.note_record import RecordLine
from studyapp.textfiles.exported.record_reading import read_records
from studyapp.textfiles.pages.folder_files import FolderFiles


def build_record_package(
    records: Sequence[RecordLine], titles: Mapping[str, str], losses: Sequence[Loss], folder: Path
) -> PackageData:
    """Return the notes of these records, with the pictures and sounds that are in `folder` or below it.

    `titles` are those of the decks that have one, by deck id. Raises UnreadableFileError if there are no notes.
    """
    read = read_records(records)
    if not read.notes:
        raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "it contains no notes"))
    files, names = FolderFiles(folder), set[str]()
    all_losses = [*losses, *read.losses]
    for source in read.notes:
        texts = list_note_texts(source.written_note) if source.written_note else []
        for path in dict.fromkeys(path for text in texts for path in find_media_paths(text.text)):
            if files.find(path) is None:
                excerpt = " ".join(texts[0].text.split())[:60]
                all_losses.append(Loss(LossKind.PAGE_FILE_MISSING, excerpt, path, source.line))
            else:
                names.add(path)
    decks = {number: titles.get(deck, deck) for number, deck in enumerate(read.decks, 1)}
    return package_without_media(decks, read.notes)._replace(
        losses=tuple(sorted(all_losses, key=lambda loss: loss.line)),
        media_names=frozenset(names),
        read_media=files.read,
    )
