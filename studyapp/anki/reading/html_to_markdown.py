"""Converting HTML in Anki fields to deck file Markdown, with a check for losses."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

from studyapp.anki.field_markdown.markdown_result import MarkdownResult
from studyapp.core.rendering.formulas.formula_signs import may_have_html_formula
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.text.html_entities import replace_invalid_entities, unescape_entities
from studyapp.core.text.sounds import Sound, replace_sounds

_INLINE_TAGS = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "s": "s", "strike": "s", "del": "s", "code": "code",
    "a": "a", "img": "img",
}  # fmt: skip
"""The inline tags that Markdown can express. Tags with the same meaning have the same name."""

_BLOCK_TAGS = {"p", "div", "br", "li", "ul", "ol", "tr", "table", "tbody", "thead", "blockquote", "pre", "hr"}
_BLOCK_TAGS |= {f"h{level}" for level in range(1, 7)}
_MEANINGFUL_BLOCK_TAGS = {
    "li",
    "blockquote",
    "pre",
    "hr",
    "td",
    "th",
    *(f"h{level}" for level in range(1, 7)),
}
"""Block tags that mean more than a line break."""

_EMBEDDED_TAGS = {"video", "audio", "iframe", "object", "embed", "svg", "input", "source"}
_STYLE_ATTRIBUTES = ("style", "color", "size", "face", "align", "width", "height", "class")
_NEUTRAL_TAGS = {"span", "font", "html", "body"}
_LINE_END = re.compile(r"<br ?/?>|</div>\s*<div>|</?div>", re.IGNORECASE)
_NON_LINE_TAG = re.compile(r"<(?!br ?/?>|/?div>)[a-zA-Z/!]", re.IGNORECASE)
"""Any tag other than a line break. Most fields contain none and need no HTML parser."""

_SPACES = re.compile(r"[ \t\n\r\xa0\u200b]+")


TextRun = tuple[str, frozenset[str]]
"""A text and the formatting marks that apply to it."""

FormattedLines = tuple[tuple[TextRun, ...], ...]

_OBJECT_PLACEHOLDER = "\ufffc"
"""Stands for an image or another embedded object."""

_UNCLOSED_TAG = re.compile(r"<(?!(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>)")
"""A tag without an end, for which html.parser needs quadratic time."""

_ANY_TAG = re.compile(r"<[^<>]*>")
_LEADING_LINE_BREAKS = re.compile(r"^(?:\s*<br ?/?>)+")
_START_OR_END_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID_TAGS = {"br", "hr", "img", "input", "source"}
MAX_LENGTH, _MAX_CODE_LENGTH, _MAX_DEPTH, _MAX_TAGS = 100_000, 5_000, 60, 4_000
"""Limits for the conversion, in characters, nested tags and tags. A field beyond them becomes plain text."""

_NO_MARKS: frozenset[str] = frozenset()


def convert_to_markdown(html: str) -> MarkdownResult:
    """Convert HTML to Markdown. An image whose file is a sound stands for that sound, as in Markdown.

    The rendered Markdown is compared with the HTML. If their words differ, the result is plain text. Formulas stay as they
    are written; if an export would write one of them differently, the result is not lossless.
    """
    if not may_have_html_formula(html) and "$" not in html:
        return _convert(html)
    # Deferred: few fields have formulas.
    from studyapp.anki.field_markdown.formula_extraction import FormulaExtraction

    extraction = FormulaExtraction()
    markdown, is_lossless = _convert(extraction.extract(html))
    restored = extraction.restore(markdown)
    return MarkdownResult(restored.markdown, is_lossless and restored.is_lossless)


def _convert(html: str) -> MarkdownResult:
    html = replace_invalid_entities(_UNCLOSED_TAG.sub("&lt;", html))
    if len(html) > (_MAX_CODE_LENGTH if "<pre" in html.lower() else MAX_LENGTH) or _is_too_complex(html):
        return MarkdownResult(_escape_markdown(unescape_entities(_ANY_TAG.sub(" ", html))), is_lossless=False)
    if not _NON_LINE_TAG.search(html):
        lines = (
            _escape_markdown(unescape_entities(line)) for line in _LINE_END.split(_SPACES.sub(" ", html))
        )
        markdown = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    else:
        markdown = _convert_with_markdownify(html)
    source = parse_lines(html)
    rendered = parse_lines(replace_sounds(render_markdown(markdown), _as_image))
    if source != rendered and _plain_words(source) != _plain_words(rendered):
        # Prefer plain text to wrong text.
        markdown = "\n".join(
            _escape_markdown("".join(text for text, _ in line).replace(_OBJECT_PLACEHOLDER, ""))
            for line in source
        )
    return MarkdownResult(markdown, source == rendered)


def _as_image(sound: Sound) -> str:
    return f'<img src="{sound.path}">'


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


def _convert_with_markdownify(html: str) -> str:
    from bs4.exceptions import ParserRejectedMarkup

    # Deferred: only imports from Anki need markdownify and its parser.
    from studyapp.anki.field_markdown.field_markdown_converter import FieldMarkdownConverter

    converter = FieldMarkdownConverter(
        heading_style="atx", bullets="-", escape_misc=True, newline_style="backslash"
    )
    try:
        markdown = converter.convert(_normalize_line_breaks(html)).replace("\\\n", "\n")
    except (RecursionError, AssertionError, ParserRejectedMarkup, ValueError):
        # markdownify raises these on malformed HTML.
        return ""
    return re.sub(r"\n{3,}", "\n\n", markdown).strip()


def _plain_words(lines: FormattedLines) -> list[str]:
    return "".join(text for line in lines for text, _ in line).split()


def _normalize_line_breaks(html: str) -> str:
    """Replace `div` tags, with which Anki's editor separates lines, by `br` tags."""
    if "<pre" not in html.lower():
        html = _SPACES.sub(" ", html)
    lines = re.sub(
        r"\s{0,30}(?:</div>\s{0,30}<div[^<>]*>|</?div[^<>]*>)\s{0,30}", "<br>", html, flags=re.IGNORECASE
    )
    return _LEADING_LINE_BREAKS.sub("", lines)


