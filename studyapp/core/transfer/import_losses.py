"""Losses during an import or export. Everything that can't be carried over is reported as one of these."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP


class LossKind(StrEnum):
    """The kinds of loss. Each value is the message: what is lost, and what happens instead."""

    NO_CARD_GENERATED = QT_TRANSLATE_NOOP(
        "Loss", "Notes of type “{name}” were skipped: no template produces a card from them."
    )
    ROW_WITHOUT_QUESTION = QT_TRANSLATE_NOOP("Loss", "The row was skipped: its question is empty.")
    ROW_WITHOUT_BLANK = QT_TRANSLATE_NOOP(
        "Loss", "The row was skipped: its question has no valid blank such as {{{{c1::text}}}}."
    )
    ROW_IS_COMMENT = QT_TRANSLATE_NOOP(
        "Loss",
        "The line was skipped as a comment, because it starts with #. If it is a row, put quotes around its first cell.",
    )
    ROW_WITHOUT_ANSWER = QT_TRANSLATE_NOOP("Loss", "The note was added without an answer.")
    ROW_REPEATS_GUID = QT_TRANSLATE_NOOP(
        "Loss", "The row was skipped: an earlier row has the same identifier."
    )
    COLUMN_IGNORED = QT_TRANSLATE_NOOP("Loss", "The column “{name}” was not imported.")
    SURPLUS_CELLS = QT_TRANSLATE_NOOP(
        "Loss",
        "The row has more cells than there are column names. They were added as another field. "
        "If a cell contains the separator, put quotes around it.",
    )
    FILE_HEADER_UNUSED = QT_TRANSLATE_NOOP(
        "Loss", "The file header “{name}” was ignored: its value is not valid."
    )
    FORMULA = QT_TRANSLATE_NOOP(
        "Loss",
        "Formulas that can't be typeset and text-to-speech tags of unknown form are kept but shown as source.",
    )
    SPEECH = QT_TRANSLATE_NOOP("Loss", "Text to speech is kept, but StudyApp reads it aloud only on Linux.")
    SOUND = QT_TRANSLATE_NOOP("Loss", "Kept, but not played by StudyApp: {name}")
    TEMPLATE_SCRIPT = QT_TRANSLATE_NOOP(
        "Loss",
        "Scripts in “{name}” are kept but only run in Anki, so its cards may show something else here.",
    )
    FIELD_SCRIPT = QT_TRANSLATE_NOOP("Loss", "Scripts in fields are kept but only run in Anki.")
    ELEMENT_ONLY_IN_ANKI = QT_TRANSLATE_NOOP("Loss", "HTML elements {name} are kept but only shown in Anki.")
    PICTURE_ADDRESS = QT_TRANSLATE_NOOP(
        "Loss", "Pictures on the internet or within the text itself are kept but only shown in Anki."
    )
    PICTURE_FORMAT = QT_TRANSLATE_NOOP("Loss", "Kept, but in a format that StudyApp can't show: {name}")
    OCCLUSION_SHAPES = QT_TRANSLATE_NOOP(
        "Loss", "Texts on image occlusions, and the rotation of masks, are kept but only shown in Anki."
    )
    COVERING_STYLES = QT_TRANSLATE_NOOP(
        "Loss",
        "Styles of “{name}” that move, cover or hide parts of a card are kept but only used in Anki, "
        "so a card may show more here.",
    )
    ADDED_BY_STYLES = QT_TRANSLATE_NOOP(
        "Loss", "Texts that styles of “{name}” add to its cards are kept but only shown in Anki."
    )
    STYLES_WITH_FILES = QT_TRANSLATE_NOOP(
        "Loss", "Fonts or background pictures of “{name}” are kept but only used in Anki."
    )
    TEMPLATE_DECK = QT_TRANSLATE_NOOP(
        "Loss", "Deck overrides of the card templates of “{name}” are not kept."
    )
    ADDON_SETTINGS = QT_TRANSLATE_NOOP("Loss", "Settings of Anki add-ons in “{name}” are not kept.")
    MISSING_MEDIA = QT_TRANSLATE_NOOP("Loss", "Missing from the package: {name}")
    UNREADABLE_MEDIA = QT_TRANSLATE_NOOP("Loss", "Skipped, because damaged or too large: {name}")
    DAMAGED_MEDIA_LIST = QT_TRANSLATE_NOOP(
        "Loss", "All media files were skipped: the package's list of them is damaged ({name})."
    )
    MISSING_ENTRIES = QT_TRANSLATE_NOOP(
        "Loss", "Number of media files that are listed but missing from the package: {name}."
    )
    TEXT_OUTSIDE_NOTES = QT_TRANSLATE_NOOP(
        "Loss", "The text was skipped: it is neither a question nor an answer."
    )
    QUESTION_WITHOUT_ANSWER = QT_TRANSLATE_NOOP("Loss", "The question was skipped: it has no answer.")
    PAGE_FILE_MISSING = QT_TRANSLATE_NOOP(
        "Loss",
        "File {name} was not imported: it is not in the folder of the imported file or in a subfolder.",
    )
    DIFFERENT_TEXT = QT_TRANSLATE_NOOP(
        "Loss",
        "The note already exists with different text or tags. The note in your deck file was kept.",
    )
    UNKNOWN_VALUE = QT_TRANSLATE_NOOP("Loss", "The value “{name}” is unknown and was not imported.")
    ROW_WITH_UNKNOWN_VALUE = QT_TRANSLATE_NOOP("Loss", "The note was skipped: the value “{name}” is unknown.")
    ROW_WITHOUT_ID = QT_TRANSLATE_NOOP("Loss", "The row was skipped: its deck or note ID is missing.")
    WRITTEN_AS_TEXT = QT_TRANSLATE_NOOP(
        "Loss", "Notes of type “{name}” were written as plain text, with one question for each card."
    )
    NOTE_TYPE_NOT_WRITTEN = QT_TRANSLATE_NOOP(
        "Loss", "The file doesn't contain the Anki note type “{name}” of the note."
    )
    LANGUAGES_NOT_WRITTEN = QT_TRANSLATE_NOOP(
        "Loss",
        "The file contains only the texts in the selected languages, and doesn't say which language a text is in.",
    )
    FILE_NOT_WRITTEN = QT_TRANSLATE_NOOP(
        "Loss", "The file doesn't contain {name}. Keep {name} in the same folder as the file."
    )
    PICTURE_SIZE = QT_TRANSLATE_NOOP("Loss", "The width of picture {name} was not kept.")
    HTML_AS_TEXT = QT_TRANSLATE_NOOP("Loss", "HTML tags are shown as text.")
    PAGE_SCHEDULE = QT_TRANSLATE_NOOP("Loss", "Review dates from Obsidian were skipped.")
    FIELD_NOT_EXPRESSIBLE = QT_TRANSLATE_NOOP(
        "Loss",
        "Field “{name}” was changed in Anki in a way that StudyApp can't store. The text in StudyApp was kept.",
    )
    FIELD_ONLY_IN_ANKI = QT_TRANSLATE_NOOP(
        "Loss", "Field “{name}” was added to the note type in Anki. Its text is kept only in Anki."
    )
    NOTE_TYPE_CHANGED = QT_TRANSLATE_NOOP(
        "Loss", "Note type “{name}” was changed in Anki. Notes already in StudyApp keep the previous version."
    )
    EMPTIED_IN_ANKI = QT_TRANSLATE_NOOP(
        "Loss", "A field was emptied in Anki, so the note has no cards there. The text in StudyApp was kept."
    )
    NOT_WRITTEN = QT_TRANSLATE_NOOP("Loss", "The change made in Anki was not saved: {name}")
    GUID_REPEATED_IN_ANKI = QT_TRANSLATE_NOOP(
        "Loss",
        "Several notes in Anki have the same identifier, so their changes were not taken over. Delete and add again all but "
        "one of them in Anki.",
    )
    NOT_IN_PACKAGE = QT_TRANSLATE_NOOP(
        "Loss",
        "The note is no longer in the Anki collection. It is kept in StudyApp; delete it if you don't need it.",
    )
    REMOVED_HERE = QT_TRANSLATE_NOOP(
        "Loss",
        "The note is no longer in its deck here. Importing the file in Anki doesn't delete it there; delete it in Anki if you "
        "don't need it.",
    )
    REMOVED_HERE_SEARCHABLE = QT_TRANSLATE_NOOP(
        "Loss",
        "The note is no longer in its deck here. Importing the file in Anki doesn't delete it there; delete it in Anki if you "
        "don't need it. Anki's browser finds these notes with this search: {name}",
    )
    RETIRED_HERE = QT_TRANSLATE_NOOP(
        "Loss",
        "The note was not added: it was retired here, so its deck no longer has it. Anki keeps it with its reviews; delete it "
        "there if you don't need it.",
    )
    CONFLICT_WITH_ANKI = QT_TRANSLATE_NOOP(
        "Loss",
        "The note was changed here and in Anki ({name}), and was left unchanged. Import again to choose a version.",
    )
    DRAWING_SOURCE_MISSING = QT_TRANSLATE_NOOP(
        "Loss",
        "The diagram was skipped: its deck file is not in StudyApp. Add the deck file first, then import again.",
    )
    CARDS_IN_SEVERAL_DECKS = QT_TRANSLATE_NOOP(
        "Loss", "Cards of one note were in several decks. Here, all of them are in “{name}”."
    )
    UNSUPPORTED_CHARACTERS = QT_TRANSLATE_NOOP(
        "Loss", "The note was skipped: it contains characters that a deck file can't store."
    )
    NOT_APPENDED = QT_TRANSLATE_NOOP(
        "Loss", "Not added to {name}: `notes:` must be its last field, with a `- ` line for each note."
    )
    CARD_ONLY_IN_ANKI = QT_TRANSLATE_NOOP(
        "Loss",
        "One of the note's cards in Anki has no match in StudyApp, probably because it is empty in Anki.",
    )
    REDUCED_TO_TEXT = QT_TRANSLATE_NOOP(
        "Loss",
        "A field is too long or nested too deeply to be shown as in Anki. The card shows its text, and nothing is lost.",
    )
    NO_MATCHING_CARD = QT_TRANSLATE_NOOP(
        "Loss", "A card that its note doesn't ask here (in Anki, an empty card) was skipped with its reviews."
    )
    FILTERED_DECK_REVIEWS = QT_TRANSLATE_NOOP(
        "Loss", "Reviews from filtered decks that didn't change the schedule were skipped."
    )
    INVALID_REVIEWS = QT_TRANSLATE_NOOP("Loss", "Invalid reviews were skipped.")
    NO_REVIEW_LOG = QT_TRANSLATE_NOOP(
        "Loss", "No review log: the due date is kept, and the memory state starts fresh."
    )
    NO_LEARNING_LOG = QT_TRANSLATE_NOOP(
        "Loss",
        "No review log: the learning step and its due time are kept, and the memory state starts fresh.",
    )
    FSRS_PARAMETERS = QT_TRANSLATE_NOOP(
        "Loss", "FSRS parameters of preset “{name}” are not used: the same ones apply to all decks."
    )
    OPTION_OUT_OF_RANGE = QT_TRANSLATE_NOOP(
        "Loss", "An option of preset “{name}” was skipped: it is outside the range StudyApp allows."
    )
    REVIEW_ORDER = QT_TRANSLATE_NOOP(
        "Loss", "StudyApp doesn't have the review order of preset “{name}”. Its own order is used."
    )
    MAXIMUM_INTERVAL = QT_TRANSLATE_NOOP("Loss", "The maximum interval of preset “{name}” is not used.")
    EASY_DAYS = QT_TRANSLATE_NOOP("Loss", "Easy days of preset “{name}” are not used: all decks share them.")
    FILTERED_DECK = QT_TRANSLATE_NOOP(
        "Loss", "Filtered decks were not added; their cards are in the decks that they come from: {name}"
    )
    EMPTY_DECK = QT_TRANSLATE_NOOP("Loss", "Decks without cards were not added: {name}")
    DECK_DESCRIPTION = QT_TRANSLATE_NOOP("Loss", "Descriptions of decks were not kept: {name}")
    EASE_FACTORS = QT_TRANSLATE_NOOP(
        "Loss", "Ease from Anki's SM-2 algorithm was skipped: FSRS doesn't use it."
    )
    FUTURE_REVIEWS = QT_TRANSLATE_NOOP(
        "Loss",
        "Reviews dated in the future were left out. Correct the times on the decks page or with "
        "“studyapp doctor --correct-times”, then try again.",
    )


_MAX_NAMES_PER_KIND = 100
_LISTING_KINDS = frozenset(
    {
        LossKind.DECK_DESCRIPTION,
        LossKind.ELEMENT_ONLY_IN_ANKI,
        LossKind.EMPTY_DECK,
        LossKind.FILTERED_DECK,
        LossKind.MISSING_MEDIA,
        LossKind.PICTURE_FORMAT,
        LossKind.SOUND,
        LossKind.UNREADABLE_MEDIA,
    }
)
"""The kinds whose message can list several names."""

_MAX_MESSAGES, _MAX_NAMES_LISTED = 3, 20
"""If a kind would have more messages about notes than that, one message lists the first names."""


class Loss(NamedTuple):
    """Something that was not carried over. `note_excerpt` is the beginning of the note; `name` fills the message.

    `line` is the first line of the note in a text file, or 0 if it is from another file."""

    kind: LossKind
    note_excerpt: str = ""
    name: str = ""
    line: int = 0


class LossPlace(NamedTuple):
    """Where something was lost, with the meanings of `Loss`."""

    line: int
    note_excerpt: str


class LossGroup(NamedTuple):
    """Losses with the same message: their number, and the distinct notes or lines concerned."""

    kind: LossKind
    name: str
    loss_count: int
    places: tuple[LossPlace, ...]


SKIPPED_NOTE_KINDS = frozenset(
    {
        LossKind.DIFFERENT_TEXT,
        LossKind.NO_CARD_GENERATED,
        LossKind.ROW_WITHOUT_QUESTION,
        LossKind.ROW_WITHOUT_BLANK,
        LossKind.ROW_IS_COMMENT,
        LossKind.TEXT_OUTSIDE_NOTES,
        LossKind.QUESTION_WITHOUT_ANSWER,
        LossKind.ROW_REPEATS_GUID,
        LossKind.ROW_WITH_UNKNOWN_VALUE,
        LossKind.ROW_WITHOUT_ID,
        LossKind.DRAWING_SOURCE_MISSING,
        LossKind.UNSUPPORTED_CHARACTERS,
        LossKind.NOT_APPENDED,
        LossKind.NOT_WRITTEN,
        LossKind.GUID_REPEATED_IN_ANKI,
        LossKind.CONFLICT_WITH_ANKI,
        LossKind.EMPTIED_IN_ANKI,
        LossKind.NOT_IN_PACKAGE,
        LossKind.REMOVED_HERE,
        LossKind.REMOVED_HERE_SEARCHABLE,
        LossKind.RETIRED_HERE,
        LossKind.FIELD_NOT_EXPRESSIBLE,
    }
)
"""The losses that concern whole notes or their new text. A report lists all of these notes."""


def group_losses(losses: Iterable[Loss]) -> list[LossGroup]:
    """Group losses by message, in order of their first appearance. Names that a message can list share one, and so
    do the names beyond the first `_MAX_NAMES_PER_KIND` of another kind."""
    losses = _join_names(list(losses))
    groups: dict[tuple[LossKind, str], list[LossPlace]] = {}
    names_by_kind: dict[LossKind, set[str]] = {}
    for loss in losses:
        names = names_by_kind.setdefault(loss.kind, set())
        name = loss.name if loss.name in names or len(names) < _MAX_NAMES_PER_KIND else "…"
        names.add(name)
        groups.setdefault((loss.kind, name), []).append(LossPlace(loss.line, loss.note_excerpt))
    return [
        LossGroup(kind, name, len(places), tuple(dict.fromkeys(places)))
        for (kind, name), places in groups.items()
    ]


def _join_names(losses: list[Loss]) -> list[Loss]:
    """Replace the name of each loss by a list of names if there are many, or if they concern no notes."""
    kinds_without_notes = {loss.kind for loss in losses if not loss.note_excerpt}
    names_by_kind: dict[LossKind, dict[str, None]] = {}
    for loss in losses:
        if loss.kind in _LISTING_KINDS:
            names_by_kind.setdefault(loss.kind, {})[loss.name] = None
    lists = {
        kind: ", ".join(
            (*islice(names, _MAX_NAMES_LISTED), *(["…"] if len(names) > _MAX_NAMES_LISTED else []))
        )
        for kind, names in names_by_kind.items()
        if len(names) > (1 if kind in kinds_without_notes else _MAX_MESSAGES)
    }
    return [loss._replace(name=lists.get(loss.kind, loss.name)) for loss in losses] if lists else losses
