"""Anki note types of the built-in notes: fields, card templates and style sheet.

FROZEN at the first release. Anki identifies a note type by its id and compares the number and the names of
its fields and templates. If they differ, Anki keeps a second copy of the type and leaves the existing notes
with the old one. So never rename, add or remove a field or a template: use a spare field for a new one, and
another id for another schema. The HTML and CSS of the templates may change; `TEMPLATES_CHANGED_AT` must then
increase.
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

TEMPLATES_CHANGED_AT = 1_795_728_487
"""Unix seconds of the last change to a template or the style sheet. Anki only accepts newer templates."""

SHARED_FIELDS = (
    "Why", "Section", "Evidence", "Source", "Requires", "Languages", "Spare 1", "Spare 2", "Spare 3",
)  # fmt: skip
"""The fields that every note type has after its own fields."""

COLLAPSED_FIELDS = ("Identity", "Requires", "Languages", "Spare 1", "Spare 2", "Spare 3")
"""Fields collapsed in Anki's editor, because users don't edit them."""


@dataclass(frozen=True, slots=True)
class CardType:
    """A card template: its name in Anki, the kind of card it generates, and the field it requires.

    It generates no card if `required_field` is empty.
    """

    name: str
    kind: CardKind
    required_field: str


@dataclass(frozen=True, slots=True)
class AnkiNoteType:
    """A note type in Anki. `card_types` are in the order of their ordinals."""

    anki_id: int
    name: str
    own_fields: tuple[str, ...]
    card_types: tuple[CardType, ...]
    is_cloze: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of all fields.

        The identity comes first, because Anki requires the first field to be non-empty and unique. The second
        field is the sort field.
        """
        return ("Identity", *self.own_fields, *SHARED_FIELDS)


@dataclass(frozen=True, slots=True)
class TemplateHtml:
    """The HTML of both sides of a template."""

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
    """Return the Anki note type for notes with this content."""
    return _NOTE_TYPE_BY_CONTENT[type(content)]


def load_templates(note_type: AnkiNoteType, template_folder: Path) -> tuple[TemplateHtml, ...]:
    """Return the templates of a note type, assembled from the files in `template_folder`.

    Raises OSError if a file is missing.
    """
    return tuple(_load_template(card, template_folder) for card in note_type.card_types)


def load_style_sheet(template_folder: Path) -> str:
    """Return the CSS shared by all note types."""
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
    """Return a side of a template, wrapped in a condition on the required field.

    Anki generates a card if its front shows a non-empty field. Without the condition every template would
    generate one, because the wrapper always shows the field `Languages`.
    """
    return (
        f"{{{{#{card_type.required_field}}}}}\n"
        f'<div class="studyapp {_diagram_class(card_type.kind)}{{{{Languages}}}}">\n'
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
    captions = "".join(
        f'<span lang="{language}">{card_caption(kind, language)}</span>' for language in languages
    )
    return f'<p class="kind">{captions}</p>\n' if card_caption(kind, CardLanguages.ENGLISH) else ""
