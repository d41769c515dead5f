"""A text in the languages shown, as HTML that is inert in Anki."""

from collections.abc import Callable

from studyapp.anki.writing.escaping import escape_anki_syntax, escape_text
from studyapp.core.rendering.markdown_rendering import html_to_text, render_inline_markdown
from studyapp.core.text.localized_text import ANY_LANGUAGE, CardLanguages, LocalizedText


def render_markdown(markdown: str) -> str:
    """The HTML of Markdown words. Never without anything to see: Anki makes no card of an empty field, so
    words that Markdown swallows, such as a link definition, stand as they were written."""
    html = escape_anki_syntax(render_inline_markdown(markdown))
    return html if "<img" in html or "<hr" in html or html_to_text(html) else escape_text(markdown) or "…"


def render_localized(
    text: LocalizedText, languages: CardLanguages, render: Callable[[str], str] = render_markdown
) -> str:
    """The versions that are shown, each marked with its language."""
    return "".join(wrap_language(language, render(words)) for language, words in text.versions_for(languages))


def wrap_language(language: str, html: str) -> str:
    """HTML in this language; fonts and line breaking depend on the mark."""
    return html if language == ANY_LANGUAGE else f'<div class="lang" lang="{language}">{html}</div>'
