"""Reading notes from Markdown files."""

import re
from pathlib import Path

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceNote, make_new_card, package_without_media
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.textfiles.content_identity import KnownNotes, QuestionKey, TextNote, assign_guids
from studyapp.textfiles.exported.page_records import has_page_records, read_page_records
from studyapp.textfiles.pages.folder_files import FolderFiles
from studyapp.textfiles.pages.page_files import PageFiles, excerpt
from studyapp.textfiles.pages.page_note import PageNote
from studyapp.textfiles.pages.page_reading import PlacedNote, read_page
from studyapp.textfiles.pages.separator_cards import SCHEDULE_COMMENT
from studyapp.textfiles.record_package import build_record_package
from studyapp.textfiles.text_file_reading import read_text_file


def read_markdown(path: Path, known: KnownNotes) -> PackageData:
    """Return the questions as notes with Markdown fields, in decks named after the headings, else after the file.

    Notes that are among the `known` ones get their guids. What becomes no note, and pictures and sounds that are not found,
    are reported as losses. Raises UnreadableFileError if the file contains no questions, or OSError if it can't be read.
    """
    text = read_text_file(path)
    lines = re.split(r"\r\n|\r|\n", text)
    if has_page_records(lines):
        decks, records, losses_of_records = read_page_records(lines)
        titles = {deck.id: deck.title for deck in decks}
        return build_record_package(records, titles, losses_of_records, path.parent)
    return _read_questions(text, path, known)


def _read_questions(text: str, path: Path, known: KnownNotes) -> PackageData:
    page = read_page(text, path.stem)
    folder_files = FolderFiles(path.parent)
    files = PageFiles(folder_files, page)
    placed_notes: list[PlacedNote] = []
    losses = [Loss(skipped.kind, excerpt(skipped.text), line=skipped.line) for skipped in page.skipped]
    losses += (
        Loss(LossKind.PAGE_SCHEDULE, line=number)
        for number, line in enumerate(page.lines, 1)
        if line.startswith(SCHEDULE_COMMENT)
    )
    for placed in page.notes:
        note = files.rewrite_note(placed.note)
        if note.question and (note.answer or note.note_type is NoteType.CLOZE):
            placed_notes.append(placed._replace(note=note))
        else:
            losses.append(
                Loss(LossKind.QUESTION_WITHOUT_ANSWER, excerpt(placed.note.question), line=note.line)
            )
    if not placed_notes:
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP(
                "Problem", "it contains no questions (a heading or a bold paragraph with an answer below it)"
            )
        )
    guids = assign_guids([_text_note(placed) for placed in placed_notes], known)
    numbers = {
        name: number for number, name in enumerate(dict.fromkeys(placed.deck for placed in placed_notes), 1)
    }
    notes = tuple(
        _source_note(placed.note, guid, numbers[placed.deck])
        for placed, guid in zip(placed_notes, guids, strict=True)
    )
    return package_without_media({number: name for name, number in numbers.items()}, notes)._replace(
        is_markdown=True,
        losses=(*sorted(losses, key=lambda loss: loss.line), *files.losses),
        media_names=frozenset(files.names),
        read_media=folder_files.read,
    )


def _text_note(placed: PlacedNote) -> TextNote:
    note = placed.note
    former_key = None if placed.released_key is None else QuestionKey(*placed.released_key)
    return TextNote(QuestionKey(placed.deck, note.question), note.answer, note.tags, former_key)


def _source_note(note: PageNote, guid: str, deck_number: int) -> SourceNote:
    is_cloze = note.note_type is NoteType.CLOZE
    note_type = CustomNoteType(
        0, "Page", ("Text",) if is_cloze else ("Front", "Back"), (), is_cloze, builtin_type=note.note_type
    )
    fields = (note.question,) if is_cloze else (note.question, note.answer)
    return SourceNote(guid, note_type, note.tags, fields, (make_new_card(deck_number),), line=note.line)
