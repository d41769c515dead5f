"""Kinds of problems specific to custom note types and their notes."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, error, warning


class CustomNoteTypeProblemKind(ProblemKindBase):
    """Kinds of problems specific to custom note types."""

    RESERVED_NAME = error(
        "note-type-taken",
        QT_TRANSLATE_NOOP("Problem", "`{type}` is a built-in note type."),
        QT_TRANSLATE_NOOP("Problem", "Give the deck's own note type a different name."),
    )
    BAD_FIELD_NAME = warning(
        "note-type-field",
        QT_TRANSLATE_NOOP("Problem", "Anki doesn't allow a field named `{field}`."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Choose a name without `:`, braces or quotes and without a special meaning in templates.",
        ),
    )
    BAD_ANKI_ID = warning(
        "note-type-number",
        QT_TRANSLATE_NOOP("Problem", "`{value}` is not an Anki note type ID and is ignored."),
        QT_TRANSLATE_NOOP("Problem", "Restore the original number, or remove the line."),
    )
    BAD_WRITTEN_AS = warning(
        "note-type-written-as",
        QT_TRANSLATE_NOOP("Problem", "`written_as: {type}` is not supported and is ignored."),
        QT_TRANSLATE_NOOP("Problem", "Use one of {known}."),
    )
    BAD_ANKI_SETTING = warning(
        "note-type-setting",
        QT_TRANSLATE_NOOP("Problem", "`{field}: {value}` is not a number and is ignored."),
        QT_TRANSLATE_NOOP("Problem", "Restore the original number, or remove the line."),
    )
    NOTE_WITHOUT_CARDS = warning(
        "note-without-cards",
        QT_TRANSLATE_NOOP("Problem", "No template of `{type}` produces a card from this note."),
        QT_TRANSLATE_NOOP("Problem", "Fill in a field that a front template shows."),
    )
