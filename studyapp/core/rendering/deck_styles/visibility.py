"""Which elements a style sheet hides: `display: none` and `visibility: hidden`."""

from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.rendering.deck_styles.css_selectors import CssElement, CssSelector, parse_selector

_MAX_RULES = 200


class Visibility(NamedTuple):
    """Whether an element is not displayed at all, and whether its text is invisible; None if the style sheet doesn't say."""

    is_removed: bool | None = None
    is_invisible: bool | None = None


class _Declaration(NamedTuple):
    visibility: Visibility
    is_important: bool


class _Rule(NamedTuple):
    selector: CssSelector
    declarations: tuple[_Declaration, ...]


class VisibilityRules(NamedTuple):
    """The rules of a style sheet about visibility, the weakest first."""

    rules: tuple[_Rule, ...] = ()

    def relevant_to(self, html: str) -> "VisibilityRules":
        """Return the rules that may apply in some HTML."""
        return VisibilityRules(tuple(rule for rule in self.rules if rule.selector.may_select_in(html)))

    def visibility_of(
        self, path: tuple[CssElement, ...], style: str, *, has_hidden_attribute: bool
    ) -> Visibility:
        """Return the visibility of the last element of a path. `style` are the declarations of the element itself."""
        found = [
            declaration
            for rule in self.rules
            if rule.selector.matches(path)
            for declaration in rule.declarations
        ]
        if style:
            found += _parse_declarations(style)
        found.sort(key=lambda declaration: declaration.is_important)  # stable: the strongest stay last
        is_removed: bool | None = has_hidden_attribute or None
        is_invisible: bool | None = None
        for declaration in found:
            removed, invisible = declaration.visibility
            is_removed = is_removed if removed is None else removed
            is_invisible = is_invisible if invisible is None else invisible
        return Visibility(is_removed, is_invisible)


def parse_visibility_rules(rules: Iterable[tuple[str, str]]) -> VisibilityRules:
    """Return the rules about visibility among pairs of a selector and declarations. Selectors of other kinds than
    `parse_selector` reads are ignored."""
    found: list[_Rule] = []
    for selector_text, css in rules:
        declarations = _parse_declarations(css)
        selector = parse_selector(selector_text) if declarations else None
        if selector is not None and len(found) < _MAX_RULES:
            found.append(_Rule(selector, tuple(declarations)))
    return VisibilityRules(tuple(sorted(found, key=lambda rule: rule.selector.specificity)))


def _parse_declarations(css: str) -> list[_Declaration]:
    css = css.lower()
    if "display" not in css and "visibility" not in css:
        return []
    declarations = []
    for text in css.split(";"):
        name, _, value = (part.strip() for part in text.partition(":"))
        keyword = value.removesuffix("!important").strip()
        if not keyword:
            continue
        if name == "display":
            visibility = Visibility(is_removed=keyword == "none")
        elif name == "visibility" and keyword != "inherit":
            visibility = Visibility(is_invisible=keyword in ("hidden", "collapse"))
        else:
            continue
        declarations.append(_Declaration(visibility, value.endswith("!important")))
    return declarations
