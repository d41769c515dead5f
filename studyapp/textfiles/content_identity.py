"""Recognizing the notes of a text file when it is imported again.

A note is recognized by the content of its question. Notes with the same question are told apart by their answers and
headings, never by their order, so that a row or section may be added, moved or removed anywhere. Only a note whose
question was changed is a new one.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from studyapp.core.text.near_duplicates import text_similarity

TEXT_GUID_START = "text-"
"""The start of the guids of notes from text files. Notes with other guids are recognized by these alone."""

_QUESTION_DIGITS = 16
_CONTENT_DIGITS = 12
_MAX_COMPARISONS = 10_000
"""The maximum number of pairs of answers to one question that are compared."""

_INSIGNIFICANT = re.compile(r"<[^<>]*>|&nbsp;|[\\*_`~\s]")
"""Characters in which an answer in a text file may differ from the same answer in a deck file, which may be Markdown."""


class QuestionKey(NamedTuple):
    """A question of a deck, as written in the text file."""

    deck: str
    question: str


class TextNote(NamedTuple):
    """What identifies a note in a text file.

    `answer` is everything but the question, and `context` the headings above, as tags. `former_key` is what released
    versions took as the deck and the question of the note, if that was something else, and `former_question` is what they asked,
    if that was another column of the table.
    """

    key: QuestionKey
    answer: str
    context: tuple[str, ...] = ()
    former_key: QuestionKey | None = None
    former_question: str = ""


class KnownText(NamedTuple):
    """The texts of a note that is present in a deck file."""

    question: str
    answer: str
    tags: tuple[str, ...] = ()


class KnownNotes(NamedTuple):
    """The notes that are present in the deck files: their guids, and a function that loads the texts of one."""

    guids: Collection[str]
    load_text: Callable[[str], KnownText]


NO_KNOWN_NOTES = KnownNotes((), lambda _: KnownText("", ""))


def assign_guids(notes: Sequence[TextNote], known: KnownNotes) -> list[str]:
    """Return the guid of each note: that of the known note that it matches, or else a new one.

    The guids of new notes depend on their content only. Identical notes get different guids, which are the same in a
    later import. The formulas never change, because later imports must recognize the notes.
    """
    return _GuidAssignment(notes, known).assign()


def numbered_guid(key: QuestionKey, number: int) -> str:
    """Return the guid of the only note with this question. Released versions numbered the notes with the same question
    in the order of the file."""
    return f"{TEXT_GUID_START}{_digest(*key, str(number))[:_QUESTION_DIGITS]}"


def _content_guid(note: TextNote, number: int) -> str:
    """Return the guid of one of several notes with the same question. `number` counts identical
    notes."""
    content = _digest(*note.context, "", " ".join(note.answer.split()), str(number))
    return f"{_question_prefix(note.key)}{content[:_CONTENT_DIGITS]}"


def _question_prefix(key: QuestionKey) -> str:
    return f"{TEXT_GUID_START}{_digest(*key)[:_QUESTION_DIGITS]}-"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()


class _GuidAssignment:
    def __init__(self, notes: Sequence[TextNote], known: KnownNotes) -> None:
        self._notes, self._known = notes, known
        self._guid_by_index: dict[int, str] = {}
        self._used: set[str] = set()
        self._text_by_guid: dict[str, KnownText] = {}
        self._content_guids = self._make_content_guids()
        self._known_by_prefix: dict[str, list[str]] = defaultdict(list)
        prefix_length = len(TEXT_GUID_START) + _QUESTION_DIGITS + 1
        for guid in known.guids:
            if guid.startswith(TEXT_GUID_START) and len(guid) == prefix_length + _CONTENT_DIGITS:
                self._known_by_prefix[guid[:prefix_length]].append(guid)

    def assign(self) -> list[str]:
        indexes_by_key: dict[QuestionKey, list[int]] = defaultdict(list)
        for index, note in enumerate(self._notes):
            indexes_by_key[note.key].append(index)
            if self._content_guids[index] in self._known.guids:
                self._take(index, self._content_guids[index])
        for key, indexes in indexes_by_key.items():
            self._match(self._open(indexes), self._find_known(key, len(indexes)))
        self._match_former_keys()
        for indexes in indexes_by_key.values():
            for index in self._open(indexes):
                only = numbered_guid(self._notes[index].key, 1)
                is_free = len(indexes) == 1 and only not in self._used and only not in self._known.guids
                self._take(index, only if is_free else self._content_guids[index])
        return [self._guid_by_index[index] for index in range(len(self._notes))]

    def _make_content_guids(self) -> list[str]:
        same_notes: Counter[str] = Counter()
        guids: list[str] = []
        for note in self._notes:
            first = _content_guid(note, 1)
            same_notes[first] += 1
            number = same_notes[first]
            guids.append(first if number == 1 else _content_guid(note, number))
        return guids

    def _take(self, index: int, guid: str) -> None:
        self._guid_by_index[index] = guid
        self._used.add(guid)

    def _open(self, indexes: Iterable[int]) -> list[int]:
        return [index for index in indexes if index not in self._guid_by_index]

    def _find_known(self, key: QuestionKey, note_count: int) -> list[str]:
        """Return the unused guids of known notes with this question, those numbered by released versions first."""
        numbered: list[str] = []
        for number in count(1):
            guid = numbered_guid(key, number)
            if guid in self._known.guids:
                numbered.append(guid)
            elif number > note_count:
                break
        found = [*numbered, *sorted(self._known_by_prefix.get(_question_prefix(key), ()))]
        return [guid for guid in found if guid not in self._used]

    def _match_former_keys(self) -> None:
        """Match the notes that released versions identified by something other than the question, often by the same
        for all notes of a file. The question then decides."""
        indexes_by_former_key: dict[QuestionKey, list[int]] = defaultdict(list)
        for index in self._open(range(len(self._notes))):
            former_key = self._notes[index].former_key
            if former_key is not None:
                indexes_by_former_key[former_key].append(index)
        for former_key, indexes in indexes_by_former_key.items():
            guids_by_question: dict[str, list[str]] = defaultdict(list)
            for guid in self._find_known(former_key, len(indexes)):
                guids_by_question[_comparable(self._text_of(guid).question)].append(guid)
            indexes_by_question: dict[str, list[int]] = defaultdict(list)
            for index in indexes:
                question = self._notes[index].former_question or self._notes[index].key.question
                indexes_by_question[_comparable(question)].append(index)
            for question, same in indexes_by_question.items():
                self._match(same, guids_by_question.get(question, []))
            # The question of a known note may have been edited here.
            guids = [guid for same in guids_by_question.values() for guid in same]
            self._match_equal(indexes, guids, _note_content, _known_content)

    def _match(self, indexes: Sequence[int], guids: Sequence[str]) -> None:
        """Match notes of the file with known notes that have the same question."""
        if len(indexes) > 1 or len(guids) > 1:
            self._match_equal(indexes, guids, _note_content, _known_content)
            self._match_equal(indexes, guids, _note_answer, _known_answer)
            self._match_equal(indexes, guids, _note_context, _known_context)
        for index, guid in self._pairs_by_similarity(
            self._open(indexes), [guid for guid in guids if guid not in self._used]
        ):
            if index not in self._guid_by_index and guid not in self._used:
                self._take(index, guid)

    def _match_equal(
        self,
        indexes: Sequence[int],
        guids: Sequence[str],
        note_value: Callable[[TextNote], Hashable],
        known_value: Callable[[KnownText], Hashable],
    ) -> None:
        guids_by_value: dict[Hashable, list[str]] = defaultdict(list)
        for guid in reversed([guid for guid in guids if guid not in self._used]):
            guids_by_value[known_value(self._text_of(guid))].append(guid)
        for index in self._open(indexes):
            value = note_value(self._notes[index])
            if value and guids_by_value.get(value):
                self._take(index, guids_by_value[value].pop())

    def _pairs_by_similarity(self, indexes: Sequence[int], guids: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield pairs of notes and known notes, those with the most similar answers first."""
        if len(indexes) * len(guids) in range(2) or len(indexes) * len(guids) > _MAX_COMPARISONS:
            yield from zip(indexes, guids, strict=False)
            return
        scored = (
            (-text_similarity(_note_answer(self._notes[index]), known_answer), index, guid)
            for guid in guids
            for known_answer in [_known_answer(self._text_of(guid))]
            for index in indexes
        )
        yield from ((index, guid) for _, index, guid in sorted(scored))

    def _text_of(self, guid: str) -> KnownText:
        if guid not in self._text_by_guid:
            self._text_by_guid[guid] = self._known.load_text(guid)
        return self._text_by_guid[guid]


def _note_content(note: TextNote) -> Hashable:
    return note.context, _comparable(note.answer)


def _known_content(text: KnownText) -> Hashable:
    return text.tags, _comparable(text.answer)


def _note_answer(note: TextNote) -> str:
    return _comparable(note.answer)


def _known_answer(text: KnownText) -> str:
    return _comparable(text.answer)


def _note_context(note: TextNote) -> Hashable:
    return note.context


def _known_context(text: KnownText) -> Hashable:
    return text.tags


def _comparable(text: str) -> str:
    """Return the text without what may differ between a text file and a deck file."""
    return _INSIGNIFICANT.sub("", text) or text.strip()
