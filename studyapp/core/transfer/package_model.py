"""What a package of Anki holds, whatever its form: as it stands there, before anything is made of it."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.review_log import ReviewLogRow


class SourceCard(NamedTuple):
    """A card, with the names and meanings of Anki's columns; `due` is the one it has outside of a filtered deck, and
    `deck` the one that it is at home in; `is_filtered` when it is not there now. `changed_at` is in unix seconds."""

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
    left: int
    flag: int
    data: str
    review_log: tuple[ReviewLogRow, ...]
    is_filtered: bool = False


class SourceNote(NamedTuple):
    """A note; its fields are HTML. `changed_at` is in unix seconds."""

    guid: str
    note_type: CustomNoteType
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    cards: tuple[SourceCard, ...]
    changed_at: int = 0


class SourcePreset(NamedTuple):
    """The retention in percent, cards a day, steps in minutes, whether new cards come at random, and the parameters of
    FSRS; none where they were not fitted."""

    desired_retention: int
    new_per_day: int
    reviews_per_day: int
    learning_steps: tuple[float, ...]
    relearning_steps: tuple[float, ...]
    is_new_order_random: bool
    fsrs_parameters: tuple[float, ...]


class PackageData(NamedTuple):
    """All of a package. Days count from `began_at` (unix seconds), `minutes_west` of Greenwich where that is told.
    `media` are the files that notes may name; `read` gives the content of one. `is_markdown` says that fields are no HTML,
    and `losses` what could not be read; `presets` are by the numbers of their decks."""

    deck_names_by_id: Mapping[int, str]
    notes: tuple[SourceNote, ...]
    created_at: int
    minutes_west: int | None
    rollover_hour: int
    media_names: frozenset[str]
    read_media: Callable[[str], bytes]
    is_markdown: bool = False
    losses: tuple[Loss, ...] = ()
    presets_by_deck_id: Mapping[int, SourcePreset] = MappingProxyType({})


def package_without_media(decks: Mapping[int, str], notes: tuple[SourceNote, ...]) -> PackageData:
    """Notes from a text, where no days are counted."""
    return PackageData(decks, notes, 0, None, 4, frozenset(), no_media)


def no_media(name: str) -> bytes:
    """There are no media."""
    raise KeyError(name)


class LocatedNote(NamedTuple):
    """A note, and what it was found in."""

    note: SourceNote
    package: PackageData


def notes_by_guid(packages: Iterable[PackageData]) -> dict[str, LocatedNote]:
    """All notes by what they are known by."""
    return {note.guid: LocatedNote(note, one) for one in packages for note in one.notes}
