"""The texts of a note, as the style rules read them."""

from collections.abc import Iterator, Sequence

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.notes.drawing import Drawing, TreeDrawing
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.notes.note_fields import content_fields
from studyapp.core.text.localized_text import LocalizedText


def field_texts(note: Note) -> Iterator[tuple[str, LocalizedText]]:
    """Yield the texts of a built-in note type, each with the name of its field. The parts of a diagram are none."""
    for name, value in content_fields(note.content).items():
        if isinstance(value, LocalizedText):
            yield name, value
        elif value is not None:
            yield from ((name, option.text) for option in value)
            yield from (("why", option.explanation) for option in value if option.explanation)
    if note.explanation:
        yield "why", note.explanation


def shown_versions(note: Note, languages: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the field, the language and the text of each version in one of these languages, with the parts of a diagram
    under the field `diagram`. A cloze text has no gaps: its hints follow it on lines of their own."""
    drawing = note.content.drawing if isinstance(note.content, Diagram) else None
    drawing_parts = (("diagram", text) for text in drawing_texts(drawing)) if drawing else ()
    for field, text in (*field_texts(note), *drawing_parts):
        for language, version in text.versions:
            if not language or language in languages:
                yield field, language, _without_gaps(version) if "{{c" in version else version


def _without_gaps(text: str) -> str:
    hints = [match[3] for match in CLOZE_PATTERN.finditer(text) if match[3]]
    return "\n".join([CLOZE_PATTERN.sub(lambda match: match[2], text), *hints])


def drawing_texts(drawing: Drawing) -> Iterator[LocalizedText]:
    """Yield the title and all labels of a drawing."""
    yield from (text for _, text in drawing_parts(drawing))


def drawing_parts(drawing: Drawing) -> Iterator[tuple[int, LocalizedText]]:
    """Yield the texts of a drawing, each with the ordinal of the card that hides it, 0 for none."""
    yield 0, drawing.title
    if isinstance(drawing, TreeDrawing):
        for box in drawing.boxes:
            yield box.card_ordinal, box.label
            yield from ((0, text) for text in (box.date, box.kind) if text)
        yield from ((arrow.card_ordinal, arrow.label) for arrow in drawing.arrows if arrow.label)
    else:
        yield from ((0, column) for column in drawing.columns)
        yield from ((cell.card_ordinal, cell.text) for row in drawing.rows for cell in row)
