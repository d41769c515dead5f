"""Markdown and clozes to safe HTML: the one way from a deck's words to a screen.

Decks come from anybody. HTML in them is shown as text, pictures come from the deck's own folder by plain
name, and nesting, length and odd characters are bounded here, because Qt's layout takes exponential time
on some of them. What leaves this module has only the tags and attributes listed in `_ALLOWED`.
"""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from studyapp.core.cards.card import CLOZE_BLANK
from studyapp.core.rendering.code_highlighting import HIGHLIGHT_CLASSES, highlight
from studyapp.core.text.html_entities import unescape
from studyapp.core.text.text_limits import breakable, cut, has_endless_word, tamed

if TYPE_CHECKING:
    import nh3
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_DEEPEST = 12
_IMAGE_NAME = re.compile(r"[\w][\w .()+-]*(/[\w][\w .()+-]*)*\.(png|jpe?g|gif|webp|bmp)", re.IGNORECASE)
_OPEN, _CLOSE, _FIRST_HIDDEN = "\ue000", "\ue001", 0xE002
"""Private-use letters that carry a blank through Markdown: its edges, or one letter for each hidden blank.
They are taken out of the text before; the longest text has fewer blanks than there are letters."""

_HIDDEN = re.compile("[\ue002-\uefff]")
_MARKS = re.compile("[\ue000-\uefff]")
_MARKDOWN = r"\\`*_\[\]<>&|~!#\xa0\ue000-\uefff"
_WITHOUT_MARKDOWN = re.compile(
    rf"(?![-+=\d\s])[^{_MARKDOWN}\t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]*[^\s{_MARKDOWN}]"
)
"""One line in which Markdown has no say: most texts of a large deck, and they need no parser."""

_ALIGNED = re.compile(r'style="text-align:(left|center|right)"')
_ALLOWED = {
    "p": set(), "br": set(), "em": set(), "strong": set(), "s": set(), "code": set(), "pre": set(),
    "blockquote": set(), "ul": set(), "ol": {"start"}, "li": set(), "hr": set(), "table": set(), "thead": set(),
    "tbody": set(), "tr": set(), "th": {"align"}, "td": {"align"}, "h1": set(), "h2": set(), "h3": set(),
    "h4": set(), "h5": set(), "h6": set(), "a": {"href"}, "img": {"src", "alt"}, "span": set(),
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto"}
_LINK = re.compile(rf"({'|'.join(sorted(_SCHEMES))}):", re.IGNORECASE)
_CLASSES = {*HIGHLIGHT_CLASSES, "missing", "blank", "filled"}


def to_html(words: str) -> str:
    """The HTML of a Markdown text."""
    return _render(tamed(cut(words)))


def to_inline_html(words: str) -> str:
    """The HTML of a Markdown text without the paragraph around it, where it is only one."""
    html = to_html(words).strip()
    single = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return html[3:-4] if single else html


def cloze_question(words: str, number: int) -> str:
    """The HTML of a cloze with the blanks of `number` hidden behind their hint, the others filled in."""
    hints: list[str] = []

    def cover(blank: re.Match[str]) -> str:
        if int(blank[1]) != number:
            return blank[2]
        hints.append(blank[3] or "…")
        return chr(_FIRST_HIDDEN + len(hints) - 1)

    def hint(hidden: re.Match[str]) -> str:
        return f'<span class="blank">[{escape(breakable(hints[ord(hidden[0]) - _FIRST_HIDDEN]))}]</span>'

    return _clean(_HIDDEN.sub(hint, _render(CLOZE_BLANK.sub(cover, tamed(cut(words))))))


def cloze_answer(words: str, number: int) -> str:
    """The HTML of a cloze with all blanks filled in, those of `number` marked."""
    html = _render(
        CLOZE_BLANK.sub(
            lambda blank: f"{_OPEN}{blank[2]}{_CLOSE}" if int(blank[1]) == number else blank[2],
            tamed(cut(words)),
        )
    )
    # A blank may begin inside of emphasis and end outside: cleaning again sets the spans right.
    return _clean(html.replace(_OPEN, '<span class="filled">').replace(_CLOSE, "</span>"))


def plain_text(html: str) -> str:
    """HTML of this module as plain text: blocks on lines of their own, no tags."""
    lined = re.sub(r"</t[dh]>\s*(?=<t[dh])", "\t", html)
    lined = re.sub(r"</(?:p|li|tr|h\d|pre|div|blockquote)>|<br ?/?>|<hr ?/?>", "\n", lined)
    lined = re.sub(r"<img[^>]*\balt=\"([^\"]*)\"[^>]*>", r"\1", lined)
    lines = (line.strip() for line in unescape(re.sub(r"<[^>]*>", "", lined)).splitlines())
    return "\n".join(line for line in lines if line)


def _render(words: str) -> str:
    if _WITHOUT_MARKDOWN.fullmatch(words) and not has_endless_word(words):
        return f"<p>{escape(words, quote=False)}</p>\n"
    html = str(_markdown().render(breakable(words)))
    return _clean(_ALIGNED.sub(r'align="\1"', html))


def _clean(html: str) -> str:
    return _cleaner().clean(html)


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3  # like Markdown's parser: a start without a card on screen needs neither

    return nh3.Cleaner(
        tags=set(_ALLOWED),
        attributes={"*": set(), **{tag: attributes for tag, attributes in _ALLOWED.items() if attributes}},
        attribute_filter=_without_relative_links,
        allowed_classes={"span": _CLASSES},
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _without_relative_links(_tag: str, attribute: str, value: str) -> str | None:
    """nh3 holds only links with a scheme to those allowed; without one they would lead to a file."""
    return value if attribute != "href" or _LINK.match(value) else None


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST, "breaks": True})
    parser.enable(["table", "strikethrough"])
    parser.add_render_rule("image", _image)
    parser.add_render_rule("fence", _fence)
    return parser


def _image(
    _self: "RendererHTML", tokens: "list[Token]", index: int, _options: "OptionsDict", _env: "EnvType"
) -> str:
    from urllib.parse import unquote

    token = tokens[index]
    name = _MARKS.sub("", unquote(str(token.attrs.get("src", ""))))
    label = _MARKS.sub("", token.content)
    if _IMAGE_NAME.fullmatch(name) is None:
        return f'<span class="missing">[{escape(label or name)}]</span>'
    return f'<img src="{escape(name)}" alt="{escape(label)}">'


def _fence(
    _self: "RendererHTML", tokens: "list[Token]", index: int, _options: "OptionsDict", _env: "EnvType"
) -> str:
    token = tokens[index]
    return f"<pre><code>{highlight(token.content, token.info.strip())}</code></pre>"
