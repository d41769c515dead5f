"""The values of a collection that completion offers."""

import re
from collections.abc import Iterable

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.deck_tree import PATH_SEPARATOR
from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES
from studyapp.core.search.completion import CompletionValues
from studyapp.core.search.query import NoteAttribute
from studyapp.services.library.deck_library import Library
from studyapp.store.collection import Collection
from studyapp.store.search import search_values


def load_completion_values(collection: Collection, library: Library) -> CompletionValues:
    """Return the values of these decks. Reads all notes, so call it in the background. Raises StoreError."""
    titles = (title for deck in library.decks for title in deck.metadata.title.version_texts)
    sources = (
        part for deck in library.decks for part in (deck.metadata.source.title, deck.metadata.source.author)
    )
    languages = {language for deck in library.decks for language in deck.metadata.languages}
    with collection.read_transaction() as connection:
        stored = search_values.load_note_values(connection, library.deck_ids)
        types = search_values.load_custom_types(connection)
    return CompletionValues(
        {
            NoteAttribute.DECK: _with_parents(titles),
            NoteAttribute.TAG: (*_with_parents(stored.tags), "none"),
            NoteAttribute.NOTE_TYPE: tuple(
                dict.fromkeys(
                    [*(one.name.value for one in BUILT_IN_NOTE_TYPES), *(one.name for one in types)]
                )
            ),
            NoteAttribute.SECTION: (*sorted(stored.sections, key=_natural_sort_key), "none"),
            NoteAttribute.LANGUAGE: (*sorted(languages), "none"),
            NoteAttribute.PREREQUISITE: (*stored.prerequisites, "none"),
            NoteAttribute.SOURCE: (*dict.fromkeys(filter(None, sources)), "none"),
            NoteAttribute.PROBLEM: ("*", "error", "warning", "none"),
        },
        tuple(
            dict.fromkeys(
                [
                    *(kind.value for kind in CardKind),
                    *(template.name for one in types for template in one.templates),
                ]
            )
        ),
        tuple(dict.fromkeys(field for one in types for field in one.fields)),
    )


def _with_parents(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths and those above them, in alphabetical order."""
    found: set[str] = set()
    for path in paths:
        names = path.split(PATH_SEPARATOR)
        found.update(PATH_SEPARATOR.join(names[:depth]) for depth in range(1, len(names) + 1))
    return tuple(sorted(found, key=str.casefold))


def _natural_sort_key(section: str) -> list[tuple[int, str]]:
    """Return a sort key that puts section 10 after section 9."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split("([0-9]+)", section)]
