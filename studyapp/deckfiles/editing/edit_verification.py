"""The check that an edited deck file reads as the deck with exactly the intended edits."""

from collections import Counter
from dataclasses import replace
from itertools import zip_longest

from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.edit_error import DeckEditError, refused_change_error
from studyapp.deckfiles.editing.edit_planning import EditPlan, ExpectedNote
from studyapp.deckfiles.problems.problem import Problem, ProblemKind, Severity
from studyapp.deckfiles.reading.deck_reading import DeckReadResult

_PREREQUISITE_KINDS = (ProblemKind.MISSING_PREREQUISITE, ProblemKind.PREREQUISITE_CYCLE)
_KINDS_OF_LISTS = (ProblemKind.NOTES_EMPTY, ProblemKind.UNLISTED_PROBLEMS)


def verify_edit(file: DeckFile, plan: EditPlan, reading: DeckReadResult) -> Deck:
    """Return the deck as read after the edits. Raises DeckEditError unless it is exactly the intended one."""
    deck = reading.deck
    types = (*file.deck.custom_note_types, *plan.added_types)
    if deck is None or deck._replace(notes=()) != file.deck._replace(notes=(), custom_note_types=types):
        raise _refuse(file, plan, reading)
    for expected, note in zip_longest(plan.expected, deck.notes):
        if expected is None or note is None or not _is_as_expected(plan, expected, note):
            raise _refuse(file, plan, reading, expected)
    pairs = zip(plan.expected, deck.notes, strict=True)
    edited_ids = plan.edited_ids | {note.id for expected, note in pairs if expected.note is None}
    new_problems = _count(plan, edited_ids, reading) - _count(plan, edited_ids, file.reading)
    if new_problems and not _has_unlisted(file.reading):
        raise _refuse(file, plan, reading)
    return deck


def _is_as_expected(plan: EditPlan, expected: ExpectedNote, note: Note) -> bool:
    if expected.note is None:
        return expected.note_id in (note.id, "")
    if note == expected.note:
        return True
    # Without a note that it requires, or with another cycle, a note has other prerequisites than before.
    return (
        plan.changes_prerequisites
        and not expected.sets_prerequisites
        and replace(note, prerequisites=()) == replace(expected.note, prerequisites=())
    )


def _count(plan: EditPlan, edited_ids: set[str], reading: DeckReadResult) -> Counter[tuple[object, str]]:
    """Return the number of problems of each kind and note, without those that the edits may cause."""
    return Counter(
        (problem.kind, problem.note_id)
        for problem in reading.problems
        if problem.note_id not in edited_ids
        and problem.kind not in _KINDS_OF_LISTS
        and not (plan.changes_prerequisites and problem.kind in _PREREQUISITE_KINDS)
    )


def _has_unlisted(reading: DeckReadResult) -> bool:
    return any(problem.kind is ProblemKind.UNLISTED_PROBLEMS for problem in reading.problems)


def _refuse(
    file: DeckFile, plan: EditPlan, reading: DeckReadResult, differing: ExpectedNote | None = None
) -> DeckEditError:
    """Return the error of an edit. It names the edited note with an error, or else the first one that differs."""
    problems: tuple[Problem, ...] = tuple(
        problem
        for problem in reading.problems
        if problem.note_id in plan.edited_ids or reading.deck is None or not problem.note_id
    )
    error = next((problem for problem in problems if problem.severity is Severity.ERROR), None)
    candidates = (error.note_id if error else "", differing.note_id if differing else "", plan.first_note_id)
    note_id = next(filter(None, candidates), "")
    line = plan.first_line if note_id == plan.first_note_id else file.line_of(note_id)
    return refused_change_error(file.path, line, note_id, problems)
