"""Style rules for notes that ask or say almost the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.notes.note import Cloze, CustomContent, Diagram, Note
from studyapp.core.style.question_answer import QuestionAnswer, plain_text_in, question_answers
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.style.words import keywords

SIMILARITY_THRESHOLD = 0.8
"""Questions count as the same if at least this fraction of their combined words is shared."""

STATEMENT_THRESHOLD = 0.55
"""Notes count as near-duplicates if at least this fraction of the combined words of questions and answers is shared.
It is lower because two cards that ask about the same fact from two sides differ in the words of the question."""

_MIN_STATEMENT_KEYWORDS = 6
"""Notes with fewer words are not compared. Short ones, such as vocabulary, often have the same words by chance."""

_MAX_REPORTED = 3
"""Findings per note at most."""

_MAX_COMPARED_LENGTH = 600
"""Characters of a question that are compared."""

_MAX_NOTES_PER_WORD = 30
"""Maximum number of questions compared per shared word. More frequent words don't tell questions apart, and comparing
all pairs would take too long."""

_DISTINGUISHING_PART = re.compile(r"[0-9(]")
"""Matches words that distinguish questions: model names, numbers and classes such as (a)."""


class IndexedText(NamedTuple):
    """A question or a whole statement of a note, with the words by which it is compared."""

    note_key: str
    question_answer: QuestionAnswer
    keywords: frozenset[str]


class NoteIndex(NamedTuple):
    """What is compared of some notes in one language. A statement is what a note says: its question and answer
    together, or its sentence without gaps."""

    questions: Sequence[IndexedText]
    statements: Sequence[IndexedText]


def index_notes(notes: Iterable[Note], language: str) -> NoteIndex:
    """Return what is compared of these notes in one language."""
    notes = [note for note in notes if not isinstance(note.content, Diagram | CustomContent)]
    questions = [
        IndexedText(note.key, question_answer, words)
        for note in notes
        for question_answer in question_answers(note, language)
        if (words := keywords(question_answer.question[:_MAX_COMPARED_LENGTH]))
    ]
    statements = [
        IndexedText(note.key, QuestionAnswer(language, statement, ""), words)
        for note in notes
        if (statement := _statement(note, language)[:_MAX_COMPARED_LENGTH])
        and len(words := keywords(statement)) >= _MIN_STATEMENT_KEYWORDS
    ]
    return NoteIndex(questions, statements)


def _statement(note: Note, language: str) -> str:
    if isinstance(note.content, Cloze):
        return CLOZE_PATTERN.sub(lambda match: match[2], plain_text_in(note.content.text, language))
    first = next(question_answers(note, language), None)
    return f"{first.question} {first.answer}" if first is not None else ""


def check_similar_notes(notes: Iterable[Note], language: str) -> Iterator[StyleFinding]:
    """Yield the findings for notes that ask or say almost the same as an earlier note."""
    index = index_notes(notes, language)
    reported: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in _similar_pairs(index.questions, SIMILARITY_THRESHOLD, reported):
        yield _question_finding(second, first)
    for first, second in _similar_pairs(index.statements, STATEMENT_THRESHOLD, reported):
        yield _statement_finding(second, first)


def check_against(note: Note, others: NoteIndex, language: str) -> Iterator[StyleFinding]:
    """Yield the findings for a note that asks or says almost the same as one of the others."""
    own = index_notes([note], language)
    found: dict[str, StyleFinding] = {}
    for question, other in _similar_to(own.questions, others.questions, SIMILARITY_THRESHOLD):
        found.setdefault(other.note_key, _question_finding(question, other))
    for statement, other in _similar_to(own.statements, others.statements, STATEMENT_THRESHOLD):
        found.setdefault(other.note_key, _statement_finding(statement, other))
    yield from islice(found.values(), _MAX_REPORTED)


def _similar_to(
    own: Sequence[IndexedText], others: Sequence[IndexedText], threshold: float
) -> Iterator[tuple[IndexedText, IndexedText]]:
    for text in own:
        for other in others:
            if other.note_key != text.note_key and _are_similar(text.keywords, other.keywords, threshold):
                yield text, other


def _similar_pairs(
    texts: Sequence[IndexedText], threshold: float, reported: defaultdict[str, set[str]]
) -> Iterator[tuple[IndexedText, IndexedText]]:
    """Yield the similar texts of different notes, the earlier note first, and add the earlier note to those that are
    `reported` for the later one. No pair of notes is reported twice."""
    for first_index, second_index in _candidate_pairs([text.keywords for text in texts], threshold):
        first, second = texts[first_index], texts[second_index]
        others = reported[second.note_key]
        if (
            first.note_key != second.note_key
            and first.note_key not in others
            and len(others) < _MAX_REPORTED
            and _are_similar(first.keywords, second.keywords, threshold)
        ):
            others.add(first.note_key)
            yield first, second


def _question_finding(question: IndexedText, other: IndexedText) -> StyleFinding:
    has_same_answer = _have_same_answer(question.question_answer, other.question_answer)
    rule = StyleRule.SAME_QUESTION if has_same_answer else StyleRule.CONFLICTING_ANSWERS
    language = question.question_answer.language
    return make_finding(question.note_key, rule, language=language, other=other.note_key)


def _statement_finding(statement: IndexedText, other: IndexedText) -> StyleFinding:
    language = statement.question_answer.language
    return make_finding(statement.note_key, StyleRule.NEAR_DUPLICATE, language=language, other=other.note_key)


def _are_similar(words: frozenset[str], others: frozenset[str], threshold: float) -> bool:
    """Return whether two texts share enough words, without a name or number that distinguishes them."""
    shared_count = len(words & others)
    if shared_count < threshold * (len(words) + len(others) - shared_count):
        return False
    return not all(
        any(map(_DISTINGUISHING_PART.search, difference)) for difference in (words - others, others - words)
    )


def _have_same_answer(first: QuestionAnswer, second: QuestionAnswer) -> bool:
    return keywords(first.answer) == keywords(second.answer)


def _candidate_pairs(texts: Sequence[frozenset[str]], threshold: float) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes of texts that may be similar.

    If two texts share four fifths of their combined words, at most a fifth of the words of each is missing from the
    other. So the `n // 5 + 1` rarest words of both, where n is the number of words, have a word in common.
    """
    count = Counter(word for words in texts for word in words)
    indexes_by_word: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(texts):
        max_missing = int(len(words) * (1 - threshold) + 1e-9)  # 1 - 0.8 is a little less than 0.2
        rarest_words = sorted(words, key=lambda word: (count[word], word))[: max_missing + 1]
        earlier_indexes = {
            earlier for word in rarest_words for earlier in indexes_by_word[word][-_MAX_NOTES_PER_WORD:]
        }
        yield from ((earlier, index) for earlier in sorted(earlier_indexes))
        for word in rarest_words:
            indexes_by_word[word].append(index)
