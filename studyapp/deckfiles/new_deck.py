"""The text of a deck that is about to be written."""

import json

_TEXT = """\
title: {title}
notes:
  # One note, one question. Change it, add more below it, and save: StudyApp sees it at once.
  - front: What is the capital of France?
    back: Paris
"""


def new_deck_text(title: str) -> str:
    """A deck with this title and a note to begin with."""
    return _TEXT.format(title=json.dumps(title, ensure_ascii=False))  # a JSON string is a YAML string
