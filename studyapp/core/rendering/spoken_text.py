"""The text of a card as it is read aloud."""

import re

from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.sounds import replace_sounds
from studyapp.core.text.speech import Speech, remove_speech

_LANGUAGE_START = re.compile(r'<div class="lang-[\w-]+" lang="([\w-]+)">')


def spoken_parts(html: str) -> list[Speech]:
    """Return the texts of one side of a card, each with its language, or an empty one if the card names none."""
    pieces = _LANGUAGE_START.split(remove_speech(replace_sounds(html, lambda _: "")))
    parts = zip(["", *pieces[1::2]], pieces[::2], strict=True)
    speeches = (
        Speech(" ".join(html_to_text(piece, bullet="").split()), language) for language, piece in parts
    )
    return [speech for speech in speeches if speech.text]
