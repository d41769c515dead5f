"""Comparison of a typed answer with the correct one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

_MAX_COMPARED_LENGTH = 500
"""Maximum number of characters compared, because the comparison takes quadratic time."""

_MISSING_MARK = "-"
"""Stands for each missing character of the typed answer."""

_ACCENTS = re.compile("[\u0300-\u036f\u05b0-\u05c7\u064b-\u0652]")
"""Combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic letters. Those of other scripts, such as the voicing
marks of Japanese, make another letter."""

_MEANINGFUL_PUNCTUATION = "#%@"
"""Compared in a forgiving comparison, because `C#` is not `C`."""


_MINUS = "\u2212"
_SEPARATOR = re.compile(r"[\W_]+")
_GROUP_SEPARATORS = ("", ",", "\uff0c", "'", "\u2019")
"""What separates digits into groups, or numbers in a list: a space, a comma or an apostrophe."""

_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")


class SegmentKind(Enum):
    """How a run of characters relates to the other answer."""

    MATCHED = auto()
    WRONG = auto()
    """Typed, but not part of the correct answer."""

    MISSED = auto()
    """Part of the correct answer, but not typed. In the typed answer, a mark stands for each character."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters of the typed or the correct answer."""

    text: str
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class AnswerComparison:
    """The typed and the correct answer, split into segments."""

    typed: tuple[Segment, ...]
    correct: tuple[Segment, ...]

    @property
    def is_correct(self) -> bool:
        """Whether the answers match completely."""
        return all(segment.kind is SegmentKind.MATCHED for segment in (*self.typed, *self.correct))

    @property
    def correct_text(self) -> str:
        """The correct answer that was compared."""
        return "".join(segment.text for segment in self.correct)

    @property
    def is_spelled_the_same(self) -> bool:
        """Whether the typed answer is the correct one, letter by letter."""
        return self.is_correct and "".join(segment.text for segment in self.typed) == self.correct_text


def compare_answer(typed: str, answers: Iterable[str], *, forgiving: bool) -> AnswerComparison:
    """Compare a typed answer with the most similar of the correct answers, of which there must be at least one.

    Leading, trailing and repeated whitespace and invisible characters are ignored. If `forgiving` is set, so are case,
    width, accents, punctuation and spaces, except where they make another number: 3.5 is not 35, and -5 is not 5.
    """
    normalized = _normalize_text(typed)
    comparisons = [_compare_with(normalized, _normalize_text(answer), forgiving) for answer in answers]
    return max(comparisons, key=_similarity)


def _compare_with(typed_text: str, answer: str, forgiving: bool) -> AnswerComparison:
    correct_characters = list(_compared_characters(answer, forgiving))
    if not correct_characters:  # the answer is punctuation
        forgiving = False
        correct_characters = list(_compared_characters(answer, forgiving))
    typed_characters = list(_compared_characters(typed_text, forgiving))
    typed, correct = _MarkedAnswer(typed_text), _MarkedAnswer(answer)
    matcher = SequenceMatcher(
        None,
        [character.key for character in typed_characters],
        [character.key for character in correct_characters],
        autojunk=False,
    )
    for tag, typed_from, typed_to, correct_from, correct_to in matcher.get_opcodes():
        if tag == "equal":
            continue
        missed = [character.position for character in correct_characters[correct_from:correct_to]]
        typed.mark(
            [character.position for character in typed_characters[typed_from:typed_to]], SegmentKind.WRONG
        )
        correct.mark(missed, SegmentKind.MISSED)
        if tag == "insert":
            follows = typed_from < len(typed_characters)
            position = typed_characters[typed_from].position if follows else len(typed_text)
            typed.insert_missing(position, len(set(missed)))
    return AnswerComparison(typed.segments(), correct.segments())


class _ComparedCharacter(NamedTuple):
    """A character in the form in which it is compared, and its position in the text."""

    key: str
    position: int


