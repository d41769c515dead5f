"""What a package of Anki holds, whatever its form: as it stands there, before anything is made of it."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.review_log import LogLine


class FoundCard(NamedTuple):
    """A card, with the names and meanings of Anki's columns; `due` is the one it has outside of a filtered deck, and
    `deck` the one that it is at home in; `is_filtered` when it is not there now. `changed_at` is in unix seconds."""

    number: int
    deck: int
    ordinal: int
    changed_at: int
    state: int
    queue: int
    due: int
    interval: int
    factor: int
    reviews: int
    lapses: int
    left: int
    flag: int
    data: str
    log: tuple[LogLine, ...]
    is_filtered: bool = False


class FoundNote(NamedTuple):
    """A note; its fields are HTML. `changed_at` is in unix seconds."""

    guid: str
    note_type: CustomType
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    cards: tuple[FoundCard, ...]
    changed_at: int = 0


class FoundPreset(NamedTuple):
    """The retention in percent, cards a day, steps in minutes, whether new cards come at random, and the parameters of
    FSRS; none where they were not fitted."""

    retention: int
    new_a_day: int
    reviews_a_day: int
    learning_steps: tuple[float, ...]
    relearning_steps: tuple[float, ...]
    is_random: bool
    parameters: tuple[float, ...]


class Found(NamedTuple):
    """All of a package. Days count from `began_at` (unix seconds), `minutes_west` of Greenwich where that is told.
    `media` are the files that notes may name; `read` gives the content of one. `is_markdown` says that fields are no HTML,
    and `losses` what could not be read; `presets` are by the numbers of their decks."""

    decks: Mapping[int, str]
    notes: tuple[FoundNote, ...]
    began_at: int
    minutes_west: int | None
    rollover: int
    media: frozenset[str]
    read: Callable[[str], bytes]
    is_markdown: bool = False
    losses: tuple[Loss, ...] = ()
    presets: Mapping[int, FoundPreset] = MappingProxyType({})


def without_media(decks: Mapping[int, str], notes: tuple[FoundNote, ...]) -> Found:
    """Notes from a text, where no days are counted."""
    return Found(decks, notes, 0, None, 4, frozenset(), nothing)


def nothing(name: str) -> bytes:
    """There are no media."""
    raise KeyError(name)


class FoundIn(NamedTuple):
    """A note, and what it was found in."""

    note: FoundNote
    found: Found


def by_guid(found: Iterable[Found]) -> dict[str, FoundIn]:
    """All notes by what they are known by."""
    return {note.guid: FoundIn(note, one) for one in found for note in one.notes}
