"""Moving notes to another deck, with their history (ADR 26)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.note_moves.moved_notes import connected_keys, find_moves
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.notes.note_guid import derive_guid, note_guid
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.study.journal import WHOLE_NOTE, EntryKind
from studyapp.deckfiles.editing.edit_error import DeckEditError
from studyapp.deckfiles.editing.note_edits import Insert, InsertSource, NoteEdit, Remove, Replace
from studyapp.deckfiles.editing.note_source import find_note_source, find_note_sources
from studyapp.deckfiles.editing.note_source_fitting import NoteSourceFitter
from studyapp.services.editing.note_adding import UnusedIds
from studyapp.services.editing.note_media import adapt_media_paths, copy_media, plan_media_copies
from studyapp.services.editing.steps import edit_errors
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.edit_running import DeckEdit, edit_lock, edit_open_deck, run_edit
from studyapp.services.editing.steps.note_groups import group_by_deck
from studyapp.services.editing.steps.open_deck import OpenDeck, find_deck_file, open_deck
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.services.journal.journal_writing import CardAction
from studyapp.store import journal_entries, notes


class MovedNotes(NamedTuple):
    """The new key of each moved note by its old key, and the notes whose prerequisites still name an old key: those of
    bundled decks, which are not copied only for this."""

    new_key_by_old_key: Mapping[str, str]
    outdated_keys: tuple[str, ...]


def move_notes(environment: EditEnvironment, note_keys: Sequence[str], target_deck_id: str) -> MovedNotes:
    """Move notes to the end of another deck, as one step that can be undone. Their history goes with them.

    A note keeps its id unless the deck has or had another note with it. Media that the deck lacks are copied, and
    prerequisites of other notes are updated. Notes that are in the deck already stay. Raises EditError, DeckEditError or
    StoreError if that fails; then nothing was changed.
    """
    with edit_lock(environment.collection):
        return _NoteMover(environment, target_deck_id).move(note_keys)


class _MovedNote(NamedTuple):
    """A note that moves, the file that it leaves, and the note as it is in the new deck."""

    source: OpenDeck
    note: Note
    new: Note


class _NoteMover:
    """Moves notes to one deck."""

    def __init__(self, environment: EditEnvironment, target_deck_id: str) -> None:
        self._environment, self._target_deck_id = environment, target_deck_id
        self._target = open_deck(environment, target_deck_id)
        self._new_key_by_old_key: dict[str, str] = {}

    def move(self, note_keys: Sequence[str]) -> MovedNotes:
        """Move the notes."""
        ids_by_deck = group_by_deck(note_keys)
        ids_by_deck.pop(self._target_deck_id, None)
        if not ids_by_deck:
            return MovedNotes({}, ())
        sources = {deck_id: open_deck(self._environment, deck_id) for deck_id in ids_by_deck}
        moving = [
            (sources[deck_id], sources[deck_id].note(note_id))
            for deck_id, note_ids in ids_by_deck.items()
            for note_id in note_ids
        ]
        self._assign_keys([note for _, note in moving])
        requiring, outdated = self._find_requiring()
        edits = [
            self._edit_target(moving, requiring.pop(self._target_deck_id, ())),
            *(
                self._edit(source, ids_by_deck[deck_id], requiring.pop(deck_id, ()))
                for deck_id, source in sources.items()
            ),
            *(
                self._edit(open_deck(self._environment, deck_id), (), note_ids)
                for deck_id, note_ids in requiring.items()
            ),
        ]
        run_edit(self._environment, EditKind.MOVE, edits, tuple(self._new_key_by_old_key), self._actions())
        return MovedNotes(self._new_key_by_old_key, outdated)

    def _assign_keys(self, moving: Sequence[Note]) -> None:
        """Choose the new id of each note. A note that returns to a deck gets the id back that it had there."""
        collection = self._environment.collection
        with collection.read_transaction() as connection:
            moves = find_moves(journal_entries.load_for_whole_notes(connection))
        reserved = set(self._target.deck.metadata.retired_ids)
        unused_ids = UnusedIds(self._environment, self._target)
        for note in moving:
            former_keys = connected_keys([note.key], moves)
            former_ids = [
                split_note_key(key).note_id
                for key in former_keys
                if key.startswith(f"{self._target_deck_id}/")
            ]
            free_ids = [
                note_id
                for note_id in sorted(former_ids)
                if note_id not in self._target.reading.position_by_note_id and note_id not in reserved
            ]
            new_id = free_ids[0] if free_ids else unused_ids.take(note.id)
            unused_ids.use(new_id)
            reserved.add(new_id)
            self._new_key_by_old_key[note.key] = f"{self._target_deck_id}/{new_id}"

    def _find_requiring(self) -> tuple[dict[str, list[str]], tuple[str, ...]]:
        """Return the notes that stay and have a moved note as a prerequisite, by deck, and those in bundled decks."""
        with self._environment.collection.read_transaction() as connection:
            keys = notes.keys_requiring(connection, self._new_key_by_old_key)
        ids_by_deck = group_by_deck(key for key in keys if key not in self._new_key_by_old_key)
        edited_decks = {split_note_key(key).deck_id for key in self._new_key_by_old_key} | {
            self._target_deck_id
        }
        outdated: list[str] = []
        for deck_id in [deck_id for deck_id in ids_by_deck if deck_id not in edited_decks]:
            path = find_deck_file(self._environment, deck_id)
            if path is None:
                ids_by_deck.pop(deck_id)
            elif path.parent == self._environment.bundled_decks_folder:
                outdated += (f"{deck_id}/{note_id}" for note_id in ids_by_deck.pop(deck_id))
        return ids_by_deck, tuple(outdated)

    def _edit_target(self, moving: Sequence[tuple[OpenDeck, Note]], requiring: Sequence[str]) -> DeckEdit:
        moved = [_MovedNote(source, note, self._prepare(source, note)) for source, note in moving]
        new_notes = [one.new for one in moved]
        updates = self._updates(self._target, requiring)
        lines_by_key = self._lines_with_comments(moved)
        try:
            return self._insert([self._insertion(one, lines_by_key) for one in moved], updates, new_notes)
        except DeckEditError:
            if not lines_by_key:
                raise
            # The lines of a note mean something else in the other file.
            return self._insert([self._insertion(one, {}) for one in moved], updates, new_notes)

    def _insert(
        self, insertions: Sequence[NoteEdit], updates: Sequence[NoteEdit], new_notes: Sequence[Note]
    ) -> DeckEdit:
        edit = edit_open_deck(self._environment, self._target, (*insertions, *updates))
        # What the lines of a note in another file do not say is added to them: the guid, and keys in full.
        note_by_id = edit.after.note_by_id
        corrections = [Replace(new) for new in new_notes if note_by_id.get(new.id) != new]
        if not corrections:
            return edit
        corrected = edit_open_deck(self._environment, edit.after, corrections)
        return DeckEdit(self._target, corrected.after)

    def _prepare(self, source: OpenDeck, note: Note) -> Note:
        """Return the note as it is in the new deck, with its media there. In Anki, it stays the same note."""
        new_key = self._new_key_by_old_key[note.key]
        adapted = adapt_media_paths(note, self._target_deck_id)
        source_folder = (source.bundled_path or source.path).parent
        copy_media(
            plan_media_copies(note, adapted, source_folder, self._target.path.parent, self._target_deck_id)
        )
        guid = note_guid(note)
        return replace(
            adapted,
            deck_id=self._target_deck_id,
            id=split_note_key(new_key).note_id,
            anki_guid="" if guid == derive_guid(new_key) else guid,
            prerequisites=self._renamed(note.prerequisites),
        )

    def _insertion(self, moved: _MovedNote, lines_by_key: Mapping[str, str]) -> NoteEdit:
        """Return the edit that adds a note, with its own lines if they are given, or else written anew."""
        source, note, new = moved
        if not isinstance(note.content, Diagram):
            lines = lines_by_key.get(note.key)
            return Insert([new]) if lines is None else InsertSource(lines)
        if new.id != note.id:
            raise EditError(edit_errors.NOTE_EXISTS, file=self._target.path, note=note.id)
        return InsertSource(find_note_source(source.data, source.path, note.id, source.reading).text)

    def _lines_with_comments(self, moved: Sequence[_MovedNote]) -> dict[str, str]:
        """Return the lines for the new deck of the notes that have comments, by their old keys.

        Notes that refer to something in the old deck are left out.
        """
        fitter = NoteSourceFitter(self._target.data, self._target.path, self._target.reading)
        candidates = [
            one for one in moved if not one.note.prerequisites and one.note.custom_note_type is None
        ]
        lines_by_key = {}
        for path, group in groupby(candidates, key=lambda one: one.source.path):
            members = list(group)
            opened = members[0].source
            ids = [one.note.id for one in members]
            sources = find_note_sources(opened.data, path, ids, opened.reading)
            for one, source in zip(members, sources, strict=True):
                lines = fitter.fit(source.text, one.new.id) if "#" in source.text else None
                if lines is not None:
                    lines_by_key[one.note.key] = lines
        return lines_by_key

    def _edit(self, opened: OpenDeck, removed: Sequence[str], requiring: Sequence[str]) -> DeckEdit:
        edits = (*map(Remove, removed), *self._updates(opened, requiring))
        return edit_open_deck(self._environment, opened, edits)

    def _updates(self, opened: OpenDeck, requiring: Sequence[str]) -> list[NoteEdit]:
        stay = (opened.note_by_id[note_id] for note_id in requiring if note_id in opened.note_by_id)
        return [Replace(replace(note, prerequisites=self._renamed(note.prerequisites))) for note in stay]

    def _renamed(self, keys: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._new_key_by_old_key.get(key, key) for key in keys)

    def _actions(self) -> list[CardAction]:
        return [
            CardAction(CardId(*_split(old_key), WHOLE_NOTE), EntryKind.MOVE_NOTE, moved_to=new_key)
            for old_key, new_key in self._new_key_by_old_key.items()
        ]


def _split(key: str) -> tuple[str, str]:
    deck_id, note_id = split_note_key(key)
    return deck_id, note_id
