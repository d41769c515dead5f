"""The tokens by which an index finds the notes that may contain a text.

Texts of alphabetic scripts are cut into groups of three letters, and those of scripts without spaces between words into
single characters and pairs. A text that contains another one therefore has all of its tokens. The converse is not true, so
what the index finds has to be compared with the text.
"""

import re

_WORD = re.compile(r"[^\W_]+")
_UNSPACED_SCRIPTS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean."""

_UNSPACED = re.compile(f"[{_UNSPACED_SCRIPTS}]")
_SCRIPT_RUN = re.compile(f"[{_UNSPACED_SCRIPTS}]+|[^{_UNSPACED_SCRIPTS}]+")
_LETTERS = 3


def text_tokens(folded: str) -> set[str]:
    """Return the tokens of a folded text."""
    tokens: set[str] = set()
    for run in _runs(folded):
        if _UNSPACED.match(run):
            tokens.update(run)
            tokens.update(map(str.__add__, run, run[1:]))
        else:
            tokens.update(run[start : start + _LETTERS] for start in range(len(run) - _LETTERS + 1))
    return tokens


def query_tokens(folded: str) -> set[str]:
    """Return the fewest tokens that every text containing this one has. Empty if it is too short."""
    tokens: set[str] = set()
    for run in _runs(folded):
        if not _UNSPACED.match(run):
            tokens.update(run[start : start + _LETTERS] for start in range(len(run) - _LETTERS + 1))
        elif len(run) == 1:
            tokens.add(run)
        else:
            tokens.update(map(str.__add__, run, run[1:]))
    return tokens


def _runs(folded: str) -> list[str]:
    words = _WORD.findall(folded)
    return words if folded.isascii() else [run for word in words for run in _SCRIPT_RUN.findall(word)]
