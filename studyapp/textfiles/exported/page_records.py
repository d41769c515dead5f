"""Records on a Markdown page: comments, which no viewer shows, say where each part of a note begins.

A note begins with `<!-- studyapp {"note": "id", …} -->`. Its question is a heading if it has one line. `<!-- answer -->`,
`<!-- why -->` and `<!-- translation -->` begin the other parts; the answer needs none below a heading. `<!-- studyapp
{"deck": "id"} -->` begins a deck, whose title is the heading below it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from studyapp.core.notes.note_type import NoteType
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.textfiles.exported.note_record import NoteRecord, RecordLine, TextFormat
from studyapp.textfiles.exported.plain_text_writing import plain_text_to_markdown

_PARTS = ("answer", "translation", "why")
_MARK = re.compile(rf"<!-- (?:studyapp (\{{.*\}})|({'|'.join(_PARTS)})) -->")
_ESCAPED_MARK = re.compile(rf"\\+{_MARK.pattern}")
_HEADING_START = "## "
_WORD_NAMES, _LIST_NAMES = ("note", "section", "evidence", "guid"), ("tags", "requires")


class PageDeck(NamedTuple):
    """A deck of a page and its title."""

    id: str
    title: str


class PageRecords(NamedTuple):
    """The decks and the records of a page, and losses for its other parts."""

    decks: tuple[PageDeck, ...]
    records: tuple[RecordLine, ...]
    losses: tuple[Loss, ...]


def records_to_markdown(records: Iterable[NoteRecord], titles: Mapping[str, str]) -> str:
    """Return a page with a heading for each deck and for each question.

    `titles` are the deck titles by deck id; the records must be grouped by deck.
    """
    lines: list[str] = []
    for deck, deck_records in groupby(records, key=lambda record: record.deck):
        title = " ".join(titles.get(deck, deck).split())
        lines += [_mark({"deck": deck}), "", f"# {plain_text_to_markdown(title)}", ""]
        for record in deck_records:
            lines += _record_lines(record)
    return "\n".join(lines)


def has_page_records(lines: Iterable[str]) -> bool:
    """Return whether a page has records."""
    return any(match and match[1] and "note" in _read_mark(match[1]) for match in map(_MARK.fullmatch, lines))


def read_page_records(lines: Sequence[str]) -> PageRecords:
    """Parse the note records of a Markdown page. Text outside the records is reported as skipped."""
    decks: list[PageDeck] = []
    records: list[RecordLine] = []
    losses: list[Loss] = []
    for part in _split_parts(lines):
        if "note" in part.values and decks:
            record = _read_record(part, decks[-1].id)
            if isinstance(record, Loss):
                losses.append(record)
            else:
                records.append(record)
            continue
        text = "\n".join(part.texts[""]).strip()
        if isinstance(part.values.get("deck"), str):
            heading, _, text = text.partition("\n")
            title = re.sub(r"\\(\W)", r"\1", heading.removeprefix("# ").strip())
            decks.append(PageDeck(part.values["deck"], title or part.values["deck"]))
        if text.strip():
            losses.append(Loss(LossKind.TEXT_OUTSIDE_NOTES, " ".join(text.split())[:60], line=part.line))
    return PageRecords(tuple(decks), tuple(records), tuple(losses))


class _Part(NamedTuple):
    """A deck or a note on the page: its line, the values of its mark, and its texts by the names of their marks."""

    line: int
    values: dict[str, Any]
    texts: dict[str, list[str]]


def _split_parts(lines: Sequence[str]) -> Iterator[_Part]:
    part, name = _Part(1, {}, {"": []}), ""
    for number, line in enumerate(lines, 1):
        mark = _MARK.fullmatch(line)
        if mark is None:
            part.texts[name].append(line[1:] if _ESCAPED_MARK.fullmatch(line) else line)
        elif mark[1]:
            yield part
            part, name = _Part(number, _read_mark(mark[1]), {"": []}), ""
        else:
            name = mark[2]
            part.texts.setdefault(name, [])
    yield part


def _read_mark(source: str) -> dict[str, Any]:
    try:
        values = json.loads(source)
        json.dumps(values, ensure_ascii=False).encode()  # fails if it has half of a surrogate pair
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _record_lines(record: NoteRecord) -> Iterator[str]:
    is_plain = record.format is TextFormat.PLAIN
    values: dict[str, object] = {"note": record.note, "type": str(record.type)}
    words = {
        "section": record.section, "evidence": record.evidence, "tags": record.tags, "requires": record.requires, "guid": record.guid,
    }  # fmt: skip
    values |= {name: value for name, value in words.items() if value}
    if record.type is NoteType.BASIC:
        del values["type"]
    if is_plain:
        values["format"] = str(record.format)
    yield from (_mark(values), "")
    question, answer, why = (
        plain_text_to_markdown(text) if is_plain else text
        for text in (record.question, record.answer, record.why)
    )
    is_heading = "\n" not in question and question.strip() != ""
    yield from (*_text_lines(f"{_HEADING_START}{question}" if is_heading else question), "")
    texts = {"answer": answer, "translation": record.translation, "why": why}
    for name, text in texts.items():
        is_below_heading = name == "answer" and is_heading
        # Without the mark, a question of several lines that starts like a heading would be read as a heading.
        is_needed = name == "answer" and not is_heading and question.startswith(_HEADING_START)
        if (text or is_needed) and not is_below_heading:
            yield from (f"<!-- {name} -->", "")
        if text:
            yield from (*_text_lines(text), "")


def _mark(values: Mapping[str, object]) -> str:
    source = json.dumps(values, ensure_ascii=False).replace(">", "\\u003e").replace("\u2028", "\\u2028")
    return f"<!-- studyapp {source} -->"


def _text_lines(text: str) -> list[str]:
    """Return the lines of a text. Lines that look like marks are escaped, so that Markdown shows them literally."""
    return [
        f"\\{line}" if _MARK.fullmatch(line) or _ESCAPED_MARK.fullmatch(line) else line
        for line in text.split("\n")
    ]


def _read_record(part: _Part, deck: str) -> RecordLine | Loss:
    values = part.values
    note_type, text_format = values.get("type", NoteType.BASIC), values.get("format", TextFormat.MARKDOWN)
    first = _without_separators(part.texts[""])
    has_heading = "answer" not in part.texts and bool(first) and first[0].startswith(_HEADING_START)
    question = [first[0].removeprefix(_HEADING_START)] if has_heading else first
    answer = first[2:] if has_heading else _part_lines(part, "answer")
    excerpt = " ".join(" ".join(question).split())[:60]
    if note_type not in list(NoteType) or text_format not in list(TextFormat):
        wrong = note_type if note_type not in list(NoteType) else text_format
        return Loss(LossKind.ROW_WITH_UNKNOWN_VALUE, excerpt, str(wrong), part.line)
    wrong_values = [value for name, value in values.items() if not _has_right_type(name, value)]
    if wrong_values:
        return Loss(LossKind.ROW_WITH_UNKNOWN_VALUE, excerpt, json.dumps(wrong_values[0]), part.line)
    is_plain = text_format == TextFormat.PLAIN
    record = NoteRecord(
        deck,
        values["note"],
        NoteType.BASIC if is_plain else NoteType(note_type),
        "\n".join(question),
        "\n".join(answer),
        "\n".join(_part_lines(part, "why")),
        values.get("section", ""),
        values.get("evidence", ""),
        tuple(values.get("tags", ())),
        "\n".join(_part_lines(part, "translation")),
        tuple(values.get("requires", ())),
        "" if is_plain else values.get("guid", ""),
    )
    return RecordLine(part.line, record)


def _has_right_type(name: str, value: object) -> bool:
    """Return whether a value of a mark is of the type that its name stands for. Unknown names don't matter."""
    if name in _LIST_NAMES:
        return isinstance(value, list) and all(isinstance(word, str) for word in value)
    return name not in _WORD_NAMES or isinstance(value, str)


def _part_lines(part: _Part, name: str) -> list[str]:
    return _without_separators(part.texts.get(name, []))


def _without_separators(lines: Sequence[str]) -> list[str]:
    """Return the lines without the blank line before and after a text."""
    inner = lines[1:] if lines and not lines[0].strip() else lines
    return list(inner[:-1] if inner and not inner[-1].strip() else inner)
