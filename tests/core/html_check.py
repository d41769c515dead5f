"""Parses HTML and reports disallowed tags, attributes and URLs."""

import re
from html.parser import HTMLParser

TAGS = {
    "p", "br", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "table", "thead", "tbody", "tr",
    "th", "td", "h1", "h2", "h3", "h4", "h5", "h6", "a", "img", "span",
}  # fmt: skip
ATTRIBUTES = {
    ("ol", "start"),
    ("th", "align"),
    ("td", "align"),
    ("a", "href"),
    ("a", "class"),
    ("img", "src"),
    ("img", "alt"),
    ("p", "align"),
    ("span", "class"),
}
FACE_TAGS = TAGS | {"div"}
FACE_ATTRIBUTES = ATTRIBUTES | {
    ("div", "class"),
    ("div", "lang"),
    ("p", "class"),
    ("p", "align"),
    ("a", "name"),
}
_VOID = {"br", "hr", "img"}
_IMAGE_SOURCE = re.compile(r"[^/.:%\\][^:%\\]*\.(png|jpe?g|gif|webp|bmp)", re.IGNORECASE)
_FORMULA = re.compile(r"formula:[di]:[A-Za-z0-9_-]+=*")
_WEB_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)
_SOUND_LINK = re.compile(r"sound:[^/.:\\][^:\\]*\.\w+")
_OPTION_LINK = re.compile(r"option:\d+")


class _HtmlChecker(HTMLParser):
    def __init__(self, face: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.face, self.violations, self.open_tags = face, list[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in (FACE_TAGS if self.face else TAGS):
            self.violations.append(f"tag {tag}")
        for name, value in attrs:
            if (tag, name) not in (FACE_ATTRIBUTES if self.face else ATTRIBUTES):
                self.violations.append(f"attribute {tag} {name}")
            self._check(name, value or "")
        if tag not in _VOID:
            self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open_tags or self.open_tags.pop() != tag:
            self.violations.append(f"end of {tag}")

    def handle_comment(self, data: str) -> None:
        self.violations.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.violations.append(f"declaration {decl}")

    def _check(self, name: str, value: str) -> None:
        is_image = _IMAGE_SOURCE.fullmatch(value) is not None and "/." not in value
        if name == "src" and not is_image and not _FORMULA.fullmatch(value):
            self.violations.append(f"picture {value}")
        is_sound = _SOUND_LINK.fullmatch(value) is not None and "/." not in value
        is_option = self.face and _OPTION_LINK.fullmatch(value) is not None
        if name == "href" and not (_WEB_LINK.match(value) or is_sound or is_option):
            self.violations.append(f"link {value}")


def disallowed_html(html: str, face: bool = False) -> list[str]:
    """Disallowed parts of the HTML; `face` also allows the markup that card faces add around texts."""
    checker = _HtmlChecker(face)
    checker.feed(html)
    checker.close()
    return checker.violations + [f"{tag} left open" for tag in checker.open_tags]


def image_names(html: str) -> tuple[str, ...]:
    """The distinct image sources, in order."""
    return tuple(dict.fromkeys(re.findall(r'<img[^>]*\bsrc="([^"]+)"', html)))
