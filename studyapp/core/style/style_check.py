"""The style check: all style rules over some decks."""

from collections.abc import Sequence

from studyapp.core.notes.deck import Deck
from studyapp.core.style.cloze_rules import check_cloze_share
from studyapp.core.style.cross_note_rules import check_across_notes
from studyapp.core.style.single_note_rules import check_note
from studyapp.core.style.style_finding import StyleFinding
from studyapp.core.style.term_variants import check_term_variants


def check_style(decks: Sequence[Deck]) -> tuple[StyleFinding, ...]:
    """Return the distinct findings, in the order of the notes. Findings between notes and
    about a whole deck come last."""
    single_note_findings = (
        finding
        for deck in decks
        for note in deck.notes
        for finding in check_note(note, deck.metadata.languages)
    )
    findings_across_notes = (
        *check_term_variants(decks),
        *check_across_notes(decks),
        *check_cloze_share(decks),
    )
    return tuple(dict.fromkeys([*single_note_findings, *findings_across_notes]))
