"""A text in the languages shown, as HTML that is inert in Anki."""

from collections.abc import Callable

from studyapp.anki.writing.escaping import inert, plain
from studyapp.core.rendering.markdown_rendering import plain_text, to_inline_html
from studyapp.core.text.localized_text import ANY, LanguageChoice, Text


def rendered(words: str) -> str:
    """The HTML of Markdown words. Never without anything to see: Anki makes no card of an empty field, so
    words that Markdown swallows, such as a link definition, stand as they were written."""
    html = inert(to_inline_html(words))
    return html if "<img" in html or "<hr" in html or plain_text(html) else plain(words) or "…"


def in_languages(text: Text, choice: LanguageChoice, render: Callable[[str], str] = rendered) -> str:
    """The versions that are shown, each marked with its language."""
    return "".join(marked(language, render(words)) for language, words in text.shown_in(choice))


def marked(language: str, html: str) -> str:
    """HTML in this language; fonts and line breaking depend on the mark."""
    return html if language == ANY else f'<div class="lang" lang="{language}">{html}</div>'
