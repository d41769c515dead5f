"""Planning a sync: what each side would get from the other. Nothing is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum, auto
from typing import NamedTuple

from studyapp.anki.deck_identity import anki_deck_name
from studyapp.anki.live.stored_content import has_fields, is_as_last_seen, is_stored_as_sent
from studyapp.anki.writing.collection_file import AnkiDeck, AnkiNote
from studyapp.anki.writing.note_export import ExportDeck, ExportNote
from studyapp.anki.writing.package_contents import PackageContents, build_package_contents
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.package_model import LocatedNote
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.exchange.anki_state import AnkiState
from studyapp.services.exchange.deck_mapping import DeckMapping, map_decks
from studyapp.services.exchange.edited_notes import EditedNotes, find_edited_notes
from studyapp.services.exchange.sync_decisions import DeletedInAnkiChoice, SyncDecisions
from studyapp.services.transfer.deck_export import load_export_decks
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store import anki_sync_state, common_versions, export_stamps
from studyapp.store.anki_sync_state import StoredAnkiDeck
from studyapp.store.export_stamps import LastExport


class NoteState(Enum):
    """How a note in StudyApp relates to the same note in Anki."""

    NEW = auto()
    SAME = auto()
    CHANGED_HERE = auto()
    CHANGED_IN_ANKI = auto()
    """It was edited in Anki. What is to be done is found out for all these notes together."""

    AGREED = auto()
    """Both sides made the same changes, which is to be recorded before the note is compared again."""

    CONFLICT = auto()
    DELETED_IN_ANKI = auto()
    OTHER_NOTE_TYPE = auto()
    """Anki's note has another type, or its type lacks a field, so it can't be updated."""


class PlannedNote(NamedTuple):
    """A note here, as it would be sent, and how it relates to the one in Anki.

    `own_fields` are the fields that it has here.
    """

    note: Note
    to_send: AnkiNote
    own_fields: tuple[str, ...]
    state: NoteState


class ExchangePlan(NamedTuple):
    """The notes here by key, those of them that were edited in Anki, the decks and progress in Anki's format, and the decks
    in Anki. `anki_deck_by_deck` are the decks of `contents` by deck id, and `own_name_by_deck` the names that their titles give.
    """

    planned_by_key: Mapping[str, PlannedNote]
    edited: EditedNotes
    contents: PackageContents
    digest_by_key: Mapping[str, str]
    last_export_by_key: Mapping[str, LastExport]
    anki_deck_by_deck: Mapping[str, AnkiDeck]
    own_name_by_deck: Mapping[str, str]
    deck_mapping: DeckMapping

    def keys(self, *states: NoteState) -> tuple[str, ...]:
        """Return the keys of the notes in one of these states."""
        return tuple(key for key, planned in self.planned_by_key.items() if planned.state in states)

    def keys_to_add(self, decisions: SyncDecisions) -> tuple[str, ...]:
        """Return the keys of the notes to add to Anki."""
        is_sent_again = decisions.deleted_in_anki is DeletedInAnkiChoice.SEND_AGAIN
        return self.keys(NoteState.NEW, *([NoteState.DELETED_IN_ANKI] if is_sent_again else []))


def plan_exchange(
    environment: EditEnvironment, scope: ExportScope, state: AnkiState, progress: ProgressCallback
) -> ExchangePlan:
    """Compare the notes of these decks with those in Anki.

    Raises OSError if an image can't be read, and StoreError if the collection can't be read.
    """
    last_state = _load_last_state(environment, state)
    clock = environment.clock
    decks = load_export_decks(
        environment.collection, environment.library, scope, clock, last_state.export_by_key
    )
    anki_note_types = {located.note.note_type for located in state.note_by_guid.values()}
    contents = build_package_contents(decks, scope.languages, clock.now() // 1000, progress, anki_note_types)
    to_send_by_key = {
        stamp.note_key: note for stamp, note in zip(contents.stamps, contents.notes, strict=True)
    }
    exported_by_key = {exported.note.key: exported for deck in decks for exported in deck.notes}
    own_names = _own_deck_names(decks, scope.languages)
    planned = {
        key: _plan_note(exported_by_key[key], note, state.note_by_guid.get(note.guid), last_state)
        for key, note in to_send_by_key.items()
    }
    edited = find_edited_notes(
        environment,
        [
            (one.note, state.note_by_guid[one.to_send.guid])
            for one in planned.values()
            if one.state is NoteState.CHANGED_IN_ANKI
        ],
        lambda: progress(0, 0),
    )
    return ExchangePlan(
        {key: _with_final_state(one, edited) for key, one in planned.items()},
        edited,
        contents,
        {stamp.note_key: stamp.digest for stamp in contents.stamps},
        last_state.export_by_key,
        dict(zip(own_names, contents.decks[-len(decks) :], strict=True)) if decks else {},
        own_names,
        map_decks(own_names, last_state.anki_deck_by_deck, to_send_by_key, state),
    )


def _own_deck_names(decks: Sequence[ExportDeck], languages: CardLanguages) -> dict[str, str]:
    """Return the names in Anki that the titles of decks give, by deck id. Anki's case-insensitive names are unique."""
    names = {deck.metadata.id: anki_deck_name(deck.metadata, languages) for deck in decks}
    count = Counter(map(str.casefold, names.values()))
    return {deck: f"{name} ({deck})" if count[name.casefold()] > 1 else name for deck, name in names.items()}


