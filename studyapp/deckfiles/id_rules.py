"""Ids as they are written in a deck file, and those made up until one is written."""

import hashlib
import re
import unicodedata

from studyapp.core.cards.card import CLOZE_PATTERN

_ID = re.compile(r"\w[\w.\-]{0,63}")
_MAX_SLUG_LENGTH = 48
_MAX_SLUG_WORDS = 6


def normalize_id(text: str) -> str | None:
    """The id in its normal form (NFC, no blanks around it); None when it can't be one."""
    normal = unicodedata.normalize("NFC", text.strip())
    return normal if _ID.fullmatch(normal) else None


def id_collision_key(note_or_deck_id: str) -> str:
    """What two ids must not have in common: they differ by more than case or the spelling of letters."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", note_or_deck_id).casefold())


def make_provisional_id(text: str, prefix: str) -> str:
    """An id made from the first words, the same each time; from a digest where they are not in Latin letters."""
    plain = unicodedata.normalize("NFKD", CLOZE_PATTERN.sub(r"\2", text)).casefold()
    first = " ".join(plain.split()[:_MAX_SLUG_WORDS])
    slug = re.sub(r"[^a-z0-9]+", "-", first)[:_MAX_SLUG_LENGTH].strip("-")
    if slug and not any(letter.isalnum() and not letter.isascii() for letter in first):
        return slug
    return f"{prefix}-{hashlib.sha256(text.encode(errors='surrogatepass')).hexdigest()[:8]}"
