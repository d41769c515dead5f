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

from studyapp.anki.deck_identity import PARENT_NAME
from studyapp.anki.live.card_updates import is_as_written
from studyapp.anki.live.import_outcomes import InAnki, Verdict, preflight, schema
from studyapp.anki.live.live_anki import RunningAnki
from studyapp.anki.note_types import NOTE_TYPES
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.package import write_contents
from studyapp.anki.writing.package_contents import Contents, Stamp, contents_of
from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import guid_of_note
from studyapp.core.progress_callback import Progress, silent
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import Found, FoundIn, FoundNote, by_guid
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.deck_export import packaged_decks
from studyapp.services.transfer.export_request import ExportScope
from studyapp.services.transfer.progress_import import Merged, merge_progress
from studyapp.services.transfer.push_progress import Given, give
from studyapp.store import anki_sync_state, export_stamps, notes
from studyapp.store.collection import Collection

_STEPS = 6


class ExchangeReport(NamedTuple):
    """Notes that were added and updated in Anki; those left alone because they were changed there too, have another type there, or
    were deleted there; cards put into the right deck; reviews taken from Anki and given to it; cards that could not be brought up to date now; the keys of
    notes that Anki has not as they were sent; and what could not be carried."""

    added: int = 0
    updated: int = 0
    left: tuple[str, ...] = ()
    conflicting: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    moved: int = 0
    taken: int = 0
    given: int = 0
    postponed: int = 0
    unconfirmed: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()


def exchange(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    connect: Callable[[Callable[[], None]], RunningAnki],
    progress: Progress | None = None,
) -> ExchangeReport:
    """Bring Anki and these decks together. `connect` gets what is to be called while Anki is
    waited for. `progress` is told the steps done, and may raise to stop between any two things that belong together.

    AnkiTrouble when Anki can't be talked to, UnreadablePackage when what it has can't be read, OSError and StoreError as of an
    export. What was done by then is done."""
    steps = _Steps(progress or silent)
    anki = connect(steps.tick)
    steps.begin(1)
    numbers = _type_numbers(collection, scope)
    there = by_guid(anki.look(numbers))
    anki_began = _began(there)
    with collection.reading() as connection:
        met_at = {deck: anki_sync_state.met_at(connection, anki_began, deck) for deck in scope.decks}
        seen = anki_sync_state.seen(connection, anki_began)
    now = clock.now()
    steps.begin(2)
    taken = _NOTHING_TAKEN
    if scope.with_progress:
        taken = _take(collection, there, met_at, clock, steps.progress)
    steps.begin(3)
    sendings = _sendings(collection, library, scope, clock, there, seen, steps.progress)
    if sendings.wanted:
        _send(anki, sendings.wanted)
        there = by_guid(anki.look(numbers))
    steps.begin(4)
    unconfirmed = _confirm(collection, sendings, there)
    moved = _move(anki, sendings, there)
    if moved:  # which changed the cards
        there = by_guid(anki.look(numbers))
    steps.begin(5)
    given = _NOTHING_GIVEN
    if scope.with_progress:
        given = give(anki, sendings.contents, there, clock, steps.progress)
        if not given.postponed:
            with collection.transaction() as connection:
                anki_sync_state.put_met(connection, _began(there), scope.decks, now)
    return _report(sendings, taken, given, moved, unconfirmed)


class _Sendings(NamedTuple):
    """The decks as Anki should have them, what would become of each note by its key, those that were deleted there, and the
    contents that go there."""

    contents: Contents
    keys: tuple[str, ...]
    verdicts: Mapping[str, Verdict]
    deleted: tuple[str, ...]
    wanted: Contents | None

    def of(self, verdict: Verdict) -> list[str]:
        """The keys of the notes of which this becomes."""
        return [key for key in self.keys if self.verdicts[key] is verdict]

    @property
    def by_key(self) -> dict[str, AnkiNote]:
        """The notes."""
        return dict(zip(self.keys, self.contents.notes, strict=True))


def _report(
    sendings: _Sendings, taken: Merged, given: Given, moved: int, unconfirmed: tuple[str, ...]
) -> ExchangeReport:
    left = sendings.of(Verdict.NEWER_THERE) + sendings.of(Verdict.OVERWRITTEN)
    return ExchangeReport(
        added=len(sendings.of(Verdict.NEW)),
        updated=len(sendings.of(Verdict.UPDATED)),
        left=tuple(key for key in left if key not in sendings.deleted),
        conflicting=tuple(sendings.of(Verdict.CONFLICTING)),
        deleted=sendings.deleted,
        moved=moved,
        taken=taken.reviews,
        given=given.reviews,
        postponed=given.postponed,
        unconfirmed=unconfirmed,
        losses=taken.losses,
    )


class _Steps:
    """How far an exchange is."""

    def __init__(self, tell: Progress) -> None:
        self._tell, self._step = tell, 0

    def begin(self, step: int) -> None:
        """The step before is done."""
        self._step = step
        self.tick()

    def tick(self) -> None:
        """Report that work goes on."""
        self._tell(self._step, _STEPS)

    def progress(self, done: int, total: int) -> None:  # noqa: ARG002 - as a Progress is called
        """Report that work goes on; progress within a step is not shown."""
        self.tick()


_NOTHING_TAKEN, _NOTHING_GIVEN = Merged(0, 0, ()), Given(0, 0)


def _began(there: Mapping[str, FoundIn]) -> int:
    """By what a collection of Anki is told from others."""
    return next((one.found.began_at for one in there.values()), 0)


