"""Finding pictures and sounds in Markdown, in all forms that other programs write."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from studyapp.core.text.html_comments import remove_comments, split_comments
from studyapp.core.text.html_entities import unescape_entities

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_WIKI_EMBED = re.compile(r"!\[\[([^\[\]\n|#]+)(?:#[^\[\]\n|]*)?(?:\|([^\[\]\n]*))?\]\]")
_SIZE = re.compile(r"(?:^|\|)\s*\d+(?:x\d+)?\s*$")
_MEDIA_TAG = re.compile(
    r"<(?:img|audio|source)\b(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>(?:\s*</audio>)?", re.IGNORECASE
)
_CLOSED_MEDIA_TAG = re.compile(r"</?(?:audio|source)\b[^<>]*>", re.IGNORECASE)
_MEDIA_PART = re.compile(f"{_MEDIA_TAG.pattern}|{_CLOSED_MEDIA_TAG.pattern}", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


class EmbeddedFile(NamedTuple):
    """A picture or a sound. `source` is its Markdown, `path` the decoded path, and `has_size` whether it has a width,
    which Markdown does not express. `is_wiki_link` is whether the path may be only the name of the file."""

    source: str
    path: str
    label: str
    has_size: bool = False
    is_wiki_link: bool = False


class RewrittenMarkdown(NamedTuple):
    """A text without comments, and whether it has HTML tags."""

    text: str
    has_html: bool


class _Part(NamedTuple):
    """A part of the text in order. `file` is None for a part that is skipped, such as code, or removed."""

    source: str
    file: EmbeddedFile | None = None
    is_removed: bool = False


def rewrite_embedded_files(
    markdown: str, destinations: Mapping[str, str], replace: Callable[[EmbeddedFile], str | None]
) -> RewrittenMarkdown:
    """Replace each picture and sound by what `replace` returns for it, unless that is None, and remove comments.

    `destinations` are those of link reference definitions elsewhere on the page, by normalized label; those that the text
    uses for links are added to it.
    """
    parser = _inline_parser()
    env: dict[str, Any] = {
        "references": {label: {"title": "", "href": href} for label, href in destinations.items()},
        "parts": [],
        "labels": {},
    }
    tokens = parser.parse(markdown, env)
    for token in tokens:
        if token.type == "inline":
            parser.inline.parse(token.content, parser, env, [])
        elif token.type == "html_block":
            env["parts"] += _html_parts(token.content)
    line_starts = [0, *(match.end() for match in re.finditer("\n", markdown)), len(markdown)]
    code = [
        (line_starts[token.map[0]], line_starts[min(token.map[1], len(line_starts) - 1)])
        for token in tokens
        if token.type in ("fence", "code_block") and token.map
    ]
    text = "".join(_replace_parts(markdown, env["parts"], code, replace))
    definitions = [f"[{label}]: <{href}>" for label, href in env["labels"].items()]
    return RewrittenMarkdown(
        "\n".join([text, *([""] if definitions else []), *definitions]),
        any(_has_other_html(part.source) for part in env["parts"]),
    )


def _replace_parts(
    markdown: str,
    parts: Sequence[_Part],
    code: Sequence[tuple[int, int]],
    replace: Callable[[EmbeddedFile], str | None],
) -> Iterator[str]:
    position = 0
    for part in parts:
        start = _find_outside(markdown, part.source, position, code)
        if start < 0:  # in a quote or a list, over several lines
            continue
        replacement = None if part.file is None else replace(part.file)
        yield markdown[position:start]
        yield "" if part.is_removed else part.source if replacement is None else replacement
        position = start + len(part.source)
    yield markdown[position:]


def _find_outside(text: str, source: str, start: int, ranges: Sequence[tuple[int, int]]) -> int:
    """Return where `source` is from `start` on, outside of these ranges, or -1."""
    found = text.find(source, start)
    while found >= 0:
        index = bisect_right(ranges, (found, len(text))) - 1
        if index < 0 or found >= ranges[index][1]:
            return found
        found = text.find(source, ranges[index][1])
    return found


def _html_parts(html: str) -> Iterator[_Part]:
    """Yield the comments and files in HTML, and the other HTML."""
    for text, is_comment in split_comments(html):
        if is_comment:
            yield _Part(text, is_removed=True)
            continue
        position = 0
        for match in _MEDIA_PART.finditer(text):
            if text[position : match.start()].strip():
                yield _Part(text[position : match.start()].strip("\n"))
            yield _html_part(match[0])
            position = match.end()
        if text[position:].strip():
            yield _Part(text[position:].strip("\n"))


def _html_part(html: str) -> _Part:
    if html.startswith("<!--"):
        return _Part(html, is_removed=True)
    attributes = {
        name.lower(): unescape_entities(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(html)
    }
    if "src" in attributes and _MEDIA_TAG.fullmatch(html):
        has_size = not {"width", "height", "style"}.isdisjoint(attributes)
        label = attributes.get("alt") or attributes.get("title", "")
        return _Part(html, EmbeddedFile(html, unquote(attributes["src"]), label, has_size))
    return _Part(html, is_removed=_CLOSED_MEDIA_TAG.fullmatch(html) is not None)


def _has_other_html(source: str) -> bool:
    return (
        source.startswith("<") and _ANY_TAG.search(_MEDIA_PART.sub("", remove_comments(source))) is not None
    )


@cache
def _inline_parser() -> "MarkdownIt":
    """Return a parser that collects the parts of a text in `env`."""
    from markdown_it import MarkdownIt  # deferred: loads slowly, and few commands need it
    from markdown_it.rules_inline import backtick, html_inline, image, link

    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable("inline")
    rules = parser.inline.ruler
    rules.at("backticks", _recording(backtick, lambda source, _: _Part(source)))
    rules.at("html_inline", _recording(html_inline, lambda source, _: _html_part(source)))
    rules.at("image", _recording(image, _image_part))
    rules.at("link", _parse_link(link))
    rules.before("image", "wiki_embed", _parse_wiki_embed)
    return parser


_Rule = Callable[["StateInline", bool], bool]


def _recording(rule: _Rule, make_part: Callable[[str, "StateInline"], _Part]) -> _Rule:
    """Return a rule that does the same and adds what it has parsed to the parts."""

    def parse(state: "StateInline", silent: bool) -> bool:
        start, parts = state.pos, state.env["parts"]
        count = len(parts)
        is_parsed = rule(state, silent)
        if is_parsed and not silent:
            del parts[count:]  # parts of the label
            parts.append(make_part(state.src[start : state.pos], state))
        return is_parsed

    return parse


def _image_part(source: str, state: "StateInline") -> _Part:
    token = state.tokens[-1]
    path, title = unquote(str(token.attrs.get("src", ""))), str(token.attrs.get("title", ""))
    label = token.content
    if title and title != label:
        label = f"{label} ({title})" if label else title
    return _Part(source, EmbeddedFile(source, path, _SIZE.sub("", label), _SIZE.search(label) is not None))


def _parse_link(rule: _Rule) -> _Rule:
    def parse(state: "StateInline", silent: bool) -> bool:
        start = state.pos
        is_parsed = rule(state, silent)
        source = state.src[start : state.pos]
        if is_parsed and not silent and source.endswith("]"):
            label = source[source.rindex("[") + 1 : -1] or source[1 : source.rindex("]", 0, -2)]
            href = state.env["references"].get(_normalize(label), {}).get("href")
            if href is not None:
                state.env["labels"][label] = href
        return is_parsed

    return parse


def _normalize(label: str) -> str:
    from markdown_it.common.utils import normalizeReference

    return str(normalizeReference(label))


def _parse_wiki_embed(state: "StateInline", silent: bool) -> bool:
    match = _WIKI_EMBED.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        label = match[2] or ""
        file = EmbeddedFile(
            match[0],
            match[1].strip(),
            _SIZE.sub("", label).strip(),
            _SIZE.search(label) is not None,
            is_wiki_link=True,
        )
        state.env["parts"].append(_Part(match[0], file))
        state.push("text", "", 0).content = match[0]
    state.pos = match.end()
    return True
