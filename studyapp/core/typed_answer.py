"""A typed answer beside the right one: what matches and what does not."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_LONGEST_COMPARED = 500
"""Letters: the comparison takes quadratic time."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters of the typed or of the right answer, and whether the other one has it too."""

    letters: str
    matches: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The typed answer and the right one, each in pieces."""

    typed: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def is_right(self) -> bool:
        """Whether they are the same."""
        return all(piece.matches for piece in (*self.typed, *self.right))


def compare(typed: str, answers: Iterable[str]) -> Comparison:
    """Compare with the nearest of the right answers (at least one). Case and punctuation count; spaces
    at the ends, runs of spaces and letters that cannot be seen do not."""
    given = _visible(typed)
    return max((_compare(given, _visible(answer)) for answer in answers), key=_matching)


def _compare(given: str, answer: str) -> Comparison:
    typed: list[Piece] = []
    right: list[Piece] = []
    matcher = SequenceMatcher(None, given, answer, autojunk=False)
    for kind, typed_from, typed_to, right_from, right_to in matcher.get_opcodes():
        if typed_to > typed_from:
            typed.append(Piece(given[typed_from:typed_to], kind == "equal"))
        if right_to > right_from:
            right.append(Piece(answer[right_from:right_to], kind == "equal"))
    return Comparison(tuple(typed), tuple(right))


def _matching(comparison: Comparison) -> float:
    matched = sum(len(piece.letters) for piece in comparison.typed if piece.matches)
    letters = sum(len(piece.letters) for piece in (*comparison.typed, *comparison.right))
    return 2 * matched / letters if letters else 1.0


def _visible(words: str) -> str:
    composed = unicodedata.normalize("NFC", words[:_LONGEST_COMPARED])
    seen = "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")
    return " ".join(seen.split())
