"""Parsing JSON from somebody else."""

import json
import re
from typing import Any

from studyapp.anki.reading.package_limits import MAX_JSON_TOKENS

_MAX_DEPTH = 100
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"?|[][{}]', re.DOTALL)


def parse_untrusted_json(document: str | bytes) -> Any:
    """Return the value of a JSON document, which is in UTF-8 if it is given as bytes.

    Raises ValueError if it is malformed, nested too deeply, or would fill the memory.
    """
    if isinstance(document, bytes):
        document = document.decode("utf-8-sig")
    if sum(map(document.count, "[{,:")) > MAX_JSON_TOKENS:
        raise ValueError("the JSON document is too large")
    if sum(map(document.count, "[{")) > _MAX_DEPTH and _depth(document) > _MAX_DEPTH:
        raise ValueError("the JSON document is nested too deeply")
    return json.loads(document)


def _depth(document: str) -> int:
    """Return how deeply lists and objects are nested. Python's own limit differs between versions."""
    depth = deepest = 0
    for token in _STRING_OR_BRACKET.finditer(document):
        if token[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in "]}":
            depth -= 1
    return deepest