def _compared_characters(text: str, forgiving: bool) -> Iterator[_ComparedCharacter]:
    """Yield the characters to compare. A character that stands for several, such as ß, yields each of them."""
    for index, character in enumerate(text):
        if not forgiving:
            yield _ComparedCharacter(character, index)
        elif _is_ignorable(character):
            key = _number_separator(text, index)
            if key:
                yield _ComparedCharacter(key, index)
        else:
            for key in _without_accents(character):
                yield _ComparedCharacter(key, index)


class _MarkedAnswer:
    """An answer whose characters are marked one by one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._kinds = [SegmentKind.MATCHED] * len(text)
        self._missing_count_by_position: dict[int, int] = {}

    def mark(self, indexes: Iterable[int], kind: SegmentKind) -> None:
        """Mark the characters at these indexes."""
        for index in indexes:
            self._kinds[index] = kind

    def insert_missing(self, position: int, count: int) -> None:
        """Insert marks for `count` missing characters before the character at `position`."""
        self._missing_count_by_position[position] = count

    def segments(self) -> tuple[Segment, ...]:
        """Return the characters and the marks in runs of the same kind."""
        runs = groupby(self._characters_with_kind(), key=lambda pair: pair[1])
        return tuple(Segment("".join(character for character, _ in run), kind) for kind, run in runs)

    def _characters_with_kind(self) -> Iterator[tuple[str, SegmentKind]]:
        for index in range(len(self._text) + 1):
            for _ in range(self._missing_count_by_position.get(index, 0)):
                yield _MISSING_MARK, SegmentKind.MISSED
            if index < len(self._text):
                yield self._text[index], self._kinds[index]


def _is_ignorable(character: str) -> bool:
    """Return whether the character is a space, an accent or punctuation that a forgiving comparison may ignore."""
    is_skipped = (
        unicodedata.category(character)[0] in "PZ" or character == _MINUS or _ACCENTS.match(character)
    )
    return bool(is_skipped) and unicodedata.normalize("NFKC", character) not in _MEANINGFUL_PUNCTUATION


def _number_separator(text: str, index: int) -> str:
    """Return how to compare a space or punctuation at this index that is part of a number or separates two, or an
    empty string if it is ignored. Digits in groups of three are the same with and without separators."""
    before, after = text[index - 1 : index], text[index + 1 :]
    if not before.isdigit():
        is_sign = _is_dash(text[index]) and after[:1].isdigit() and not before.isalnum()
        return "-" if is_sign else ""
    match = _SEPARATOR.match(text, index)
    separator = match[0] if match else ""
    if not text[index + len(separator) :][:1].isdigit():
        return ""
    mark = separator.strip()[:1]
    if mark in _GROUP_SEPARATORS:
        is_group = len(separator) == 1 and _THREE_DIGITS.match(after) is not None
        return "" if is_group else " "
    return "-" if _is_dash(mark) else unicodedata.normalize("NFKC", mark)


def _is_dash(character: str) -> bool:
    return unicodedata.category(character) == "Pd" or character == _MINUS


def _without_accents(character: str) -> str:
    """Return the character without its case, width, accents and other compatibility differences."""
    compatible = unicodedata.normalize("NFKC", character).casefold()
    letters = _ACCENTS.sub("", unicodedata.normalize("NFD", compatible))
    return unicodedata.normalize("NFC", letters) or character


def _similarity(comparison: AnswerComparison) -> tuple[bool, bool, float]:
    """Return a sort key for the answers: those that are right first, then the most similar ones."""
    kept = [segment for segment in comparison.typed if segment.kind is not SegmentKind.MISSED]
    matched = sum(len(segment.text) for segment in kept if segment.kind is SegmentKind.MATCHED)
    length = sum(len(segment.text) for segment in (*kept, *comparison.correct))
    return comparison.is_spelled_the_same, comparison.is_correct, 2 * matched / length if length else 1.0


def _normalize_text(text: str) -> str:
    composed = unicodedata.normalize("NFC", text[:_MAX_COMPARED_LENGTH])
    visible = "".join(character for character in composed if unicodedata.category(character) != "Cf")
    return " ".join(visible.split())
