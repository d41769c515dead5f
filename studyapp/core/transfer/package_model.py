"""The content of an import, independent of its file format and not yet converted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.core.transfer.anki_review_log import ReviewLogRow
from studyapp.core.transfer.import_losses import Loss


class SourceCard(NamedTuple):
    """A card, with the names and meanings of Anki's columns. `due` and `deck_id` are those outside of a filtered
    deck; `is_filtered` is whether the card is in one now. `changed_at` is in Unix seconds."""

    card_id: int
    deck_id: int
    ordinal: int
    changed_at: int
    state: int
    queue: int
    due: int
    interval: int
    factor: int
    review_count: int
    lapse_count: int
    remaining_steps: int
    flag: int
    data: str
    review_log: tuple[ReviewLogRow, ...]
    is_filtered: bool = False


class SourceNote(NamedTuple):
    """A note. Its fields are HTML. `changed_at` is in Unix seconds.

    `line` is the note's first line in a text file, or 0 if it is from another file. With `keeps_note_type`, the note does not become
    one of a built-in type, even if that would ask the same. `written_note` is the whole note if StudyApp wrote it to a text file.
    `note_id` is Anki's id, or 0 if it is not from Anki."""

    guid: str
    note_type: CustomNoteType
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    cards: tuple[SourceCard, ...]
    changed_at: int = 0
    line: int = 0
    keeps_note_type: bool = False
    written_note: Note | None = None
    note_id: int = 0


class SourcePreset(NamedTuple):
    """An option preset, with the limits that the deck itself has. Retention is in percent, steps are in minutes.

    `fsrs_parameters` is empty if they were not optimized. `review_order` is Anki's number of an order, and `reveal_seconds` the
    time after which Anki shows the answer, or 0 for never. `maximum_interval` is in days. `easy_days` are the shares of a normal
    day's reviews that the weekdays have, from Monday on; empty if all have the same.
    """

    desired_retention: int
    new_per_day: int
    reviews_per_day: int
    learning_steps: tuple[float, ...]
    relearning_steps: tuple[float, ...]
    is_new_order_random: bool
    fsrs_parameters: tuple[float, ...]
    name: str = ""
    review_order: int = 0
    leech_threshold: int = 8
    suspends_leeches: bool = False
    plays_sounds: bool = True
    reveal_seconds: int = 0
    maximum_interval: int = 36_500
    easy_days: tuple[float, ...] = ()


class PackageData(NamedTuple):
    """The content of a package.

    Days count from `created_at` (Unix seconds), in the time zone `minutes_west` of Greenwich; None if it is unknown.
    `media_names` are the files that notes may reference, and `read_media` yields the content of one in chunks; it raises
    UnreadableFileError if that is damaged. `media_bytes` are their sizes as the package states them. `is_markdown` is
    whether fields are Markdown rather than HTML. `losses` is what could not be read. `uses_fsrs` is whether Anki is known
    to schedule with FSRS; a package with some decks doesn't tell.
    """

    deck_names_by_id: Mapping[int, str]
    notes: tuple[SourceNote, ...]
    created_at: int
    minutes_west: int | None
    rollover_hour: int
    media_names: frozenset[str]
    read_media: Callable[[str], Iterator[bytes]]
    is_markdown: bool = False
    losses: tuple[Loss, ...] = ()
    presets_by_deck_id: Mapping[int, SourcePreset] = MappingProxyType({})
    media_bytes: Mapping[str, int] = MappingProxyType({})
    uses_fsrs: bool = False


def list_studied_presets(package: PackageData) -> list[SourcePreset]:
    """Return the presets of cards with reviews, those with the most reviews first. The others may be those of somebody who
    shared a deck."""
    reviews_by_deck = Counter[int]()
    for note in package.notes:
        for card in note.cards:
            reviews_by_deck[card.deck_id] += len(card.review_log)
    reviews_by_name = Counter[str]()
    preset_by_name: dict[str, SourcePreset] = {}
    for deck_id, preset in package.presets_by_deck_id.items():
        if reviews_by_deck[deck_id]:
            reviews_by_name[preset.name] += reviews_by_deck[deck_id]
            preset_by_name[preset.name] = preset
    return [preset_by_name[name] for name, _ in reviews_by_name.most_common()]


def package_without_media(decks: Mapping[int, str], notes: tuple[SourceNote, ...]) -> PackageData:
    """Return a package of notes from a text file, which has no media and no scheduling."""
    return PackageData(decks, notes, 0, None, 4, frozenset(), no_media)


def make_new_card(deck_number: int) -> SourceCard:
    """Return a new card, without scheduling or reviews."""
    return SourceCard(0, deck_number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", ())


def no_media(name: str) -> Iterator[bytes]:
    """Raise KeyError: there are no media."""
    raise KeyError(name)


class LocatedNote(NamedTuple):
    """A note and the package that contains it."""

    note: SourceNote
    package: PackageData


def notes_by_guid(packages: Iterable[PackageData]) -> dict[str, LocatedNote]:
    """Return all notes by their guid."""
    return {note.guid: LocatedNote(note, package) for package in packages for note in package.notes}
