"""Find and replace in the texts of notes."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple, assert_never

from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.localized_text import ANY_LANGUAGE, LocalizedText
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError

NOTHING_TO_FIND = QT_TRANSLATE_NOOP("Problem", "Enter the text to find.")
INVALID_PATTERN = QT_TRANSLATE_NOOP("Problem", "The regular expression is not valid: {reason}")
INVALID_REPLACEMENT = QT_TRANSLATE_NOOP("Problem", "The replacement is not valid: {reason}")

EXPLANATION_FIELD = "why"
"""The name of the explanation, which notes of all types may have."""


class InvalidReplacement(TranslatableError):
    """The regular expression or the replacement can't be used."""


class FieldChange(NamedTuple):
    """A text of a note before and after. `language` is empty if the text is the same in all languages."""

    field: str
    language: str
    before: str
    after: str


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
        run = _Run(self._substitute, self._field)
        content = _map_content(note.content, run.change_text, run.change_plain_text)
        explanation = (
            run.change_text(EXPLANATION_FIELD, note.explanation) if note.explanation is not None else None
        )
        if not run.changes and not run.emptied_fields:
            return None
        return ReplacedNote(
            replace(note, content=content, explanation=explanation),
            tuple(run.changes),
            tuple(dict.fromkeys(run.emptied_fields)),
        )

    def _substitute(self, text: str) -> str:
        return self._pattern.sub(self._replacement, text)


class _Run:
    """The changes of one note, collected while its texts are changed."""

    def __init__(self, substitute: Callable[[str], str], field: str) -> None:
        self._substitute, self._field = substitute, field
        self.changes: list[FieldChange] = []
        self.emptied_fields: list[str] = []

    def change_text(self, field: str, text: LocalizedText) -> LocalizedText:
        """Return the text with the replacements in each of its versions."""
        return LocalizedText(
            tuple(
                (language, self._change(field, language, version, may_be_empty=False))
                for language, version in text.versions
            )
        )

    def change_plain_text(self, field: str, text: str) -> str:
        """Return a text that has no languages and may be empty."""
        return self._change(field, ANY_LANGUAGE, text, may_be_empty=True)

    def _change(self, field: str, language: str, text: str, *, may_be_empty: bool) -> str:
        if self._field not in ("", field):
            return text
        changed = self._substitute(text)
        if changed == text:
            return text
        if not may_be_empty and not changed.strip():
            self.emptied_fields.append(field)
            return text
        self.changes.append(FieldChange(field, language, text, changed))
        return changed


def _map_content(
    content: NoteContent,
    change: Callable[[str, LocalizedText], LocalizedText],
    change_plain: Callable[[str, str], str],
) -> NoteContent:
    match content:
        case Basic(front, back):
            return Basic(change("front", front), change("back", back))
        case Reversed(front, back):
            return Reversed(change("front", front), change("back", back))
        case Term(term, definition, translation):
            return Term(
                change("term", term),
                change("definition", definition),
                None if translation is None else change("translation", translation),
            )
        case Cloze(text):
            return Cloze(change("text", text))
        case MultipleChoice(front, options):
            return MultipleChoice(
                change("front", front), tuple(_map_option(option, change) for option in options)
            )
        case TypedAnswer(front, answer):
            return TypedAnswer(change("front", front), change("answer", answer))
        case Claim(claim):
            return Claim(change("claim", claim))
        case Diagram():
            return content
        case CustomContent(note_type, fields):
            names = note_type.fields
            return CustomContent(
                note_type, tuple(change_plain(name, text) for name, text in zip(names, fields, strict=True))
            )
        case _:
            assert_never(content)


def _map_option(option: AnswerOption, change: Callable[[str, LocalizedText], LocalizedText]) -> AnswerOption:
    explanation = None if option.explanation is None else change("options", option.explanation)
    return AnswerOption(change("options", option.text), option.is_correct, explanation)
