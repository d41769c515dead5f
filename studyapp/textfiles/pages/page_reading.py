"""Finding the notes on a Markdown page.

A heading of level 1 names a deck. On most pages, a lower heading or a bold line is a question, and the text up to the next
one is its answer; a heading without an answer becomes a tag of the questions below it. On pages with cards of hashcards or
of Obsidian's plugin, only these are notes, and all headings become tags.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studyapp.core.text.markdown_blocks import MarkdownDocument, parse_blocks
from studyapp.core.transfer.import_losses import LossKind
from studyapp.textfiles.pages.front_matter import read_front_matter
from studyapp.textfiles.pages.page_note import FoundOnPage, PageNote, SkippedText
from studyapp.textfiles.pages.question_answer_cards import (
    find_question_answer_cards,
    has_question_answer_cards,
)
from studyapp.textfiles.pages.sections import BOLD_LEVEL, Section, section_body, split_sections
from studyapp.textfiles.pages.separator_cards import are_one_line_cards, find_separator_cards, uses_separators

_UNDERLINE = re.compile(r" {0,3}-{3,}[ \t]*")
_RELEASED_HEADING = re.compile(r"(#{1,6})[ \t](.*)")


class ReleasedKey(NamedTuple):
    """What released versions took as the deck and the question of a note."""

    deck: str
    question: str


class PlacedNote(NamedTuple):
    """A note with its deck. `released_key` is None if it is the same deck and question."""

    note: PageNote
    deck: str
    released_key: ReleasedKey | None = None


class Page(NamedTuple):
    """The notes of a page, what was skipped, and the lines and blocks of the page."""

    notes: tuple[PlacedNote, ...]
    skipped: tuple[SkippedText, ...]
    lines: tuple[str, ...]
    document: MarkdownDocument


def read_page(text: str, name: str) -> Page:
    """Return what is on a page. `name` is the deck of notes that are below no heading of level 1."""
    lines = re.split(r"\r\n|\r|\n", text)
    front_matter = read_front_matter(lines)
    lines[: front_matter.line_count] = [""] * front_matter.line_count
    reader = _PageReader(lines, front_matter.title or name, name, front_matter.tags)
    page = reader.read()
    return page if page.notes else reader.read(separators_only=True)


class _OpenHeading(NamedTuple):
    section: Section
    is_used: bool = False


class _PageReader:
    def __init__(self, lines: Sequence[str], deck: str, file_name: str, tags: tuple[str, ...]) -> None:
        self._page_deck, self._file_name, self._page_tags = deck, file_name, tags
        self._document = parse_blocks("\n".join(lines))
        definition_lines = self._document.definition_lines
        self._lines = ["" if index in definition_lines else line for index, line in enumerate(lines)]
        self._has_questions = has_question_answer_cards(lines, self._document.code_lines)
        if self._has_questions:  # a rule below an answer does not make it a heading
            without_underlines = (
                _UNDERLINE.sub("***", line) if _UNDERLINE.fullmatch(line) else line for line in lines
            )
            self._document = parse_blocks("\n".join(without_underlines))
        self._has_separators = uses_separators(lines, self._document.code_lines)

    def read(self, *, separators_only: bool = False) -> Page:
        """Return the notes. With `separators_only`, headings and bold lines are no questions."""
        self._notes: list[PlacedNote] = []
        self._skipped: list[SkippedText] = []
        self._deck, self._released_deck = self._page_deck, self._file_name
        self._headings: dict[int, _OpenHeading] = {}
        self._tags: tuple[str, ...] = ()
        is_marked = separators_only or self._has_questions or self._has_separators
        sections = split_sections(self._lines, self._document, with_bold_lines=not is_marked)
        for section, following in zip(sections, [*sections[1:], None], strict=True):
            self._open_section(section, is_question=not is_marked and self._is_question(section, following))
            if is_marked:
                self._add_cards(section)
            else:
                self._add_section(section, following)
        self._close_headings(0)
        skipped = sorted(self._skipped, key=lambda text: text.line)
        return Page(tuple(self._notes), tuple(skipped), tuple(self._lines), self._document)

    def _open_section(self, section: Section, *, is_question: bool) -> None:
        self._close_headings(section.level)
        if section.level == 1:
            self._deck = self._page_deck if is_question else " ".join(section.heading.split())
            released = _released_heading(self._lines[section.line])
            self._released_deck = " ".join(released.split()) if released is not None else self._released_deck
        if section.level and not is_question:
            self._headings[section.level] = _OpenHeading(section)

    def _close_headings(self, level: int) -> None:
        """Close the headings that a heading of this level ends. Those without a note are reported."""
        for open_level in [open_level for open_level in self._headings if open_level >= level]:
            heading = self._headings.pop(open_level)
            if not heading.is_used:
                self._skipped.append(
                    SkippedText(
                        heading.section.line + 1, heading.section.heading, LossKind.QUESTION_WITHOUT_ANSWER
                    )
                )

    def _is_question(self, section: Section, following: Section | None) -> bool:
        """Return whether a section is a question with its answer. A heading of level 1 is one only if it has no headings
        below it."""
        if not section.level or not section.heading or not self._body(section):
            return False
        if section.level == 1:
            return following is None or following.level == 1
        is_list_of_cards = section.level < BOLD_LEVEL and not section.heading.endswith(("?", "？"))
        return not (is_list_of_cards and self._are_cards(section))

    def _are_cards(self, section: Section) -> bool:
        return are_one_line_cards(self._lines, section.start, section.end, self._document.code_lines)

    def _body(self, section: Section) -> str:
        return section_body(self._lines, section)

    def _add_section(self, section: Section, following: Section | None) -> None:
        if self._is_question(section, following):
            note = PageNote(section.line + 1, section.heading, self._body(section))
            self._add_note(note, self._released_key(section))
        elif self._are_cards(section):
            self._add_cards(section)
        elif body := self._body(section):
            line = next(index for index in range(section.start, section.end) if self._lines[index].strip())
            self._skipped.append(SkippedText(line + 1, body))

    def _add_cards(self, section: Section) -> None:
        start, end, code = section.start, section.end, self._document.code_lines
        if self._has_questions:
            found = find_question_answer_cards(self._lines, start, end, code)
        else:
            found = find_separator_cards(self._lines, start, end, code, self._tags)
            self._tags = found.tags
        self._add_found(found)

    def _add_found(self, found: FoundOnPage) -> None:
        for note in found.notes:
            self._add_note(note, None)
        self._skipped += found.skipped

    def _add_note(self, note: PageNote, released_key: ReleasedKey | None) -> None:
        headings = [heading.section for level, heading in sorted(self._headings.items()) if level > 1]
        self._headings = {level: heading._replace(is_used=True) for level, heading in self._headings.items()}
        tags = _distinct(
            ("-".join(section.heading.split()) for section in headings), note.tags, self._page_tags
        )
        if released_key == (self._deck, note.question):
            released_key = None
        self._notes.append(PlacedNote(note._replace(tags=tags), self._deck, released_key))

    def _released_key(self, section: Section) -> ReleasedKey | None:
        """Return the key of a section in released versions, which knew only `#` without indentation and bold lines."""
        heading = (
            section.heading if section.level == BOLD_LEVEL else _released_heading(self._lines[section.line])
        )
        return None if heading is None else ReleasedKey(self._released_deck, heading)


def _released_heading(line: str) -> str | None:
    match = _RELEASED_HEADING.fullmatch(line)
    return match[2].strip().rstrip("#").strip() if match else None


def _distinct(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for group in groups for tag in group if tag))
