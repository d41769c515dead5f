"""Writing formatted text as Markdown."""

import re
from collections.abc import Sequence

from studyapp.anki.field_markdown.shown_content import TextRun, merge_runs
from studyapp.core.transfer.markdown_images import escape_link_path

_SIGN_BY_MARK = {"strong": "**", "em": "*", "s": "~~"}
_WORD_OR_SPACE = re.compile(r"\s+|\S+")
_BACKTICKS = re.compile("`+")
_SPECIAL = re.compile(r"([\\`*_\[~<&])")
_SPECIAL_START = re.compile(r"(\d*)([#>+.)=-])")
_TABLE_DELIMITER = re.compile(r"[|:][|: -]*")
_COMPLEX_ADDRESS = re.compile(r"[ ()\\<>&]")


def escape_markdown(text: str) -> str:
    """Return plain text as Markdown that shows it literally, at the start of a line or not.

    A closing bracket needs no escape, and with one, `\\[a\\]` would be a formula.
    """
    return _escape_start(_SPECIAL.sub(r"\\\1", text))


def write_inline(runs: Sequence[TextRun]) -> str:
    """Return the runs of a line as Markdown."""
    if len(runs) == 1 and not runs[0].marks:
        return escape_markdown(runs[0].text)
    pieces = _move_spaces_out(runs)
    written: list[str] = []
    open_marks: list[str] = []
    for index, piece in enumerate(pieces):
        while not piece.marks.issuperset(open_marks):
            written.append(_closing(open_marks.pop()))
        new_marks = sorted(
            _enclosing_marks(piece) - set(open_marks), key=lambda mark: _order(pieces, index, mark)
        )
        if "code" not in piece.marks and any(mark in _SIGN_BY_MARK for mark in new_marks):
            # Formatting can't begin with a space.
            text = piece.text.lstrip()
            written.append(piece.text[: len(piece.text) - len(text)])
            piece = piece._replace(text=text)
        for mark in new_marks if piece.text else []:
            written.append(_opening(mark))
            open_marks.append(mark)
        text = _write_piece(piece)
        written.append(text if written or piece.marks else _escape_start(text))
    written += [_closing(mark) for mark in reversed(open_marks)]
    return "".join(written)


def _escape_start(text: str) -> str:
    text = _SPECIAL_START.sub(r"\1\\\2", text, count=1) if _SPECIAL_START.match(text) else text
    return f"\\{text}" if _TABLE_DELIMITER.fullmatch(text) else text


def _move_spaces_out(runs: Sequence[TextRun]) -> tuple[TextRun, ...]:
    """Split the runs so that formatting doesn't begin or end with a space, as Markdown requires."""
    pieces = [
        run._replace(text=text)
        for run in runs
        for text in ([run.text] if "code" in run.marks else _WORD_OR_SPACE.findall(run.text))
    ]
    moved = list(pieces)
    signs = frozenset(_SIGN_BY_MARK)
    for index, piece in enumerate(pieces):
        if piece.text.isspace() and "code" not in piece.marks:
            before = pieces[index - 1].marks if index else frozenset()
            after = pieces[index + 1].marks if index + 1 < len(pieces) else frozenset()
            moved[index] = piece._replace(marks=piece.marks - (signs - (before & after)))
    return merge_runs(moved)


def _enclosing_marks(piece: TextRun) -> set[str]:
    return {mark for mark in piece.marks if mark in _SIGN_BY_MARK or mark.startswith("a ")}


def _order(pieces: Sequence[TextRun], start: int, mark: str) -> tuple[int, str]:
    """Return the sort key of a mark that begins at `start`: the mark that ends last begins first."""
    extent = 0
    while start + extent < len(pieces) and mark in pieces[start + extent].marks:
        extent += 1
    return -extent, mark


def _opening(mark: str) -> str:
    return _SIGN_BY_MARK.get(mark, "[")


def _closing(mark: str) -> str:
    return _SIGN_BY_MARK[mark] if mark in _SIGN_BY_MARK else f"]({_write_address(mark.removeprefix('a '))})"


def _write_piece(piece: TextRun) -> str:
    image = next((mark.removeprefix("img ") for mark in piece.marks if mark.startswith("img ")), None)
    if image is not None:
        return f"![]({escape_link_path(image)})" * len(piece.text)
    if "hr" in piece.marks:
        return "---"
    if "code" in piece.marks:
        return _write_code(piece.text)
    text = _SPECIAL.sub(r"\\\1", piece.text)
    # The text of a link ends at a closing bracket.
    is_link = any(mark.startswith("a ") for mark in piece.marks)
    return text.replace("\\[", "&#91;").replace("]", "\\]") if is_link else text


def _write_code(text: str) -> str:
    fence = "`" * (max(map(len, _BACKTICKS.findall(text)), default=0) + 1)
    needs_padding = text.startswith(("`", " ")) or text.endswith(("`", " "))
    return f"{fence} {text} {fence}" if needs_padding else f"{fence}{text}{fence}"


def _write_address(address: str) -> str:
    if not address or _COMPLEX_ADDRESS.search(address):
        return "<" + re.sub(r"([\\<>&])", r"\\\1", address) + ">"
    return address
