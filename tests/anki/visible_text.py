"""The text that a browser shows for HTML and a style sheet: an independent way to tell what Anki's window shows.

StudyApp shows what a click in Anki would show, such as the content of `<details>`, by a link in brackets on the question, and without a
click once the answer is revealed.
"""

import re

from bs4 import BeautifulSoup, Comment, Tag

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_NEVER_SHOWN = (
    "script", "template", "title", "head", "rp", "button", "select", "textarea", "noscript", "dialog", "audio", "video", "iframe",
    "canvas", "datalist",
)  # fmt: skip
_BLOCKS = (
    "address", "article", "aside", "blockquote", "br", "center", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "td", "th", "tr", "ul",
)  # fmt: skip
_CLICK = re.compile(r"getElementById\('([\w-]+)'\)")
_INVISIBLE_CHARACTERS = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e"))


def visible_text(html: str, css: str = "", *, is_answer: bool = False, ordinal: int = 1) -> str:
    """Return the text that a reader sees, with single spaces between words."""
    page = f'<html><body class="card card{ordinal}"><div id="qa">{html}</div></body></html>'
    soup = BeautifulSoup(page, "html.parser")
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for element in soup.find_all("style"):
        css += f"\n{element.string or ''}"
        element.decompose()
    for element in soup.find_all(_NEVER_SHOWN):
        element.decompose()
    for reading in soup.find_all("rt"):
        reading.replace_with(f"({''.join(reading.find_all(string=True))})")
    styles = _computed_styles(soup, css)
    _follow_clicks(soup, styles, is_answer=is_answer)
    for element in [one for one in soup.find_all(True) if styles.get(id(one), {}).get("display") == "none"]:
        if not element.decomposed:
            element.decompose()
    for text in list(soup.find_all(string=True)):
        if _is_invisible(text.parent, styles):
            text.extract()
    for element in soup.find_all("details"):
        if not element.has_attr("open") and not is_answer:
            _close_details(element)
    for element in soup.find_all(_BLOCKS):
        element.insert_before(" ")
        element.insert_after(" ")
    return " ".join(without_invisible_characters(soup.get_text()).split())


def without_invisible_characters(text: str) -> str:
    """Return the text without characters that only control where lines break, and overrides of the direction of writing, which
    StudyApp leaves out for safety."""
    return text.translate(_INVISIBLE_CHARACTERS)


def _computed_styles(soup: BeautifulSoup, css: str) -> dict[int, dict[str, str]]:
    """The declarations of each element, by its identity; later and stronger rules win."""
    styles: dict[int, dict[str, str]] = {
        id(element): {"display": "none"} for element in soup.find_all(True) if element.has_attr("hidden")
    }
    rules = _RULE.findall(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    by_strength = sorted(
        ((selector, body) for selectors, body in rules for selector in selectors.split(",")),
        key=lambda rule: (
            rule[0].count("#"),
            rule[0].count("."),
            len(re.findall(r"(?<![\w.#-])[a-z]", rule[0])),
        ),
    )
    for selector, body in by_strength:
        for element in soup.select(selector):
            styles.setdefault(id(element), {}).update(_declarations(body))
    for element in soup.find_all(True):
        if element.has_attr("style"):
            styles.setdefault(id(element), {}).update(_declarations(str(element["style"])))
    return styles


def _follow_clicks(soup: BeautifulSoup, styles: dict[int, dict[str, str]], *, is_answer: bool) -> None:
    for link in soup.find_all("a"):
        click = _CLICK.search(str(link.get("onclick", "")))
        # The hints of a field that a side has twice have the same ID.
        target = (link.find_next(id=click[1]) or soup.find(id=click[1])) if click else None
        is_link_hidden = styles.get(id(link), {}).get("display") == "none"
        if (
            not isinstance(target, Tag)
            or is_link_hidden
            or styles.get(id(target), {}).get("display") != "none"
        ):
            continue
        if not is_answer:
            link.string = f"[{' '.join(link.get_text().split())}]"
        else:
            styles[id(target)]["display"] = "block"
            link.decompose()


def _close_details(details: Tag) -> None:
    summary = details.find("summary", recursive=False)
    label = " ".join(summary.get_text().split()) if summary else ""
    content = [child for child in list(details.children) if child is not summary]
    has_content = any(child.get_text().strip() for child in content)
    for child in list(details.children):
        child.extract()
    details.append(f"[{label or 'Details'}]" if has_content else label)


def _is_invisible(element: Tag | None, styles: dict[int, dict[str, str]]) -> bool:
    while element is not None:
        visibility = styles.get(id(element), {}).get("visibility")
        if visibility is not None:
            return visibility in ("hidden", "collapse")
        element = element.parent
    return False


def _declarations(css: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in css.split(";"))
    return {
        name.strip().lower(): value.lower().replace("!important", "").strip()
        for name, _, value in pairs
        if name.strip()
    }
