"""The label of a note on a map: the term of a term note, otherwise the question, as plain text."""

from collections.abc import Callable
from typing import assert_never

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.notes.note import (
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    MultipleChoice,
    Note,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.rendering.markdown_rendering import markdown_to_text
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.text.text_limits import shorten_to_line

_HIDDEN = "…"

_MAX_DEPTH = 3
"""How deep deletions are nested at most. Deeper ones are left as they are written."""


def node_label(note: Note) -> LocalizedText:
    """Return the label, on one line. The deletions of a cloze are hidden. A note whose question has no text, such as one with
    an image only, is named by its ID."""
    content = note.content
    match content:
        case Term(term, _, _):
            label = _to_lines(term, markdown_to_text)
        case (
            Basic(front, _)
            | Reversed(front, _)
            | MultipleChoice(front, _)
            | TypedAnswer(front, _)
            | Claim(front)
        ):
            label = _to_lines(front, markdown_to_text)
        case Cloze(text):
            label = _to_lines(text, lambda markdown: markdown_to_text(_hide_deletions(markdown)))
        case Diagram(drawing):
            label = drawing.title
        case CustomContent(_, fields):
            texts = (_html_to_line(field) for field in fields)
            label = LocalizedText.language_neutral(next(filter(None, texts), ""))
        case _:
            assert_never(content)
    return label if all(label.version_texts) else LocalizedText.language_neutral(note.id)


def _to_lines(text: LocalizedText, to_plain: Callable[[str], str]) -> LocalizedText:
    return LocalizedText(
        tuple((language, shorten_to_line(to_plain(version))) for language, version in text.versions)
    )


def _html_to_line(html: str) -> str:
    return shorten_to_line(html_to_text(_hide_deletions(html)))


def _hide_deletions(text: str) -> str:
    for _ in range(_MAX_DEPTH):  # a deletion around others is found once these are hidden
        text = CLOZE_PATTERN.sub(lambda deletion: f"[{deletion[3] or _HIDDEN}]", text)
    return text
