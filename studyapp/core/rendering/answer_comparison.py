"""A typed answer beside the right one: what matches and what does not."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

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


def compare(typed: str, answers: Iterable[str], *, forgiving: bool = False) -> Comparison:
    """Compare with the nearest of the right answers (at least one). Spaces at the ends, runs of spaces and letters
    that cannot be seen do not count; case, width and punctuation do, unless `forgiving`."""
    given = _visible(typed)
    return max((_compare(given, _visible(answer), forgiving) for answer in answers), key=_matching)


def _compare(given: str, answer: str, forgiving: bool) -> Comparison:
    typed, right = _Marks(given, forgiving), _Marks(answer, forgiving)
    matcher = SequenceMatcher(None, typed.keys, right.keys, autojunk=False)
    for kind, typed_from, typed_to, right_from, right_to in matcher.get_opcodes():
        if kind != "equal":
            typed.differ(typed_from, typed_to)
            right.differ(right_from, right_to)
    return Comparison(typed.pieces(), right.pieces())


class _Marks:
    """The letters of an answer, each with what it counts as and whether the other one has it too."""

    def __init__(self, words: str, forgiving: bool) -> None:
        self._words = words
        self._matches = [True] * len(words)
        counting = [place for place, letter in enumerate(words) if not forgiving or _counts(letter)]
        self._places = counting
        self.keys = [_folded(words[place]) if forgiving else words[place] for place in counting]

    def differ(self, first: int, end: int) -> None:
        """The other one has not what these keys stand for."""
        for place in self._places[first:end]:
            self._matches[place] = False

    def pieces(self) -> tuple[Piece, ...]:
        """The letters in runs of one kind."""
        runs = groupby(zip(self._words, self._matches, strict=True), key=lambda pair: pair[1])
        return tuple(Piece("".join(letter for letter, _ in run), matches) for matches, run in runs)


def _counts(letter: str) -> bool:
    """Punctuation and blanks do not."""
    return unicodedata.category(letter)[0] not in "PZ"


def _folded(letter: str) -> str:
    """Without its case, its width, and the like."""
    return unicodedata.normalize("NFKC", letter).casefold()


def _matching(comparison: Comparison) -> float:
    matched = sum(len(piece.letters) for piece in comparison.typed if piece.matches)
    letters = sum(len(piece.letters) for piece in (*comparison.typed, *comparison.right))
    return 2 * matched / letters if letters else 1.0


def _visible(words: str) -> str:
    composed = unicodedata.normalize("NFC", words[:_LONGEST_COMPARED])
    seen = "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")
    return " ".join(seen.split())
