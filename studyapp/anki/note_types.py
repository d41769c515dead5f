"""The note types in Anki: their fields, card templates and look.

FROZEN at the first release. Anki recognises a note type by its id and compares number and names of fields
and templates; where they differ it keeps a second copy and leaves the old notes behind. So nothing here is
ever renamed, added or taken away: a new field takes over a spare one, and another schema gets another id.
The words and the look of the templates may change; then `CHANGED_AT` must rise.
"""

from dataclasses import dataclass
from pathlib import Path

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.note import (
    Basic,
    Claim,
    Cloze,
    Diagram,
    MultipleChoice,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.rendering.card_captions import card_caption
from studyapp.core.text.localized_text import CardLanguages

TEMPLATES_CHANGED_AT = 1_795_588_400
"""Unix seconds of the last change of a template or the style sheet: Anki takes over the newer ones only."""

SHARED_FIELDS = (
    "Why", "Section", "Evidence", "Source", "Requires", "Languages", "Spare 1", "Spare 2", "Spare 3",
)  # fmt: skip
"""What every type has behind its own fields."""

COLLAPSED_FIELDS = ("Identity", "Requires", "Languages", "Spare 1", "Spare 2", "Spare 3")
"""Fields folded away in Anki's editor, because nobody writes in them."""


@dataclass(frozen=True, slots=True)
class CardType:
    """One template: its name in Anki, the kind of card it makes, the field without which it makes none."""

    name: str
    kind: CardKind
    required_field: str


@dataclass(frozen=True, slots=True)
class AnkiNoteType:
    """One note type; its cards stand in the order of their ordinals."""

    anki_id: int
    name: str
    own_fields: tuple[str, ...]
    card_types: tuple[CardType, ...]
    is_cloze: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields. The identity is the first because Anki asks the first field to be never empty and
        unlike any other note's; the second is the one notes are sorted by."""
        return ("Identity", *self.own_fields, *SHARED_FIELDS)


@dataclass(frozen=True, slots=True)
class TemplateHtml:
    """A template's HTML."""

    front: str
    back: str


_QUESTION = CardType("Question", CardKind.FRONT_TO_BACK, "Front")
_NOTE_TYPE_BY_CONTENT: dict[type[NoteContent], AnkiNoteType] = {
    Basic: AnkiNoteType(1_763_856_000_001, "StudyApp Basic", ("Front", "Back"), (_QUESTION,)),
    Reversed: AnkiNoteType(
        1_763_856_000_002,
        "StudyApp Reversed",
        ("Front", "Back"),
        (_QUESTION, CardType("Backward", CardKind.REVERSED, "Back")),
    ),
    Term: AnkiNoteType(
        1_763_856_000_003,
        "StudyApp Term",
        ("Term", "Translation", "Definition"),
        (
            CardType("Translate", CardKind.TRANSLATE, "Translation"),
            CardType("Recall", CardKind.RECALL, "Definition"),
            CardType("Define", CardKind.DEFINE, "Term"),
        ),
    ),
    Cloze: AnkiNoteType(
        1_763_856_000_004,
        "StudyApp Cloze",
        ("Text",),
        (CardType("Cloze", CardKind.CLOZE, "Text"),),
        is_cloze=True,
    ),
    MultipleChoice: AnkiNoteType(
        1_763_856_000_005,
        "StudyApp Choice",
        ("Front", "Options", "Solution"),
        (CardType("Choice", CardKind.MULTIPLE_CHOICE, "Front"),),
    ),
    TypedAnswer: AnkiNoteType(
        1_763_856_000_006,
        "StudyApp Typed",
        ("Front", "Answer", "Other answers"),
        (CardType("Typed", CardKind.TYPED_ANSWER, "Front"),),
    ),
    Claim: AnkiNoteType(
        1_763_856_000_007,
        "StudyApp Claim",
        ("Claim",),
        (CardType("Claim", CardKind.CLAIM, "Claim"),),
    ),
    Diagram: AnkiNoteType(
        1_763_856_000_008,
        "StudyApp Diagram",
        ("Title", "Drawing"),
        (CardType("Diagram", CardKind.DIAGRAM, "Drawing"),),
        is_cloze=True,
    ),
}
ANKI_NOTE_TYPES = tuple(_NOTE_TYPE_BY_CONTENT.values())


def anki_note_type_of(content: NoteContent) -> AnkiNoteType:
    """The note type in Anki of a note."""
    return _NOTE_TYPE_BY_CONTENT[type(content)]


def load_templates(note_type: AnkiNoteType, template_folder: Path) -> tuple[TemplateHtml, ...]:
    """The templates of a note type, put together from the files in `folder`. OSError when one is missing."""
    return tuple(_load_template(card, template_folder) for card in note_type.card_types)


def load_style_sheet(template_folder: Path) -> str:
    """The CSS of all note types."""
    return (template_folder / "card.css").read_text(encoding="utf-8")


def _load_template(card_type: CardType, template_folder: Path) -> TemplateHtml:
    about = (template_folder / "about.html").read_text(encoding="utf-8").strip()
    sides = (
        (template_folder / f"{card_type.kind}.html")
        .read_text(encoding="utf-8")
        .replace("<!-- about -->", about)
    )
    front, back = sides.split("<!-- back -->")
    return TemplateHtml(_wrap_side(front, card_type), _wrap_side(back, card_type))


def _wrap_side(side: str, card_type: CardType) -> str:
    """Anki makes a card where its front shows a field that is not empty, and the frame always shows one:
    hence the condition around it."""
    return (
        f"{{{{#{card_type.required_field}}}}}\n"
        f'<div class="studyapp {_diagram_class(card_type.kind)}{{{{Languages}}}} tex2jax_ignore mathjax_ignore">\n'
        f"{_render_heading(card_type.kind)}{side.strip()}\n</div>\n"
        f"{{{{/{card_type.required_field}}}}}"
    )


def _diagram_class(kind: CardKind) -> str:
    return "diagram " if kind is CardKind.DIAGRAM else ""


def _render_heading(kind: CardKind) -> str:
    languages = (
        CardLanguages.ENGLISH,
        CardLanguages.TRADITIONAL_CHINESE,
        CardLanguages.SIMPLIFIED_CHINESE,
    )
    words = "".join(f'<span lang="{choice}">{card_caption(kind, choice)}</span>' for choice in languages)
    return f'<p class="kind">{words}</p>\n' if card_caption(kind, CardLanguages.ENGLISH) else ""
