"""Notes from Anki into deck files of the learner's own."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.deck_identity import PARENT_NAME
from studyapp.anki.reading.note_conversion import converted, verbatim
from studyapp.anki.reading.note_type_detection import first_words
from studyapp.anki.reading.studyapp_notes import own_note
from studyapp.core.notes.deck import DeckHead
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.notes.note_guid import guid_of, guid_of_note
from studyapp.core.progress_callback import Progress
from studyapp.core.text.localized_text import Text
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import Found, FoundNote
from studyapp.deckfiles.id_rules import provisional_id
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.imported_note_writing import DeckPlaces, NewNote, write_notes
from studyapp.services.transfer.media_conflicts import settled
from studyapp.services.transfer.note_type_ids import TypeNames
from studyapp.store import notes
from studyapp.store.collection import Collection


class Placed(NamedTuple):
    """Which note of ours each note of Anki is, what was lost, and the files that were written. `added` are those that
    were not there before."""

    pairs: tuple[tuple[FoundNote, str], ...]
    added: int
    losses: tuple[Loss, ...]
    files: tuple[Path, ...]


def place_notes(
    collection: Collection,
    library: Library,
    places: DeckPlaces,
    found: Found,
    progress: Progress,
) -> Placed:
    """Find the notes that are there, and write the others into the files of their decks. OSError when that can't be
    done. `progress` may raise to stop, before anything is written."""
    with collection.reading() as connection:
        by_guid = {
            guid_of_note(note): note
            for deck in library.deck_ids
            for note, _ in notes.present(connection, deck)
        }
    present = {note.key for note in by_guid.values()}
    shelf = _Shelf(collection, library, places, TypeNames(by_guid.values()), present)
    pairs: list[tuple[FoundNote, str]] = []
    losses: list[Loss] = []
    # What is known comes first, for it says where its deck is; then ours, which have their ids.
    in_order = sorted(
        ((one, own_note(one)) for one in found.notes),
        key=lambda each: (each[0].guid not in by_guid, each[1] is None),
    )
    for done, (one, own) in enumerate(in_order):
        progress(done, len(found.notes))
        if own is not None and own.is_changed:
            losses.append(Loss(LossKind.CHANGED, own.key))
        there = by_guid.get(one.guid)
        if there is not None:
            pairs.append((one, there.key))
            shelf.learn(one, there.deck)
            continue
        losses += (
            shelf.own(one, own.note, own.pictures, found) if own and own.note else shelf.foreign(one, found)
        )
    written = [
        write_notes(places.file(deck), DeckHead(deck, Text.plain(new[0].title)), new, found)
        for deck, new in shelf.new.items()
    ]
    added = [(one.found, one.note.key) for each in written for one in each.notes]
    losses += (loss for each in written for loss in each.losses)
    files = tuple(each.file for each in written if each.notes)
    return Placed((*pairs, *added), len(added), (*found.losses, *losses), files)


class _Shelf:
    """Gives each new note its deck and its id."""

    def __init__(
        self,
        collection: Collection,
        library: Library,
        places: DeckPlaces,
        types: TypeNames,
        present: set[str],
    ) -> None:
        self._collection, self._places, self._types, self._present = collection, places, types, present
        self._numbers: dict[tuple[str, str], int] = {}
        self._decks = {deck.head.id: deck for deck in library.decks}
        self._ids: dict[str, set[str]] = {}
        self._titles: dict[str, str] = {}
        self._joined: dict[int, str] = {}
        self.new: dict[str, list[NewNote]] = {}

    def learn(self, found: FoundNote, deck: str) -> None:
        """A note of this deck of Anki stands in that deck of ours: whatever it is called now, others join it."""
        if found.cards and self._is_own(deck):
            self._joined.setdefault(found.cards[0].deck, deck)

    def own(
        self, found: FoundNote, note: Note, pictures: Mapping[str, str], package: Found
    ) -> tuple[Loss, ...]:
        """A note of ours whose deck file is not here, or has it no more."""
        if isinstance(note.content, Diagram):
            return (Loss(LossKind.DRAWING, note.key),)
        title = _title(found, package)
        deck = note.deck if self._is_own(note.deck) else self._deck(note.deck, title)
        if found.cards:
            self._joined.setdefault(found.cards[0].deck, deck)
        name = note.id if f"{deck}/{note.id}" not in self._present else self._free_id(deck, note.id)
        self._taken(deck).add(name)
        self._present.add(f"{deck}/{name}")
        guid = "" if guid_of(f"{deck}/{name}") == found.guid else found.guid
        self._add(NewNote(found, replace(note, deck=deck, id=name, guid=guid), title, pictures))
        return ()

    def foreign(self, found: FoundNote, package: Found) -> tuple[Loss, ...]:
        """Any other note."""
        title = _title(found, package)
        joined = self._joined.get(found.cards[0].deck) if found.cards else None
        deck = joined or self._deck(provisional_id(title.replace("::", " "), "deck"), title)
        convert = verbatim if package.is_markdown else converted
        made = convert(found, media_folder(deck), package.media)
        if isinstance(made, Loss):
            return (made,)
        made = settled(made, self._places.file(deck).parent, package)
        losses = list(made.losses)
        if len({card.deck for card in found.cards}) > 1:
            losses.append(Loss(LossKind.OTHER_DECK, first_words(found)))
        name = self._free_id(deck, provisional_id(first_words(found), "note"))
        note = Note(deck, name, made.content, found.tags, why=made.why, guid=found.guid, came_as=made.came_as)
        note = self._types.named(note)
        self._add(NewNote(found, note, title, made.media))
        return tuple(losses)

    def _add(self, new: NewNote) -> None:
        self.new.setdefault(new.note.deck, []).append(new)

    def _deck(self, wanted: str, title: str) -> str:
        """The id of a deck that is the learner's own, or nobody's yet."""
        number, deck = 1, wanted
        while not self._may_be(deck, title):
            number += 1
            deck = f"{wanted}-{number}"
        self._titles.setdefault(deck, title)
        return deck

    def _may_be(self, deck: str, title: str) -> bool:
        if deck in self._titles:
            return self._titles[deck] == title
        known = self._decks.get(deck)
        if known is None:
            return not self._places.file(deck).exists()
        return title in (known.head.title.versions[0][1], deck) and self._is_own(deck)

    def _is_own(self, deck: str) -> bool:
        return deck in self._places.files

    def _taken(self, deck: str) -> set[str]:
        """The ids that a note of the deck has or had."""
        if deck not in self._ids:
            with self._collection.reading() as connection:
                self._ids[deck] = notes.ids(connection, deck)
        return self._ids[deck]

    def _free_id(self, deck: str, wanted: str) -> str:
        taken = self._taken(deck)
        number = self._numbers.get((deck, wanted), 1)
        name = wanted if number == 1 else f"{wanted}-{number}"
        while name in taken:
            number += 1
            name = f"{wanted}-{number}"
        self._numbers[deck, wanted] = number
        taken.add(name)
        return name


def _title(found: FoundNote, package: Found) -> str:
    """The name of the deck that a note's first card is in; ours stand below one that we leave out."""
    name = package.decks.get(found.cards[0].deck, "") if found.cards else ""
    return name.removeprefix(f"{PARENT_NAME}::") or "Anki"
