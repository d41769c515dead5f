"""Leaving out of clean HTML what a browser would not show: hidden elements and the content of closed `<details>`.

What a click in Anki would show can be shown here by links: the content of `<details>`, and a hidden element that a link names in its
`onclick` (an ID, to which the sanitizer reduces it).
"""

import re
from typing import NamedTuple

from studyapp.core.rendering.deck_styles.css_selectors import CssElement
from studyapp.core.rendering.deck_styles.html_tree import VOID_TAGS, HtmlElement, parse_tree
from studyapp.core.rendering.deck_styles.visibility import VisibilityRules
from studyapp.core.text.html_entities import unescape_entities

HINT_PLACEHOLDER = '<span class="hint-link"></span>'
"""Marks the place of a hint of the template. It gets the index of the hint as its text."""

DISCLOSURE_PLACEHOLDER = '<span class="disclosure-link">{}</span>'
"""Marks the place of a link to a disclosure, whose index is its text."""

_MAY_BE_HIDDEN = re.compile(
    r'hidden|display|visibility|<details|onclick="|hint-link|disclosure-link', re.IGNORECASE
)
_LINK_MARK = re.compile("<!--link ([0-9]+)-->")
_TAG = re.compile(r"<[^<>]*>")
_LABEL_WITHOUT_SUMMARY = "Details"
_MAX_CHECKS = 200_000
"""The number of tags, times the rules of the style sheet, beyond which the style sheet is ignored."""


class Disclosure(NamedTuple):
    """What a link shows: the text of the link, and HTML with its heading."""

    label: str
    html: str


class VisibleHtml(NamedTuple):
    """The visible HTML, with a placeholder for each disclosure."""

    html: str
    disclosures: tuple[Disclosure, ...] = ()


def show_visible_parts(
    html: str, rules: VisibilityRules, ordinal: int, *, closes_disclosures: bool
) -> VisibleHtml:
    """Return what is visible of clean HTML. `rules` are those of the note type, and `ordinal` is that of the card.

    Unless `closes_disclosures`, what a click would show is visible without a click.
    """
    rules = rules.relevant_to(html)
    if not rules.rules and not _MAY_BE_HIDDEN.search(html):
        return VisibleHtml(html)
    if len(rules.rules) * html.count("<") > _MAX_CHECKS:
        rules = VisibilityRules()
    root = parse_tree(html)
    _number_hints(root)
    return _VisiblePartsRenderer(rules, html, closes_disclosures=closes_disclosures).render(root, ordinal)


def _number_hints(root: HtmlElement) -> None:
    """Put the index of each hint into its placeholder. The HTML of a deck can't contain placeholders with a text."""
    elements, count = [root], 0
    while elements:
        element = elements.pop()
        css_class = element.attributes.get("class", "")
        if css_class == "disclosure-link" or (css_class == "hint-link" and element.children):
            element.start_tag = "<span>"
        elif css_class == "hint-link":
            element.children.append(str(count))
            count += 1
        elements += [child for child in reversed(element.children) if isinstance(child, HtmlElement)]


class _Link(NamedTuple):
    """A link to a hidden element, with its HTML."""

    target_id: str
    html: str


