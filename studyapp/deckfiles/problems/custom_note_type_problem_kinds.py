"""All that can be wrong with a deck's own note types, and with their notes, beside what can be wrong anywhere."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, error, warning


class CustomNoteTypeProblemKind(ProblemKindBase):
    """The kinds of problems of note types."""

    RESERVED_NAME = error(
        "note-type-taken",
        QT_TRANSLATE_NOOP("Problem", "`{type}` is a note type that every deck has."),
        QT_TRANSLATE_NOOP("Problem", "Give the deck's own type another name."),
    )
    BAD_FIELD_NAME = warning(
        "note-type-field",
        QT_TRANSLATE_NOOP("Problem", "Anki lets no field be called `{field}`."),
        QT_TRANSLATE_NOOP(
            "Problem", "Choose a name without `:`, braces and quotes that means nothing to templates."
        ),
    )
    BAD_ANKI_ID = warning(
        "note-type-number",
        QT_TRANSLATE_NOOP("Problem", "`{value}` is no number of a note type in Anki; it is left out."),
        QT_TRANSLATE_NOOP("Problem", "Write the digits that stood there, or remove the line."),
    )
    BAD_WRITTEN_AS = warning(
        "note-type-written-as",
        QT_TRANSLATE_NOOP("Problem", "Notes can't be written as `{type}`; the line is left out."),
        QT_TRANSLATE_NOOP("Problem", "Write one of {known}."),
    )
    NOTE_WITHOUT_CARDS = warning(
        "note-without-cards",
        QT_TRANSLATE_NOOP("Problem", "No template of `{type}` makes a card of this note."),
        QT_TRANSLATE_NOOP("Problem", "Fill in a field that a front shows."),
    )
