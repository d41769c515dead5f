"""By what Anki recognises a note and a deck again. All of it is derived from ids, never from words, and is
frozen: another formula would make every note a stranger to the collections it was imported into."""

import hashlib
import re
import unicodedata

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.deck_tree import deck_path
from studyapp.core.text.localized_text import CardLanguages

PARENT_DECK_NAME = "StudyApp"
"""The deck in Anki below which all exported decks stand."""

PARENT_DECK_ID = 1_763_856_000
"""Its id in a package."""

_MIN_ID, _ID_RANGE = 1 << 30, 1 << 30
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


def derive_anki_deck_id(deck_id: str) -> int:
    """The id in a package of the deck with this id, from 2^30 to 2^31 - 1 as genanki asks for."""
    digest = hashlib.sha256(f"studyapp:{deck_id}".encode()).digest()
    return _MIN_ID + int.from_bytes(digest[:8], "big") % _ID_RANGE


def anki_deck_name(head: DeckMetadata, languages: CardLanguages) -> str:
    """The deck's full name in Anki, which reads `::` as a step down as we do."""
    names = [name for part in deck_path(head.title, languages) if (name := _clean_component(part))]
    return "::".join([PARENT_DECK_NAME, *(names or [head.id])])


def _clean_component(title: str) -> str:
    visible = unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub(" ", title).split()))
    return re.sub(r"\s*:{2,}\s*", ": ", visible).strip(" :")