class _VisiblePartsRenderer:
    def __init__(self, rules: VisibilityRules, html: str, *, closes_disclosures: bool) -> None:
        self._rules, self._closes_disclosures = rules, closes_disclosures
        self._clickable_ids = frozenset(re.findall(r' onclick="([^"]+)"', html))
        self._links: list[_Link] = []
        self._disclosures: list[Disclosure] = []
        self._index_by_id: dict[str, int] = {}

    def render(self, root: HtmlElement, ordinal: int) -> VisibleHtml:
        """Render the content of the root as the card with this ordinal."""
        body = CssElement("body", frozenset(("card", f"card{ordinal}")))
        html = self._render_content(root, (CssElement("html"), body, CssElement("div", element_id="qa")))
        disclosures = [
            Disclosure(label or self._label_of(index), self._resolve_links(content))
            for index, (label, content) in enumerate(self._disclosures)
        ]
        return VisibleHtml(self._resolve_links(html), tuple(disclosures))

    def _render_content(
        self, parent: HtmlElement, path: tuple[CssElement, ...], *, is_invisible: bool = False
    ) -> str:
        parts: list[str] = []
        for child in parent.children:
            if isinstance(child, str):
                parts.append("" if is_invisible else child)
                continue
            child_path = (*path, child.css_element)
            visibility = self._rules.visibility_of(
                child_path,
                child.attributes.get("style", ""),
                has_hidden_attribute="hidden" in child.attributes,
            )
            invisible = is_invisible if visibility.is_invisible is None else visibility.is_invisible
            if (visibility.is_removed or invisible) and child.attributes.get("id") in self._clickable_ids:
                parts.append(self._render_clickable(child, child_path))
            elif visibility.is_removed or (invisible and not child.children):
                continue
            elif child.tag == "details" and self._closes_disclosures and "open" not in child.attributes:
                parts.append(self._render_details(child, child_path, is_invisible=invisible))
            else:
                content = self._render_content(child, child_path, is_invisible=invisible)
                parts.append(self._render_element(child, content))
        return "".join(parts)

    def _render_element(self, element: HtmlElement, content: str) -> str:
        if element.tag in VOID_TAGS:
            return element.start_tag
        html = f"{element.start_tag}{content}</{element.tag}>"
        target_id = element.attributes.get("onclick", "")
        if not target_id:
            return html
        self._links.append(_Link(target_id, html))
        return f"<!--link {len(self._links) - 1}-->"

    def _render_clickable(self, element: HtmlElement, path: tuple[CssElement, ...]) -> str:
        """Render a hidden element that a click in Anki shows."""
        html = self._render_element(element, self._render_content(element, path))
        self._index_by_id.setdefault(element.attributes["id"], len(self._disclosures))
        if not self._closes_disclosures:
            return html
        self._disclosures.append(Disclosure("", html))
        return ""

    def _render_details(
        self, details: HtmlElement, path: tuple[CssElement, ...], *, is_invisible: bool
    ) -> str:
        summaries = [
            child for child in details.children if isinstance(child, HtmlElement) and child.tag == "summary"
        ]
        heading = HtmlElement("", "", children=[*summaries[:1]])
        rest = HtmlElement(
            "", "", children=[child for child in details.children if child not in summaries[:1]]
        )
        summary = self._render_content(heading, path, is_invisible=is_invisible)
        content = self._render_content(rest, path, is_invisible=is_invisible)
        label = _text_of(summary) or _LABEL_WITHOUT_SUMMARY
        if is_invisible:
            return content  # visible descendants
        if not _text_of(content) and "<img" not in content and "hint-link" not in content:
            return summary
        self._disclosures.append(Disclosure(label, f"<div>{summary}<div>{content}</div></div>"))
        return f"<div>{DISCLOSURE_PLACEHOLDER.format(len(self._disclosures) - 1)}</div>"

    def _label_of(self, index: int) -> str:
        """Return the text of the first link to a disclosure."""
        for link in self._links:
            if self._index_by_id.get(link.target_id) == index:
                return _text_of(link.html) or _LABEL_WITHOUT_SUMMARY
        return _LABEL_WITHOUT_SUMMARY

    def _resolve_links(self, html: str) -> str:
        """Return the HTML with a placeholder for each link to a disclosure, or nothing if what the link shows is visible
        without a click. The other links stay as they are."""

        def resolve(match: re.Match[str]) -> str:
            link = self._links[int(match[1])]
            index = self._index_by_id.get(link.target_id)
            if index is None:
                return link.html
            return DISCLOSURE_PLACEHOLDER.format(index) if self._closes_disclosures else ""

        return _LINK_MARK.sub(resolve, html)


def _text_of(html: str) -> str:
    return " ".join(unescape_entities(_TAG.sub("", html)).split())
