"""The note types in Anki: their fields, card templates and look.

FROZEN at the first release. Anki recognises a note type by its id and compares number and names of fields
and templates; where they differ it keeps a second copy and leaves the old notes behind. So nothing here is
ever renamed, added or taken away: a new field takes over a spare one, and another schema gets another id.
The words and the look of the templates may change; then `CHANGED_AT` must rise.
"""

from dataclasses import dataclass
from pathlib import Path

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.note import Basic, Choice, Claim, Cloze, Content, Diagram, Reversed, Term, Typed
from studyapp.core.rendering.card_captions import heading
from studyapp.core.text.localized_text import LanguageChoice

CHANGED_AT = 1_795_588_400
"""Unix seconds of the last change of a template or the style sheet: Anki takes over the newer ones only."""

SHARED_FIELDS = (
    "Why", "Section", "Evidence", "Source", "Requires", "Languages", "Spare 1", "Spare 2", "Spare 3",
)  # fmt: skip
"""What every type has behind its own fields."""

FURNITURE = ("Identity", "Requires", "Languages", "Spare 1", "Spare 2", "Spare 3")
"""Fields folded away in Anki's editor, because nobody writes in them."""


@dataclass(frozen=True, slots=True)
class CardType:
    """One template: its name in Anki, the kind of card it makes, the field without which it makes none."""

    name: str
    kind: CardKind
    needs: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """One note type; its cards stand in the order of their ordinals."""

    number: int
    name: str
    own_fields: tuple[str, ...]
    cards: tuple[CardType, ...]
    is_cloze: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields. The identity is the first because Anki asks the first field to be never empty and
        unlike any other note's; the second is the one notes are sorted by."""
        return ("Identity", *self.own_fields, *SHARED_FIELDS)


@dataclass(frozen=True, slots=True)
class Template:
    """A template's HTML."""

    front: str
    back: str


_QUESTION = CardType("Question", CardKind.QUESTION, "Front")
_TYPES: dict[type[Content], NoteType] = {
    Basic: NoteType(1_763_856_000_001, "StudyApp Basic", ("Front", "Back"), (_QUESTION,)),
    Reversed: NoteType(
        1_763_856_000_002,
        "StudyApp Reversed",
        ("Front", "Back"),
        (_QUESTION, CardType("Backward", CardKind.BACKWARD, "Back")),
    ),
    Term: NoteType(
        1_763_856_000_003,
        "StudyApp Term",
        ("Term", "Translation", "Definition"),
        (
            CardType("Translate", CardKind.TRANSLATE, "Translation"),
            CardType("Recall", CardKind.RECALL, "Definition"),
            CardType("Define", CardKind.DEFINE, "Term"),
        ),
    ),
    Cloze: NoteType(
        1_763_856_000_004,
        "StudyApp Cloze",
        ("Text",),
        (CardType("Cloze", CardKind.CLOZE, "Text"),),
        is_cloze=True,
    ),
    Choice: NoteType(
        1_763_856_000_005,
        "StudyApp Choice",
        ("Front", "Options", "Solution"),
        (CardType("Choice", CardKind.CHOICE, "Front"),),
    ),
    Typed: NoteType(
        1_763_856_000_006,
        "StudyApp Typed",
        ("Front", "Answer", "Other answers"),
        (CardType("Typed", CardKind.TYPED, "Front"),),
    ),
    Claim: NoteType(
        1_763_856_000_007,
        "StudyApp Claim",
        ("Claim",),
        (CardType("Claim", CardKind.CLAIM, "Claim"),),
    ),
    Diagram: NoteType(
        1_763_856_000_008,
        "StudyApp Diagram",
        ("Title", "Drawing"),
        (CardType("Diagram", CardKind.DIAGRAM, "Drawing"),),
        is_cloze=True,
    ),
}
NOTE_TYPES = tuple(_TYPES.values())


def note_type_of(content: Content) -> NoteType:
    """The note type in Anki of a note."""
    return _TYPES[type(content)]


def templates_of(note_type: NoteType, folder: Path) -> tuple[Template, ...]:
    """The templates of a note type, put together from the files in `folder`. OSError when one is missing."""
    return tuple(_template(card, folder) for card in note_type.cards)


def style_sheet(folder: Path) -> str:
    """The CSS of all note types."""
    return (folder / "card.css").read_text(encoding="utf-8")


def _template(card: CardType, folder: Path) -> Template:
    about = (folder / "about.html").read_text(encoding="utf-8").strip()
    sides = (folder / f"{card.kind}.html").read_text(encoding="utf-8").replace("<!-- about -->", about)
    front, back = sides.split("<!-- back -->")
    return Template(_framed(front, card), _framed(back, card))


def _framed(side: str, card: CardType) -> str:
    """Anki makes a card where its front shows a field that is not empty, and the frame always shows one:
    hence the condition around it."""
    return (
        f"{{{{#{card.needs}}}}}\n"
        f'<div class="studyapp {_wide(card.kind)}{{{{Languages}}}} tex2jax_ignore mathjax_ignore">\n'
        f"{_heading(card.kind)}{side.strip()}\n</div>\n"
        f"{{{{/{card.needs}}}}}"
    )


def _wide(kind: CardKind) -> str:
    return "diagram " if kind is CardKind.DIAGRAM else ""


def _heading(kind: CardKind) -> str:
    languages = (
        LanguageChoice.ENGLISH,
        LanguageChoice.TRADITIONAL_CHINESE,
        LanguageChoice.SIMPLIFIED_CHINESE,
    )
    words = "".join(f'<span lang="{choice}">{heading(kind, choice)}</span>' for choice in languages)
    return f'<p class="kind">{words}</p>\n' if heading(kind, LanguageChoice.ENGLISH) else ""