def _type_numbers(collection: Collection, scope: ExportScope) -> list[int]:
    """The note types, as Anki numbers them, of these decks."""
    numbers = {one.number for one in NOTE_TYPES}
    with collection.reading() as connection:
        for deck in scope.decks:
            for note, _ in notes.present(connection, deck):
                numbers |= {note.custom_type.number} if note.custom_type else set()
    return sorted(numbers - {0})


def _take(
    collection: Collection,
    there: Mapping[str, FoundIn],
    met_at: Mapping[str, int | None],
    clock: Clock,
    progress: Progress,
) -> Merged:
    """The reviews made there, of cards of these decks, into the journal; each deck with when it was met last."""
    merged: list[Merged] = []
    for deck, moment in met_at.items():
        with collection.reading() as connection:
            known = [note for note, _ in notes.present(connection, deck)]
        pairs: dict[int, list[tuple[FoundNote, Note]]] = {}
        founds: dict[int, Found] = {}
        for note in known:
            one = there.get(guid_of_note(note))
            if one is not None:
                founds[id(one.found)] = one.found
                pairs.setdefault(id(one.found), []).append((one.note, note))
        merged += (
            merge_progress(collection, founds[name], some, clock, progress, moment)
            for name, some in pairs.items()
        )
    return Merged(
        sum(one.entries for one in merged),
        sum(one.reviews for one in merged),
        tuple(loss for one in merged for loss in one.losses),
    )


def _sendings(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    there: Mapping[str, FoundIn],
    seen: Known[str],
    progress: Progress,
) -> _Sendings:
    with collection.reading() as connection:
        given = export_stamps.all_given(connection)
    decks = packaged_decks(collection, library, scope, clock, given)
    types_there = {one.note.note_type for one in there.values()}
    contents = contents_of(decks, scope.languages, clock.now() // 1000, progress, types_there)
    keys = tuple(stamp.note for stamp in contents.stamps)
    named = list(zip(keys, contents.notes, strict=True))
    in_anki = InAnki(
        {guid: (one.note.note_type.number, one.note.changed_at, 0) for guid, one in there.items()}, {}
    )
    types = {one.number: schema(one) for one in types_there}
    verdicts = {
        key: verdict for verdict, some in preflight(named, given, in_anki).verdicts.items() for key in some
    }
    for key, note in named:
        if note.guid in there and is_as_written(note, there[note.guid].note):
            verdicts[key] = Verdict.SAME
        elif types.get(note.note_type.number, schema(note.note_type)) != schema(note.note_type):
            verdicts[key] = Verdict.CONFLICTING  # Anki would change the type that it has
    deleted = tuple(key for key, note in named if note.guid not in there and key in seen)
    verdicts |= dict.fromkeys(deleted, Verdict.NEWER_THERE)
    goes = tuple(note for key, note in named if verdicts[key] in (Verdict.NEW, Verdict.UPDATED))
    return _Sendings(contents, keys, verdicts, deleted, replace(contents, notes=goes) if goes else None)


def _send(anki: RunningAnki, wanted: Contents) -> None:
    with TemporaryDirectory(prefix="studyapp-") as folder:
        package = Path(folder) / "exchange.apkg"
        write_contents(package, wanted)
        anki.take_in(package)


def _confirm(collection: Collection, sendings: _Sendings, there: Mapping[str, FoundIn]) -> tuple[str, ...]:
    """Remember what Anki has now; the keys of the notes that it should have and has not."""
    stamps: list[Stamp] = []
    unconfirmed: list[str] = []
    for stamp, note in zip(sendings.contents.stamps, sendings.contents.notes, strict=True):
        one = there.get(note.guid)
        if one is not None and is_as_written(note, one.note):
            stamps.append(replace(stamp, changed_at=one.note.changed_at))
        elif sendings.verdicts[stamp.note] in (Verdict.NEW, Verdict.UPDATED):
            unconfirmed.append(stamp.note)
    found = {key: there[note.guid] for key, note in sendings.by_key.items() if note.guid in there}
    with collection.transaction() as connection:
        for began_at in {one.found.began_at for one in found.values()}:
            here = (key for key, one in found.items() if one.found.began_at == began_at)
            anki_sync_state.put_seen(connection, began_at, here)
        export_stamps.put(connection, ((stamp.note, stamp.digest, stamp.changed_at) for stamp in stamps))
    return tuple(unconfirmed)


def _move(anki: RunningAnki, sendings: _Sendings, there: Mapping[str, FoundIn]) -> int:
    """Put cards of ours into the deck that is theirs: those that are new there, and those that stand in another deck of
    ours, by whatever name. Cards that somebody put elsewhere in Anki stay."""
    names = {deck.number: deck.name for deck in sendings.contents.decks}
    wrong: dict[str, list[int]] = {}
    for key, note in sendings.by_key.items():
        one = there.get(note.guid)
        if one is None or isinstance(note.note_type, CustomType):
            continue
        for card in one.note.cards:
            name = one.found.decks.get(card.deck, "")
            is_ours = (
                name.casefold().startswith(f"{PARENT_NAME}::".casefold())
                or sendings.verdicts[key] is Verdict.NEW
            )
            if name.casefold() != names[note.deck].casefold() and is_ours and not card.is_filtered:
                wrong.setdefault(names[note.deck], []).append(card.number)
    for name, cards in wrong.items():
        anki.move(cards, name)
    return sum(map(len, wrong.values()))
