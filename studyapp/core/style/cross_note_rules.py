"""Style rules that compare notes with each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Note
from studyapp.core.style.note_similarity import check_similar_notes
from studyapp.core.style.repeated_pairs import check_repeated_pairs
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding


def check_across_notes(decks: Sequence[Deck]) -> Iterator[StyleFinding]:
    """Yield the findings that concern several notes of these decks."""
    notes = [note for deck in decks for note in deck.notes]
    yield from check_prerequisites(notes)
    for language in dict.fromkeys(tag for deck in decks for tag in deck.metadata.languages or ("",)):
        yield from check_similar_notes(notes, language)
        yield from check_repeated_pairs(notes, language)


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
