"""Formatting of a text while it is edited: what a command inserts, in Markdown or HTML."""

import re
from enum import Enum, auto
from typing import NamedTuple

_CLOZE_START = re.compile(r"\{\{c(\d{1,3})::")
_WHOLE_CLOZE = re.compile(r"\{\{c\d{1,3}::(.*?)(?:::[^{}]*)?\}\}", re.DOTALL)
_LIST_MARK = re.compile(r"( {0,3})(?:[-*+]|\d{1,9}[.)])[ \t]+")
_URL = re.compile(r"https?://\S+")
_WEB_ADDRESS_START = "https://"


class TextFormat(Enum):
    """What a text can be formatted as."""

    BOLD = auto()
    ITALIC = auto()
    CLOZE = auto()
    """A cloze deletion with the next number."""

    SAME_CLOZE = auto()
    """A cloze deletion with the highest number in the text."""

    BULLET_LIST = auto()
    NUMBERED_LIST = auto()
    CODE = auto()
    FORMULA = auto()
    LINK = auto()


class TextEdit(NamedTuple):
    """The replacement of a part of a text, and what is selected afterwards. All positions are indexes of characters."""

    start: int
    end: int
    replacement: str
    selection_start: int
    selection_end: int

    def apply_to(self, text: str) -> str:
        """Return the text after the edit."""
        return text[: self.start] + self.replacement + text[self.end :]


class _Marks(NamedTuple):
    before: str
    after: str


_MARKDOWN_MARKS = {
    TextFormat.BOLD: _Marks("**", "**"),
    TextFormat.ITALIC: _Marks("*", "*"),
    TextFormat.CODE: _Marks("`", "`"),
    TextFormat.FORMULA: _Marks("$", "$"),
}
_HTML_MARKS = {
    TextFormat.BOLD: _Marks("<b>", "</b>"),
    TextFormat.ITALIC: _Marks("<i>", "</i>"),
    TextFormat.CODE: _Marks("<code>", "</code>"),
    TextFormat.FORMULA: _Marks("\\(", "\\)"),
}
_BLOCK_MARKS = {
    TextFormat.CODE: _Marks("```\n", "\n```"),
    TextFormat.FORMULA: _Marks("$$\n", "\n$$"),
}
"""Marks around a selection of several lines, in Markdown."""


def format_text(text_format: TextFormat, text: str, start: int, end: int, *, is_html: bool) -> TextEdit:
    """Return the edit that formats the text between two positions, or removes the format if the selection has it.

    Without a selection, the marks are inserted and the caret is between them.
    """
    start, end = _without_outer_spaces(text, start, end)
    match text_format:
        case TextFormat.CLOZE | TextFormat.SAME_CLOZE:
            return _format_cloze(text, start, end, is_next=text_format is TextFormat.CLOZE)
        case TextFormat.BULLET_LIST | TextFormat.NUMBERED_LIST:
            is_numbered = text_format is TextFormat.NUMBERED_LIST
            if is_html:
                return _html_list(text, start, end, "ol" if is_numbered else "ul")
            return _markdown_list(text, start, end, is_numbered=is_numbered)
        case TextFormat.LINK:
            return _format_link(text, start, end, is_html=is_html)
        case _:
            marks = (_HTML_MARKS if is_html else _MARKDOWN_MARKS)[text_format]
            if not is_html and "\n" in text[start:end] and text_format in _BLOCK_MARKS:
                marks = _BLOCK_MARKS[text_format]
            return _toggle_marks(text, start, end, marks)


def continue_list(text: str, position: int) -> TextEdit | None:
    """Return the edit that a line break in a Markdown list makes: a new item, or the end of the list if the item is
    empty. None outside of lists."""
    line_start = text.rfind("\n", 0, position) + 1
    match = _LIST_MARK.match(text, line_start)
    if match is None or match.end() > position:
        return None
    line_end = text.find("\n", position)
    if not text[match.end() : line_end if line_end >= 0 else len(text)].strip():
        return TextEdit(line_start, position, "", line_start, line_start)
    number = re.search(r"\d+", match[0])
    mark = match[0] if number is None else match[0].replace(number[0], str(int(number[0]) + 1))
    caret = position + 1 + len(mark)
    return TextEdit(position, position, f"\n{mark}", caret, caret)


def highest_cloze_number(text: str) -> int:
    """Return the highest number of the cloze deletions in a text, 0 if there are none."""
    return max((int(match[1]) for match in _CLOZE_START.finditer(text)), default=0)


