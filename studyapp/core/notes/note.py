"""What is written: a note, its type and its fields."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.drawing import Drawing
from studyapp.core.text.localized_text import LocalizedText


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

    front: LocalizedText
    back: LocalizedText


@dataclass(frozen=True, slots=True)
class Reversed:
    """A pair that is asked both ways."""

    front: LocalizedText
    back: LocalizedText


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field, its word in the other language, and what it means."""

    term: LocalizedText
    definition: LocalizedText
    translation: LocalizedText | None = None


@dataclass(frozen=True, slots=True)
class Cloze:
    """A sentence with numbered blanks: `{{c1::answer::hint}}`."""

    text: LocalizedText


@dataclass(frozen=True, slots=True)
class AnswerOption:
    """One possibility of a choice, with the reason why it is right or wrong."""

    text: LocalizedText
    is_correct: bool = False
    explanation: LocalizedText | None = None


@dataclass(frozen=True, slots=True)
class MultipleChoice:
    """A question with options, at least one of them right."""

    front: LocalizedText
    options: tuple[AnswerOption, ...]


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """A question whose answer is typed and compared letter by letter."""

    front: LocalizedText
    answer: LocalizedText


@dataclass(frozen=True, slots=True)
class Claim:
    """What the source states; asked for is how sure it is of that, and why: the note's evidence and `why`."""

    claim: LocalizedText


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing of which one numbered part at a time is asked."""

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class CustomContent:
    """Fields of HTML, in the order of the note type's, of which its templates make cards. The type is the deck's own."""

    note_type: CustomNoteType
    fields: tuple[str, ...]


NoteContent = Basic | Reversed | Term | Cloze | MultipleChoice | TypedAnswer | Claim | Diagram | CustomContent


@dataclass(frozen=True, slots=True)
class Note:
    """One thing worth knowing. Its identity is `deck/id`, written in the file and never derived from
    the words, so that correcting them keeps the learner's history."""

    deck_id: str
    id: str
    content: NoteContent
    tags: tuple[str, ...] = ()
    section: str = ""
    evidence: Evidence | None = None
    prerequisites: tuple[str, ...] = ()
    """Notes to know first, each as `deck/id`."""
    explanation: LocalizedText | None = None
    anki_guid: str = ""
    """What Anki knows the note by, where it came from there; empty for all others."""

    original_note_type: CustomNoteType | None = None
    """The type that the note has in Anki, where its content is written as one of ours."""

    @property
    def key(self) -> str:
        """The note's identity over all decks."""
        return f"{self.deck_id}/{self.id}"

    @property
    def custom_note_type(self) -> CustomNoteType | None:
        """The type of the deck's own that the note is of, or came as."""
        return self.content.note_type if isinstance(self.content, CustomContent) else self.original_note_type
