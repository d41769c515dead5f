"""Finding texts that are nearly the same.

Comparing every two of 100,000 texts would take hours. Only texts that share one of their rarest trigrams (sequences of
three characters) are compared, which may miss a pair whose common parts are frequent in the other texts as well. Texts
that are the same except for case, width and spaces are always found.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from heapq import nsmallest
from itertools import chain, islice
from typing import NamedTuple

_RAREST_TRIGRAMS = 8
"""How many trigrams of a text decide with which texts it is compared."""

_MAX_CANDIDATES = 1000
"""With how many texts one text is compared at most: those that share its rarest trigrams."""


class SimilarTexts(NamedTuple):
    """Two texts, by index, the first before the second. `similarity` is 1.0 if both are the same after folding."""

    first: int
    second: int
    similarity: float


def find_similar_texts(
    texts: Sequence[str],
    min_similarity: float,
    max_pairs: int,
    progress: Callable[[int], None] | None = None,
) -> list[SimilarTexts]:
    """Return up to `max_pairs` pairs of similar texts, the most similar ones first. Empty texts are ignored.

    The similarity is the share of characters that two texts have in common, in order (normalized Indel similarity, 0 to
    1). Of texts that are the same, each is paired with the first of them only, and only this one is compared with other
    texts. `progress` is called with the number of texts that have been compared and may raise to stop.
    """
    first_by_text: dict[str, int] = {}
    copies: list[SimilarTexts] = []
    for index, text in enumerate(texts):
        folded = _fold(text)
        first = first_by_text.setdefault(folded, index)
        if folded and first != index:
            copies.append(SimilarTexts(first, index, 1.0))
    distinct = [(index, folded) for folded, index in first_by_text.items() if folded]
    return nsmallest(
        max_pairs,
        chain(copies, _compare(distinct, min_similarity, progress)),
        key=lambda pair: (-pair.similarity, pair.first, pair.second),
    )


def text_similarity(first: str, second: str) -> float:
    """Return the similarity of two texts as in `find_similar_texts`, but without folding them."""
    from rapidfuzz.distance import Indel  # imported late: loads in 15 ms and is rarely needed

    return Indel.normalized_similarity(first, second)


class NearText(NamedTuple):
    """The place of a text among others, and its similarity to another one as in `find_similar_texts`."""

    place: int
    similarity: float


def find_near_texts(text: str, texts: Sequence[str], min_similarity: float) -> list[NearText]:
    """Return those of the texts that are similar to a text, the most similar ones first, without folding them.

    Unlike `find_similar_texts` it compares the text with all others, which takes some milliseconds for 10,000.
    """
    from rapidfuzz import process  # imported late: loads in 15 ms and is rarely needed
    from rapidfuzz.distance import Indel

    found = process.extract(
        text, texts, scorer=Indel.normalized_similarity, score_cutoff=min_similarity, limit=None
    )
    return [NearText(place, similarity) for _, similarity, place in found]


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _compare(
    texts: Sequence[tuple[int, str]], min_similarity: float, progress: Callable[[int], None] | None
) -> Iterator[SimilarTexts]:
    from rapidfuzz.distance import Indel  # imported late: loads in 15 ms and is rarely needed

    rarest_by_text = _rarest_trigrams([folded for _, folded in texts])
    earlier_texts: dict[str, list[int]] = {}
    for position, (index, folded) in enumerate(texts):
        if progress is not None and position % 1000 == 0:
            progress(position)
        rarest = rarest_by_text[position]
        sharing_texts = chain.from_iterable(earlier_texts.get(trigram, ()) for trigram in rarest)
        candidates = sorted(set(islice(sharing_texts, _MAX_CANDIDATES)))
        for trigram in rarest:
            earlier_texts.setdefault(trigram, []).append(position)
        for other in candidates:
            other_index, other_folded = texts[other]
            similarity = Indel.normalized_similarity(folded, other_folded, score_cutoff=min_similarity)
            if similarity >= min_similarity:
                yield SimilarTexts(other_index, index, similarity)


def _rarest_trigrams(texts: Sequence[str]) -> list[list[str]]:
    """Return for each text the trigrams by which it is compared with others."""
    trigrams_by_text = [_trigrams(text) for text in texts]
    frequency = Counter(trigram for trigrams in trigrams_by_text for trigram in trigrams)
    # A trigram that no other text has can't lead to one. A typing error creates several of them.
    return [
        sorted(
            (trigram for trigram in trigrams if frequency[trigram] > 1),
            key=lambda trigram: (frequency[trigram], trigram),
        )[:_RAREST_TRIGRAMS]
        for trigrams in trigrams_by_text
    ]


def _trigrams(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
