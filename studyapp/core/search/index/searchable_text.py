"""The fields of a note as they are searched, and how they are joined into one text."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from studyapp.core.notes.drawing import Drawing, TreeDrawing
from studyapp.core.notes.note import CustomContent, Diagram, Note
from studyapp.core.notes.note_fields import content_fields
from studyapp.core.search.index.field_names import EXPLANATION_FIELD
from studyapp.core.search.index.plain_text import strip_html, strip_markdown
from studyapp.core.search.index.text_folding import fold_text
from studyapp.core.text.localized_text import TRADITIONAL_CHINESE, LocalizedText

FIELD_END = "\x1f"
"""Stands before and after every field of a joined text. Folded text doesn't contain it."""

_FIRST_FIELD_MARK = 0xF0000
MAX_FIELD_NUMBER = 0xFFFF
ANY_FIELD_MARK = "[\U000f0000-\U000fffff]"
"""A regular expression for the marks of all fields."""

_DIAGRAM_FIELD = "diagram"


class SourceField(NamedTuple):
    """A field as written, in one language if it has several. Empty fields are included."""

    name: str
    language: str
    text: str


def source_fields(note: Note) -> Iterator[SourceField]:
    """Yield the fields of a note. A field with several languages or options yields several texts."""
    content = note.content
    if isinstance(content, CustomContent):
        for name, html in zip(content.note_type.fields, content.fields, strict=True):
            yield SourceField(name, "", html)
    elif isinstance(content, Diagram):
        for text in _drawing_texts(content.drawing):
            yield from _versions(_DIAGRAM_FIELD, text)
    else:
        for name, value in content_fields(content).items():
            if value is None or isinstance(value, LocalizedText):
                yield from _versions(name, value)
            else:
                for option in value:
                    yield from _versions(name, option.text)
                    yield from _versions(name, option.explanation) if option.explanation else ()
    yield from _versions(EXPLANATION_FIELD, note.explanation)


def _versions(name: str, text: LocalizedText | None) -> Iterator[SourceField]:
    if text is None:
        yield SourceField(name, "", "")
    else:
        for language, version in text.versions:
            yield SourceField(name, language, version)


def _drawing_texts(drawing: Drawing) -> Iterator[LocalizedText]:
    yield drawing.title
    if isinstance(drawing, TreeDrawing):
        for box in drawing.boxes:
            yield from (text for text in (box.label, box.date, box.kind) if text is not None)
        yield from (arrow.label for arrow in drawing.arrows if arrow.label is not None)
    else:
        yield from drawing.columns
        yield from (cell.text for row in drawing.rows for cell in row)


class FoldedField(NamedTuple):
    """A field without markup, folded."""

    name: str
    text: str


def folded_fields(note: Note, fields: Iterable[SourceField]) -> Iterator[FoldedField]:
    """Yield the fields of a note as they are compared with a query. Traditional Chinese is also yielded as readers of
    Simplified Chinese see it, if other words are used there."""
    strip = strip_html if isinstance(note.content, CustomContent) else strip_markdown
    for field in fields:
        markup_strip = strip_markdown if field.name == EXPLANATION_FIELD else strip
        folded = fold_text(markup_strip(field.text)).strip()
        yield FoldedField(field.name, folded)
        if field.language == TRADITIONAL_CHINESE and not field.text.isascii():
            converted = _fold_as_simplified(markup_strip(field.text))
            if converted != folded:
                yield FoldedField(field.name, converted)


def _fold_as_simplified(text: str) -> str:
    # Deferred: importing OpenCC loads its tables.
    from studyapp.core.text.simplified_chinese import to_simplified_chinese

    return fold_text(to_simplified_chinese(text)).strip()


def field_mark(number: int) -> str:
    """Return the character that stands for the name of a field in a joined text."""
    return chr(_FIRST_FIELD_MARK + number)


def join_fields(fields: Iterable[tuple[int, str]]) -> str:
    """Return one text of folded fields, each with the number of its name. Every field begins with its mark after
    `FIELD_END`, and the last one ends with `FIELD_END` too."""
    return FIELD_END + "".join(f"{field_mark(number)}{text}{FIELD_END}" for number, text in fields)
