"""All rules of style over some decks."""

from collections.abc import Sequence

from studyapp.core.notes.deck import Deck
from studyapp.core.style.cross_note_rules import check_across_notes
from studyapp.core.style.single_note_rules import check_note
from studyapp.core.style.style_finding import StyleFinding


def check_style(decks: Sequence[Deck]) -> tuple[StyleFinding, ...]:
    """Each thing once, in the order of the notes; what lies between notes comes last."""
    alone = (
        found for deck in decks for note in deck.notes for found in check_note(note, deck.metadata.languages)
    )
    return tuple(dict.fromkeys([*alone, *check_across_notes(decks)]))
