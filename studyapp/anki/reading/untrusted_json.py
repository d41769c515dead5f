"""Parsing JSON from somebody else."""

import json
from typing import Any

from studyapp.anki.reading.package_limits import MAX_JSON_TOKENS


def parse_untrusted_json(document: str | bytes) -> Any:
    """Return the value of a JSON document, which is in UTF-8 if it is given as bytes.

    Raises ValueError if it is malformed, nested too deeply, or would fill the memory.
    """
    if isinstance(document, bytes):
        document = document.decode("utf-8-sig")
    if sum(map(document.count, "[{,:")) > MAX_JSON_TOKENS:
        raise ValueError("the JSON document is too large")
    try:
        return json.loads(document)
    except RecursionError:
        raise ValueError("the JSON document is nested too deeply") from None
