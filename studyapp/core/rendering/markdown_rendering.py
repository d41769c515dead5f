"""Rendering Markdown and cloze deletions as safe HTML.

Decks are untrusted. HTML in their Markdown is shown as text, images come from the deck's own folder by plain name,
and nesting, length and unusual characters are limited here, because Qt's layout takes exponential time on some of
them. The result has only the tags and attributes of `_ALLOWED_ATTRIBUTES_BY_TAG`.
"""

import re
from collections.abc import Callable
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from studyapp.core.rendering.code_highlighting import HIGHLIGHT_CLASSES, highlight_code
from studyapp.core.rendering.formulas.cloze_blanks import Blank, replace_blanks
from studyapp.core.rendering.formulas.formula_signs import may_have_formula
from studyapp.core.rendering.latex.cloze_marks import BLANK_END, BLANK_START, FILLED_END, FILLED_START
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.sounds import (
    SOUND_CLASS,
    SOUND_SCHEME,
    SOUND_TAG,
    has_audio_suffix,
    is_sound_address,
    is_sound_path,
    render_sound,
)
from studyapp.core.text.text_limits import (
    MAX_TEXT_LENGTH,
    add_break_points,
    has_overlong_word,
    sanitize_text,
    truncate,
)

if TYPE_CHECKING:
    import nh3
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from studyapp.core.rendering.formulas.formula_html import FormulaRenderer

_MAX_NESTING = 12
_IMAGE_NAME = re.compile(r"[\w][\w .()+-]*(/[\w][\w .()+-]*)*\.(png|jpe?g|gif|webp|bmp)", re.IGNORECASE)
_FIRST_HIDDEN_MARK = 0xE004
"""Private-use characters that carry cloze deletions through the Markdown parser: `FILLED_START` and `FILLED_END`, or one
character for each hidden deletion. They are first removed from the text. The longest text has fewer deletions than there are
characters."""

_HIDDEN_MARK = re.compile("[\ue004-\uefff]")
_ANY_MARK = re.compile("[\ue000-\uefff]")
_MARKDOWN_CHARACTERS = r"\\`*_\[\]<>&|~!#\xa0\ue000-\uefff"
_LINE = rf"(?![-+=\s]|\d+[-+=.)])[^{_MARKDOWN_CHARACTERS}\t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]*[^\s{_MARKDOWN_CHARACTERS}]"
_PLAIN_LINE = re.compile(_LINE)
"""One line without Markdown syntax."""

_PLAIN_LINES = re.compile(rf"{_LINE}(?:\n+{_LINE})*")
"""Lines and paragraphs without Markdown syntax. Most texts of a large deck are of this kind and need no parser."""

_PARAGRAPH_BREAK = re.compile(r"\n{2,}")
_MARKUP = re.compile(r"[*_`\\<>&$#~|{}\[\]]|^\s*(?:[-+]|[0-9]+[.)])(?:\s|$)|^\s*(?:-+|=+)\s*$", re.MULTILINE)
"""What may be markup. A text without it reads the same before and after rendering."""

FILLED_DELETION = '<span class="filled">'
"""The tag of a cloze deletion that is filled in."""

_ALIGN_STYLE = re.compile(r'style="text-align:(left|center|right)"')
_ALLOWED_ATTRIBUTES_BY_TAG = {
    "p": set(), "br": set(), "em": set(), "strong": set(), "s": set(), "code": set(), "pre": set(),
    "blockquote": set(), "ul": set(), "ol": {"start"}, "li": set(), "hr": set(), "table": set(), "thead": set(),
    "tbody": set(), "tr": set(), "th": {"align"}, "td": {"align"}, "h1": set(), "h2": set(), "h3": set(),
    "h4": set(), "h5": set(), "h6": set(), "a": {"href"}, "img": {"src", "alt"}, "span": set(),
}  # fmt: skip
_ALLOWED_SCHEMES = {"http", "https", "mailto", SOUND_SCHEME}
_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)
_ALLOWED_CLASSES = {*HIGHLIGHT_CLASSES, "missing", "blank", "filled"}


