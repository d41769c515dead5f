"""Reads HTML as a browser would and says what is not allowed in it."""

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
    ("img", "src"),
    ("img", "alt"),
    ("span", "class"),
}
FACE_TAGS = TAGS | {"div"}
FACE_ATTRIBUTES = ATTRIBUTES | {
    ("div", "class"),
    ("div", "lang"),
    ("p", "class"),
    ("p", "align"),
    ("a", "class"),
}
_VOID = {"br", "hr", "img"}
_PICTURE = re.compile(r"[^/.:%\\][^:%\\]*\.(png|jpe?g|gif|webp|bmp)", re.IGNORECASE)
_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)
_CHOICE = re.compile(r"option:\d+")


class _Reader(HTMLParser):
    def __init__(self, face: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.face, self.wrong, self.open = face, list[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in (FACE_TAGS if self.face else TAGS):
            self.wrong.append(f"tag {tag}")
        for name, value in attrs:
            if (tag, name) not in (FACE_ATTRIBUTES if self.face else ATTRIBUTES):
                self.wrong.append(f"attribute {tag} {name}")
            self._check(name, value or "")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"end of {tag}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"declaration {decl}")

    def _check(self, name: str, value: str) -> None:
        if name == "src" and (_PICTURE.fullmatch(value) is None or "/." in value):
            self.wrong.append(f"picture {value}")
        if name == "href" and not (_LINK.match(value) or (self.face and _CHOICE.fullmatch(value))):
            self.wrong.append(f"link {value}")


def faults(html: str, face: bool = False) -> list[str]:
    """What is in the HTML that must not be; `face` allows what a card adds around its texts."""
    reader = _Reader(face)
    reader.feed(html)
    reader.close()
    return reader.wrong + [f"{tag} left open" for tag in reader.open]


def image_names(html: str) -> tuple[str, ...]:
    """The pictures that it shows."""
    return tuple(dict.fromkeys(re.findall(r'<img[^>]*\bsrc="([^"]+)"', html)))
