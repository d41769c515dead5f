"""Exchange with a running Anki: reviews made there come here, notes and reviews from here go there.

Each step may be repeated without harm: reviews are known by their moments, notes by their guids. What was cut off at any moment
is made good by the next exchange.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as Known
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from studyapp.anki.deck_identity import PARENT_DECK_NAME
from studyapp.anki.live.card_updates import is_stored_as_sent
from studyapp.anki.live.import_outcomes import (
    CollectionSnapshot,
    ImportOutcome,
    note_type_schema,
    predict_import_outcomes,
)
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.anki.note_types import ANKI_NOTE_TYPES
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.package import write_package_contents
from studyapp.anki.writing.package_contents import ExportStamp, PackageContents, build_package_contents
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import note_guid
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.transfer.package_model import LocatedNote, PackageData, SourceNote, notes_by_guid
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.deck_export import load_packaged_decks
from studyapp.services.transfer.export_request import ExportScope
from studyapp.services.transfer.progress_import import MergeResult, merge_progress
from studyapp.services.transfer.push_progress import PushedProgress, push_progress
from studyapp.services.transfer.sync_report import SyncReport
from studyapp.store import anki_sync_state, export_stamps, notes
from studyapp.store.collection import Collection

_STEP_COUNT = 6


def sync_with_anki(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    connect: Callable[[Callable[[], None]], LiveAnki],
    progress: ProgressCallback | None = None,
) -> SyncReport:
    """Bring Anki and these decks together. `connect` gets what is to be called while Anki is
    waited for. `progress` is told the steps done, and may raise to stop between any two things that belong together.

    AnkiTrouble when Anki can't be talked to, UnreadablePackage when what it has can't be read, OSError and StoreError as of an
    export. What was done by then is done."""
    steps = _SyncProgress(progress or ignore_progress)
    anki = connect(steps.tick)
    steps.start_step(1)
    numbers = _note_type_ids(collection, scope)
    there = notes_by_guid(anki.read_packages(numbers))
    anki_began = _collection_created_at(there)
    with collection.read_transaction() as connection:
        met_at = {deck: anki_sync_state.last_sync_time(connection, anki_began, deck) for deck in scope.decks}
        seen = anki_sync_state.seen_notes(connection, anki_began)
    now = clock.now()
    steps.start_step(2)
    taken = _NOTHING_PULLED
    if scope.with_progress:
        taken = _pull_reviews(collection, there, met_at, clock, steps.progress)
    steps.start_step(3)
    sendings = _plan_push(collection, library, scope, clock, there, seen, steps.progress)
    if sendings.contents_to_send:
        _send_package(anki, sendings.contents_to_send)
        there = notes_by_guid(anki.read_packages(numbers))
    steps.start_step(4)
    unconfirmed = _confirm_sent_notes(collection, sendings, there)
    moved = _move_cards(anki, sendings, there)
    if moved:  # which changed the cards
        there = notes_by_guid(anki.read_packages(numbers))
    steps.start_step(5)
    given = _NOTHING_PUSHED
    if scope.with_progress:
        given = push_progress(anki, sendings.contents, there, clock, steps.progress)
        if not given.postponed_card_count:
            with collection.transaction() as connection:
                anki_sync_state.save_sync_time(connection, _collection_created_at(there), scope.decks, now)
    return _build_report(sendings, taken, given, moved, unconfirmed)


class _PushPlan(NamedTuple):
    """The decks as Anki should have them, what would become of each note by its key, those that were deleted there, and the
    contents that go there."""

    contents: PackageContents
    note_keys: tuple[str, ...]
    outcome_by_key: Mapping[str, ImportOutcome]
    deleted_in_anki: tuple[str, ...]
    contents_to_send: PackageContents | None

    def keys_with_outcome(self, outcome: ImportOutcome) -> list[str]:
        """The keys of the notes of which this becomes."""
        return [key for key in self.note_keys if self.outcome_by_key[key] is outcome]

    @property
    def note_by_key(self) -> dict[str, AnkiNote]:
        """The notes."""
        return dict(zip(self.note_keys, self.contents.notes, strict=True))


def _build_report(
    plan: _PushPlan,
    pulled: MergeResult,
    pushed: PushedProgress,
    moved_card_count: int,
    unconfirmed: tuple[str, ...],
) -> SyncReport:
    left = plan.keys_with_outcome(ImportOutcome.NEWER_IN_ANKI) + plan.keys_with_outcome(
        ImportOutcome.OVERWRITES_ANKI_EDIT
    )
    return SyncReport(
        added_count=len(plan.keys_with_outcome(ImportOutcome.NEW)),
        updated_count=len(plan.keys_with_outcome(ImportOutcome.UPDATED)),
        changed_in_anki=tuple(key for key in left if key not in plan.deleted_in_anki),
        note_type_conflicts=tuple(plan.keys_with_outcome(ImportOutcome.NOTE_TYPE_CONFLICT)),
        deleted_in_anki=plan.deleted_in_anki,
        moved_card_count=moved_card_count,
        pulled_review_count=pulled.review_count,
        pushed_review_count=pushed.review_count,
        postponed_card_count=pushed.postponed_card_count,
        unconfirmed=unconfirmed,
        losses=pulled.losses,
    )


class _SyncProgress:
    """How far an exchange is."""

    def __init__(self, report: ProgressCallback) -> None:
        self._report, self._step = report, 0

    def start_step(self, step: int) -> None:
        """The step before is done."""
        self._step = step
        self.tick()

    def tick(self) -> None:
        """Report that work goes on."""
        self._report(self._step, _STEP_COUNT)

    def progress(self, done: int, total: int) -> None:  # noqa: ARG002 - as a Progress is called
        """Report that work goes on; progress within a step is not shown."""
        self.tick()


_NOTHING_PULLED, _NOTHING_PUSHED = MergeResult(0, 0, ()), PushedProgress(0, 0)


def _collection_created_at(anki_note_by_guid: Mapping[str, LocatedNote]) -> int:
    """By what a collection of Anki is told from others."""
    return next((one.package.created_at for one in anki_note_by_guid.values()), 0)


def _note_type_ids(collection: Collection, scope: ExportScope) -> list[int]:
    """The note types, as Anki numbers them, of these decks."""
    numbers = {one.anki_id for one in ANKI_NOTE_TYPES}
    with collection.read_transaction() as connection:
        for deck in scope.decks:
            for note, _ in notes.iterate_present(connection, deck):
                numbers |= {note.custom_note_type.anki_id} if note.custom_note_type else set()
    return sorted(numbers - {0})


def _pull_reviews(
    collection: Collection,
    anki_note_by_guid: Mapping[str, LocatedNote],
    last_synced_by_deck: Mapping[str, int | None],
    clock: Clock,
    progress: ProgressCallback,
) -> MergeResult:
    """The reviews made there, of cards of these decks, into the journal; each deck with when it was met last."""
    merged: list[MergeResult] = []
    for deck, moment in last_synced_by_deck.items():
        with collection.read_transaction() as connection:
            known = [note for note, _ in notes.iterate_present(connection, deck)]
        pairs: dict[int, list[tuple[SourceNote, Note]]] = {}
        founds: dict[int, PackageData] = {}
        for note in known:
            one = anki_note_by_guid.get(note_guid(note))
            if one is not None:
                founds[id(one.package)] = one.package
                pairs.setdefault(id(one.package), []).append((one.note, note))
        merged += (
            merge_progress(collection, founds[name], some, clock, progress, moment)
            for name, some in pairs.items()
        )
    return MergeResult(
        sum(one.entry_count for one in merged),
        sum(one.review_count for one in merged),
        tuple(loss for one in merged for loss in one.losses),
    )


def _plan_push(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    anki_note_by_guid: Mapping[str, LocatedNote],
    seen_in_anki: Known[str],
    progress: ProgressCallback,
) -> _PushPlan:
    with collection.read_transaction() as connection:
        given = export_stamps.load_all(connection)
    decks = load_packaged_decks(collection, library, scope, clock, given)
    types_there = {one.note.note_type for one in anki_note_by_guid.values()}
    contents = build_package_contents(decks, scope.languages, clock.now() // 1000, progress, types_there)
    keys = tuple(stamp.note_key for stamp in contents.stamps)
    named = list(zip(keys, contents.notes, strict=True))
    in_anki = CollectionSnapshot(
        {
            guid: (one.note.note_type.anki_id, one.note.changed_at, 0)
            for guid, one in anki_note_by_guid.items()
        },
        {},
    )
    types = {one.anki_id: note_type_schema(one) for one in types_there}
    verdicts = {
        key: verdict
        for verdict, some in predict_import_outcomes(named, given, in_anki).keys_by_outcome.items()
        for key in some
    }
    for key, note in named:
        if note.guid in anki_note_by_guid and is_stored_as_sent(note, anki_note_by_guid[note.guid].note):
            verdicts[key] = ImportOutcome.UNCHANGED
        elif types.get(note.note_type.anki_id, note_type_schema(note.note_type)) != note_type_schema(
            note.note_type
        ):
            verdicts[key] = ImportOutcome.NOTE_TYPE_CONFLICT  # Anki would change the type that it has
    deleted = tuple(key for key, note in named if note.guid not in anki_note_by_guid and key in seen_in_anki)
    verdicts |= dict.fromkeys(deleted, ImportOutcome.NEWER_IN_ANKI)
    goes = tuple(note for key, note in named if verdicts[key] in (ImportOutcome.NEW, ImportOutcome.UPDATED))
    return _PushPlan(contents, keys, verdicts, deleted, replace(contents, notes=goes) if goes else None)


def _send_package(anki: LiveAnki, contents: PackageContents) -> None:
    with TemporaryDirectory(prefix="studyapp-") as folder:
        package = Path(folder) / "exchange.apkg"
        write_package_contents(package, contents)
        anki.import_package(package)


def _confirm_sent_notes(
    collection: Collection, plan: _PushPlan, anki_note_by_guid: Mapping[str, LocatedNote]
) -> tuple[str, ...]:
    """Remember what Anki has now; the keys of the notes that it should have and has not."""
    stamps: list[ExportStamp] = []
    unconfirmed: list[str] = []
    for stamp, note in zip(plan.contents.stamps, plan.contents.notes, strict=True):
        one = anki_note_by_guid.get(note.guid)
        if one is not None and is_stored_as_sent(note, one.note):
            stamps.append(replace(stamp, changed_at=one.note.changed_at))
        elif plan.outcome_by_key[stamp.note_key] in (ImportOutcome.NEW, ImportOutcome.UPDATED):
            unconfirmed.append(stamp.note_key)
    found = {
        key: anki_note_by_guid[note.guid]
        for key, note in plan.note_by_key.items()
        if note.guid in anki_note_by_guid
    }
    with collection.transaction() as connection:
        for began_at in {one.package.created_at for one in found.values()}:
            here = (key for key, one in found.items() if one.package.created_at == began_at)
            anki_sync_state.save_seen_notes(connection, began_at, here)
        export_stamps.save(connection, ((stamp.note_key, stamp.digest, stamp.changed_at) for stamp in stamps))
    return tuple(unconfirmed)


def _move_cards(anki: LiveAnki, plan: _PushPlan, anki_note_by_guid: Mapping[str, LocatedNote]) -> int:
    """Put cards of ours into the deck that is theirs: those that are new there, and those that stand in another deck of
    ours, by whatever name. Cards that somebody put elsewhere in Anki stay."""
    names = {deck.anki_id: deck.name for deck in plan.contents.decks}
    wrong: dict[str, list[int]] = {}
    for key, note in plan.note_by_key.items():
        one = anki_note_by_guid.get(note.guid)
        if one is None or isinstance(note.note_type, CustomNoteType):
            continue
        for card in one.note.cards:
            name = one.package.deck_names_by_id.get(card.deck_id, "")
            is_ours = (
                name.casefold().startswith(f"{PARENT_DECK_NAME}::".casefold())
                or plan.outcome_by_key[key] is ImportOutcome.NEW
            )
            if name.casefold() != names[note.anki_deck_id].casefold() and is_ours and not card.is_filtered:
                wrong.setdefault(names[note.anki_deck_id], []).append(card.card_id)
    for name, cards in wrong.items():
        anki.move_cards(cards, name)
    return sum(map(len, wrong.values()))
