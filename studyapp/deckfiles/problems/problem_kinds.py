"""The kinds of problems in deck files: code, severity, message and hint of each."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, error, warning


class ProblemKind(ProblemKindBase):
    """Kinds of problems that are not specific to drawings or custom note types."""

    # File and encoding
    UNREADABLE = error(
        "unreadable",
        QT_TRANSLATE_NOOP("Problem", "Can't read the file: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Check that the file exists and that you have permission to read it."),
    )
    TOO_LARGE = error(
        "too-large",
        QT_TRANSLATE_NOOP("Problem", "The deck in this file is too large. The limit is {limit}."),
        QT_TRANSLATE_NOOP("Problem", "Split it into several decks."),
    )
    UTF_16 = error(
        "utf-16",
        QT_TRANSLATE_NOOP("Problem", "The file is encoded in UTF-16."),
        QT_TRANSLATE_NOOP("Problem", "Save it as UTF-8, for example with “Save as” in your editor."),
    )
    NOT_UTF_8 = error(
        "not-utf-8",
        QT_TRANSLATE_NOOP("Problem", "Byte {position} of the file ({byte}) is not valid UTF-8."),
        QT_TRANSLATE_NOOP("Problem", "Save the file as UTF-8. If it was cut off, use an earlier copy."),
    )
    CONTROL_CHARACTER = error(
        "control-character",
        QT_TRANSLATE_NOOP("Problem", "Control character {character} is not allowed here."),
        QT_TRANSLATE_NOOP("Problem", "Remove it. Most editors don't show it."),
    )
    EMPTY_FILE = error(
        "empty-file",
        QT_TRANSLATE_NOOP("Problem", "The file is empty."),
        QT_TRANSLATE_NOOP("Problem", "A deck needs a `title` and a `notes` list."),
    )
    ONLY_COMMENTS = error(
        "only-comments",
        QT_TRANSLATE_NOOP("Problem", "The file contains only comments."),
        QT_TRANSLATE_NOOP("Problem", "A deck needs a `title` and a `notes` list."),
    )
    TEXT_AT_TOP = error(
        "text-at-top",
        QT_TRANSLATE_NOOP("Problem", "The file contains plain text instead of a deck."),
        QT_TRANSLATE_NOOP("Problem", "Start with `title: …` and list the notes under `notes:`."),
    )
    LIST_AT_TOP = error(
        "list-at-top",
        QT_TRANSLATE_NOOP("Problem", "The file contains a bare list instead of a deck."),
        QT_TRANSLATE_NOOP("Problem", "Add `title: …` and `notes:` above the list."),
    )
    SEVERAL_DOCUMENTS = error(
        "several-documents",
        QT_TRANSLATE_NOOP("Problem", "A second YAML document starts here."),
        QT_TRANSLATE_NOOP("Problem", "Remove the `---`, or move the second deck to its own file."),
    )

    # YAML
    YAML_SYNTAX = error(
        "yaml-syntax",
        QT_TRANSLATE_NOOP("Problem", "Invalid YAML: {reason}."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Compare indentation and colons with the previous note, and quote text with special characters.",
        ),
    )
    QUOTES_NEEDED = error(
        "quotes-needed",
        QT_TRANSLATE_NOOP("Problem", "YAML can't read this as plain text: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Put the whole text in quotes."),
    )
    QUOTE_NOT_CLOSED = error(
        "quote-not-closed",
        QT_TRANSLATE_NOOP("Problem", "The quote opened here is not closed."),
        QT_TRANSLATE_NOOP("Problem", 'Add the closing quote. Inside double quotes, write a quote as \\".'),
    )
    BRACKET_NOT_CLOSED = error(
        "bracket-not-closed",
        QT_TRANSLATE_NOOP("Problem", "The bracket or brace opened here is not closed."),
        QT_TRANSLATE_NOOP("Problem", "Add the closing one. If it is text, put the whole text in quotes."),
    )
    TAB_INDENT = error(
        "tab",
        QT_TRANSLATE_NOOP("Problem", "There is a tab where YAML needs spaces."),
        QT_TRANSLATE_NOOP("Problem", "Indent with spaces."),
    )
    TOO_DEEP = error(
        "too-deep",
        QT_TRANSLATE_NOOP("Problem", "Lists and mappings are nested more than {limit} levels deep here."),
        QT_TRANSLATE_NOOP("Problem", "A deck needs only four levels. Put text with many brackets in quotes."),
    )
    ANCHOR = error(
        "anchor",
        QT_TRANSLATE_NOOP("Problem", "Anchor `&{name}` is not supported in decks."),
        QT_TRANSLATE_NOOP("Problem", "If it is text, put it in quotes. Otherwise, remove it."),
    )
    ALIAS = error(
        "alias",
        QT_TRANSLATE_NOOP("Problem", "Alias `*{name}` is not supported in decks."),
        QT_TRANSLATE_NOOP("Problem", "If it is text, put it in quotes. Otherwise, write out its value."),
    )
    MERGE_KEY = error(
        "merge-key",
        QT_TRANSLATE_NOOP("Problem", "Merge key `<<` is not supported in decks."),
        QT_TRANSLATE_NOOP("Problem", "Write out the fields, or use the deck's `defaults`."),
    )
    YAML_TAG = error(
        "yaml-tag",
        QT_TRANSLATE_NOOP("Problem", "YAML tag `{tag}` is not supported. All values in a deck are text."),
        QT_TRANSLATE_NOOP("Problem", "If it is text, put it in quotes. Otherwise, remove it."),
    )
    KEY_NOT_TEXT = error(
        "key-not-text",
        QT_TRANSLATE_NOOP("Problem", "A field name must be text, but this one is a list or a mapping."),
        QT_TRANSLATE_NOOP("Problem", "If it is text in braces or brackets, put it in quotes."),
    )
    DUPLICATE_KEY = error(
        "duplicate-key",
        QT_TRANSLATE_NOOP("Problem", "Field `{field}` is repeated. It first appears on line {first_line}."),
        QT_TRANSLATE_NOOP("Problem", "Keep only one of them."),
    )

    # Deck fields
    UNKNOWN_FORMAT = error(
        "unknown-format",
        QT_TRANSLATE_NOOP(
            "Problem", "The deck uses format {found}. This version of StudyApp reads up to format {known}."
        ),
        QT_TRANSLATE_NOOP("Problem", "Update StudyApp to read this deck."),
    )
    NO_TITLE = warning(
        "no-title",
        QT_TRANSLATE_NOOP("Problem", "The deck has no title and is shown as “{title}”."),
        QT_TRANSLATE_NOOP("Problem", "Add a `title: …` line at the top."),
    )
    DECK_WITHOUT_ID = warning(
        "deck-without-id",
        QT_TRANSLATE_NOOP(
            "Problem", "The deck has no ID. It is identified as `{id}` until the file is renamed."
        ),
        QT_TRANSLATE_NOOP("Problem", "Run `studyapp check --fix` to write the ID to the file."),
    )
    DUPLICATE_DECK_ID = error(
        "deck-id-taken",
        QT_TRANSLATE_NOOP("Problem", "Deck ID `{id}` is already used by another file: {other}."),
        QT_TRANSLATE_NOOP("Problem", "Give one of the two decks a different ID."),
    )
    NOTES_MISSING = error(
        "notes-missing",
        QT_TRANSLATE_NOOP("Problem", "The deck has no `notes` list."),
        QT_TRANSLATE_NOOP("Problem", "Add `notes:` and, below it, a `-` for each note."),
    )
    NOTES_EMPTY = warning(
        "no-notes",
        QT_TRANSLATE_NOOP("Problem", "The `notes` list is empty."),
        QT_TRANSLATE_NOOP("Problem", "Add a note: `- front: …` and, below it, `back: …`."),
    )
    BAD_LINK = warning(
        "bad-link",
        QT_TRANSLATE_NOOP("Problem", "The source link is ignored: `{link}` is not a web address."),
        QT_TRANSLATE_NOOP("Problem", "Start links with https:// or http://."),
    )
    BAD_DECK_LANGUAGE = warning(
        "bad-deck-language",
        QT_TRANSLATE_NOOP("Problem", "The deck language is ignored: `{language}` is not a language tag."),
        QT_TRANSLATE_NOOP("Problem", "Use a language tag such as en, zh-Hant or pt-BR."),
    )

    # Fields in general
    UNKNOWN_FIELD = warning(
        "unknown-field",
        QT_TRANSLATE_NOOP("Problem", "Unknown field `{field}` is ignored."),
        QT_TRANSLATE_NOOP("Problem", "The closest known field is `{suggestion}`."),
    )
    FIELD_MISSING = error(
        "field-missing",
        QT_TRANSLATE_NOOP("Problem", "Field `{field}` is missing. `{owner}` needs it."),
        QT_TRANSLATE_NOOP("Problem", "Add a `{field}: …` line here."),
    )
    FIELD_EMPTY = error(
        "field-empty",
        QT_TRANSLATE_NOOP("Problem", "Field `{field}` is empty."),
        QT_TRANSLATE_NOOP("Problem", "Write a value after the colon, or remove the field."),
    )
    TEXT_EXPECTED = error(
        "text-expected",
        QT_TRANSLATE_NOOP("Problem", "Field `{field}` must be text, but is a list or a mapping."),
        QT_TRANSLATE_NOOP("Problem", "If it starts with a bracket or brace, put the whole text in quotes."),
    )
    LIST_EXPECTED = error(
        "list-expected",
        QT_TRANSLATE_NOOP("Problem", "Field `{field}` must be a list."),
        QT_TRANSLATE_NOOP("Problem", "Write each item on its own line after `- `."),
    )
    MAPPING_EXPECTED = error(
        "mapping-expected",
        QT_TRANSLATE_NOOP("Problem", "Field `{field}` must contain fields of its own."),
        QT_TRANSLATE_NOOP("Problem", "Write each one as `name: value`, with a space after the colon."),
    )
    TEXT_TOO_LONG = error(
        "text-too-long",
        QT_TRANSLATE_NOOP("Problem", "Field `{field}` has {length} characters. The maximum is {limit}."),
        QT_TRANSLATE_NOOP("Problem", "Split it into several notes."),
    )
    LANGUAGE_SPELLING = warning(
        "language-spelling",
        QT_TRANSLATE_NOOP("Problem", "Language `{language}` is read as `{suggestion}`."),
        QT_TRANSLATE_NOOP("Problem", "Write it as `{suggestion}`."),
    )
    BAD_LANGUAGE_TAG = error(
        "not-a-language",
        QT_TRANSLATE_NOOP("Problem", "`{language}` is not a language tag. Field `{field}` needs one here."),
        QT_TRANSLATE_NOOP(
            "Problem", "Use a tag such as en, zh-Hant or pt-BR. If it is text, put it in quotes."
        ),
    )

    # Notes
    NOTE_WITHOUT_ID = warning(
        "note-without-id",
        QT_TRANSLATE_NOOP(
            "Problem", "The note has no ID. It is identified as `{id}` until its text changes."
        ),
        QT_TRANSLATE_NOOP("Problem", "Run `studyapp check --fix` to write the IDs to the file."),
    )
    BAD_ID = error(
        "bad-id",
        QT_TRANSLATE_NOOP("Problem", "`{id}` is not a valid ID."),
        QT_TRANSLATE_NOOP(
            "Problem", "Use 1 to 64 letters, digits, `-`, `_` or `.`. Start with a letter or digit."
        ),
    )
    DUPLICATE_NOTE_ID = error(
        "duplicate-id",
        QT_TRANSLATE_NOOP("Problem", "ID `{id}` is already used by the note on line {first_line}."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Give this note a different ID. IDs that differ only in case or in the encoding of accents count as the same.",
        ),
    )
    UNKNOWN_TYPE = error(
        "unknown-type",
        QT_TRANSLATE_NOOP("Problem", "Unknown note type `{type}`."),
        QT_TRANSLATE_NOOP("Problem", "Known note types: {known}. The closest is `{suggestion}`."),
    )
    UNKNOWN_EVIDENCE = warning(
        "unknown-evidence",
        QT_TRANSLATE_NOOP("Problem", "Unknown evidence grade `{evidence}` is ignored."),
        QT_TRANSLATE_NOOP("Problem", "The closest grade is `{suggestion}`."),
    )
    BAD_PREREQUISITE = warning(
        "bad-reference",
        QT_TRANSLATE_NOOP("Problem", "The prerequisite is ignored: `{reference}` is not a valid note ID."),
        QT_TRANSLATE_NOOP("Problem", "Write `note-id`, or `deck-id/note-id` for a note in another deck."),
    )
    MISSING_PREREQUISITE = warning(
        "required-note-missing",
        QT_TRANSLATE_NOOP("Problem", "The prerequisite is ignored: there is no usable note `{reference}`."),
        QT_TRANSLATE_NOOP("Problem", "Check the spelling and case, and whether that note has a problem."),
    )
    PREREQUISITE_CYCLE = warning(
        "requirement-ring",
        QT_TRANSLATE_NOOP(
            "Problem", "These notes are prerequisites of each other: {ring}. The last link is ignored."
        ),
        QT_TRANSLATE_NOOP("Problem", "Decide which note to learn first."),
    )

    # Built-in note types
    CLOZE_WITHOUT_BLANK = error(
        "cloze-without-blank",
        QT_TRANSLATE_NOOP("Problem", "The cloze note has no blank."),
        QT_TRANSLATE_NOOP("Problem", "Mark the text to hide: {{{{c1::text}}}}."),
    )
    CLOZE_UNPAIRED_BRACES = error(
        "cloze-braces",
        QT_TRANSLATE_NOOP("Problem", "Double braces don't form a blank: “{words}”."),
        QT_TRANSLATE_NOOP("Problem", "Don't nest {{{{c1::text}}}}. Put a space between other braces: }} }}."),
    )
    CLOZE_NUMBER_OUT_OF_RANGE = error(
        "cloze-number",
        QT_TRANSLATE_NOOP("Problem", "{number} is not a valid blank number."),
        QT_TRANSLATE_NOOP("Problem", "Number blanks from 1 to 99."),
    )
    CLOZE_EMPTY_BLANK = error(
        "cloze-empty",
        QT_TRANSLATE_NOOP("Problem", "Blank {number} hides no text."),
        QT_TRANSLATE_NOOP("Problem", "Write the text to hide after the `::`."),
    )
    CLOZE_LANGUAGES_DIFFER = warning(
        "cloze-languages",
        QT_TRANSLATE_NOOP("Problem", "`{language}` and `{first}` have different blank numbers."),
        QT_TRANSLATE_NOOP("Problem", "Each blank is a card. Use the same number for it in every language."),
    )
    TOO_FEW_OPTIONS = error(
        "too-few-options",
        QT_TRANSLATE_NOOP("Problem", "The choice note has fewer than two options."),
        QT_TRANSLATE_NOOP("Problem", "Add options, or use a basic note with a front and a back."),
    )
    NO_RIGHT_OPTION = error(
        "no-right-option",
        QT_TRANSLATE_NOOP("Problem", "The choice note has no correct option."),
        QT_TRANSLATE_NOOP("Problem", "Mark the correct one: `- {{text: …, right: true}}`."),
    )
    BAD_RIGHT_VALUE = error(
        "unclear-right",
        QT_TRANSLATE_NOOP("Problem", "`right: {value}` is neither true nor false."),
        QT_TRANSLATE_NOOP("Problem", "Write `right: true`, or remove the field."),
    )

    # List of problems
    UNLISTED_PROBLEMS = warning(
        "more-problems",
        QT_TRANSLATE_NOOP("Problem", "Problems not listed: {count}."),
        QT_TRANSLATE_NOOP("Problem", "Fix the listed problems first, then check again."),
    )
