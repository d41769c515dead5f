"""The text that a browser shows for HTML and a style sheet: an independent way to tell what Anki's window shows."""

import re

from bs4 import BeautifulSoup, Comment, Tag

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_NEVER_SHOWN = ("script", "style", "template", "title", "head", "rp")
_BLOCKS = (
    "address", "article", "aside", "blockquote", "br", "center", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "td", "th", "tr", "ul",
)  # fmt: skip


def visible_text(html: str, css: str = "") -> str:
    """Return the text that a reader sees, with single spaces between words."""
    soup = BeautifulSoup(f'<div class="card card1">{html}</div>', "html.parser")
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for element in soup.find_all(_NEVER_SHOWN):
        element.decompose()
    for element in soup.find_all("details"):
        _close_details(element)
    hidden = [element for element in soup.find_all(True) if _is_hidden(soup, element, css)]
    for element in hidden:
        if not element.decomposed:
            element.decompose()
    for element in soup.find_all(_BLOCKS):
        element.insert_before(" ")
        element.insert_after(" ")
    return " ".join(soup.get_text().split())


def _close_details(details: Tag) -> None:
    if details.has_attr("open") or details.decomposed:
        return
    for child in list(details.children):
        if not isinstance(child, Tag) or child.name != "summary":
            child.extract()


def _is_hidden(soup: BeautifulSoup, element: Tag, css: str) -> bool:
    """Return whether the element itself is hidden, by the last of the matching rules that says something about it."""
    declarations: dict[str, str] = {"display": "none"} if element.has_attr("hidden") else {}
    for selectors, body in _RULE.findall(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        if any(element in soup.select(selector) for selector in selectors.split(",")):
            declarations |= _declarations(body)
    declarations |= _declarations(str(element.get("style", "")))
    return declarations.get("display") == "none" or declarations.get("visibility") in ("hidden", "collapse")


def _declarations(css: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in css.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs}
