"""Folding of text for searches: texts that differ only in case, accents, width or Chinese variants become equal."""

import re
import unicodedata
from functools import cache

_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe20-\ufe2f]+"
)
"""Marks that readers leave out when they search: accents, and the vowel points of Hebrew and Arabic. The marks of Indic
scripts and of Japanese kana belong to the letters and stay."""

_SPACES = re.compile(r"\s+")
_RESERVED = re.compile("[\U000f0000-\U0010ffff]+")
"""Private-use characters, which mark the fields in an index."""


def fold_text(text: str) -> str:
    """Return the text in lower case without accents, in Simplified Chinese characters, and with single spaces."""
    if text.isascii():
        folded = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text).casefold()
        folded = unicodedata.normalize("NFC", _RESERVED.sub("", _ACCENTS.sub("", decomposed))).translate(
            _simplified_by_traditional()
        )
    return _SPACES.sub(" ", folded)


@cache
def _simplified_by_traditional() -> dict[int, str]:
    # Deferred: OpenCC loads its tables.
    from studyapp.core.text.simplified_chinese import simplified_character_table

    return simplified_character_table()
