"""A typed answer beside the right one: what matches and what does not."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_MAX_COMPARED_LENGTH = 500
"""Letters: the comparison takes quadratic time."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of letters of the typed or of the right answer, and whether the other one has it too."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class AnswerComparison:
    """The typed answer and the right one, each in pieces."""

    typed: tuple[Segment, ...]
    correct: tuple[Segment, ...]

    @property
    def is_correct(self) -> bool:
        """Whether they are the same."""
        return all(piece.is_match for piece in (*self.typed, *self.correct))


def compare_answer(typed: str, answers: Iterable[str], *, forgiving: bool = False) -> AnswerComparison:
    """Compare with the nearest of the right answers (at least one). Spaces at the ends, runs of spaces and letters
    that cannot be seen do not count; case, width and punctuation do, unless `forgiving`."""
    given = _normalize_text(typed)
    return max(
        (_compare_with(given, _normalize_text(answer), forgiving) for answer in answers), key=_similarity
    )


def _compare_with(typed_text: str, answer: str, forgiving: bool) -> AnswerComparison:
    typed, right = _MarkedAnswer(typed_text, forgiving), _MarkedAnswer(answer, forgiving)
    matcher = SequenceMatcher(None, typed.keys, right.keys, autojunk=False)
    for kind, typed_from, typed_to, right_from, right_to in matcher.get_opcodes():
        if kind != "equal":
            typed.mark_mismatch(typed_from, typed_to)
            right.mark_mismatch(right_from, right_to)
    return AnswerComparison(typed.segments(), right.segments())


class _MarkedAnswer:
    """The letters of an answer, each with what it counts as and whether the other one has it too."""

    def __init__(self, text: str, forgiving: bool) -> None:
        self._words = text
        self._matches = [True] * len(text)
        counting = [place for place, letter in enumerate(text) if not forgiving or _is_significant(letter)]
        self._places = counting
        self.keys = [_normalize_letter(text[place]) if forgiving else text[place] for place in counting]

    def mark_mismatch(self, first: int, end: int) -> None:
        """The other one has not what these keys stand for."""
        for place in self._places[first:end]:
            self._matches[place] = False

    def segments(self) -> tuple[Segment, ...]:
        """The letters in runs of one kind."""
        runs = groupby(zip(self._words, self._matches, strict=True), key=lambda pair: pair[1])
        return tuple(Segment("".join(letter for letter, _ in run), matches) for matches, run in runs)


def _is_significant(letter: str) -> bool:
    """Punctuation and blanks do not."""
    return unicodedata.category(letter)[0] not in "PZ"


def _normalize_letter(letter: str) -> str:
    """Without its case, its width, and the like."""
    return unicodedata.normalize("NFKC", letter).casefold()


def _similarity(comparison: AnswerComparison) -> float:
    matched = sum(len(piece.text) for piece in comparison.typed if piece.is_match)
    letters = sum(len(piece.text) for piece in (*comparison.typed, *comparison.correct))
    return 2 * matched / letters if letters else 1.0


def _normalize_text(text: str) -> str:
    composed = unicodedata.normalize("NFC", text[:_MAX_COMPARED_LENGTH])
    seen = "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")
    return " ".join(seen.split())
