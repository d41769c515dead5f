"""Reading the records of a table that StudyApp exported."""

from collections.abc import Iterator, Sequence

from studyapp.core.notes.note_type import NoteType
from studyapp.core.textfiles.row_parsing import Row
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.textfiles.exported.note_record import NoteRecord, RecordLine, TextFormat


def has_records(titles: Sequence[str]) -> bool:
    """Return whether a table with these column names has records. Tables of released versions have cards instead."""
    return {"deck", "note", "type", "question", "answer", "format"} <= set(map(_normalize, titles))


def read_table_records(titles: Sequence[str], rows: Sequence[Row]) -> Iterator[RecordLine | Loss]:
    """Yield the record of each row, or a loss if it is invalid."""
    names = [_normalize(title) for title in titles]
    for line, cells in rows:
        values = dict(zip(names, cells, strict=False))
        note_type, text_format = values.get("type", "").strip(), values.get("format", "").strip()
        if note_type not in list(NoteType) or text_format not in list(TextFormat):
            wrong = note_type if note_type not in list(NoteType) else text_format
            yield Loss(LossKind.ROW_WITH_UNKNOWN_VALUE, values.get("question", "")[:60], wrong, line)
        elif not values.get("deck", "").strip() or not values.get("note", "").strip():
            yield Loss(LossKind.ROW_WITHOUT_ID, values.get("question", "")[:60], line=line)
        else:
            yield RecordLine(
                line,
                NoteRecord(
                    values["deck"].strip(),
                    values["note"].strip(),
                    NoteType(note_type),
                    values.get("question", ""),
                    values.get("answer", ""),
                    values.get("why", ""),
                    values.get("section", ""),
                    values.get("evidence", "").strip(),
                    tuple(values.get("tags", "").split()),
                    values.get("translation", ""),
                    tuple(values.get("requires", "").split()),
                    values.get("guid", "").strip(),
                    TextFormat(text_format),
                ),
            )


def _normalize(title: str) -> str:
    return title.strip().lower()
