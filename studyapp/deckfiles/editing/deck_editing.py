"""Editing a deck file: any number of edits, with the file read once before and once after."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from studyapp.core.notes.deck import Deck
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.edit_error import refused_change_error
from studyapp.deckfiles.editing.edit_planning import EditPlan, plan_edits
from studyapp.deckfiles.editing.edit_verification import verify_edit
from studyapp.deckfiles.editing.note_edits import NoteEdit
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
    plan = plan_edits(file, edits)
    new_data = file.to_bytes(_apply(file, plan))
    new_reading = read_deck_bytes(new_data, path)
    new_deck = verify_edit(file, plan, new_reading)
    return EditedDeck(new_data, new_reading, new_deck)


def _apply(file: DeckFile, plan: EditPlan) -> str:
    try:
        return apply_splices(file.text, plan.splices)
    except OverlappingSplicesError:
        raise refused_change_error(file.path, plan.first_line, plan.first_note_id) from None
