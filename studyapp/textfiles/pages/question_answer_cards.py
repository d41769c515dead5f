"""Cards written as in hashcards: lines that start with `Q:` and `A:`, or with `C:` and blanks in square brackets.

Each part goes on until the next one, a heading or a thematic break.
"""

import re
from collections.abc import Container, Sequence

from studyapp.core.notes.note_type import NoteType
from studyapp.core.transfer.import_losses import LossKind
from studyapp.textfiles.pages.cloze_marks import brackets_to_clozes, has_clozes
from studyapp.textfiles.pages.page_note import FoundOnPage, PageNote, SkippedText

_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$")


def has_question_answer_cards(lines: Sequence[str], code_lines: Container[int]) -> bool:
    """Return whether there is a question with an answer, or a cloze."""
    return bool(find_question_answer_cards(lines, 0, len(lines), code_lines).notes)


def find_question_answer_cards(
    lines: Sequence[str], start: int, end: int, code_lines: Container[int]
) -> FoundOnPage:
    """Return the cards in the lines from `start` to `end`."""
    notes: list[PageNote] = []
    skipped: list[SkippedText] = []
    parts: dict[str, list[str]] = {}
    first_line = start

    def finish() -> None:
        texts = {mark: "\n".join(part).strip() for mark, part in parts.items()}
        note = _make_note(texts, first_line + 1)
        if note is not None:
            notes.append(note)
        elif any(texts.values()):
            kind = LossKind.QUESTION_WITHOUT_ANSWER if texts.get("Q") else LossKind.TEXT_OUTSIDE_NOTES
            skipped.append(SkippedText(first_line + 1, "\n".join(filter(None, texts.values())), kind))
        parts.clear()

    for index in range(start, end):
        line = lines[index]
        mark = "" if index in code_lines else _mark_of(line)
        is_rule = index not in code_lines and _RULE.fullmatch(line) is not None
        if mark and not (mark == "A" and "Q" in parts and "A" not in parts):
            finish()
        elif is_rule:
            finish()
            continue
        if not parts:
            first_line = index
        if mark:
            parts[mark] = [line[2:].lstrip()]
        elif parts or line.strip():
            parts.setdefault(next(reversed(parts), ""), []).append(line)
    finish()
    return FoundOnPage(tuple(notes), tuple(skipped))


def _mark_of(line: str) -> str:
    """Return the letter of the part that starts with this line, or an empty string. A `C:` without a blank is text."""
    if line[1:2] != ":" or line[0] not in "QAC":
        return ""
    is_text = line[0] == "C" and line[2:].strip() and brackets_to_clozes(line) == line
    return "" if is_text else line[0]


def _make_note(texts: dict[str, str], line: int) -> PageNote | None:
    if texts.get("Q") and texts.get("A"):
        return PageNote(line, texts["Q"], texts["A"])
    cloze = brackets_to_clozes(texts.get("C", ""))
    return PageNote(line, cloze, "", NoteType.CLOZE) if has_clozes(cloze) else None
