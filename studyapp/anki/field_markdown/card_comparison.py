"""Comparing what the HTML of a field shows with what its Markdown shows on cards."""

import re

from studyapp.anki.field_markdown.content_parsing import parse_shown_content
from studyapp.anki.field_markdown.shown_content import ShownContent, shows_the_same
from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.cards.nested_cloze import fill_clozes, hide_clozes, nested_cloze_numbers
from studyapp.core.rendering.markdown_rendering import (
    is_plain_line,
    render_cloze_answer,
    render_cloze_question,
    render_markdown,
)
from studyapp.core.text.sounds import Sound, replace_sounds

_BACKSLASH_ESCAPE = re.compile(r"\\([\\`*_\[\]~<>&#.+=)-])")


def shown_by_markdown(markdown: str) -> ShownContent:
    """Return what some Markdown shows."""
    return _parse_rendered(render_markdown(markdown))


def is_same_cloze(html: str, markdown: str) -> bool:
    """Return whether the cards of a cloze show the same in Markdown, before and after the answer, as in Anki.

    The cards can differ although the texts are the same: a deletion may be filled with text next to which `**` has no effect, or begin in
    one paragraph and end in another.
    """
    if is_plain_line(markdown):
        return True
    markdown = normalize_deletions(markdown)
    return all(
        shows_the_same(parse_shown_content(shown, with_deletions=True), _parse_rendered(rendered))
        for number in nested_cloze_numbers(html)
        for shown, rendered in (
            (hide_clozes(html, number), render_cloze_question(markdown, number)),
            (fill_clozes(html, number), render_cloze_answer(markdown, number)),
        )
    )


def normalize_deletions(markdown: str) -> str:
    """Return the Markdown of a cloze without escapes in the hints of its deletions, which are plain text."""
    return CLOZE_PATTERN.sub(_normalize_deletion, markdown)


def _normalize_deletion(deletion: re.Match[str]) -> str:
    hint = "::" + _BACKSLASH_ESCAPE.sub(r"\1", deletion[3]) if deletion[3] else ""
    return f"{{{{c{int(deletion[1])}::{deletion[2]}{hint}}}}}"


def _parse_rendered(html: str) -> ShownContent:
    return parse_shown_content(replace_sounds(html, _as_image), with_deletions=True)


def _as_image(sound: Sound) -> str:
    return f'<img src="{sound.path}">'
