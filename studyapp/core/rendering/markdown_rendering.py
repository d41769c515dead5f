"""Markdown and clozes to safe HTML: the one way from a deck's words to a screen.

Decks come from anybody. HTML in them is shown as text, pictures come from the deck's own folder by plain
name, and nesting, length and odd characters are bounded here, because Qt's layout takes exponential time
on some of them. What leaves this module has only the tags and attributes listed in `_ALLOWED`.
"""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.rendering.code_highlighting import HIGHLIGHT_CLASSES, highlight_code
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.text_limits import add_break_points, has_overlong_word, sanitize_text, truncate

if TYPE_CHECKING:
    import nh3
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_MAX_NESTING = 12
_IMAGE_NAME = re.compile(r"[\w][\w .()+-]*(/[\w][\w .()+-]*)*\.(png|jpe?g|gif|webp|bmp)", re.IGNORECASE)
_CLOZE_START, _CLOZE_END, _FIRST_HIDDEN_MARK = "\ue000", "\ue001", 0xE002
"""Private-use letters that carry a blank through Markdown: its edges, or one letter for each hidden blank.
They are taken out of the text before; the longest text has fewer blanks than there are letters."""

_HIDDEN_MARK = re.compile("[\ue002-\uefff]")
_ANY_MARK = re.compile("[\ue000-\uefff]")
_MARKDOWN_CHARACTERS = r"\\`*_\[\]<>&|~!#\xa0\ue000-\uefff"
_PLAIN_LINE = re.compile(
    rf"(?![-+=\d\s])[^{_MARKDOWN_CHARACTERS}\t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]*[^\s{_MARKDOWN_CHARACTERS}]"
)
"""One line in which Markdown has no say: most texts of a large deck, and they need no parser."""

_ALIGN_STYLE = re.compile(r'style="text-align:(left|center|right)"')
_ALLOWED_ATTRIBUTES_BY_TAG = {
    "p": set(), "br": set(), "em": set(), "strong": set(), "s": set(), "code": set(), "pre": set(),
    "blockquote": set(), "ul": set(), "ol": {"start"}, "li": set(), "hr": set(), "table": set(), "thead": set(),
    "tbody": set(), "tr": set(), "th": {"align"}, "td": {"align"}, "h1": set(), "h2": set(), "h3": set(),
    "h4": set(), "h5": set(), "h6": set(), "a": {"href"}, "img": {"src", "alt"}, "span": set(),
}  # fmt: skip
_ALLOWED_SCHEMES = {"http", "https", "mailto"}
_LINK = re.compile(rf"({'|'.join(sorted(_ALLOWED_SCHEMES))}):", re.IGNORECASE)
_ALLOWED_CLASSES = {*HIGHLIGHT_CLASSES, "missing", "blank", "filled"}


def render_markdown(markdown: str) -> str:
    """The HTML of a Markdown text."""
    return _render(sanitize_text(truncate(markdown)))


def render_inline_markdown(markdown: str) -> str:
    """The HTML of a Markdown text without the paragraph around it, where it is only one."""
    html = render_markdown(markdown).strip()
    single = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return html[3:-4] if single else html


def render_cloze_question(markdown: str, number: int) -> str:
    """The HTML of a cloze with the blanks of `number` hidden behind their hint, the others filled in."""
    hints: list[str] = []

    def cover(blank: re.Match[str]) -> str:
        if int(blank[1]) != number:
            return blank[2]
        hints.append(blank[3] or "…")
        return chr(_FIRST_HIDDEN_MARK + len(hints) - 1)

    def hint(hidden: re.Match[str]) -> str:
        return f'<span class="blank">[{escape(add_break_points(hints[ord(hidden[0]) - _FIRST_HIDDEN_MARK]))}]</span>'

    return _clean(
        _HIDDEN_MARK.sub(hint, _render(CLOZE_PATTERN.sub(cover, sanitize_text(truncate(markdown)))))
    )


def render_cloze_answer(markdown: str, number: int) -> str:
    """The HTML of a cloze with all blanks filled in, those of `number` marked."""
    html = _render(
        CLOZE_PATTERN.sub(
            lambda blank: f"{_CLOZE_START}{blank[2]}{_CLOZE_END}" if int(blank[1]) == number else blank[2],
            sanitize_text(truncate(markdown)),
        )
    )
    # A blank may begin inside of emphasis and end outside: cleaning again sets the spans right.
    return _clean(html.replace(_CLOZE_START, '<span class="filled">').replace(_CLOZE_END, "</span>"))


def html_to_text(html: str) -> str:
    """HTML of this module as plain text: blocks on lines of their own, no tags."""
    lined = re.sub(r"</t[dh]>\s*(?=<t[dh])", "\t", html)
    lined = re.sub(r"</(?:p|li|tr|h\d|pre|div|blockquote)>|<br ?/?>|<hr ?/?>", "\n", lined)
    lined = re.sub(r"<img[^>]*\balt=\"([^\"]*)\"[^>]*>", r"\1", lined)
    lines = (line.strip() for line in unescape_entities(re.sub(r"<[^>]*>", "", lined)).splitlines())
    return "\n".join(line for line in lines if line)


def _render(markdown: str) -> str:
    if _PLAIN_LINE.fullmatch(markdown) and not has_overlong_word(markdown):
        return f"<p>{escape(markdown, quote=False)}</p>\n"
    html = str(_markdown_parser().render(add_break_points(markdown)))
    return _clean(_ALIGN_STYLE.sub(r'align="\1"', html))


def _clean(html: str) -> str:
    return _cleaner().clean(html)


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3  # like Markdown's parser: a start without a card on screen needs neither

    return nh3.Cleaner(
        tags=set(_ALLOWED_ATTRIBUTES_BY_TAG),
        attributes={
            "*": set(),
            **{tag: attributes for tag, attributes in _ALLOWED_ATTRIBUTES_BY_TAG.items() if attributes},
        },
        attribute_filter=_drop_relative_link,
        allowed_classes={"span": _ALLOWED_CLASSES},
        url_schemes=_ALLOWED_SCHEMES,
        link_rel=None,
    )


def _drop_relative_link(_tag: str, attribute: str, value: str) -> str | None:
    """nh3 holds only links with a scheme to those allowed; without one they would lead to a file."""
    return value if attribute != "href" or _LINK.match(value) else None


@cache
def _markdown_parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING, "breaks": True})
    parser.enable(["table", "strikethrough"])
    parser.add_render_rule("image", _render_image)
    parser.add_render_rule("fence", _render_code_block)
    return parser


def _render_image(
    _self: "RendererHTML", tokens: "list[Token]", index: int, _options: "OptionsDict", _env: "EnvType"
) -> str:
    from urllib.parse import unquote

    token = tokens[index]
    name = _ANY_MARK.sub("", unquote(str(token.attrs.get("src", ""))))
    label = _ANY_MARK.sub("", token.content)
    if _IMAGE_NAME.fullmatch(name) is None:
        return f'<span class="missing">[{escape(label or name)}]</span>'
    return f'<img src="{escape(name)}" alt="{escape(label)}">'


def _render_code_block(
    _self: "RendererHTML", tokens: "list[Token]", index: int, _options: "OptionsDict", _env: "EnvType"
) -> str:
    token = tokens[index]
    return f"<pre><code>{highlight_code(token.content, token.info.strip())}</code></pre>"
