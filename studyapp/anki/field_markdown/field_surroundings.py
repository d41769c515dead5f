"""Whether the templates and the style sheet of a note type show the texts of its fields unchanged.

Fonts, colors, sizes and alignment don't count, because built-in note types have StudyApp's. Hidden text, text direction, white space
and the like do: a note type that sets them can't be replaced by a built-in one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from studyapp.core.notes.custom_note_type import CustomNoteType

_MAX_STYLE_LENGTH = 50_000
"""In characters. A longer style sheet is not read, and could do anything."""

_MAX_RULE_LENGTH = 5_000
"""In characters. Longer declarations of a rule are not read, and could do anything."""

_STYLE_ELEMENT = re.compile(r"<style\b[^<>]*>([^<]*)</style", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_PSEUDO_CLASS = re.compile(r"::?[\w-]+(?:\([^()]*\))?|\[[^\[\]]*\]")
_NAME = re.compile(r"([.#]?)([\w-]+|\*)")
_TAG = re.compile(r"<([a-z][a-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?", re.IGNORECASE)
_DECLARATION = re.compile(
    r"""(?:^|[;\s])(?:
        white-space(?:-collapse)?\s*:\s*(?:pre|break|preserve) | direction\s*:\s*rtl | unicode-bidi\s*:\s*(?!normal)[a-z]
        | writing-mode\s*:\s*(?!horizontal)[a-z] | display\s*:\s*none | visibility\s*:\s*(?:hidden|collapse) | opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)(?![.\d])
        | font-size\s*:\s*0+(?![.\d]) | (?:color|-webkit-text-fill-color)\s*:\s*transparent | content\s*:\s*(?!none|normal|[\"']{2})[^\s;]
        | list-style(?:-type)?\s*:\s*(?![^;]*\b(?:disc|decimal|inherit|initial)\b)[^;]*[a-z\"'] | text-transform\s*:\s*(?!none|inherit)[a-z]
        | text-decoration(?:-line)?\s*:[^;]*line-through | -webkit-text-security\s*:\s*(?!none)[a-z]
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""A declaration that changes which text is shown, or what it means."""

_MEANINGFUL_TAGS = frozenset(
    {
        "a", "bdi", "bdo", "button", "del", "details", "dialog", "li", "math", "noscript", "ol", "option", "pre", "q", "rt", "ruby", "s",
        "select", "strike", "sub", "sup", "template", "textarea", "ul",
    }
)  # fmt: skip
_MEANINGFUL_ATTRIBUTES = frozenset({"dir", "hidden"})
_ROOTS = frozenset(
    {
        "card", "html", "body", "root", "qa", "cloze", "cloze-inactive", "*", "mobile", "android", "ios", "iphone", "ipad", "win", "mac", "ismac",
        "linux", "islin", "chrome", "nightmode", "night_mode",
    }
)  # fmt: skip
"""Names of elements and classes that Anki puts around all fields and around deletions, in lower case."""

_TAGS_IN_FIELDS = frozenset(
    {
        "a", "b", "blockquote", "br", "code", "del", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "li", "ol",
        "p", "pre", "s", "span", "strike", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""The tags that Markdown can express."""


@lru_cache(maxsize=500)
def shows_fields_unchanged(note_type: CustomNoteType) -> bool:
    """Return whether the templates and the style sheet of a note type leave the texts of its fields as they are."""
    html = "".join(template.front + template.back for template in note_type.templates)
    css = "".join([note_type.css, *_STYLE_ELEMENT.findall(html)])
    if len(css) > _MAX_STYLE_LENGTH or _IMPORT.search(css) or _has_unread_style(html.lower()):
        return False
    classes_and_ids: set[str] = set()
    for tag, text in _TAG.findall(html):
        attributes = {
            match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(text)
        }
        if tag.lower() in _MEANINGFUL_TAGS or not attributes.keys().isdisjoint(_MEANINGFUL_ATTRIBUTES):
            return False
        if _DECLARATION.search(attributes.get("style", "")):
            return False
        classes_and_ids |= {*attributes.get("class", "").split(), attributes.get("id", "")}
    return not any(
        (len(declarations) > _MAX_RULE_LENGTH or _DECLARATION.search(declarations))
        and _may_concern_fields(selectors, classes_and_ids)
        for selectors, declarations in _rules(css)
    )


def _has_unread_style(html: str) -> bool:
    return "<link" in html or html.count("<style") != len(_STYLE_ELEMENT.findall(html))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the declarations of each rule, also of those in a media query."""
    for rule in _without_comments(css).split("}"):
        before, brace, declarations = rule.rpartition("{")
        if brace:
            yield re.split("[{;]", before)[-1], declarations


def _without_comments(css: str) -> str:
    first, *others = css.split("/*")
    return first + "".join(other.partition("*/")[2] for other in others)


def _may_concern_fields(selectors: str, classes_and_ids: set[str]) -> bool:
    """Return whether a rule may concern something around a field or in it. Only the last part of a selector counts."""
    for selector in selectors.split(","):
        parts = re.split(r"[\s>+~]+", _PSEUDO_CLASS.sub("", selector).strip())
        names = _NAME.findall(parts[-1])
        if not names:
            return True
        if all(
            name.lower() in _ROOTS
            or re.fullmatch(r"card\d*", name)
            or (name in classes_and_ids if sign else name.lower() in _TAGS_IN_FIELDS)
            for sign, name in names
        ):
            return True
    return False
