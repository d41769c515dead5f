"""Traditional Chinese to Simplified, as it is written in mainland China. The one module that imports OpenCC."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from opencc import OpenCC

_NOT_WORDS = re.compile(r"(`+)[\s\S]*?\1|\]\([^)\n]*\)|<[^>\n]*>|https?://\S+")
"""Code, where links and pictures lead, HTML: to be left as it is."""

_QUOTES = str.maketrans("「」『』", "“”‘’")


@lru_cache(maxsize=4096)
def simplified(words: str) -> str:
    """Markdown in Simplified Chinese, with the mainland's words for what Taiwan calls otherwise; code and links
    stay as they are."""
    found, start = [], 0
    for other in _NOT_WORDS.finditer(words):
        found += [_convert()(words[start : other.start()]), other[0]]
        start = other.end()
    return ("".join(found) + _convert()(words[start:])).translate(_QUOTES)


@cache
def _convert() -> Callable[[str], str]:
    convert: Callable[[str], str] = OpenCC("tw2sp").convert
    return convert