def render_markdown(markdown: str, render_formula: "FormulaRenderer | None" = None) -> str:
    """Render Markdown as HTML. `render_formula` returns the HTML of a formula; by default, formulas are images for the
    card, those in display style in their own paragraphs."""
    return _render_with_formulas(sanitize_text(truncate(markdown)), render_formula)


def render_inline_markdown(markdown: str, render_formula: "FormulaRenderer | None" = None) -> str:
    """Render Markdown as HTML, without the enclosing `<p>` if there is only one paragraph."""
    html = render_markdown(markdown, render_formula).strip()
    is_single_paragraph = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return html[3:-4] if is_single_paragraph and "<p " not in html else html


def render_cloze_question(markdown: str, number: int) -> str:
    """Render a cloze as HTML, with the deletions of this number hidden behind their hints and the others filled
    in."""
    hints: list[str] = []

    def hide(blank: Blank) -> str:
        if blank.number != number:
            return blank.text
        hints.append(blank.hint or "…")
        return chr(_FIRST_HIDDEN_MARK + len(hints) - 1)

    def hint_of(mark: re.Match[str]) -> str:
        return hints[ord(mark[0]) - _FIRST_HIDDEN_MARK]

    def hint_span(mark: re.Match[str]) -> str:
        return f'<span class="blank">[{escape(add_break_points(hint_of(mark)))}]</span>'

    return _render_with_formulas(
        replace_blanks(sanitize_text(truncate(markdown)), hide),
        finish=lambda html: _clean(_HIDDEN_MARK.sub(hint_span, html)),
        rewrite_latex=lambda latex: _HIDDEN_MARK.sub(
            lambda mark: f"{BLANK_START}{hint_of(mark)}{BLANK_END}", latex
        ),
    )


def render_cloze_answer(markdown: str, number: int) -> str:
    """Render a cloze as HTML with all deletions filled in and those of this number marked."""

    def fill(blank: Blank) -> str:
        return f"{FILLED_START}{blank.text}{FILLED_END}" if blank.number == number else blank.text

    # A deletion may begin inside emphasis and end outside; cleaning again repairs the nesting.
    return _render_with_formulas(
        replace_blanks(sanitize_text(truncate(markdown)), fill),
        finish=lambda html: _clean(
            html.replace(FILLED_START, FILLED_DELETION).replace(FILLED_END, "</span>")
        ),
    )


def may_have_markup(markdown: str) -> bool:
    """Return whether a text may read differently once it is rendered."""
    return _MARKUP.search(markdown) is not None


def markdown_to_text(markdown: str) -> str:
    """Return what Markdown shows, as plain text. Most texts have no markup and are taken as they are, because rendering all
    texts of a list would take too long."""
    return html_to_text(render_markdown(markdown)) if may_have_markup(markdown) else markdown


def is_plain_line(markdown: str) -> bool:
    """Return whether a text is one line without Markdown syntax, which is shown as it is written."""
    return (
        _PLAIN_LINE.fullmatch(markdown) is not None
        and len(markdown) <= MAX_TEXT_LENGTH
        and not has_overlong_word(markdown)
        and sanitize_text(markdown) == markdown
    )


def _render_with_formulas(
    markdown: str,
    render_formula: "FormulaRenderer | None" = None,
    *,
    finish: Callable[[str], str] = str,
    rewrite_latex: Callable[[str], str] = str,
) -> str:
    """Render sanitized Markdown. `finish` changes the HTML before formulas are inserted, and `rewrite_latex` the LaTeX
    of the formulas."""
    if not may_have_formula(markdown):
        return finish(_render(markdown))
    # Deferred: few decks have formulas.
    from studyapp.core.rendering.formulas.formula_html import FormulaPlaceholders

    formulas = FormulaPlaceholders()
    html = finish(_render(formulas.extract_from_markdown(markdown)))
    formulas.rewrite_latex(rewrite_latex)
    if render_formula is None:
        return formulas.insert_into_card(html)
    return formulas.insert_into_html(html, render_formula)


