"""Rules for ids in deck files, and provisional ids for notes and decks without one."""

import hashlib
import re
import unicodedata

from studyapp.core.cards.card import CLOZE_PATTERN

_ID = re.compile(r"\w[\w.\-]{0,63}")
_MAX_SLUG_LENGTH = 48
_MAX_SLUG_WORDS = 6


def normalize_id(text: str) -> str | None:
    """Return the id in NFC without surrounding whitespace, or None if it is not a valid id."""
    normalized = unicodedata.normalize("NFC", text.strip())
    return normalized if _ID.fullmatch(normalized) else None


def id_collision_key(note_or_deck_id: str) -> str:
    """Return a key that is equal for ids that differ only in case or in the Unicode encoding of their characters."""
    if note_or_deck_id.isascii():
        return note_or_deck_id.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", note_or_deck_id).casefold())


def make_provisional_id(text: str, prefix: str) -> str:
    """Return an id derived from `text`: the same text always gives the same id.

    It is a slug of the first words, or `prefix` and a digest of the text if those words are not in Latin letters.
    """
    decomposed = unicodedata.normalize("NFKD", CLOZE_PATTERN.sub(r"\2", text)).casefold()
    first_words = " ".join(decomposed.split()[:_MAX_SLUG_WORDS])
    slug = re.sub(r"[^a-z0-9]+", "-", first_words)[:_MAX_SLUG_LENGTH].strip("-")
    if slug and not any(letter.isalnum() and not letter.isascii() for letter in first_words):
        return slug
    return f"{prefix}-{hashlib.sha256(text.encode(errors='surrogatepass')).hexdigest()[:8]}"
