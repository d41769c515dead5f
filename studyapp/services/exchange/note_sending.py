"""Sending notes to Anki: new ones in a package, changed ones by updating fields and tags in place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from studyapp.anki.live.card_actions import move_cards
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.anki.live.note_actions import update_notes
from studyapp.anki.live.package_sending import send_package
from studyapp.anki.live.stored_content import build_note_update
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.package import write_package_contents
from studyapp.anki.writing.package_contents import PackageContents
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.transfer.media_references import find_media_names
from studyapp.services.exchange.anki_state import AnkiState
from studyapp.services.exchange.exchange_plan import ExchangePlan
from studyapp.temporary_files import temporary_folder


class SentNotes(NamedTuple):
    """The notes sent to Anki, and the state of Anki afterwards.

    `added`, `updated` and `deleted` are the keys of the notes that Anki has as sent, and `not_stored` those of the others.
    `media_kept_in_anki` are the names of files that Anki has with another content.
    """

    state: AnkiState
    has_changes: bool
    added: tuple[str, ...]
    updated: tuple[str, ...]
    deleted: tuple[str, ...]
    moved_card_count: int
    media_kept_in_anki: tuple[str, ...]
    not_stored: tuple[str, ...]


def count_logged_reviews(notes: Iterable[AnkiNote]) -> int:
    """Return the number of reviews in the logs of these notes' cards."""
    return sum(row.ease > 0 for note in notes for card in note.cards for row in card.review_log)


def add_notes(anki: LiveAnki, plan: ExchangePlan, note_keys: Sequence[str], state: AnkiState) -> None:
    """Add notes, given by key, to Anki, with their progress and media."""
    if not note_keys:
        return
    contents = build_contents_to_add(plan, note_keys, state)
    with temporary_folder() as folder:
        package = folder / "exchange.apkg"
        write_package_contents(package, contents)
        send_package(anki, package, sorted({note.note_type.anki_id for note in contents.notes}))


def build_contents_to_add(plan: ExchangePlan, note_keys: Sequence[str], state: AnkiState) -> PackageContents:
    """Return the contents of the package with these notes, given by key.

    A deck that Anki has is given without preset and description, so that Anki keeps its own. A note type to which fields
    were added in Anki is given with these fields, so that Anki doesn't make a second one.
    """
    anki_types = {
        located.note.note_type.anki_id: located.note.note_type for located in state.note_by_guid.values()
    }
    notes = tuple(_with_anki_note_type(plan.planned_by_key[key].to_send, anki_types) for key in note_keys)
    deck_ids = {note.anki_deck_id for note in notes}
    renamed = {rename.new_name for rename in plan.deck_mapping.rename_by_deck.values() if rename.card_ids}
    existing = state.deck_id_by_name.keys() | renamed
    decks = tuple(
        replace(anki_deck, name=name, preset=None, description="")
        if name in existing
        else replace(anki_deck, name=name)
        for deck, anki_deck in plan.anki_deck_by_deck.items()
        for name in [plan.deck_mapping.name_by_deck[deck]]
        if anki_deck.anki_id in deck_ids
    )
    return replace(
        plan.contents,
        decks=decks,
        notes=notes,
        path_by_media_name={
            name: plan.contents.path_by_media_name[name] for name in _media_names(plan, notes)
        },
    )


def update_notes_in_anki(
    anki: LiveAnki,
    plan: ExchangePlan,
    note_keys: Sequence[str],
    state: AnkiState,
    progress: ProgressCallback,
) -> tuple[str, ...]:
    """Give notes in Anki, by key, the content that they have here, and return the names of the media files that Anki has
    with another content. These are kept, and so are notes that were changed in Anki meanwhile."""
    planned = [plan.planned_by_key[key] for key in note_keys]
    kept = _send_media(anki, plan, [one.to_send for one in planned])
    updates = [
        build_note_update(one.to_send, state.note_by_guid[one.to_send.guid].note, one.own_fields)
        for one in planned
    ]
    update_notes(anki.client, updates, lambda done: progress(done, len(updates)))
    return kept


def rename_decks(anki: LiveAnki, plan: ExchangePlan) -> int:
    """Move the cards of decks whose title changed here, and return their number. Their options stay."""
    moved_count = 0
    for rename in plan.deck_mapping.rename_by_deck.values():
        if rename.card_ids:
            move_cards(anki.client, rename.card_ids, rename.old_name, rename.new_name)
            moved_count += len(rename.card_ids)
    return moved_count


def _with_anki_note_type(note: AnkiNote, anki_types: dict[int, CustomNoteType]) -> AnkiNote:
    """Return a note with Anki's version of its note type, if that has all its fields."""
    anki_type = anki_types.get(note.note_type.anki_id)
    if anki_type is None or not set(note.note_type.fields) <= set(anki_type.fields):
        return note
    content_by_field = dict(zip(note.note_type.fields, note.fields, strict=True))
    fields = tuple(content_by_field.get(name, "") for name in anki_type.fields)
    return replace(note, note_type=anki_type, fields=fields)


def _media_names(plan: ExchangePlan, notes: Sequence[AnkiNote]) -> list[str]:
    names = {name for note in notes for field in note.fields for name in find_media_names(field)}
    templates = {note.note_type for note in notes if isinstance(note.note_type, CustomNoteType)}
    is_used_by_template = any(templates)
    return [
        name
        for name in plan.contents.path_by_media_name
        if name in names or (is_used_by_template and name.startswith("_"))
    ]


def _send_media(anki: LiveAnki, plan: ExchangePlan, notes: Sequence[AnkiNote]) -> tuple[str, ...]:
    """Store the media of notes that Anki lacks, and return the names of those that it has with another content."""
    kept: list[str] = []
    for name in _media_names(plan, notes):
        data = plan.contents.path_by_media_name[name].read_bytes()
        stored = anki.read_media(name)
        if stored is None and data:  # AnkiConnect refuses empty files
            anki.store_media(name, data)
        elif stored is not None and stored != data:
            kept.append(name)
    return tuple(kept)
