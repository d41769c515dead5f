"""Style rule: the same two texts must not be asked again and again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.notes.note import Cloze, Note, Reversed
from studyapp.core.style.question_answer import plain_text_in, question_answers
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.style.words import contains_phrase, keywords

MAX_NOTES_PER_PAIR = 3
"""A pair of texts that more notes ask is reported."""

_MAX_GAPS = 10
"""Hidden texts of a note that are paired with each other at most."""

_MAX_PARTNERS = 50
"""A text that is hidden together with more texts, such as "yes", makes no pair with one of them. Looking for all of them
in many questions would take too long."""

_Topic = frozenset[str]
"""The words of a text. "Training on code" and "code training" are the same topic."""


class _Pairs(NamedTuple):
    """The notes that ask each pair of topics, and the wordings of each topic."""

    notes_by_pair: dict[frozenset[_Topic], dict[str, None]]
    wordings: dict[_Topic, dict[str, None]]


def check_repeated_pairs(notes: Sequence[Note], language: str) -> Iterator[StyleFinding]:
    """Yield a finding for each note after the third that asks the same pair of texts.

    A pair is two texts that one note hides, as the gaps of a sentence or as the two sides of a reversed note. Another
    note asks the pair, too, if it hides both, or if it hides one and shows the other in its question.
    """
    pairs = _find_hidden_pairs(notes, language)
    _add_notes_that_show_a_part(notes, language, pairs)
    position_by_key = {note.key: position for position, note in enumerate(notes)}
    reported: set[str] = set()
    for pair, keys in pairs.notes_by_pair.items():
        in_order = sorted(keys, key=position_by_key.__getitem__)
        first, second = sorted(next(iter(pairs.wordings[topic])) for topic in pair)
        for key in in_order[MAX_NOTES_PER_PAIR:]:
            if key not in reported:
                reported.add(key)
                yield make_finding(
                    key,
                    StyleRule.REPEATED_PAIR,
                    language=language,
                    first=first,
                    second=second,
                    count=len(keys),
                    others=", ".join(in_order[:MAX_NOTES_PER_PAIR]),
                )


def _find_hidden_pairs(notes: Sequence[Note], language: str) -> _Pairs:
    pairs = _Pairs(defaultdict(dict), defaultdict(dict))
    for note in notes:
        topics = dict.fromkeys(map(_topic, _hidden_texts(note, language)))
        for pair in combinations(filter(None, topics), 2):
            pairs.notes_by_pair[frozenset(pair)].setdefault(note.key)
        for text in _hidden_texts(note, language):
            pairs.wordings[_topic(text)].setdefault(text)
    return pairs


def _hidden_texts(note: Note, language: str) -> list[str]:
    if isinstance(note.content, Cloze):
        text = plain_text_in(note.content.text, language)
        return [match[2].strip() for match in CLOZE_PATTERN.finditer(text)][:_MAX_GAPS]
    if isinstance(note.content, Reversed):
        return [plain_text_in(side, language) for side in (note.content.front, note.content.back)]
    return []


def _add_notes_that_show_a_part(notes: Sequence[Note], language: str, pairs: _Pairs) -> None:
    partners: defaultdict[_Topic, set[_Topic]] = defaultdict(set)
    for first, second in pairs.notes_by_pair:
        partners[first].add(second)
        partners[second].add(first)
    for note in notes:
        for question_answer in question_answers(note, language):
            question = question_answer.question.lower()
            for answer in map(_topic, question_answer.answers):
                found = partners.get(answer, set())
                for partner in found if len(found) <= _MAX_PARTNERS else ():
                    if any(contains_phrase(question, text.lower()) for text in pairs.wordings[partner]):
                        pairs.notes_by_pair[frozenset((answer, partner))].setdefault(note.key)


def _topic(text: str) -> _Topic:
    """Return the words of a text, or the text itself if it has none that count, such as a single Chinese character."""
    return keywords(text) or frozenset(filter(None, [text.lower()]))
