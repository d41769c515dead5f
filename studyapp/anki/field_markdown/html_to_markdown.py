"""Converting HTML in Anki fields to deck file Markdown, with a check for losses."""

import re

from studyapp.anki.field_markdown.card_comparison import is_same_cloze, shown_by_markdown
from studyapp.anki.field_markdown.content_parsing import parse_shown_content
from studyapp.anki.field_markdown.inline_markdown import escape_markdown
from studyapp.anki.field_markdown.markdown_result import MarkdownResult
from studyapp.anki.field_markdown.markdown_writing import write_markdown
from studyapp.anki.field_markdown.shown_content import OBJECT_PLACEHOLDER, ShownContent, shows_the_same
from studyapp.core.rendering.formulas.formula_signs import may_have_html_formula
from studyapp.core.rendering.markdown_rendering import is_plain_line
from studyapp.core.text.html_entities import replace_invalid_entities, unescape_entities

_UNCLOSED_TAG = re.compile(r"<(?!(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>)")
"""A tag without an end, for which html.parser needs quadratic time."""

_UNCLOSED_TAG_OR_COMMENT = re.compile(_UNCLOSED_TAG.pattern + r"[a-zA-Z/!?]")
"""An unclosed tag that a browser doesn't show as text."""

_ANY_TAG = re.compile(r"<[^<>]*>")
_START_OR_END_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID_TAGS = {"br", "hr", "img", "input", "source"}
MAX_LENGTH, _MAX_DEPTH, _MAX_TAGS = 100_000, 60, 4_000
"""Limits for the conversion, in characters, nested tags and tags. A field beyond them becomes plain text."""


def convert_to_markdown(html: str, *, is_cloze: bool = False) -> MarkdownResult:
    """Convert HTML to Markdown. An image whose file is a sound stands for that sound, as in Markdown.

    The result is lossless if a browser shows the rendered Markdown as it shows the HTML; for a cloze, on each card. If their words differ, the result is plain
    text. Formulas stay as they are written; if an export would write one of them differently, the result is not lossless.
    """
    if is_plain_line(html) and "  " not in html and "$" not in html:
        return MarkdownResult(html, is_lossless=True)
    if not may_have_html_formula(html) and "$" not in html:
        return _convert(html, is_cloze=is_cloze)
    # Deferred: few fields have formulas.
    from studyapp.anki.field_markdown.formula_extraction import FormulaExtraction

    extraction = FormulaExtraction()
    extracted = extraction.extract(html)
    markdown, is_lossless = _convert(extracted, is_cloze=is_cloze)
    restored = extraction.restore(markdown)
    is_lossless &= restored.is_lossless
    # Next to punctuation such as a dollar, `**` may have no effect.
    if is_lossless and "$" in html:
        with_dollars = extraction.restore_dollars(extracted)
        is_lossless = _shows_the_same(
            with_dollars, parse_shown_content(with_dollars), restored.without_formulas, is_cloze=is_cloze
        )
    return MarkdownResult(restored.markdown, is_lossless)


def _convert(html: str, *, is_cloze: bool) -> MarkdownResult:
    has_unclosed_tag = "<" in html and _UNCLOSED_TAG_OR_COMMENT.search(html) is not None
    html = replace_invalid_entities(_UNCLOSED_TAG.sub("&lt;", html))
    if len(html) > MAX_LENGTH or _is_too_complex(html):
        text = " ".join(unescape_entities(_ANY_TAG.sub(" ", html)).split())
        return MarkdownResult(escape_markdown(text), is_lossless=False)
    source = parse_shown_content(html)
    markdown = write_markdown(source.lines)
    # Markdown without visible text is exported literally, so it would not be lossless.
    if source.words and not has_unclosed_tag and _shows_the_same(html, source, markdown, is_cloze=is_cloze):
        return MarkdownResult(markdown, is_lossless=True)
    if source.words != shown_by_markdown(markdown).words:
        # Prefer plain text to wrong text.
        texts = (line.text.replace(OBJECT_PLACEHOLDER, "") for line in source.lines)
        markdown = "\n".join(escape_markdown(text) for text in texts if text)
    return MarkdownResult(markdown, is_lossless=False)


def _shows_the_same(html: str, source: ShownContent, markdown: str, *, is_cloze: bool) -> bool:
    """Return whether Markdown shows the same as HTML, of which `source` is what it shows."""
    return shows_the_same(source, shown_by_markdown(markdown)) and (
        not is_cloze or is_same_cloze(html, markdown)
    )


def _is_too_complex(html: str) -> bool:
    """Return whether the HTML has too many tags or nests them too deeply.

    The parsers search all open tags at each step.
    """
    depth = 0
    for tag in _START_OR_END_TAG.finditer(html):
        depth += -1 if tag[1] else tag[2].lower() not in _VOID_TAGS
        if depth > _MAX_DEPTH:
            return True
    return len(_ANY_TAG.findall(html)) > _MAX_TAGS
