"""Sanitizing of HTML from decks: an allowlist of tags, no external resources, and no input for which Qt's layout
takes exponential time."""

import re
import unicodedata
from collections import Counter
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from studyapp.core.cards.card_template_language import strip_tags
from studyapp.core.notes.media_names import decode_media_name, safe_media_name
from studyapp.core.rendering.deck_styles.card_css import NO_CSS, CardCss
from studyapp.core.rendering.deck_styles.hidden_elements import Disclosure, VisibleHtml, show_visible_parts
from studyapp.core.rendering.deck_styles.sized_image import SizedImage, encode_sized_image
from studyapp.core.rendering.deck_styles.tag_rewriting import TagRewriter
from studyapp.core.rendering.face_html import ANSWER_ANCHOR
from studyapp.core.rendering.formulas.formula_signs import may_have_html_formula, replace_mathjax_tags
from studyapp.core.rendering.text_layout.block_breaks import separate_blocks
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.sounds import SOUND_TAG, render_sound
from studyapp.core.text.speech import SPEECH_TAG, render_speech
from studyapp.core.text.text_limits import MAX_TEXT_LENGTH, add_break_points, sanitize_text, truncate

if TYPE_CHECKING:
    import nh3

_ALLOWED_TAGS = {
    "a", "abbr", "acronym", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br", "center", "cite", "code", "dd", "del", "details",
    "data", "dfn", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "i", "img", "ins", "kbd", "label", "legend", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp", "section",
    "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr",
    "tt", "u", "ul", "var",
}  # fmt: skip
_ALLOWED_SCHEMES = {"http", "https", "mailto"}
_SHOWN_BY_CLICK = re.compile(r"getElementById\(\s*['\"]([\w-]{1,100})['\"]\s*\)")
"""How a link in a template shows a hidden element. What else an `onclick` does is ignored."""

