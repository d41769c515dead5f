"""Ranking notes by how easily a learner confuses them with a given one.

Notes are confused if they ask nearly the same, or if their answers look nearly the same, such as affect and effect. So two
fields of each note are compared, and the more similar one counts more than the other.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from studyapp.core.similar_notes.compared_texts import ComparedTexts
from studyapp.core.similar_notes.look_alike_characters import replace_look_alikes
from studyapp.core.text.near_duplicates import find_near_texts, text_similarity

MIN_SIMILARITY = 0.6
"""Notes that are less similar are not found."""

MAX_FOUND = 20
"""How many notes are found at most."""

_WEIGHT_OF_CLOSER_FIELD = 0.75

_MIN_TEXT_SIMILARITY = 0.5
"""A note is compared closely only if one of its texts is at least this similar."""

_MAX_CANDIDATES = 400
"""How many notes are compared closely for each text at most."""

_MAX_LENGTH = 300
"""How many characters of a text are compared."""

_MAX_LENGTH_WITH_LOOK_ALIKES = 12
"""In longer texts, a character that looks like another one hardly lowers the similarity."""

_COMMON_SHARE, _MIN_COMMON_COUNT = 0.05, 3
"""Words in more than this share of the texts, and in more than this number of them, don't tell texts apart."""

_MAX_SAMPLE = 5_000
"""In how many texts common words are counted."""

_NOTES_BETWEEN_REPORTS, _TEXTS_BETWEEN_REPORTS = 2_000, 20_000

_IDEOGRAPHS = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+")
"""Chinese, Japanese and Korean texts have no spaces between words, so each of their characters counts as a word."""


class RankedNote(NamedTuple):
    """The place of a note among the others, and its similarity (0 to 1)."""

    place: int
    similarity: float


def rank_similar_notes(
    own: ComparedTexts, others: Iterable[ComparedTexts], progress: Callable[[int, int], None]
) -> list[RankedNote]:
    """Return up to `MAX_FOUND` notes that are similar to a note, the most similar ones first.

    If the first fields differ, second ones that are equal or numbers don't make notes similar: nobody confuses all that
    happened in 2022, or 2022 with 2021. `progress` is called with how many notes or texts are done and may raise to stop.
    """
    first, second = _FieldComparison(own.first), _FieldComparison(own.second)
    for place, note in enumerate(others):
        if place % _NOTES_BETWEEN_REPORTS == 0:
            progress(place, 0)
        first.add(place, note.first)
        second.add(place, note.second)
    candidates = first.find_candidates(progress) | second.find_candidates(progress)
    ranked = (
        RankedNote(place, _join(first.similarity(place), second.similarity(place), second.may_confuse(place)))
        for place in candidates
    )
    similar = (note for note in ranked if note.similarity >= MIN_SIMILARITY)
    return sorted(similar, key=lambda note: (-note.similarity, note.place))[:MAX_FOUND]


def _join(first: float | None, second: float | None, may_second_confuse: bool) -> float:
    """Return the similarity of two notes from those of their fields, None for a field that one of them lacks."""
    if first is None or second is None:
        return (second if may_second_confuse else first) or 0
    closer, other = (second, first) if may_second_confuse and second > first else (first, second)
    return _WEIGHT_OF_CLOSER_FIELD * closer + (1 - _WEIGHT_OF_CLOSER_FIELD) * other


class _FieldComparison:
    """Compares a field of a note with the same field of others. Of several versions of a field, those that are most
    similar count."""

    def __init__(self, own: Sequence[str]) -> None:
        self._own = own
        self._texts: list[str] = []
        self._notes: list[int] = []  # of each text, in ascending order
        self._common_words: set[str] = set()

    def add(self, note: int, versions: Iterable[str]) -> None:
        """Add the versions of the field of the next note."""
        for version in versions:
            self._texts.append(version)
            self._notes.append(note)

    def find_candidates(self, progress: Callable[[int, int], None]) -> set[int]:
        """Return the notes with one of the most similar texts. Call this once, after all notes were added."""
        texts = list(map(_prepare, self._texts))
        self._common_words = _find_common_words(self._own, texts)
        own_texts = filter(None, map(_prepare, self._own))
        return {self._notes[place] for own in own_texts for place in _find_nearest(own, texts, progress)}

    def similarity(self, note: int) -> float | None:
        """Return the similarity of the field of a note; None if one of the two notes has no such field."""
        pairs = ((own, other) for own in self._own for other in self._versions_of(note))
        return max(
            (self._text_similarity(_prepare(own), _prepare(other)) for own, other in pairs), default=None
        )

    def may_confuse(self, note: int) -> bool:
        """Return whether the field of a note differs from that of the compared note, and both have letters."""
        versions = self._versions_of(note)
        return set(self._own).isdisjoint(versions) and _has_letters(self._own) and _has_letters(versions)

    def _versions_of(self, note: int) -> list[str]:
        return self._texts[bisect_left(self._notes, note) : bisect_right(self._notes, note)]

    def _text_similarity(self, own: str, other: str) -> float:
        """Return how similar two texts are, to equal parts with and without the words that many texts have."""
        with_all_words = text_similarity(own, other)
        own_words, other_words = (self._without_common_words(text) for text in (own, other))
        if not own_words or not other_words:
            return with_all_words
        return (with_all_words + text_similarity(own_words, other_words)) / 2

    def _without_common_words(self, text: str) -> str:
        return " ".join(word for word in _WORD.findall(text) if word not in self._common_words)


def _prepare(text: str) -> str:
    return replace_look_alikes(text) if len(text) <= _MAX_LENGTH_WITH_LOOK_ALIKES else text[:_MAX_LENGTH]


def _has_letters(texts: Iterable[str]) -> bool:
    return any(character.isalpha() for text in texts for character in text)


def _find_common_words(own: Iterable[str], texts: Sequence[str]) -> set[str]:
    """Return the words of the own texts that many texts have."""
    sample = texts[:: len(texts) // _MAX_SAMPLE + 1]
    max_count = max(_MIN_COMMON_COUNT, _COMMON_SHARE * len(sample))
    words = {word for text in own for word in _WORD.findall(_prepare(text))}
    return {word for word in words if sum(word in text for text in sample) > max_count}


def _find_nearest(text: str, texts: Sequence[str], progress: Callable[[int, int], None]) -> list[int]:
    """Return the places of the texts that are most similar to a text."""
    found = []
    for start in range(0, len(texts), _TEXTS_BETWEEN_REPORTS):
        progress(start, len(texts))
        near = find_near_texts(text, texts[start : start + _TEXTS_BETWEEN_REPORTS], _MIN_TEXT_SIMILARITY)
        found += [(-one.similarity, start + one.place) for one in near]
    return [place for _, place in sorted(found)[:_MAX_CANDIDATES]]
