"""Making notes from records that were read from a table or a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.notes.note_guid import derive_guid
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import SourceNote, make_new_card
from studyapp.textfiles.exported.choice_options import read_options
from studyapp.textfiles.exported.note_record import NoteRecord, RecordLine, TextFormat
from studyapp.textfiles.exported.plain_text_writing import plain_text_to_markdown

_RECORD_NOTE_TYPE = CustomNoteType(0, "Record", (), (), is_cloze=False)


class ReadRecords(NamedTuple):
    """The notes of records, the deck ids in order, and losses for invalid records."""

    notes: tuple[SourceNote, ...]
    decks: tuple[str, ...]
    losses: tuple[Loss, ...]


def read_records(records: Sequence[RecordLine]) -> ReadRecords:
    """Return the note of each record. Invalid records and unknown values are reported."""
    number_by_deck: dict[str, int] = {}
    notes: list[SourceNote] = []
    losses: list[Loss] = []
    for line, record in records:
        losses += _find_unknown_values(record, line)
        content = _make_content(record)
        if content is None:
            losses.append(Loss(_reason(record), _excerpt(record), line=line))
            continue
        number = number_by_deck.setdefault(record.deck, len(number_by_deck) + 1)
        note = _make_note(record, content)
        guid = note.anki_guid or derive_guid(note.key)
        notes.append(
            SourceNote(
                guid, _RECORD_NOTE_TYPE, note.tags, (), (make_new_card(number),), line=line, written_note=note
            )
        )
    return ReadRecords(tuple(notes), tuple(number_by_deck), tuple(losses))


def _make_note(record: NoteRecord, content: NoteContent) -> Note:
    is_plain = record.format is TextFormat.PLAIN
    return Note(
        record.deck,
        record.note,
        content,
        record.tags,
        record.section,
        Evidence(record.evidence) if record.evidence in list(Evidence) else None,
        record.requires,
        _neutral(_markdown(record, record.why)),
        "" if is_plain else record.guid,
    )


def _make_content(record: NoteRecord) -> NoteContent | None:
    """Return the content of a note, or None if a text is missing."""
    question, answer = (
        _neutral(_markdown(record, record.question)),
        _neutral(_markdown(record, record.answer)),
    )
    if question is None:
        return None
    note_type = NoteType.BASIC if record.format is TextFormat.PLAIN else record.type
    match note_type:
        case NoteType.CLOZE:
            return Cloze(question)
        case NoteType.CLAIM:
            return Claim(question)
        case NoteType.MULTIPLE_CHOICE:
            return _make_choice(question, record.answer)
    if answer is None:
        return None
    match note_type:
        case NoteType.REVERSED:
            return Reversed(question, answer)
        case NoteType.TERM:
            return Term(question, answer, _neutral(record.translation))
        case NoteType.TYPED_ANSWER:
            return TypedAnswer(question, answer)
        case _:
            return Basic(question, answer)


def _make_choice(question: LocalizedText, answer: str) -> MultipleChoice | None:
    options: list[AnswerOption] = []
    for option in read_options(answer) or ():
        text = _neutral(option.text)
        if text is None:
            return None
        options.append(AnswerOption(text, option.is_correct, _neutral(option.explanation)))
    return MultipleChoice(question, tuple(options)) if options else None


def _find_unknown_values(record: NoteRecord, line: int) -> Iterator[Loss]:
    if record.evidence and record.evidence not in list(Evidence):
        yield Loss(LossKind.UNKNOWN_VALUE, _excerpt(record), record.evidence, line)


def _reason(record: NoteRecord) -> LossKind:
    return LossKind.QUESTION_WITHOUT_ANSWER if record.question.strip() else LossKind.ROW_WITHOUT_QUESTION


def _markdown(record: NoteRecord, text: str) -> str:
    return plain_text_to_markdown(text) if record.format is TextFormat.PLAIN else text


def _neutral(text: str) -> LocalizedText | None:
    return LocalizedText.language_neutral(text) if text.strip() else None


def _excerpt(record: NoteRecord) -> str:
    return " ".join(record.question.split())[:60]
