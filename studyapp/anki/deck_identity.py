"""Ids and names of exported decks in Anki.

FROZEN. Ids are derived from deck ids, never from texts. With another formula, Anki would no longer recognize
decks that it imported before.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.deck_tree import deck_path
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

PARENT_DECK_NAME = "StudyApp"
"""The deck in Anki that contains all exported decks."""

PARENT_DECK_ID = 1_763_856_000
"""The id of the parent deck in a package."""

_DEFAULT_DECK_ID, _DEFAULT_DECK_NAME = 1, "Default"
"""The deck that every package contains. Another deck of this name would be renamed by Anki."""

_MIN_ID, _ID_RANGE = 1 << 30, 1 << 30
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


def derive_anki_deck_id(deck_id: str) -> int:
    """Return the id of a deck in a package, from 2^30 to 2^31 - 1 as genanki recommends."""
    digest = hashlib.sha256(f"studyapp:{deck_id}".encode()).digest()
    return _MIN_ID + int.from_bytes(digest[:8], "big") % _ID_RANGE


def anki_deck_name(head: DeckMetadata, languages: CardLanguages) -> str:
    """Return the full name of a deck in Anki, with `::` between the levels of the deck tree."""
    components = [
        component for part in deck_path(head.title, languages) if (component := _clean_component(part))
    ]
    return "::".join([PARENT_DECK_NAME, *(components or [head.id])])


class DeckIdentity(NamedTuple):
    """The id and the full name of a deck in a package."""

    anki_id: int
    name: str


def find_deck_identity(
    head: DeckMetadata, languages: CardLanguages, names_in_anki: Iterable[str]
) -> DeckIdentity:
    """Return the id and the name of a deck in a package.

    A deck whose notes came from Anki, from decks with these names, keeps the most common of them as long as its title is
    the same.
    """
    name = anki_deck_name(head, languages)
    for name_in_anki, _ in Counter(filter(None, names_in_anki)).most_common(1):
        title = LocalizedText.language_neutral(name_in_anki.removeprefix(f"{PARENT_DECK_NAME}::"))
        if anki_deck_name(DeckMetadata(head.id, title), languages) == name:
            name = name_in_anki
    is_default = name == _DEFAULT_DECK_NAME
    return DeckIdentity(_DEFAULT_DECK_ID if is_default else derive_anki_deck_id(head.id), name)


def _clean_component(title: str) -> str:
    visible = unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub(" ", title).split()))
    return re.sub(r"\s*:{2,}\s*", ": ", visible).strip(" :")