def _escape_markdown(text: str) -> str:
    """Escape plain text so that Markdown shows it literally.

    A closing bracket needs no escape, and with one, `\\[a\\]` would be a formula.
    """
    escaped = re.sub(r"([\\`*_\[~<&])", r"\\\1", _SPACES.sub(" ", text).strip())
    return re.sub(r"^(\d*)([#>+.)=-])", r"\1\\\2", escaped)


def parse_lines(html: str) -> FormattedLines:
    """Return the lines that some HTML shows, as text runs with formatting marks.

    Tags and styles that Markdown can't express are marks too, so that comparing lines reveals their loss.
    """
    parser = _LineParser()
    try:
        parser.feed(html)
        parser.close()
    except AssertionError:  # html.parser raises this on a malformed declaration
        parser = _LineParser()
        parser.handle_data(_ANY_TAG.sub(" ", html))
    return parser.result()


class _LineParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._open_tags: list[tuple[str, str]] = []
        self._lines: list[list[TextRun]] = [[]]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCK_TAGS:
            self._lines.append([])
        mark = _formatting_mark(tag, {name: value or "" for name, value in attributes})
        if tag == "img":
            self._add_text(_OBJECT_PLACEHOLDER, mark)
        elif tag in _EMBEDDED_TAGS:
            self._add_text(_OBJECT_PLACEHOLDER, f"{tag} {attributes}")
        elif tag == "hr":
            self._add_text("—", mark)
            self._lines.append([])
        elif tag != "br":
            self._open_tags.append((tag, mark))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCK_TAGS and tag not in ("br", "hr"):
            self._lines.append([])
        for index in range(len(self._open_tags) - 1, -1, -1):
            if self._open_tags[index][0] == tag:
                del self._open_tags[index]
                break

    def handle_data(self, data: str) -> None:
        if any(tag in ("script", "style") for tag, _ in self._open_tags):
            return
        if any(tag == "pre" for tag, _ in self._open_tags):
            for line in data.split("\n"):
                self._add_text(line, "")
                self._lines.append([])
        else:
            self._add_text(data, "")

    def _add_text(self, text: str, mark: str) -> None:
        marks = {mark, *(open_mark for _, open_mark in self._open_tags)} - {""}
        if "pre" in marks:
            marks.discard("code")
        self._lines[-1].append((text, frozenset(marks)))

    def result(self) -> FormattedLines:
        return tuple(filter(None, map(_normalize_line, self._lines)))


def _formatting_mark(tag: str, attributes: dict[str, str]) -> str:
    style = " ".join(f"{name}={attributes[name]}" for name in _STYLE_ATTRIBUTES if attributes.get(name))
    style = f" style {style}" if style and tag not in ("td", "th") else ""
    if tag == "a":
        return f"a {attributes.get('href', '')}{style}"
    if tag == "img":
        return f"img {unquote(attributes.get('src', ''))}{style}"
    if tag in _INLINE_TAGS:
        return _INLINE_TAGS[tag] + style
    return (
        style.strip() if tag in _NEUTRAL_TAGS or tag in _BLOCK_TAGS - _MEANINGFUL_BLOCK_TAGS else tag + style
    )


def _normalize_line(runs: list[TextRun]) -> tuple[TextRun, ...]:
    """Merge runs with the same marks and collapse whitespace.

    Spaces at the ends of the line are removed; an empty line has no runs. Spaces at the edge of a marked run
    lose their marks, which are invisible there.
    """
    split_runs: list[TextRun] = []
    for text, marks in _merge_runs(runs):
        core = text.strip(" ")
        before, _, after = text.partition(core) if core else (" ", "", "")
        split_runs += [(part, marks if part is core else _NO_MARKS) for part in (before, core, after) if part]
    line = [run for run in _merge_runs(split_runs) if run[0]]
    if line:
        line[0] = (line[0][0].lstrip(" "), line[0][1])
        line[-1] = (line[-1][0].rstrip(" "), line[-1][1])
    return tuple(run for run in line if run[0])


def _merge_runs(runs: list[TextRun]) -> list[TextRun]:
    merged: list[TextRun] = []
    for text, marks in runs:
        text = _SPACES.sub(" ", text)
        if merged and merged[-1][0].endswith(" "):
            text = text.removeprefix(" ")
        if text and merged and merged[-1][1] == marks:
            merged[-1] = (merged[-1][0] + text, marks)
        elif text:
            merged.append((text, marks))
    return merged
