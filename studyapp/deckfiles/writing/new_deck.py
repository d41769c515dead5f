"""The text of a deck that is about to be written."""

import json

_NEW_DECK_YAML = """\
deck: {deck}
title: {title}
notes:
  # Each note asks one question. Edit this one, add more below it and save: StudyApp reloads the file at once.
  # Keep the ids of the deck and its notes when you edit the text: your progress is stored under them.
  - id: france
    front: What is the capital of France?
    back: Paris
"""


def new_deck_to_yaml(title: str, deck_id: str) -> str:
    """A deck with this title and id and a note to begin with."""
    return _NEW_DECK_YAML.format(
        deck=json.dumps(deck_id, ensure_ascii=False), title=json.dumps(title, ensure_ascii=False)
    )  # a JSON string is a YAML string
