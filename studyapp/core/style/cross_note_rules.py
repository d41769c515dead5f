"""The rules for notes beside each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.style.question_answer import QuestionAnswer, question_answers
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding

SIMILARITY_THRESHOLD = 0.8
"""The share of their words that two questions have in common from which they count as the same."""

_MAX_REPORTED = 3
"""Notes like it that a note is told of."""

_MAX_COMPARED_LENGTH = 600
"""Letters of a question that are compared."""

_MAX_NOTES_PER_WORD = 60
"""Notes that share a word; a word in more of them tells none apart, and comparing all pairs would never end."""

_WORD = re.compile(r"\([a-z]\)|[a-z0-9][a-z0-9.+-]*|[\u3400-\u9fff]", re.IGNORECASE)
_DISTINGUISHING_PART = re.compile(r"[0-9(]")
"""In a word: it is a model's name, a figure or a class such as (a)."""

_STOP_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "to",
        "for",
        "by",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "did",
        "does",
        "do",
        "what",
        "which",
        "who",
        "how",
        "at",
        "on",
        "with",
        "as",
        "it",
        "its",
    ]
)


def check_across_notes(decks: Sequence[Deck]) -> Iterator[StyleFinding]:
    """What is wrong between the notes of these decks."""
    notes = [note for deck in decks for note in deck.notes]
    yield from _check_prerequisites(notes)
    for language in dict.fromkeys(tag for deck in decks for tag in deck.metadata.languages or ("",)):
        yield from _check_similar_questions(notes, language)


def _check_similar_questions(notes: Iterable[Note], language: str) -> Iterator[StyleFinding]:
    questions = [
        (note, one, words)
        for note in notes
        if not isinstance(note.content, Diagram)
        for one in question_answers(note, language)
        if (words := _keywords(one.question[:_MAX_COMPARED_LENGTH]))
    ]
    seen: set[tuple[str, str]] = set()
    told: Counter[str] = Counter()
    for first, second in _candidate_pairs([words for _, _, words in questions]):
        (note, one, words), (other, two, others) = questions[first], questions[second]
        pair = (note.key, other.key)
        if note.key == other.key or pair in seen or told[other.key] >= _MAX_REPORTED:
            continue
        if not _are_similar(words, others):
            continue
        seen.add(pair)
        told[other.key] += 1
        rule = StyleRule.SAME_QUESTION if _have_same_answer(one, two) else StyleRule.CONFLICTING_ANSWERS
        yield make_finding(other.key, rule, language=language, other=note.key)


def _are_similar(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two questions have nearly all words in common, and no name or figure that sets them apart."""
    if len(words & others) < SIMILARITY_THRESHOLD * len(words | others):
        return False
    return not all(any(map(_DISTINGUISHING_PART.search, apart)) for apart in (words - others, others - words))


def _have_same_answer(one: QuestionAnswer, two: QuestionAnswer) -> bool:
    return _keywords(one.answer) == _keywords(two.answer)


def _keywords(text: str) -> frozenset[str]:
    """What a question is about: its words, and for Chinese each two characters side by side."""
    found = [word.lower() for word in _WORD.findall(text)]
    pairs = {f"{a}{b}" for a, b in pairwise(found) if not a.isascii() and not b.isascii()}
    return frozenset(word for word in found if word.isascii() and word not in _STOP_WORDS) | pairs


def _candidate_pairs(questions: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that may be alike. Where four in five of all words are common, at most a fifth of the second's are
    missing from the first: one more of them than that, its rarest, and they share at least one."""
    count = Counter(word for words in questions for word in words)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(questions):
        rare = sorted(words, key=lambda word: (count[word], word))[: len(words) // 5 + 1]
        found = {earlier for word in rare for earlier in by_word[word][-_MAX_NOTES_PER_WORD:]}
        yield from ((earlier, place) for earlier in sorted(found))
        for word in words:
            by_word[word].append(place)


def _check_prerequisites(notes: Sequence[Note]) -> Iterator[StyleFinding]:
    """Those within a deck are the reader's to check."""
    there = {note.key: note for note in notes}
    decks = {note.deck_id for note in notes}
    for note in notes:
        for required in note.prerequisites:
            if required not in there and required.partition("/")[0] in decks:
                yield make_finding(note.key, StyleRule.CROSS_DECK_PREREQUISITE_MISSING, other=required)
    yield from _check_prerequisite_cycles(there)


def _check_prerequisite_cycles(notes: dict[str, Note]) -> Iterator[StyleFinding]:
    """The notes that stand in a ring: what is left when those that require nothing are taken away again and again."""
    waiting = {key: {one for one in note.prerequisites if one in notes} for key, note in notes.items()}
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for key, required in waiting.items():
        for one in required:
            followers[one].append(key)
    free = [key for key, required in waiting.items() if not required]
    while free:
        done = free.pop()
        for follower in followers[done]:
            waiting[follower].discard(done)
            if not waiting[follower]:
                free.append(follower)
    for key, required in waiting.items():
        if required:
            yield make_finding(key, StyleRule.CROSS_DECK_CYCLE, others=", ".join(sorted(required)))
