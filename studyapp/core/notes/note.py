"""What is written: a note, its type and its fields."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.drawing import Drawing
from studyapp.core.text.localized_text import Text


class Evidence(StrEnum):
    """How sure the source is of what a note states, from the firmest to the weakest."""

    CONCLUSION = "conclusion"
    STRONG_HYPOTHESIS = "strong-hypothesis"
    HYPOTHESIS = "hypothesis"
    EDUCATED_GUESS = "educated-guess"
    OBSERVATION = "observation"


@dataclass(frozen=True, slots=True)
class Basic:
    """One question and its answer."""

    front: Text
    back: Text


@dataclass(frozen=True, slots=True)
class Reversed:
    """A pair that is asked both ways."""

    front: Text
    back: Text


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field, its word in the other language, and what it means."""

    term: Text
    definition: Text
    translation: Text | None = None


@dataclass(frozen=True, slots=True)
class Cloze:
    """A sentence with numbered blanks: `{{c1::answer::hint}}`."""

    text: Text


@dataclass(frozen=True, slots=True)
class Option:
    """One possibility of a choice, with the reason why it is right or wrong."""

    text: Text
    right: bool = False
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with options, at least one of them right."""

    front: Text
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A question whose answer is typed and compared letter by letter."""

    front: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class Claim:
    """What the source states; asked for is how sure it is of that, and why: the note's evidence and `why`."""

    claim: Text


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing of which one numbered part at a time is asked."""

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Templated:
    """Fields of HTML, in the order of the note type's, of which its templates make cards. The type is the deck's own."""

    note_type: CustomType
    fields: tuple[str, ...]


Content = Basic | Reversed | Term | Cloze | Choice | Typed | Claim | Diagram | Templated


@dataclass(frozen=True, slots=True)
class Note:
    """One thing worth knowing. Its identity is `deck/id`, written in the file and never derived from
    the words, so that correcting them keeps the learner's history."""

    deck: str
    id: str
    content: Content
    tags: tuple[str, ...] = ()
    section: str = ""
    evidence: Evidence | None = None
    requires: tuple[str, ...] = ()
    """Notes to know first, each as `deck/id`."""
    why: Text | None = None
    guid: str = ""
    """What Anki knows the note by, where it came from there; empty for all others."""

    came_as: CustomType | None = None
    """The type that the note has in Anki, where its content is written as one of ours."""

    @property
    def key(self) -> str:
        """The note's identity over all decks."""
        return f"{self.deck}/{self.id}"

    @property
    def custom_type(self) -> CustomType | None:
        """The type of the deck's own that the note is of, or came as."""
        return self.content.note_type if isinstance(self.content, Templated) else self.came_as