def _render(markdown: str) -> str:
    if _PLAIN_LINES.fullmatch(markdown) and not has_overlong_word(markdown):
        return _render_plain_lines(markdown)
    html = str(_markdown_parser().render(add_break_points(markdown)))
    return _clean(_ALIGN_STYLE.sub(r'align="\1"', html))


def _render_plain_lines(text: str) -> str:
    """Return what the parser returns for lines that match `_PLAIN_LINES`, in which nothing needs to be escaped."""
    if "\n" not in text:
        return f"<p>{text}</p>\n"
    paragraphs = (paragraph.replace("\n", "<br>\n") for paragraph in _PARAGRAPH_BREAK.split(text))
    return "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)


def _clean(html: str) -> str:
    return _cleaner().clean(html)


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3  # deferred like the Markdown parser: not needed until a card is shown

    return nh3.Cleaner(
        tags=set(_ALLOWED_ATTRIBUTES_BY_TAG),
        attributes={
            "*": set(),
            **{tag: attributes for tag, attributes in _ALLOWED_ATTRIBUTES_BY_TAG.items() if attributes},
        },
        attribute_filter=_drop_other_link,
        allowed_classes={"span": _ALLOWED_CLASSES, "a": {SOUND_CLASS}},
        url_schemes=_ALLOWED_SCHEMES,
        link_rel=None,
    )


def _drop_other_link(_tag: str, attribute: str, value: str) -> str | None:
    """Remove links without a scheme, which would refer to a file; nh3 checks only the schemes that are present."""
    return value if attribute != "href" or _LINK.match(value) or is_sound_address(value) else None


@cache
def _markdown_parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    from studyapp.core.rendering.text_layout.edge_spaces import keep_edge_spaces

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING, "breaks": True})
    parser.enable(["table", "strikethrough"])
    is_valid_link = parser.validateLink
    parser.validateLink = lambda url: not is_sound_address(url) and is_valid_link(url)  # type: ignore[method-assign]
    parser.inline.ruler.before("link", SOUND_CLASS, _parse_sound_tag)
    keep_edge_spaces(parser)
    parser.add_render_rule(SOUND_CLASS, _render_sound_tag)
    parser.add_render_rule("image", _render_image)
    parser.add_render_rule("fence", _render_code_block)
    return parser


def _render_image(
    _self: "RendererHTML", tokens: "list[Token]", index: int, _options: "OptionsDict", _env: "EnvType"
) -> str:
    from urllib.parse import unquote

    token = tokens[index]
    name = _ANY_MARK.sub("", unquote(str(token.attrs.get("src", ""))))
    alt_text = _ANY_MARK.sub("", token.content)
    if has_audio_suffix(name) and is_sound_path(name):
        return render_sound(name, alt_text)
    if _IMAGE_NAME.fullmatch(name) is None:
        return f'<span class="missing">[{escape(alt_text or name)}]</span>'
    return f'<img src="{escape(name)}" alt="{escape(alt_text)}">'


def _parse_sound_tag(state: "StateInline", silent: bool) -> bool:
    """Recognize Anki's way to write a sound, `[sound:x.mp3]`."""
    match = SOUND_TAG.match(state.src, state.pos, state.posMax)
    path = _ANY_MARK.sub("", match[1]) if match else ""
    if match is None or not is_sound_path(path):
        return False
    if not silent:
        state.push(SOUND_CLASS, "", 0).content = path
    state.pos = match.end()
    return True


def _render_sound_tag(
    _self: "RendererHTML", tokens: "list[Token]", index: int, _options: "OptionsDict", _env: "EnvType"
) -> str:
    return render_sound(tokens[index].content)


def _render_code_block(
    _self: "RendererHTML", tokens: "list[Token]", index: int, _options: "OptionsDict", _env: "EnvType"
) -> str:
    token = tokens[index]
    return f"<pre><code>{highlight_code(token.content, token.info.strip())}</code></pre>"
