"""Reading of text files that a user or another program wrote."""

import codecs
from pathlib import Path

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.unreadable_file import UnreadableFileError

_MAX_FILE_BYTES = 256 * 1024**2
"""The largest file that is read, in bytes."""


def read_text_file(path: Path) -> str:
    """Return the text of a UTF-8 or UTF-16 file without its byte order mark.

    Raises UnreadableFileError if the file is too large or not text, or OSError if it can't be read.
    """
    if path.stat().st_size > _MAX_FILE_BYTES:
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "it is larger than {limit} MB"), limit=_MAX_FILE_BYTES // 1024**2
        )
    data = path.read_bytes()
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "line {line} is not valid UTF-8; save the file as UTF-8"), line=line
        ) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "line {line} contains a NUL character, so this is not a text file"),
            line=line,
        )
    return text
