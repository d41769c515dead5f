"""The first digest format of exported notes, which existing collections still contain.

FROZEN. It hashed the `repr` of Python objects, with the class and attribute names of that time.
"""

import hashlib
from collections.abc import Iterable

from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.core.notes.custom_note_type import CustomNoteType

_BUILT_IN_REPRS = {
    1_763_856_000_001: "NoteType(number=1763856000001, name='StudyApp Basic', own_fields=('Front', 'Back'), cards=(CardType(name='Question', kind=<CardKind.QUESTION: 'question'>, needs='Front'),), is_cloze=False)",
    1_763_856_000_002: "NoteType(number=1763856000002, name='StudyApp Reversed', own_fields=('Front', 'Back'), cards=(CardType(name='Question', kind=<CardKind.QUESTION: 'question'>, needs='Front'), CardType(name='Backward', kind=<CardKind.BACKWARD: 'backward'>, needs='Back')), is_cloze=False)",
    1_763_856_000_003: "NoteType(number=1763856000003, name='StudyApp Term', own_fields=('Term', 'Translation', 'Definition'), cards=(CardType(name='Translate', kind=<CardKind.TRANSLATE: 'translate'>, needs='Translation'), CardType(name='Recall', kind=<CardKind.RECALL: 'recall'>, needs='Definition'), CardType(name='Define', kind=<CardKind.DEFINE: 'define'>, needs='Term')), is_cloze=False)",
    1_763_856_000_004: "NoteType(number=1763856000004, name='StudyApp Cloze', own_fields=('Text',), cards=(CardType(name='Cloze', kind=<CardKind.CLOZE: 'cloze'>, needs='Text'),), is_cloze=True)",
    1_763_856_000_005: "NoteType(number=1763856000005, name='StudyApp Choice', own_fields=('Front', 'Options', 'Solution'), cards=(CardType(name='Choice', kind=<CardKind.CHOICE: 'choice'>, needs='Front'),), is_cloze=False)",
    1_763_856_000_006: "NoteType(number=1763856000006, name='StudyApp Typed', own_fields=('Front', 'Answer', 'Other answers'), cards=(CardType(name='Typed', kind=<CardKind.TYPED: 'typed'>, needs='Front'),), is_cloze=False)",
    1_763_856_000_007: "NoteType(number=1763856000007, name='StudyApp Claim', own_fields=('Claim',), cards=(CardType(name='Claim', kind=<CardKind.CLAIM: 'claim'>, needs='Claim'),), is_cloze=False)",
    1_763_856_000_008: "NoteType(number=1763856000008, name='StudyApp Diagram', own_fields=('Title', 'Drawing'), cards=(CardType(name='Diagram', kind=<CardKind.DIAGRAM: 'diagram'>, needs='Drawing'),), is_cloze=True)",
}  # fmt: skip
"""The `repr` of each built-in note type, by Anki id."""


def compute_export_digest_v1(note: AnkiNote) -> str:
    """Return the digest of a note in the first format."""
    note_type = note.note_type
    type_repr = (
        _custom_type_repr(note_type)
        if isinstance(note_type, CustomNoteType)
        else _BUILT_IN_REPRS.get(note_type.anki_id, "")
    )
    note_repr = _tuple_repr([type_repr, repr(note.fields), repr(note.tags), repr(note.ordinals)])
    return hashlib.sha256(note_repr.encode()).hexdigest()


def _custom_type_repr(custom_type: CustomNoteType) -> str:
    templates = _tuple_repr(
        f"CardTemplate(name={template.name!r}, front={template.front!r}, back={template.back!r})"
        for template in custom_type.templates
    )
    return (
        f"CustomType(number={custom_type.anki_id!r}, name={custom_type.name!r}, fields={custom_type.fields!r}, templates={templates}, "
        f"is_cloze={custom_type.is_cloze!r}, style={custom_type.css!r}, id={custom_type.id!r}, written_as={custom_type.builtin_type!r}, "
        f"parts={custom_type.field_roles!r})"
    )


def _tuple_repr(reprs: Iterable[str]) -> str:
    parts = list(reprs)
    return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
