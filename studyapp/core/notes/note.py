"""Notes: the content of each note type, and what all notes have in common."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.drawing import Drawing
from studyapp.core.text.localized_text import LocalizedText


class Evidence(StrEnum):
    """How certain the source is of what a note states, from the strongest level to the weakest."""

    CONCLUSION = "conclusion"
    STRONG_HYPOTHESIS = "strong-hypothesis"
    HYPOTHESIS = "hypothesis"
    EDUCATED_GUESS = "educated-guess"
    OBSERVATION = "observation"


@dataclass(frozen=True, slots=True)
class Basic:
    """A question and its answer."""

    front: LocalizedText
    back: LocalizedText


@dataclass(frozen=True, slots=True)
class Reversed:
    """A pair that is asked in both directions."""

    front: LocalizedText
    back: LocalizedText


@dataclass(frozen=True, slots=True)
class Term:
    """A term, its definition and, optionally, its translation."""

    term: LocalizedText
    definition: LocalizedText
    translation: LocalizedText | None = None


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with cloze deletions: `{{c1::answer::hint}}`."""

    text: LocalizedText


@dataclass(frozen=True, slots=True)
class AnswerOption:
    """An option of a multiple-choice question, with an optional explanation of why it is right or wrong."""

    text: LocalizedText
    is_correct: bool = False
    explanation: LocalizedText | None = None


@dataclass(frozen=True, slots=True)
class MultipleChoice:
    """A question with options, of which at least one is correct."""

    front: LocalizedText
    options: tuple[AnswerOption, ...]


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """A question whose answer is typed and compared character by character."""

    front: LocalizedText
    answer: LocalizedText


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of the source. The card asks how certain it is and why; the answer is the note's `evidence` and
    `explanation`."""

    claim: LocalizedText


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing with hidden parts."""

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class CustomContent:
    """The content of a note with a custom note type: HTML fields in the order of the type's fields."""

    note_type: CustomNoteType
    fields: tuple[str, ...]


NoteContent = Basic | Reversed | Term | Cloze | MultipleChoice | TypedAnswer | Claim | Diagram | CustomContent


@dataclass(frozen=True, slots=True)
class Note:
    """A note. Its identity is `deck/id`, which is written in the file and never derived from the text, so that
    editing the text keeps the review history."""

    deck_id: str
    id: str
    content: NoteContent
    tags: tuple[str, ...] = ()
    section: str = ""
    evidence: Evidence | None = None
    prerequisites: tuple[str, ...] = ()
    """Keys of the notes to learn first, each `deck/id`."""
    explanation: LocalizedText | None = None
    anki_guid: str = ""
    """Anki's guid of a note that was imported from there; empty for all others."""

    original_note_type: CustomNoteType | None = None
    """The note's type in Anki if its content was converted to a built-in type."""

    @property
    def key(self) -> str:
        """The note's identity over all decks: `deck/id`."""
        return f"{self.deck_id}/{self.id}"

    @property
    def custom_note_type(self) -> CustomNoteType | None:
        """The custom note type that the note has, or had in Anki."""
        return self.content.note_type if isinstance(self.content, CustomContent) else self.original_note_type
