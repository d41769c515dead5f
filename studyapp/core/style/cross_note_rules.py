"""Style rules that compare notes with each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.style.question_answer import QuestionAnswer, question_answers
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding

SIMILARITY_THRESHOLD = 0.8
"""Questions count as the same if at least this fraction of their combined words is shared."""

_MAX_REPORTED = 3
"""Findings per note at most."""

_MAX_COMPARED_LENGTH = 600
"""Characters of a question that are compared."""

_MAX_NOTES_PER_WORD = 60
"""Maximum number of questions compared per shared word. More frequent words don't tell questions apart, and comparing
all pairs would take too long."""

_WORD = re.compile(r"\([a-z]\)|[a-z0-9][a-z0-9.+-]*|[\u3400-\u9fff]", re.IGNORECASE)
_DISTINGUISHING_PART = re.compile(r"[0-9(]")
"""Matches words that distinguish questions: model names, numbers and classes such as (a)."""

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
    """Yield the findings that concern several notes of these decks."""
    notes = [note for deck in decks for note in deck.notes]
    yield from check_prerequisites(notes)
    for language in dict.fromkeys(tag for deck in decks for tag in deck.metadata.languages or ("",)):
        yield from _check_similar_questions(notes, language)


def _check_similar_questions(notes: Iterable[Note], language: str) -> Iterator[StyleFinding]:
    questions = index_questions(notes, language)
    seen: set[tuple[str, str]] = set()
    finding_count: Counter[str] = Counter()
    for first_index, second_index in _candidate_pairs([question.keywords for question in questions]):
        first, second = questions[first_index], questions[second_index]
        pair = (first.note_key, second.note_key)
        if first.note_key == second.note_key or pair in seen:
            continue
        if finding_count[second.note_key] >= _MAX_REPORTED or not _are_similar(
            first.keywords, second.keywords
        ):
            continue
        seen.add(pair)
        finding_count[second.note_key] += 1
        yield _similarity_finding(second, first)


class IndexedQuestion(NamedTuple):
    """A question of a note with the words by which it is compared."""

    note_key: str
    question_answer: QuestionAnswer
    keywords: frozenset[str]


def index_questions(notes: Iterable[Note], language: str) -> list[IndexedQuestion]:
    """Return the comparable questions of the notes in one language."""
    return [
        IndexedQuestion(note.key, question_answer, keywords)
        for note in notes
        if not isinstance(note.content, Diagram)
        for question_answer in question_answers(note, language)
        if (keywords := _keywords(question_answer.question[:_MAX_COMPARED_LENGTH]))
    ]


def check_against(note: Note, others: Sequence[IndexedQuestion], language: str) -> Iterator[StyleFinding]:
    """Yield the findings for the questions of a note that are almost the same as one of the others."""
    similar = (
        _similarity_finding(question, other)
        for question in index_questions([note], language)
        for other in others
        if other.note_key != note.key and _are_similar(question.keywords, other.keywords)
    )
    yield from islice(similar, _MAX_REPORTED)


def _similarity_finding(question: IndexedQuestion, other: IndexedQuestion) -> StyleFinding:
    has_same_answer = _have_same_answer(question.question_answer, other.question_answer)
    rule = StyleRule.SAME_QUESTION if has_same_answer else StyleRule.CONFLICTING_ANSWERS
    language = question.question_answer.language
    return make_finding(question.note_key, rule, language=language, other=other.note_key)


def _are_similar(words: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether two questions share nearly all words, without a name or number that distinguishes them."""
    if len(words & others) < SIMILARITY_THRESHOLD * len(words | others):
        return False
    return not all(
        any(map(_DISTINGUISHING_PART.search, difference)) for difference in (words - others, others - words)
    )


def _have_same_answer(first: QuestionAnswer, second: QuestionAnswer) -> bool:
    return _keywords(first.answer) == _keywords(second.answer)


def _keywords(text: str) -> frozenset[str]:
    """Return what a question is about: its words and, for Chinese, each pair of adjacent characters."""
    words = [word.lower() for word in _WORD.findall(text)]
    pairs = {
        f"{first}{second}"
        for first, second in pairwise(words)
        if not first.isascii() and not second.isascii()
    }
    return frozenset(word for word in words if word.isascii() and word not in _STOP_WORDS) | pairs


def _candidate_pairs(questions: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes of questions that may be similar. If two questions share four fifths of their combined
    words, at most a fifth of the second question's words are missing from the first. So at least one of its
    `n // 5 + 1` rarest words must be shared, where n is its number of words."""
    count = Counter(word for words in questions for word in words)
    indexes_by_word: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(questions):
        rarest_words = sorted(words, key=lambda word: (count[word], word))[: len(words) // 5 + 1]
        earlier_indexes = {
            earlier for word in rarest_words for earlier in indexes_by_word[word][-_MAX_NOTES_PER_WORD:]
        }
        yield from ((earlier, index) for earlier in sorted(earlier_indexes))
        for word in words:
            indexes_by_word[word].append(index)


def check_prerequisites(notes: Sequence[Note]) -> Iterator[StyleFinding]:
    """Check prerequisites in other decks, and for cycles. Those within a deck are checked when the deck file is
    read."""
    note_by_key = {note.key: note for note in notes}
    deck_ids = {note.deck_id for note in notes}
    for note in notes:
        for required in note.prerequisites:
            if required not in note_by_key and required.partition("/")[0] in deck_ids:
                yield make_finding(note.key, StyleRule.CROSS_DECK_PREREQUISITE_MISSING, other=required)
    yield from _check_prerequisite_cycles(note_by_key)


def _check_prerequisite_cycles(notes: dict[str, Note]) -> Iterator[StyleFinding]:
    """Report the notes that remain after repeatedly removing those without prerequisites: they are in a cycle or
    depend on one."""
    open_prerequisites = {
        key: {required for required in note.prerequisites if required in notes} for key, note in notes.items()
    }
    dependents: defaultdict[str, list[str]] = defaultdict(list)
    for key, prerequisites in open_prerequisites.items():
        for required in prerequisites:
            dependents[required].append(key)
    resolved = [key for key, prerequisites in open_prerequisites.items() if not prerequisites]
    while resolved:
        removed = resolved.pop()
        for dependent in dependents[removed]:
            open_prerequisites[dependent].discard(removed)
            if not open_prerequisites[dependent]:
                resolved.append(dependent)
    for key, prerequisites in open_prerequisites.items():
        if prerequisites:
            yield make_finding(key, StyleRule.CROSS_DECK_CYCLE, others=", ".join(sorted(prerequisites)))
