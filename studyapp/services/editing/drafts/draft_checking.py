"""Checking of drafts: the note that a draft gives, and its problems by field.

A draft is read like the note of a deck file, so that an editor reports what `studyapp check` would.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.core.style.cross_note_rules import check_prerequisites
from studyapp.core.style.note_similarity import NoteIndex, check_against
from studyapp.core.style.single_note_rules import check_note
from studyapp.core.style.style_finding import StyleFinding, StyleRule
from studyapp.deckfiles.problems.media_problem_kinds import MediaProblemKind
from studyapp.deckfiles.problems.problem import Problem, ProblemKind, make_printable
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, Severity
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.problems.style_problem_kinds import StyleProblemKind
from studyapp.deckfiles.reading.note_reading import read_note
from studyapp.deckfiles.reading.prerequisites import Prerequisite
from studyapp.deckfiles.reading.prerequisites import check_prerequisites as check_in_deck
from studyapp.deckfiles.yaml_nodes import Mapping as MappingNode
from studyapp.services.editing.drafts.draft_fields import FieldKey, field_of_style_finding, fields_with_text
from studyapp.services.editing.drafts.draft_nodes import build_draft_nodes
from studyapp.services.editing.drafts.note_draft import NoteDraft
from studyapp.services.library.deck_checking import find_missing_media

_NEW_NOTE_ID = "new-note"
"""Stands for the id of a note that has none yet."""

_MAX_PREREQUISITES = 2_000
"""Direct and indirect prerequisites that are searched for a cycle."""

_STYLE_KIND_BY_CODE = {kind.code: kind for kind in StyleProblemKind}


class FieldProblem(NamedTuple):
    """A problem of a field. `values` fill the placeholders of the templates of its kind."""

    field: FieldKey
    kind: ProblemKindBase
    values: tuple[tuple[str, str], ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether the note can't be saved with the problem."""
        return self.kind.severity is Severity.ERROR


def _find_no_note(_key: str) -> Note | None:
    return None


@dataclass(frozen=True, slots=True)
class DraftDeck:
    """The deck of a draft, as far as the check needs it.

    `path` is the deck file; drawings and media are found beside it. `find_note` returns a note by its key.
    `note_index_by_language` is what is compared of the deck's notes, for finding similar ones.
    """

    path: Path
    languages: tuple[str, ...] = ()
    custom_note_types: Mapping[str, CustomNoteType] | None = None
    find_note: Callable[[str], Note | None] = _find_no_note
    known_deck_ids: frozenset[str] = frozenset()
    note_index_by_language: Mapping[str, NoteIndex] | None = None


class DraftCheck(NamedTuple):
    """The note that the draft gives, or None after an error, and the problems in the order of the fields."""

    note: Note | None
    problems: tuple[FieldProblem, ...]


def check_draft(draft: NoteDraft, deck: DraftDeck) -> DraftCheck:
    """Return the note of the draft and all problems. A note that is not in a deck yet has an empty id."""
    nodes = build_draft_nodes(draft, deck.path, deck.custom_note_types or {})
    problems = ProblemList(deck.path)
    problems.drawing_by_path.update(nodes.drawing_by_path)
    note_id = draft.note_id or _NEW_NOTE_ID
    no_defaults = MappingNode(0, 0)
    result = read_note(
        nodes.mapping, draft.deck_id, note_id, no_defaults, deck.custom_note_types or {}, problems
    )
    note = result[0] if result else None
    if result and result[1]:
        note = _check_prerequisites(result[0], result[1], deck, problems)
    found = [
        _field_problem(problem, nodes.field_by_line)
        for problem in problems.in_file_order()
        if problem.kind is not ProblemKind.UNLISTED_PROBLEMS
    ]
    if note is not None:
        found += _find_missing_media(note, draft, deck)
        found += [_style_problem(finding, note) for finding in _check_style(note, deck)]
        note = replace(note, id=draft.note_id)
    return DraftCheck(note, tuple(dict.fromkeys(found)))


def _field_problem(problem: Problem, field_by_line: Mapping[int, FieldKey]) -> FieldProblem:
    field = field_by_line[problem.line]
    if problem.kind is ProblemKind.FIELD_MISSING and field.name == "":
        field = FieldKey(dict(problem.values)["field"])
    return FieldProblem(field, problem.kind, problem.values)


def _check_prerequisites(
    note: Note, prerequisites: tuple[Prerequisite, ...], deck: DraftDeck, problems: ProblemList
) -> Note:
    """Report the prerequisites that are missing or close a cycle, and return the note without them."""
    others = _required_notes(note, deck)
    prerequisites_by_key = {
        other.key: tuple(Prerequisite(key, 0, 0) for key in other.prerequisites)
        for other in others
        if other.deck_id == note.deck_id
    }
    notes = [other for other in others if other.deck_id == note.deck_id]
    return check_in_deck([*notes, note], {**prerequisites_by_key, note.key: prerequisites}, problems)[-1]


def _required_notes(note: Note, deck: DraftDeck) -> list[Note]:
    """Return the direct and indirect prerequisites of a note."""
    found: dict[str, Note] = {}
    keys = list(note.prerequisites)
    while keys and len(found) < _MAX_PREREQUISITES:
        key = keys.pop()
        other = deck.find_note(key) if key not in found and key != note.key else None
        if other is not None:
            found[key] = other
            keys += other.prerequisites
    return list(found.values())


def _find_missing_media(note: Note, draft: NoteDraft, deck: DraftDeck) -> Iterable[FieldProblem]:
    for name in find_missing_media(note, deck.path.parent):
        for field in fields_with_text(draft, name, deck.custom_note_types or {}):
            yield FieldProblem(field, MediaProblemKind.MISSING_FILE, (("file", make_printable(name)),))


def _check_style(note: Note, deck: DraftDeck) -> Iterable[StyleFinding]:
    yield from check_note(note, deck.languages)
    for language, note_index in (deck.note_index_by_language or {}).items():
        yield from check_against(note, note_index, language)
    if note.prerequisites:
        known = [*_required_notes(note, deck), note]
        absent_keys = {key for key in note.prerequisites if deck.find_note(key) is None}
        for finding in check_prerequisites(known):
            if finding.note_key == note.key:
                yield finding
        for key in sorted(absent_keys):
            if key.partition("/")[0] in deck.known_deck_ids - {note.deck_id}:
                yield StyleFinding(note.key, StyleRule.CROSS_DECK_PREREQUISITE_MISSING, (("other", key),))


def _style_problem(finding: StyleFinding, note: Note) -> FieldProblem:
    values = tuple((name, make_printable(value)) for name, value in finding.values)
    return FieldProblem(field_of_style_finding(finding, note), _STYLE_KIND_BY_CODE[finding.rule], values)
