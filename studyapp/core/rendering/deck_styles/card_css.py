"""The style sheet of a note type: the rules that cards show, for tags, classes and IDs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from studyapp.core.rendering.deck_styles.css_declarations import (
    DEFAULT_FONT_SIZE,
    filter_declarations,
    parse_pixels,
)
from studyapp.core.rendering.deck_styles.visibility import VisibilityRules, parse_visibility_rules

_MAX_LENGTH = 100_000
_MAX_RULES = 1_000
_SELECTOR = re.compile(r"[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?[.#][\w-]+")
_CARD_SELECTORS = ("html", "body", ".card")
_NOT_SHOWN = {
    *_CARD_SELECTORS, "a", "code", "pre", "table", "tr", "td", "th", "ul", "ol", "li", "hr", "blockquote", ".cloze",
}  # fmt: skip
"""Selectors of elements that look the same on all cards."""

_MIN_BASE_SIZE, _MAX_BASE_SIZE = 8.0, 80.0


class CardCss(NamedTuple):
    """What is shown of a style sheet. `alignment` is that of the whole card: `left`, `center`, or empty.

    A selector in `declarations_by_selector` is a tag, a class, an ID, or a tag with one of them. `base_font_size` is
    the font size of the whole card in pixels, to which other sizes refer.
    """

    base_font_size: float = DEFAULT_FONT_SIZE
    alignment: str = ""
    declarations_by_selector: dict[str, dict[str, str]] = {}  # noqa: RUF012 (never changed)
    visibility_rules: VisibilityRules = VisibilityRules()

    def declarations_for(self, tag: str, classes: list[str], element_id: str) -> dict[str, str]:
        """Return the declarations that apply to an element."""
        rules = self.declarations_by_selector
        names = [f".{css_class}" for css_class in classes] + ([f"#{element_id}"] if element_id else [])
        declarations = dict(rules.get(tag, {}))
        for name in names:
            declarations |= rules.get(name, {}) | rules.get(tag + name, {})
        return declarations


NO_CSS = CardCss()


@lru_cache(maxsize=100)
def parse_card_css(css: str) -> CardCss:
    """Parse the style sheet of a note type. Rules for parts of elements, for media and for the dark theme are ignored."""
    if len(css) > _MAX_LENGTH:
        return NO_CSS
    rules = [
        (selector.strip(), declarations)
        for selectors, declarations in islice(_iterate_rules(_without_comments(css)), _MAX_RULES)
        for selector in selectors.split(",")
    ]
    base_font_size, alignment = DEFAULT_FONT_SIZE, ""
    for selector, declarations in rules:
        if selector.lower() in _CARD_SELECTORS:
            base_font_size = _find_font_size(declarations) or base_font_size
            found = filter_declarations(declarations, base_font_size).get("text-align", "")
            alignment = found if found in ("left", "center") else alignment
    declarations_by_selector: dict[str, dict[str, str]] = {}
    for selector, declarations in rules:
        if _SELECTOR.fullmatch(selector) and selector not in _NOT_SHOWN:
            shown = filter_declarations(declarations, base_font_size)
            declarations_by_selector[selector] = declarations_by_selector.get(selector, {}) | shown
    return CardCss(base_font_size, alignment, declarations_by_selector, parse_visibility_rules(rules))


def _iterate_rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations, except those inside of at-rules."""
    depth, selectors = 0, ""
    for part in re.split(r"([{}])", css):
        if part in ("{", "}"):
            depth = max(0, depth + (1 if part == "{" else -1))
        elif depth == 0:
            selectors = part.rpartition(";")[2].strip()
        elif depth == 1:
            yield selectors, part


def _without_comments(css: str) -> str:
    first, *others = css.split("/*")
    return first + " ".join(part.partition("*/")[2] for part in others)


def _find_font_size(declarations: str) -> float | None:
    for declaration in declarations.split(";"):
        name, _, value = declaration.partition(":")
        if name.strip().lower() == "font-size":
            size = parse_pixels(value.lower().replace("!important", "").strip())
            return size if size is not None and _MIN_BASE_SIZE <= size <= _MAX_BASE_SIZE else None
    return None
