"""Records the common versions after a sync, based on what Anki actually stored."""

import unicodedata
from collections.abc import Mapping, Sequence

from studyapp.anki.content_digest import compute_content_digest
from studyapp.anki.live.stored_content import is_stored_as_sent
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.services.exchange.anki_state import AnkiState
from studyapp.services.exchange.exchange_plan import ExchangePlan, NoteState, PlannedNote
from studyapp.store import anki_sync_state, common_versions, export_stamps
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport


def record_sending(
    collection: Collection, plan: ExchangePlan, sent_keys: Sequence[str], languages: CardLanguages
) -> None:
    """Record what is about to be sent, so that it is not taken for an edit in Anki if the sync is interrupted."""
    sent: dict[str, CommonVersion] = {}
    for key in sent_keys:
        planned = plan.planned_by_key[key]
        note = planned.to_send
        fields = tuple(unicodedata.normalize("NFC", field) for field in note.fields)
        sent[key] = CommonVersion(
            planned.note,
            note.note_type.anki_id,
            note.note_type.fields,
            fields,
            note.tags,
            languages=languages,
            changed_at=note.changed_at,
        )
    with collection.transaction() as connection:
        common_versions.save_sent(connection, sent)


def record_sync(
    collection: Collection,
    plan: ExchangePlan,
    state: AnkiState,
    sent_keys: Sequence[str],
    languages: CardLanguages,
) -> tuple[str, ...]:
    """Record the notes that both sides have in common, which notes and decks Anki has, and what was last sent.

    `state` is what Anki has after the sync. Returns the keys of those sent notes that Anki did not store as sent.
    """
    exports: dict[str, LastExport] = {}
    commons: dict[str, CommonVersion] = {}
    seen_keys: list[str] = []
    stored_keys: set[str] = set()
    for key, planned in plan.planned_by_key.items():
        located = state.note_by_guid.get(planned.to_send.guid)
        if located is None:
            continue
        seen_keys.append(key)
        stored, last = located.note, plan.last_export_by_key.get(key)
        content = compute_content_digest(stored, planned.own_fields)
        if is_stored_as_sent(planned.to_send, stored, planned.own_fields):
            stored_keys.add(key)
            export = LastExport(plan.digest_by_key[key], stored.changed_at, content)
            if export != last:
                exports[key] = export
                commons[key] = _common_version(planned, state, languages)
        elif planned.state is NoteState.SAME and last is not None:
            exports[key] = last._replace(changed_at=stored.changed_at, content_in_anki=content)
    with collection.transaction() as connection:
        anki_sync_state.save_seen_notes(connection, state.created_at, seen_keys)
        anki_sync_state.save_anki_decks(
            connection, state.created_at, plan.deck_mapping.anki_decks(state, plan.own_name_by_deck)
        )
        export_stamps.save(connection, exports)
        common_versions.save(connection, commons)
    return tuple(key for key in sent_keys if key not in stored_keys)


def _common_version(planned: PlannedNote, state: AnkiState, languages: CardLanguages) -> CommonVersion:
    stored = state.note_by_guid[planned.to_send.guid].note
    deck_names: Mapping[int, str] = state.note_by_guid[planned.to_send.guid].package.deck_names_by_id
    return CommonVersion(
        planned.note,
        stored.note_type.anki_id,
        stored.note_type.fields,
        stored.fields,
        stored.tags,
        deck_names.get(stored.cards[0].deck_id, "") if stored.cards else "",
        languages,
    )