class _LastState(NamedTuple):
    """What is known from the last sync: exports by note key, what was sent without knowing whether Anki has it, the notes that
    were seen in Anki, and the decks there."""

    export_by_key: Mapping[str, LastExport]
    sent_by_key: Mapping[str, CommonVersion]
    seen_keys: AbstractSet[str]
    anki_deck_by_deck: Mapping[str, StoredAnkiDeck]


def _load_last_state(environment: EditEnvironment, state: AnkiState) -> _LastState:
    with environment.collection.read_transaction() as connection:
        return _LastState(
            export_stamps.load_all(connection),
            common_versions.load_sent(connection),
            anki_sync_state.seen_notes(connection, state.created_at),
            anki_sync_state.anki_deck_by_deck(connection, state.created_at),
        )


def _plan_note(
    exported: ExportNote,
    to_send: AnkiNote,
    located: LocatedNote | None,
    last_state: _LastState,
) -> PlannedNote:
    note, common = exported.note, exported.common
    own_fields = (note.custom_note_type or to_send.note_type).fields
    planned = PlannedNote(note, to_send, own_fields, NoteState.SAME)
    if located is None:
        state = NoteState.DELETED_IN_ANKI if note.key in last_state.seen_keys else NoteState.NEW
        return planned._replace(state=state)
    stored = located.note
    if stored.note_type.anki_id != to_send.note_type.anki_id or not has_fields(stored, own_fields):
        return planned._replace(state=NoteState.OTHER_NOTE_TYPE)
    if is_stored_as_sent(to_send, stored, own_fields):
        return planned
    last_export = last_state.export_by_key.get(note.key)
    sent = last_state.sent_by_key.get(note.key)
    content_digest = last_export.content_in_anki if last_export else ""
    if is_as_last_seen(stored, own_fields, common, sent, content_digest):
        has_base = common is not None or sent is not None
        is_changed = has_base or to_send.changed_at > min(
            stored.changed_at, last_export.changed_at if last_export else stored.changed_at
        )
        return planned._replace(state=NoteState.CHANGED_HERE if is_changed else NoteState.SAME)
    return planned._replace(state=NoteState.CHANGED_IN_ANKI)


def _with_final_state(planned: PlannedNote, edited: EditedNotes) -> PlannedNote:
    """Return a note with the state that results from what was edited in Anki."""
    key = planned.note.key
    if planned.state is not NoteState.CHANGED_IN_ANKI or key in edited.update_by_key:
        return planned
    if key in edited.agreed_by_key:
        return planned._replace(state=NoteState.AGREED)
    is_conflict = key not in edited.unchanged_keys
    return planned._replace(state=NoteState.CONFLICT if is_conflict else NoteState.CHANGED_HERE)
