"""Ids as they are written in a deck file, and those made up until one is written."""

import hashlib
import re
import unicodedata

from studyapp.core.cards.card import CLOZE_BLANK

_ID = re.compile(r"\w[\w.\-]{0,63}")
_LONGEST_SLUG = 48
_SLUG_WORDS = 6


def read_id(text: str) -> str | None:
    """The id in its normal form (NFC, no blanks around it); None when it can't be one."""
    normal = unicodedata.normalize("NFC", text.strip())
    return normal if _ID.fullmatch(normal) else None


def folded(identity: str) -> str:
    """What two ids must not have in common: they differ by more than case or the spelling of letters."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", identity).casefold())


def provisional_id(words: str, prefix: str) -> str:
    """An id made from the first words, the same each time; from a digest where they are not in Latin letters."""
    plain = unicodedata.normalize("NFKD", CLOZE_BLANK.sub(r"\2", words)).casefold()
    first = " ".join(plain.split()[:_SLUG_WORDS])
    slug = re.sub(r"[^a-z0-9]+", "-", first)[:_LONGEST_SLUG].strip("-")
    if slug and not any(letter.isalnum() and not letter.isascii() for letter in first):
        return slug
    return f"{prefix}-{hashlib.sha256(words.encode(errors='surrogatepass')).hexdigest()[:8]}"
