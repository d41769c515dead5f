"""HTML of localized texts, escaped for Anki."""

import re
from collections.abc import Callable

from studyapp.anki.writing.escaping import escape_anki_syntax, escape_text
from studyapp.anki.writing.formula_fields import FormulaFields
from studyapp.core.rendering.markdown_rendering import render_inline_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import ANY_LANGUAGE, CardLanguages, LocalizedText
from studyapp.core.text.sounds import write_sound_tags

_TEXT_AT_START = re.compile(r"[^\s<&]")
"""The start of HTML that has text in any case."""


def render_markdown(markdown: str) -> str:
    """Return the HTML of Markdown, which always shows something.

    Anki generates no card for an empty field. So text that Markdown renders as nothing, such as a link
    definition, is shown literally.
    """
    formulas = FormulaFields()
    html = escape_anki_syntax(render_inline_markdown(markdown, formulas))
    return formulas.insert(write_sound_tags(html)) if _shows_something(html) else escape_text(markdown) or "…"


def _shows_something(html: str) -> bool:
    """Return whether HTML has text, an image or a line."""
    return bool(_TEXT_AT_START.match(html) or "<img" in html or "<hr" in html or html_to_text(html))


def render_localized(
    text: LocalizedText, languages: CardLanguages, render: Callable[[str], str] = render_markdown
) -> str:
    """Return the versions of a text for the given languages, each marked with its language."""
    return "".join(
        wrap_language(language, render(version)) for language, version in text.versions_for(languages)
    )


def wrap_language(language: str, html: str) -> str:
    """Return HTML marked with its language, on which fonts and line breaks depend."""
    return html if language == ANY_LANGUAGE else f'<div class="lang" lang="{language}">{html}</div>'
