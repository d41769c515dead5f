"""Editing a deck file: any number of edits, with the file read once before and once after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studyapp.core.notes.deck import Deck
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.edit_error import DeckEditError, refused_change_error
from studyapp.deckfiles.editing.edit_planning import EditPlan, plan_edits
from studyapp.deckfiles.editing.edit_verification import verify_edit
from studyapp.deckfiles.editing.note_edits import InsertSource, NoteEdit, ReplaceSource
from studyapp.deckfiles.editing.values.splices import OverlappingSplicesError, apply_splices
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck_bytes


@dataclass(frozen=True, slots=True)
class EditedDeck:
    """The content of a deck file after an edit, and what it reads as."""

    data: bytes
    reading: DeckReadResult
    deck: Deck


def edit_deck(
    data: bytes, path: Path, edits: Sequence[NoteEdit], reading: DeckReadResult | None = None
) -> EditedDeck:
    """Return the content of a deck file with the edits applied. All other bytes stay the same.

    `reading` is the result of reading exactly these bytes, if the caller has it. The edits all refer to the notes as
    they are in `data`; a note may be edited only once.

    Raises DeckEditError if an edit is not possible or the result would not read as the deck with exactly these edits.
    """
    file = DeckFile.from_bytes(data, path, reading)
    refusal: DeckEditError | None = None
    for plan, new_data in _attempts(file, edits):
        new_reading = read_deck_bytes(new_data, path)
        try:
            return EditedDeck(new_data, new_reading, verify_edit(file, plan, new_reading))
        except DeckEditError as error:
            refusal = refusal or error
    assert refusal is not None
    raise refusal


def _attempts(file: DeckFile, edits: Sequence[NoteEdit]) -> Iterator[tuple[EditPlan, bytes]]:
    """Yield possible ways to write the edits, the most likely one first."""
    plan = plan_edits(file, edits)
    text = _apply(file, plan)
    yield plan, file.to_bytes(text, is_terminated=plan.is_terminated)
    if not plan.is_terminated:
        # A block scalar that is now the last text may need the line break.
        yield plan, file.to_bytes(text, is_terminated=True)
    if any(isinstance(edit, ReplaceSource | InsertSource) for edit in edits):
        plan = plan_edits(file, edits, writes_ids=True)
        yield plan, file.to_bytes(_apply(file, plan), is_terminated=plan.is_terminated)


def _apply(file: DeckFile, plan: EditPlan) -> str:
    try:
        return apply_splices(file.text, plan.splices)
    except OverlappingSplicesError:
        raise refused_change_error(file.path, plan.first_line, plan.first_note_id) from None