def _without_outer_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a selection to its text. Marks beside a space would not be read as marks."""
    selected = text[start:end]
    if not selected.strip():
        return start, end
    return start + len(selected) - len(selected.lstrip()), end - (len(selected) - len(selected.rstrip()))


def _toggle_marks(text: str, start: int, end: int, marks: _Marks) -> TextEdit:
    selected = text[start:end]
    before, after = marks
    if len(selected) >= len(before) + len(after) and _has_marks_inside(selected, marks):
        inner = selected[len(before) : len(selected) - len(after)]
        return TextEdit(start, end, inner, start, start + len(inner))
    if _has_marks_outside(text, start, end, marks):
        outer_start, outer_end = start - len(before), end + len(after)
        return TextEdit(outer_start, outer_end, selected, outer_start, outer_start + len(selected))
    return _surround(start, end, selected, marks)


def _surround(start: int, end: int, selected: str, marks: _Marks) -> TextEdit:
    inner_start = start + len(marks.before)
    return TextEdit(
        start, end, marks.before + selected + marks.after, inner_start, inner_start + len(selected)
    )


def _has_marks_inside(selected: str, marks: _Marks) -> bool:
    if set(marks.before) == {"*"}:
        run = min(len(selected) - len(selected.lstrip("*")), len(selected) - len(selected.rstrip("*")))
        return run < len(selected) and _asterisks_include(run, marks)
    return selected.startswith(marks.before) and selected.endswith(marks.after)


def _has_marks_outside(text: str, start: int, end: int, marks: _Marks) -> bool:
    before, after = text[:start], text[end:]
    if set(marks.before) == {"*"}:
        run = min(len(before) - len(before.rstrip("*")), len(after) - len(after.lstrip("*")))
        return _asterisks_include(run, marks)
    return before.endswith(marks.before) and after.startswith(marks.after)


def _asterisks_include(run: int, marks: _Marks) -> bool:
    """Return whether a run of asterisks means the format of these marks: one is italic, two are bold, three both."""
    return run >= 2 if len(marks.before) == 2 else run in (1, 3)


def _format_cloze(text: str, start: int, end: int, *, is_next: bool) -> TextEdit:
    selected = text[start:end]
    whole = _WHOLE_CLOZE.fullmatch(selected)
    if whole is not None:
        return TextEdit(start, end, whole[1], start, start + len(whole[1]))
    opening = re.search(r"\{\{c\d{1,3}::$", text[:start])
    closing = re.match(r"(?:::[^{}]*)?\}\}", text[end:])
    if opening is not None and closing is not None:
        return TextEdit(
            opening.start(), end + closing.end(), selected, opening.start(), opening.start() + len(selected)
        )
    highest = highest_cloze_number(text)
    number = highest + 1 if is_next else max(highest, 1)
    return _surround(start, end, selected, _Marks(f"{{{{c{number}::", "}}"))


def _format_link(text: str, start: int, end: int, *, is_html: bool) -> TextEdit:
    selected = text[start:end]
    address = selected if _URL.fullmatch(selected) else _WEB_ADDRESS_START
    label = "" if address == selected else selected
    parts = (f'<a href="{address}">', label, "</a>") if is_html else ("[", label, f"]({address})")
    replacement = "".join(parts)
    if label and address != selected:  # the address comes next
        address_start = start + replacement.rindex(address)
        return TextEdit(start, end, replacement, address_start, address_start + len(address))
    label_start = start + len(parts[0])
    return TextEdit(start, end, replacement, label_start, label_start)


def _markdown_list(text: str, start: int, end: int, *, is_numbered: bool) -> TextEdit:
    """Turn the lines of the selection into list items, or list items of this kind into lines."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    lines = text[first:last].split("\n")
    written = [line for line in lines if line.strip()]
    of_this_kind = re.compile(r"^ {0,3}\d{1,9}[.)]\s" if is_numbered else r"^ {0,3}[-*+]\s")
    is_list = bool(written) and all(of_this_kind.match(line) for line in written)
    number = 0
    changed: list[str] = []
    for line in lines:
        plain = _LIST_MARK.sub(r"\1", line, count=1) if _LIST_MARK.match(line) else line
        if is_list or (written and not line.strip()):
            changed.append(plain)
            continue
        number += 1
        changed.append(f"{number}. {plain}" if is_numbered else f"- {plain}")
    replacement = "\n".join(changed)
    has_selection = start != end
    return TextEdit(
        first,
        last,
        replacement,
        first if has_selection else first + len(replacement),
        first + len(replacement),
    )


def _html_list(text: str, start: int, end: int, tag: str) -> TextEdit:
    lines = re.split(r"<br ?/?>|\n", text[start:end])
    items = "".join(f"<li>{line.strip()}</li>" for line in lines if line.strip()) or "<li></li>"
    caret = start + len(f"<{tag}>{items}") - len("</li>")
    return TextEdit(start, end, f"<{tag}>{items}</{tag}>", caret, caret)
