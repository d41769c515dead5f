"""The text of a new deck file."""

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
    """Return the text of a deck file with this title and id and one example note."""
    return _NEW_DECK_YAML.format(
        deck=json.dumps(deck_id, ensure_ascii=False), title=json.dumps(title, ensure_ascii=False)
    )  # a JSON string is a YAML string
