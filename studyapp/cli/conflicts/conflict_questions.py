"""Asking in the terminal which version to keep of notes that were changed here and in Anki."""

import sys
from collections.abc import Sequence

from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.services.transfer.anki_changes.conflict_description import describe_conflict
from studyapp.services.transfer.anki_changes.note_merging import AnkiConflict
from studyapp.services.transfer.conflict_resolution import ConflictDecision
from studyapp.terminal_output import print_line

_QUESTION = "Keep [m]ine, use [a]nki's, decide [l]ater; for all notes: [M]ine, [A]nki's? "


def ask_about_conflicts(conflicts: Sequence[AnkiConflict]) -> list[ConflictDecision]:
    """Show both versions of each note and ask. Notes to be decided later are left out."""
    decisions: list[ConflictDecision] = []
    for_all = ""
    for number, conflict in enumerate(conflicts, 1):
        answer = for_all
        if not answer:
            _print_versions(conflict, f"{number}/{len(conflicts)}")
            answer = _ask()
        if answer in ("M", "A"):
            for_all = answer
        if answer in ("a", "A"):
            decisions.append(ConflictDecision(conflict, frozenset(conflict.fields)))
        elif answer in ("m", "M"):
            decisions.append(ConflictDecision(conflict, frozenset()))
        elif not answer:
            break
    return decisions


def _print_versions(conflict: AnkiConflict, position: str) -> None:
    print_line(f"\n{position} Changed here and in Anki: {note_excerpt(conflict.source)}", output=sys.stderr)
    for field in describe_conflict(conflict):
        for side, text in (("mine", field.here), ("Anki", field.in_anki)):
            indented = text.replace("\n", "\n        ")
            print_line(f"  {field.name} ({side}):\n        {indented}", output=sys.stderr)


def _ask() -> str:
    """Return the letter of the answer, or an empty text at the end of the input."""
    while True:
        print_line(_QUESTION, output=sys.stderr)
        line = sys.stdin.readline()
        answer = line.strip()
        if not line or answer in ("m", "a", "l", "M", "A"):
            return answer
