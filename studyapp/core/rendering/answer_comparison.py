"""Comparison of a typed answer with the correct one."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_MAX_COMPARED_LENGTH = 500
"""Maximum number of characters compared, because the comparison takes quadratic time."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters of the typed or the correct answer. `is_match` is whether the other answer has it too."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class AnswerComparison:
    """The typed and the correct answer, split into segments."""

    typed: tuple[Segment, ...]
    correct: tuple[Segment, ...]

    @property
    def is_correct(self) -> bool:
        """Whether the answers match completely."""
        return all(segment.is_match for segment in (*self.typed, *self.correct))


def compare_answer(typed: str, answers: Iterable[str], *, forgiving: bool = False) -> AnswerComparison:
    """Compare a typed answer with the most similar of the correct answers, of which there must be at least one.

    Leading, trailing and repeated whitespace and invisible characters are ignored. Case, width and punctuation are
    ignored only if `forgiving` is set.
    """
    normalized = _normalize_text(typed)
    return max(
        (_compare_with(normalized, _normalize_text(answer), forgiving) for answer in answers), key=_similarity
    )


def _compare_with(typed_text: str, answer: str, forgiving: bool) -> AnswerComparison:
    typed, correct = _MarkedAnswer(typed_text, forgiving), _MarkedAnswer(answer, forgiving)
    matcher = SequenceMatcher(None, typed.keys, correct.keys, autojunk=False)
    for tag, typed_from, typed_to, correct_from, correct_to in matcher.get_opcodes():
        if tag != "equal":
            typed.mark_mismatch(typed_from, typed_to)
            correct.mark_mismatch(correct_from, correct_to)
    return AnswerComparison(typed.segments(), correct.segments())


class _MarkedAnswer:
    """An answer whose characters are marked as matching or not. `keys` are the characters to compare, normalized."""

    def __init__(self, text: str, forgiving: bool) -> None:
        self._text = text
        self._matches = [True] * len(text)
        compared_indexes = [
            index for index, character in enumerate(text) if not forgiving or _is_significant(character)
        ]
        self._compared_indexes = compared_indexes
        self.keys = [
            _normalize_character(text[index]) if forgiving else text[index] for index in compared_indexes
        ]

    def mark_mismatch(self, first: int, end: int) -> None:
        """Mark the characters with these keys as absent from the other answer."""
        for index in self._compared_indexes[first:end]:
            self._matches[index] = False

    def segments(self) -> tuple[Segment, ...]:
        """Return the characters in runs with the same mark."""
        runs = groupby(zip(self._text, self._matches, strict=True), key=lambda pair: pair[1])
        return tuple(Segment("".join(character for character, _ in run), is_match) for is_match, run in runs)


def _is_significant(character: str) -> bool:
    """Return whether a character is compared in a forgiving comparison, which skips punctuation and separators."""
    return unicodedata.category(character)[0] not in "PZ"


def _normalize_character(character: str) -> str:
    """Return the character without its case, width and other compatibility differences."""
    return unicodedata.normalize("NFKC", character).casefold()


def _similarity(comparison: AnswerComparison) -> float:
    matched = sum(len(segment.text) for segment in comparison.typed if segment.is_match)
    length = sum(len(segment.text) for segment in (*comparison.typed, *comparison.correct))
    return 2 * matched / length if length else 1.0


def _normalize_text(text: str) -> str:
    composed = unicodedata.normalize("NFC", text[:_MAX_COMPARED_LENGTH])
    visible = "".join(character for character in composed if unicodedata.category(character) != "Cf")
    return " ".join(visible.split())
