"""The style check: all style rules over some decks."""

from collections.abc import Sequence

from studyapp.core.notes.deck import Deck
from studyapp.core.style.cross_note_rules import check_across_notes
from studyapp.core.style.single_note_rules import check_note
from studyapp.core.style.style_finding import StyleFinding


def check_style(decks: Sequence[Deck]) -> tuple[StyleFinding, ...]:
    """Return the distinct findings, in the order of the notes. Findings between notes come last."""
    single_note_findings = (
        finding
        for deck in decks
        for note in deck.notes
        for finding in check_note(note, deck.metadata.languages)
    )
    return tuple(dict.fromkeys([*single_note_findings, *check_across_notes(decks)]))
