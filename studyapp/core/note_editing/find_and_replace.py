"""Find and replace in the texts of notes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from studyapp.core.note_editing.note_texts import NoteText, change_note_texts
from studyapp.core.notes.note import Note
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError

NOTHING_TO_FIND = QT_TRANSLATE_NOOP("Problem", "Enter the text to find.")
INVALID_PATTERN = QT_TRANSLATE_NOOP("Problem", "The regular expression is not valid: {reason}")
INVALID_REPLACEMENT = QT_TRANSLATE_NOOP("Problem", "The replacement is not valid: {reason}")


class InvalidReplacement(TranslatableError):
    """The text to find or the replacement can't be used."""

    @property
    def concerns_replacement(self) -> bool:
        """Whether the replacement is wrong, and not the text to find."""
        return self.message_template == INVALID_REPLACEMENT


class FieldChange(NamedTuple):
    """A text of a note before and after. `language` is empty if the text is the same in all languages. `position` is the
    index of the text among those that `list_note_texts` returns: several options may have the same text."""

    field: str
    language: str
    before: str
    after: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class ReplacedNote:
    """A note after find and replace, and what changed. `emptied_fields` would have become empty; they are unchanged,
    because no text of a note may be empty."""

    note: Note
    changes: tuple[FieldChange, ...]
    emptied_fields: tuple[str, ...]


class Replacer:
    """Replaces a text, or the matches of a regular expression, in the texts of notes."""

    def __init__(
        self, find: str, replacement: str, *, is_regex: bool, is_case_sensitive: bool, field: str = ""
    ) -> None:
        """With `is_regex`, `find` and `replacement` have the syntax of Python's `re`. `field` limits the replacement to
        one field, by its name in deck files. Raises InvalidReplacement."""
        if not find:
            raise InvalidReplacement(NOTHING_TO_FIND)
        flags = re.NOFLAG if is_case_sensitive else re.IGNORECASE
        try:
            self._pattern = re.compile(find if is_regex else re.escape(find), flags)
        except (re.error, RecursionError, OverflowError) as error:
            raise InvalidReplacement(INVALID_PATTERN, reason=str(error)) from error
        self._replacement: str | Callable[[re.Match[str]], str] = (
            replacement if is_regex else lambda _match: replacement
        )
        self._field = field
        if is_regex:
            self._check_replacement(replacement)

    def _check_replacement(self, replacement: str) -> None:
        """Raise InvalidReplacement if the replacement refers to groups that the pattern doesn't have."""
        named_groups = "".join(f"(?P<{name}>)" for name in self._pattern.groupindex)
        unnamed_groups = "()" * (self._pattern.groups - len(self._pattern.groupindex))
        try:
            # `re` checks a replacement only when something matches: this pattern always does, with the same groups.
            re.sub(f"|{named_groups}{unnamed_groups}", replacement, "")
        except (re.error, IndexError) as error:
            raise InvalidReplacement(INVALID_REPLACEMENT, reason=str(error)) from error

    def replace_in(self, note: Note) -> ReplacedNote | None:
        """Return the changed note, or None if nothing is found in it. Drawings are not searched."""
        changes: list[FieldChange] = []
        emptied_fields: list[str] = []
        positions = count()

        def change(text: NoteText) -> str:
            position = next(positions)
            if self._field not in ("", text.field):
                return text.text
            changed = self._pattern.sub(self._replacement, text.text)
            if not changed.strip() and not text.may_be_empty:
                emptied_fields.append(text.field)
                return text.text
            if changed != text.text:
                changes.append(FieldChange(text.field, text.language, text.text, changed, position))
            return changed

        replaced = change_note_texts(note, change)
        if not changes and not emptied_fields:
            return None
        return ReplacedNote(replaced, tuple(changes), tuple(dict.fromkeys(emptied_fields)))
