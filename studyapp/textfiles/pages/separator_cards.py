"""Cards written as for Obsidian's spaced repetition plugin.

`question::answer` and `question:::answer` (asked in both directions) stand on a line, or a line with `?` or `??` separates
the question from the answer. A text with a `==highlight==` is a cloze. Cards end at blank lines.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.html_comments import remove_comments
from studyapp.textfiles.pages.cloze_marks import has_clozes, highlights_to_clozes
from studyapp.textfiles.pages.front_matter import normalize_tag
from studyapp.textfiles.pages.page_note import FoundOnPage, PageNote, SkippedText

_TYPE_BY_SEPARATOR_LINE = {"?": NoteType.BASIC, "??": NoteType.REVERSED}
_ONE_LINE = re.compile(r"((?:`++[^`]*+`++|(?!::)[^`])+?)(:{2,3})(?!:)(.*)")
_IDENTIFIERS = re.compile(r"[\w.~]+:{2,3}[\w.~]+(?:\(.*)?")
_LIST_MARK = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_TAG = r"#[^\s#\d][^\s#]*"
_TAGS_IN_FRONT = re.compile(rf"(?:{_TAG}(?:\s+|$))+")
SCHEDULE_COMMENT = "<!--SR:"
_EVIDENCE = re.compile(rf"{SCHEDULE_COMMENT}|(?:^|\s)#flashcards?\b", re.MULTILINE)


class _Chunk(NamedTuple):
    """Lines without a blank line between them, outside of code."""

    start: int
    lines: tuple[str, ...]
    code: frozenset[int]
    """The indexes of lines of code among `lines`."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def uses_separators(lines: Sequence[str], code_lines: Container[int]) -> bool:
    """Return whether a page is written for the plugin: it has the plugin's tag or comments, or a separator line."""
    text = "\n".join("" if index in code_lines else line for index, line in enumerate(lines))
    return _EVIDENCE.search(text) is not None or any(
        _find_separator_line(chunk) for chunk in _split_chunks(lines, 0, len(lines), code_lines)
    )


def are_one_line_cards(lines: Sequence[str], start: int, end: int, code_lines: Container[int]) -> bool:
    """Return whether these lines are cards of one line each and nothing else."""
    chunks = list(_split_chunks(lines, start, end, code_lines))
    texts = [line for chunk in chunks for line in chunk.lines]
    is_name = len(texts) == 1 and _IDENTIFIERS.fullmatch(texts[0].strip()) is not None
    return bool(texts) and not is_name and all(_parse_one_line(line, 1, ()) for line in texts)


def find_separator_cards(
    lines: Sequence[str], start: int, end: int, code_lines: Container[int], page_tags: tuple[str, ...] = ()
) -> FoundOnPage:
    """Return the cards in the lines from `start` to `end`. `page_tags` hold until the next line of tags, which then holds
    for the cards below it."""
    notes: list[PageNote] = []
    skipped: list[SkippedText] = []
    for chunk in _split_chunks(lines, start, end, code_lines):
        is_tag_line = 0 not in chunk.code and _TAGS_IN_FRONT.fullmatch(chunk.lines[0].rstrip()) is not None
        tags, rest = _split_tags(chunk)
        if is_tag_line:
            page_tags = tags
        if rest.lines:
            found = _read_chunk(rest, tags or page_tags)
            notes += found.notes
            skipped += found.skipped
    return FoundOnPage(tuple(notes), tuple(skipped), page_tags)


def _split_chunks(lines: Sequence[str], start: int, end: int, code_lines: Container[int]) -> Iterator[_Chunk]:
    first = start
    for index in range(start, end + 1):
        if index < end and (lines[index].strip() or index in code_lines):
            continue
        if index > first:
            part = remove_comments("\n".join(lines[first:index])).split("\n")
            kept = [
                (number, line)
                for number, line in enumerate(part)
                if line.strip() or first + number in code_lines
            ]
            if kept:
                code = frozenset(
                    position for position, (number, _) in enumerate(kept) if first + number in code_lines
                )
                yield _Chunk(first + kept[0][0], tuple(line for _, line in kept), code)
        first = index + 1


def _split_tags(chunk: _Chunk) -> tuple[tuple[str, ...], _Chunk]:
    """Split a chunk into its leading tags and the remaining text."""
    match = None if 0 in chunk.code else _TAGS_IN_FRONT.match(chunk.lines[0])
    if match is None:
        return (), chunk
    rest = chunk.lines[0][match.end() :]
    tags = tuple(map(normalize_tag, match[0].split()))
    if rest:
        return tags, chunk._replace(lines=(rest, *chunk.lines[1:]))
    code = frozenset(index - 1 for index in chunk.code)
    return tags, _Chunk(chunk.start + 1, chunk.lines[1:], code)


def _read_chunk(chunk: _Chunk, tags: tuple[str, ...]) -> FoundOnPage:
    separator = _find_separator_line(chunk)
    if separator:
        note = PageNote(
            chunk.start + 1,
            "\n".join(chunk.lines[:separator]).strip(),
            "\n".join(chunk.lines[separator + 1 :]).strip(),
            _TYPE_BY_SEPARATOR_LINE[chunk.lines[separator].strip()],
            tags,
        )
        return FoundOnPage((note,))
    cards = [
        None if index in chunk.code else _parse_one_line(line, chunk.start + index + 1, tags)
        for index, line in enumerate(chunk.lines)
    ]
    if any(cards):
        rest = [line for line, card in zip(chunk.lines, cards, strict=True) if card is None]
        skipped = (SkippedText(chunk.start + cards.index(None) + 1, "\n".join(rest)),) if rest else ()
        return FoundOnPage(tuple(filter(None, cards)), skipped)
    cloze = chunk.text if has_clozes(chunk.text) else highlights_to_clozes(chunk.text)
    if has_clozes(cloze):
        return FoundOnPage((PageNote(chunk.start + 1, cloze.strip(), "", NoteType.CLOZE, tags),))
    return FoundOnPage((), (SkippedText(chunk.start + 1, chunk.text),))


def _find_separator_line(chunk: _Chunk) -> int:
    """Return the index of the separator line between a question and an answer, 0 if there is none."""
    return next(
        (
            index
            for index, line in enumerate(chunk.lines[:-1])
            if index and index not in chunk.code and line.strip() in _TYPE_BY_SEPARATOR_LINE
        ),
        0,
    )


def _parse_one_line(line: str, number: int, tags: tuple[str, ...]) -> PageNote | None:
    if "{{c" in line:  # the colons are those of a cloze deletion
        return None
    match = _ONE_LINE.fullmatch(_LIST_MARK.sub("", line, count=1))
    if match is None or not match[1].strip() or not match[3].strip():
        return None
    note_type = NoteType.REVERSED if len(match[2]) == 3 else NoteType.BASIC
    return PageNote(number, match[1].strip(), match[3].strip(), note_type, tags)
