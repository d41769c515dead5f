"""All that can be wrong with a deck file: a code, how bad it is, what to say and what to do about it."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, error, warning


class ProblemKind(ProblemKindBase):
    """The kinds of problems, from the file as a whole to a single word."""

    # The file and its bytes
    UNREADABLE = error(
        "unreadable",
        QT_TRANSLATE_NOOP("Problem", "The file can't be read: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Check that it is there and that you may read it."),
    )
    TOO_LARGE = error(
        "too-large",
        QT_TRANSLATE_NOOP("Problem", "The file holds more than {limit} of deck text."),
        QT_TRANSLATE_NOOP("Problem", "Split it into several decks."),
    )
    UTF_16 = error(
        "utf-16",
        QT_TRANSLATE_NOOP("Problem", "The file is written in UTF-16."),
        QT_TRANSLATE_NOOP("Problem", "Save it as UTF-8: most editors ask for the encoding at “Save as”."),
    )
    NOT_UTF_8 = error(
        "not-utf-8",
        QT_TRANSLATE_NOOP("Problem", "Byte {position} of the file, {byte}, is not UTF-8 text."),
        QT_TRANSLATE_NOOP("Problem", "Save the file as UTF-8; if it was cut off, take an earlier copy."),
    )
    CONTROL_CHARACTER = error(
        "control-character",
        QT_TRANSLATE_NOOP("Problem", "The control character {character} stands here."),
        QT_TRANSLATE_NOOP("Problem", "Remove it; it can't be seen in most editors."),
    )
    EMPTY_FILE = error(
        "empty-file",
        QT_TRANSLATE_NOOP("Problem", "The file is empty."),
        QT_TRANSLATE_NOOP("Problem", "A deck needs a `title` and a list of `notes`."),
    )
    ONLY_COMMENTS = error(
        "only-comments",
        QT_TRANSLATE_NOOP("Problem", "The file holds nothing but comments."),
        QT_TRANSLATE_NOOP("Problem", "A deck needs a `title` and a list of `notes`."),
    )
    TEXT_AT_TOP = error(
        "text-at-top",
        QT_TRANSLATE_NOOP("Problem", "The file holds a single text where a deck should be."),
        QT_TRANSLATE_NOOP("Problem", "Begin with `title: …` and put the notes in a list under `notes:`."),
    )
    LIST_AT_TOP = error(
        "list-at-top",
        QT_TRANSLATE_NOOP("Problem", "The file holds a bare list where a deck should be."),
        QT_TRANSLATE_NOOP("Problem", "Put `title: …` and `notes:` above the list."),
    )
    SEVERAL_DOCUMENTS = error(
        "several-documents",
        QT_TRANSLATE_NOOP("Problem", "A second document begins here."),
        QT_TRANSLATE_NOOP("Problem", "Remove the `---`, or put the second deck into a file of its own."),
    )

    # YAML
    YAML_SYNTAX = error(
        "yaml-syntax",
        QT_TRANSLATE_NOOP("Problem", "This is not valid YAML: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Compare indentation and colons with the note before; quote odd texts."),
    )
    QUOTES_NEEDED = error(
        "quotes-needed",
        QT_TRANSLATE_NOOP("Problem", "YAML can't read this as plain text: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Put the text in quotes, the whole of it."),
    )
    QUOTE_NOT_CLOSED = error(
        "quote-not-closed",
        QT_TRANSLATE_NOOP("Problem", "The quote that opens here is not closed where the text ends."),
        QT_TRANSLATE_NOOP("Problem", 'Close it; inside double quotes, write a quote as \\".'),
    )
    BRACKET_NOT_CLOSED = error(
        "bracket-not-closed",
        QT_TRANSLATE_NOOP("Problem", "The bracket or brace that opens here is not closed."),
        QT_TRANSLATE_NOOP("Problem", "Close it; if it is meant as text, put the whole text in quotes."),
    )
    TAB_INDENT = error(
        "tab",
        QT_TRANSLATE_NOOP("Problem", "A tab stands where YAML wants spaces."),
        QT_TRANSLATE_NOOP("Problem", "Indent with spaces."),
    )
    TOO_DEEP = error(
        "too-deep",
        QT_TRANSLATE_NOOP("Problem", "Lists and mappings are nested more than {limit} deep here."),
        QT_TRANSLATE_NOOP("Problem", "A deck needs four levels; put a text full of brackets in quotes."),
    )
    ANCHOR = error(
        "anchor",
        QT_TRANSLATE_NOOP("Problem", "The anchor `&{name}` stands here; decks have no anchors."),
        QT_TRANSLATE_NOOP("Problem", "If it is meant as text, put it in quotes; else remove it."),
    )
    ALIAS = error(
        "alias",
        QT_TRANSLATE_NOOP("Problem", "The alias `*{name}` stands here; decks have no aliases."),
        QT_TRANSLATE_NOOP("Problem", "If it is meant as text, put it in quotes; else write the text out."),
    )
    MERGE_KEY = error(
        "merge-key",
        QT_TRANSLATE_NOOP("Problem", "The merge key `<<` stands here; decks have no merging."),
        QT_TRANSLATE_NOOP("Problem", "Write the fields out, or use the deck's `defaults`."),
    )
    YAML_TAG = error(
        "yaml-tag",
        QT_TRANSLATE_NOOP("Problem", "The YAML tag `{tag}` stands here; in decks, all values are text."),
        QT_TRANSLATE_NOOP("Problem", "If it is meant as text, put it in quotes; else remove it."),
    )
    KEY_NOT_TEXT = error(
        "key-not-text",
        QT_TRANSLATE_NOOP("Problem", "A field's name must be a word; here it is a list or a mapping."),
        QT_TRANSLATE_NOOP("Problem", "If a text in braces or brackets is meant, put it in quotes."),
    )
    DUPLICATE_KEY = error(
        "duplicate-key",
        QT_TRANSLATE_NOOP(
            "Problem", "`{field}` stands here a second time; the first is in line {first_line}."
        ),
        QT_TRANSLATE_NOOP("Problem", "Keep one of the two."),
    )

    # The deck's own fields
    UNKNOWN_FORMAT = error(
        "unknown-format",
        QT_TRANSLATE_NOOP("Problem", "The deck is in format {found}; this StudyApp reads up to {known}."),
        QT_TRANSLATE_NOOP("Problem", "Update StudyApp to read it."),
    )
    NO_TITLE = warning(
        "no-title",
        QT_TRANSLATE_NOOP("Problem", "The deck has no title; it is shown as “{title}”."),
        QT_TRANSLATE_NOOP("Problem", "Add a line `title: …` at the top."),
    )
    DECK_WITHOUT_ID = warning(
        "deck-without-id",
        QT_TRANSLATE_NOOP(
            "Problem", "The deck has no id; it is known as `{id}` while the file keeps its name."
        ),
        QT_TRANSLATE_NOOP("Problem", "Run `studyapp check --fix` to write the id into the file."),
    )
    DUPLICATE_DECK_ID = error(
        "deck-id-taken",
        QT_TRANSLATE_NOOP("Problem", "The deck id `{id}` belongs to another file already: {other}."),
        QT_TRANSLATE_NOOP("Problem", "Give one of the two decks another id."),
    )
    NOTES_MISSING = error(
        "notes-missing",
        QT_TRANSLATE_NOOP("Problem", "The deck has no list of `notes`."),
        QT_TRANSLATE_NOOP("Problem", "Add `notes:` and under it a `-` for each note."),
    )
    NOTES_EMPTY = warning(
        "no-notes",
        QT_TRANSLATE_NOOP("Problem", "The list of notes is empty."),
        QT_TRANSLATE_NOOP("Problem", "Add a note: `- front: …` and below it `back: …`."),
    )
    BAD_LINK = warning(
        "bad-link",
        QT_TRANSLATE_NOOP("Problem", "The source's link is left out: `{link}` is no web address."),
        QT_TRANSLATE_NOOP("Problem", "Links begin with https:// or http://."),
    )
    BAD_DECK_LANGUAGE = warning(
        "bad-deck-language",
        QT_TRANSLATE_NOOP(
            "Problem", "The deck's language `{language}` is left out: it is not a language tag."
        ),
        QT_TRANSLATE_NOOP("Problem", "Language tags look like en, zh-Hant or pt-BR."),
    )

    # Fields of any kind
    UNKNOWN_FIELD = warning(
        "unknown-field",
        QT_TRANSLATE_NOOP("Problem", "`{field}` is not a field here and is left out."),
        QT_TRANSLATE_NOOP("Problem", "The nearest field that is known here is `{suggestion}`."),
    )
    FIELD_MISSING = error(
        "field-missing",
        QT_TRANSLATE_NOOP("Problem", "`{field}` is missing; `{owner}` needs it."),
        QT_TRANSLATE_NOOP("Problem", "Add a line `{field}: …` here."),
    )
    FIELD_EMPTY = error(
        "field-empty",
        QT_TRANSLATE_NOOP("Problem", "`{field}` is empty."),
        QT_TRANSLATE_NOOP("Problem", "Write something behind the colon, or remove the field."),
    )
    TEXT_EXPECTED = error(
        "text-expected",
        QT_TRANSLATE_NOOP("Problem", "`{field}` should be a text, but is a list or a mapping."),
        QT_TRANSLATE_NOOP("Problem", "If it begins with a bracket or brace, put the whole text in quotes."),
    )
    LIST_EXPECTED = error(
        "list-expected",
        QT_TRANSLATE_NOOP("Problem", "`{field}` should be a list."),
        QT_TRANSLATE_NOOP("Problem", "Write each entry on a line of its own behind `- `."),
    )
    MAPPING_EXPECTED = error(
        "mapping-expected",
        QT_TRANSLATE_NOOP("Problem", "`{field}` should have fields of its own."),
        QT_TRANSLATE_NOOP("Problem", "Write each one as `name: value` (a space behind the colon)."),
    )
    TEXT_TOO_LONG = error(
        "text-too-long",
        QT_TRANSLATE_NOOP("Problem", "`{field}` has {length} characters; at most {limit} are read."),
        QT_TRANSLATE_NOOP("Problem", "Split it into several notes."),
    )
    LANGUAGE_SPELLING = warning(
        "language-spelling",
        QT_TRANSLATE_NOOP("Problem", "The language `{language}` is read as `{suggestion}`."),
        QT_TRANSLATE_NOOP("Problem", "Write it as `{suggestion}`."),
    )
    BAD_LANGUAGE_TAG = error(
        "not-a-language",
        QT_TRANSLATE_NOOP("Problem", "`{language}` is not a language tag, which `{field}` needs here."),
        QT_TRANSLATE_NOOP(
            "Problem", "Tags look like en, zh-Hant or pt-BR; is a text meant, put it in quotes."
        ),
    )

    # Notes
    NOTE_WITHOUT_ID = warning(
        "note-without-id",
        QT_TRANSLATE_NOOP("Problem", "The note has no id; it is known as `{id}` while its words stay."),
        QT_TRANSLATE_NOOP("Problem", "Run `studyapp check --fix` to write the ids into the file."),
    )
    BAD_ID = error(
        "bad-id",
        QT_TRANSLATE_NOOP("Problem", "`{id}` can't be an id."),
        QT_TRANSLATE_NOOP(
            "Problem", "Use 1 to 64 letters, digits, `-`, `_` or `.`; begin with a letter or digit."
        ),
    )
    DUPLICATE_NOTE_ID = error(
        "duplicate-id",
        QT_TRANSLATE_NOOP("Problem", "The id `{id}` is taken by the note in line {first_line}."),
        QT_TRANSLATE_NOOP("Problem", "Give this note another id; case and accents' spelling don't count."),
    )
    UNKNOWN_TYPE = error(
        "unknown-type",
        QT_TRANSLATE_NOOP("Problem", "There is no note type `{type}`."),
        QT_TRANSLATE_NOOP("Problem", "The types are {known}; the nearest is `{suggestion}`."),
    )
    UNKNOWN_EVIDENCE = warning(
        "unknown-evidence",
        QT_TRANSLATE_NOOP("Problem", "There is no evidence grade `{evidence}`; it is left out."),
        QT_TRANSLATE_NOOP("Problem", "The nearest grade is `{suggestion}`."),
    )
    BAD_PREREQUISITE = warning(
        "bad-reference",
        QT_TRANSLATE_NOOP("Problem", "`{reference}` can't be the id of a note; the requirement is left out."),
        QT_TRANSLATE_NOOP("Problem", "Write `note-id`, or `deck-id/note-id` for a note of another deck."),
    )
    MISSING_PREREQUISITE = warning(
        "required-note-missing",
        QT_TRANSLATE_NOOP("Problem", "`{reference}` is no usable note here; the requirement is left out."),
        QT_TRANSLATE_NOOP("Problem", "Check its spelling and case, and whether that note has a problem."),
    )
    PREREQUISITE_CYCLE = warning(
        "requirement-ring",
        QT_TRANSLATE_NOOP("Problem", "The notes require each other: {ring}; the last step is left out."),
        QT_TRANSLATE_NOOP("Problem", "Decide which one comes first."),
    )

    # Types
    CLOZE_WITHOUT_BLANK = error(
        "cloze-without-blank",
        QT_TRANSLATE_NOOP("Problem", "The cloze has no blank."),
        QT_TRANSLATE_NOOP("Problem", "Mark the words to hide: {{{{c1::words}}}}."),
    )
    CLOZE_UNPAIRED_BRACES = error(
        "cloze-braces",
        QT_TRANSLATE_NOOP("Problem", "Double braces don't pair into blanks: “{words}”."),
        QT_TRANSLATE_NOOP(
            "Problem", "Write {{{{c1::words}}}}, none inside another; part other braces: }} }}."
        ),
    )
    CLOZE_NUMBER_OUT_OF_RANGE = error(
        "cloze-number",
        QT_TRANSLATE_NOOP("Problem", "A blank can't have the number {number}."),
        QT_TRANSLATE_NOOP("Problem", "Number blanks from 1 to 99."),
    )
    CLOZE_EMPTY_BLANK = error(
        "cloze-empty",
        QT_TRANSLATE_NOOP("Problem", "Blank {number} hides nothing."),
        QT_TRANSLATE_NOOP("Problem", "Put the words to hide behind the `::`."),
    )
    CLOZE_LANGUAGES_DIFFER = warning(
        "cloze-languages",
        QT_TRANSLATE_NOOP("Problem", "`{language}` and `{first}` don't have blanks of the same numbers."),
        QT_TRANSLATE_NOOP("Problem", "Each blank is a card: give it the same number in every language."),
    )
    TOO_FEW_OPTIONS = error(
        "too-few-options",
        QT_TRANSLATE_NOOP("Problem", "The choice has fewer than two options."),
        QT_TRANSLATE_NOOP("Problem", "Add options, or make it a basic note with front and back."),
    )
    NO_RIGHT_OPTION = error(
        "no-right-option",
        QT_TRANSLATE_NOOP("Problem", "No option of the choice is right."),
        QT_TRANSLATE_NOOP("Problem", "Mark the right one: `- {{text: …, right: true}}`."),
    )
    BAD_RIGHT_VALUE = error(
        "unclear-right",
        QT_TRANSLATE_NOOP("Problem", "`right: {value}` is neither true nor false."),
        QT_TRANSLATE_NOOP("Problem", "Write `right: true`, or leave it out."),
    )

    # The list of problems itself
    UNLISTED_PROBLEMS = warning(
        "more-problems",
        QT_TRANSLATE_NOOP("Problem", "{count} more problems are not listed."),
        QT_TRANSLATE_NOOP("Problem", "Mend those listed first, then check again."),
    )
