"""The tree of a query. Printing and parsing are in `query_printing.py` and `query_parsing.py`."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from studyapp.core.cards.card_id import CardId
from studyapp.core.search.text_pattern import TextPattern
from studyapp.core.study.rating import Rating


@dataclass(frozen=True, slots=True)
class All:
    """All cards: the empty query."""


@dataclass(frozen=True, slots=True)
class And:
    """Cards that match all of at least two parts."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """Cards that match any of at least two parts."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Cards that do not match the part."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class TextTerm:
    """Notes with this text in a field, as in `code` or `nc:code`. Case, accents and Chinese variants are ignored."""

    pattern: TextPattern


@dataclass(frozen=True, slots=True)
class WordTerm:
    """Notes with these whole words in a field, as in `w:code`."""

    pattern: TextPattern


@dataclass(frozen=True, slots=True)
class RegexTerm:
    """Notes with a field in which the regular expression is found, as in `re:co+de`. Case is ignored."""

    expression: str


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """Notes with a field of this name whose whole text matches, as in `front:*code*`."""

    field: TextPattern
    pattern: TextPattern


@dataclass(frozen=True, slots=True)
class FieldRegexTerm:
    """Notes with a field of this name in which the regular expression is found, as in `front:re:co+de`."""

    field: TextPattern
    expression: str


class NoteAttribute(StrEnum):
    """What a note, its deck or its type has. The values are the names of the terms."""

    DECK = "deck"
    TAG = "tag"
    NOTE_TYPE = "note"
    SECTION = "section"
    EVIDENCE = "evidence"
    LANGUAGE = "language"
    PREREQUISITE = "requires"
    SOURCE = "source"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class AttributeTerm:
    """Notes with an attribute that matches, as in `tag:verb`. Without a pattern, notes that have none: `tag:none`."""

    attribute: NoteAttribute
    pattern: TextPattern | None


@dataclass(frozen=True, slots=True)
class TagRegexTerm:
    """Notes with a tag in which the regular expression is found, as in `tag:re:^verb`."""

    expression: str


@dataclass(frozen=True, slots=True)
class CardOrdinalTerm:
    """Cards with this ordinal, as in `card:2`."""

    ordinal: int


@dataclass(frozen=True, slots=True)
class CardTemplateTerm:
    """Cards made from a template with this name, or of this kind, as in `card:translate`."""

    pattern: TextPattern


@dataclass(frozen=True, slots=True)
class NoteIdTerm:
    """The notes with these keys (`deck/id`) or ids, as in `nid:chatgpt/rlhf`."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardIdTerm:
    """The cards with these ids, as in `cid:chatgpt/rlhf#1`."""

    cards: tuple[CardId, ...]


class CardState(StrEnum):
    """A state of a card. The values are those of `is:`."""

    NEW = "new"
    LEARNING = "learn"
    REVIEW = "review"
    DUE = "due"
    SUSPENDED = "suspended"
    BURIED = "buried"
    LEECH = "leech"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class StateTerm:
    """Cards in this state, as in `is:due`."""

    state: CardState


@dataclass(frozen=True, slots=True)
class FlagTerm:
    """Cards with this flag (1-4), or without one (0), as in `flag:1`."""

    flag: int


class CardProperty(StrEnum):
    """A number of a card's schedule. The values are those of `prop:`."""

    STABILITY = "s"
    DIFFICULTY = "d"
    RETRIEVABILITY = "r"
    INTERVAL = "ivl"
    DUE = "due"
    REVIEWS = "reps"
    LAPSES = "lapses"


class Comparison(Enum):
    """How a number is compared."""

    EQUAL = "="
    NOT_EQUAL = "!="
    LESS = "<"
    LESS_OR_EQUAL = "<="
    GREATER = ">"
    GREATER_OR_EQUAL = ">="


@dataclass(frozen=True, slots=True)
class PropertyTerm:
    """Cards for which the comparison is true, as in `prop:ivl>=30`.

    Stability and interval are in days, and so is due, counted from today. Difficulty is from 1 to 10, retrievability
    from 0 to 1.
    """

    property: CardProperty
    comparison: Comparison
    value: float


@dataclass(frozen=True, slots=True)
class RatedTerm:
    """Cards rated in the last study days, today included, with this rating if there is one, as in `rated:7:1`."""

    days: int
    rating: Rating | None = None


class RecentEvent(StrEnum):
    """What happened to a card or its note. The values are the names of the terms."""

    ADDED = "added"
    EDITED = "edited"
    INTRODUCED = "introduced"
    """The card was rated for the first time."""


@dataclass(frozen=True, slots=True)
class RecentTerm:
    """Cards to which this happened in the last study days, today included, as in `added:7`."""

    event: RecentEvent
    days: int


@dataclass(frozen=True, slots=True)
class DuplicateTerm:
    """Notes of a type whose first field has this text, as in `dupe:basic,code`."""

    note_type: TextPattern
    text: str


Term = (
    TextTerm | WordTerm | RegexTerm | FieldTerm | FieldRegexTerm | AttributeTerm | TagRegexTerm | CardOrdinalTerm
    | CardTemplateTerm | NoteIdTerm | CardIdTerm | StateTerm | FlagTerm | PropertyTerm | RatedTerm | RecentTerm
    | DuplicateTerm
)  # fmt: skip
Query = All | And | Or | Not | Term