_LINK = re.compile(rf"({'|'.join(sorted(_ALLOWED_SCHEMES))}):", re.IGNORECASE)
_ALLOWED_ATTRIBUTES_BY_TAG = {
    "*": {"align", "bgcolor", "class", "dir", "hidden", "id", "style"},
    "a": {"href", "onclick"},
    "details": {"open"},
    "font": {"color", "face", "size"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_CUSTOM_ELEMENT = re.compile(r"<(/?)[a-zA-Z][a-zA-Z0-9]*-[\w-]*")
_IMAGE_TAG = re.compile(r"<img\b[^<>]*>")
_RUBY_READING = re.compile(
    r"<rt\b[^<>]*>(.*?)(?:</rt>|(?=<rt\b|<rb\b|</ruby>|</rtc>)|\Z)", re.IGNORECASE | re.DOTALL
)
_RUBY_FALLBACK = re.compile(r"<rp\b[^<>]*>[^<]*(?:</rp>)?", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(/?)([a-z0-9]+)[^<>]*>")
_TABLE_TAG = re.compile(r"</?(?:table|tbody|thead|tfoot|tr)\b[^<>]*>")
_CELL_TAG = re.compile(r"</?(?:td|th)\b[^<>]*>")
_REPEATED_BREAKS = re.compile(r"<br>(?:\s*<br>)+")
_WITHOUT_TAG_SIGNS = str.maketrans("", "", "<>")
_MAX_DESCRIPTION_LENGTH = 300
"""Characters of the alternative text of an image."""

_VOID_TAGS = {"br", "hr", "img"}
_MAX_DEPTH = 30
_MAX_HTML_LENGTH = 5 * MAX_TEXT_LENGTH
"""Characters of HTML, tags included."""

_MAX_STYLED_LENGTH = 3 * _MAX_HTML_LENGTH
"""Characters of HTML with the styles of each tag."""

_MAX_TEXT_SOURCE_LENGTH = 2_000_000
"""Characters of HTML from which the text is taken, if the rest can't be shown."""

_INCOMPLETE_TAG = re.compile(r"<[^<>]*$")
_START_OR_END_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_IMPLIED_END_TAGS = {"p", "li", "dt", "dd", "tr", "td", "th"}
"""Tags that end where the next one starts. Their end tags may be left out."""

_MAX_PARSER_STEPS = 200_000
"""The sum of the open tags over all tags. An HTML parser may copy or search all open tags at each tag."""

SIMPLIFIED_MARK = '<span class="simplified"></span>'
"""Marks HTML that was reduced to its text. HTML from decks can't contain it."""


def sanitize_html(html: str, media_folder: str, css: CardCss = NO_CSS, ordinal: int = 1) -> str:
    """Return the HTML in a form that is safe to show, with the content of `<details>`. Its images and sounds are files in
    `media_folder`, relative to the deck's folder. HTML that is nested too deeply or too long is reduced to its text,
    followed by `SIMPLIFIED_MARK`. `css` is the style sheet of the note type, and `ordinal` is that of the card."""
    return _sanitize(html, media_folder, css, ordinal, closes_disclosures=False).html


def is_reduced_to_text(html: str) -> bool:
    """Return whether a card shows only the text of this HTML, because it is nested too deeply or too long."""
    may_be = html.count("<") > _MAX_DEPTH or len(html) > _MAX_HTML_LENGTH
    return may_be and sanitize_html(html, "").endswith(SIMPLIFIED_MARK)


def sanitize_question(html: str, media_folder: str, css: CardCss, ordinal: int) -> VisibleHtml:
    """Return the HTML of a question in a form that is safe to show, as `sanitize_html` does, but with a placeholder for
    what a click would show in Anki."""
    return _sanitize(html, media_folder, css, ordinal, closes_disclosures=True)


def _sanitize(
    html: str, media_folder: str, css: CardCss, ordinal: int, *, closes_disclosures: bool
) -> VisibleHtml:
    if len(html) > _MAX_HTML_LENGTH or _parser_steps(html) > _MAX_PARSER_STEPS:
        return VisibleHtml(_text_only(html))
    has_formulas = may_have_html_formula(html)
    if has_formulas:
        html = replace_mathjax_tags(html)
    # Elements of unknown names are shown as well, so they may also be hidden.
    known = _CUSTOM_ELEMENT.sub(r"<\1span", html) if "-" in html else html
    cleaned = _cleaner().clean(_show_readings(sanitize_text(known)))
    if len(cleaned) > _MAX_HTML_LENGTH:
        return VisibleHtml(_text_only(cleaned))
    visible = show_visible_parts(
        cleaned, css.visibility_rules, ordinal, closes_disclosures=closes_disclosures
    )

    def finish(part: str) -> str:
        style = _style_with_formulas if has_formulas else _style
        shown = style(part, media_folder, css)
        return _text_only(part) if shown is None else shown

    disclosures = (Disclosure(label, finish(part)) for label, part in visible.disclosures)
    return VisibleHtml(finish(visible.html), tuple(disclosures))


def _style_with_formulas(html: str, media_folder: str, css: CardCss) -> str | None:
    # Deferred: few decks have formulas.
    from studyapp.core.rendering.formulas.formula_html import FormulaPlaceholders

    formulas = FormulaPlaceholders()
    styled = _style(formulas.extract_from_html(html), media_folder, css)
    return None if styled is None else formulas.insert_into_card(styled)


def _style(html: str, media_folder: str, css: CardCss) -> str | None:
    """Return clean HTML with the styles that are shown, and with images and sounds. None if it is too complex."""
    styled = separate_blocks(TagRewriter(css, ANSWER_ANCHOR).rewrite(html))
    depth, tables = _nesting_depths(styled)
    if depth > _MAX_DEPTH or len(styled) > _MAX_STYLED_LENGTH:
        return None
    if tables > 1:
        styled = _REPEATED_BREAKS.sub("<br>", _CELL_TAG.sub(" ", _TABLE_TAG.sub("<br>", styled)))
    return _IMAGE_TAG.sub(
        lambda image: _resolve_image(image[0], media_folder), _finish_text(styled, media_folder)
    )


def _show_readings(html: str) -> str:
    """Put the readings of ruby text behind the text in brackets, because Qt can't show them above it."""
    if "<rt" not in html.lower():
        return html
    return _RUBY_READING.sub(r'<span class="reading">(\1)</span>', _RUBY_FALLBACK.sub("", html))


def _text_only(html: str) -> str:
    if len(html) > _MAX_TEXT_SOURCE_LENGTH:
        html = _INCOMPLETE_TAG.sub("", html[:_MAX_TEXT_SOURCE_LENGTH])
    text = sanitize_text(unescape_entities(strip_tags(html)))
    return f"<p>{escape(add_break_points(truncate(text)), quote=False)}</p>{SIMPLIFIED_MARK}"


def _parser_steps(html: str) -> int:
    """Return the sum of the open tags over all tags, an estimate of the work of an HTML parser."""
    open_count_by_tag: Counter[str] = Counter()
    open_count = steps = 0
    for slash, name in _START_OR_END_TAG.findall(html):
        tag = name.lower()
        if slash and open_count_by_tag[tag]:
            open_count_by_tag[tag] -= 1
            open_count -= 1
        elif not slash and tag not in _VOID_TAGS and tag not in _IMPLIED_END_TAGS:
            open_count_by_tag[tag] += 1
            open_count += 1
        steps += open_count
    return steps


def _resolve_image(image_tag: str, media_folder: str) -> str:
    attributes = dict(_ATTRIBUTE.findall(image_tag))
    name = decode_media_name(unescape_entities(attributes.get("src", "")))
    file = safe_media_name(name)
    if file is None:
        return f'<span class="missing">[{escape(name)}]</span>' if name else ""
    lengths = (attributes.get(key, "") for key in ("width", "height", "max-width", "max-height"))
    image_name = encode_sized_image(SizedImage(f"{media_folder}/{file}", *lengths))
    description = unescape_entities(attributes.get("alt", ""))[:_MAX_DESCRIPTION_LENGTH]
    return f'<img src="{escape(image_name)}" alt="{escape(description)}">'


def _resolve_sound(sound_tag: re.Match[str], media_folder: str) -> str:
    name = unicodedata.normalize("NFC", unescape_entities(sound_tag[1]))
    file = safe_media_name(name)
    return (
        render_sound(f"{media_folder}/{file}") if file else f'<span class="missing">[{escape(name)}]</span>'
    )


def _render_speech_tag(tag: re.Match[str]) -> str:
    return render_speech(tag[1], tag[2])


def _finish_text(html: str, media_folder: str) -> str:
    """Outside of tags, add break points to overlong words and replace sounds and texts to read aloud by links."""
    return "".join(
        part
        if part.startswith("<")
        else SOUND_TAG.sub(
            lambda sound: _resolve_sound(sound, media_folder),
            SPEECH_TAG.sub(_render_speech_tag, add_break_points(part)),
        )
        for part in re.split(r"(<[^<>]*>)", html)
    )


def _nesting_depths(html: str) -> tuple[int, int]:
    """Return how deep the tags of clean HTML are nested, and how deep its tables are."""
    depth = deepest = table_depth = deepest_table = 0
    for slash, name in _ANY_TAG.findall(html):
        if name in _VOID_TAGS:
            continue
        step = -1 if slash else 1
        depth += step
        table_depth += step if name == "table" else 0
        deepest, deepest_table = max(deepest, depth), max(deepest_table, table_depth)
    return deepest, deepest_table


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3  # deferred: few decks contain HTML

    return nh3.Cleaner(
        tags=_ALLOWED_TAGS,
        clean_content_tags={
            "script",
            "style",
            "button",
            "select",
            "textarea",
            "title",
            # The content of these is not shown by a browser that has JavaScript and can play media.
            "audio",
            "canvas",
            "datalist",
            "dialog",
            "iframe",
            "noscript",
            "template",
            "video",
        },
        attributes=_ALLOWED_ATTRIBUTES_BY_TAG,
        attribute_filter=_filter_attribute,
        url_schemes=_ALLOWED_SCHEMES,
        link_rel=None,
    )


def _filter_attribute(_tag: str, attribute: str, value: str) -> str | None:
    """Remove links without a scheme, which would refer to a file; nh3 checks only the schemes that are present. Remove
    what looks like tags from descriptions, because old versions of nh3 don't escape it."""
    if attribute == "onclick":
        target = _SHOWN_BY_CLICK.search(value)
        return target[1] if target else None
    if attribute == "alt":
        return value.translate(_WITHOUT_TAG_SIGNS)
    return value if attribute != "href" or _LINK.match(value) else None
