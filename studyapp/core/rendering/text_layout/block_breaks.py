"""Line breaks around blocks as browsers show them.

Qt joins a text to the `<div>` before it, and shows an empty line for a `<br>` at the end of a block.
"""

import re

_TOKEN = re.compile(r"(<[^<>]*>)")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_VOID_TAGS = {"br", "hr", "img"}
_BLOCK = "blockquote|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tbody|td|tfoot|th|thead|tr|ul"
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})\b")
_BREAK_AT_END = re.compile(rf"(</?(?:{_BLOCK})\b[^<>]*>)?(\s*)<br>(?=\s*(?:</?(?:{_BLOCK})\b|$))")


def separate_blocks(html: str) -> str:
    """Return clean HTML in which a text after a `<div>` starts a line of its own, and a `<br>` at the end of a block
    shows nothing, unless the block is empty."""
    if "</div>" in html:
        html = _wrap_text_after_div(html)
    return _BREAK_AT_END.sub(_replace_break, html) if "<br>" in html else html


class _Element:
    """An open element: whether its last content was a `<div>`, and whether a `<div>` was opened for its text."""

    def __init__(self) -> None:
        self.ends_with_div = self.is_wrapping = False


def _wrap_text_after_div(html: str) -> str:
    open_elements = [_Element()]
    parts: list[str] = []
    for part in _TOKEN.split(html):
        tag = _TAG.match(part)
        if tag is None and not part.strip():
            parts.append(part)
            continue
        element = open_elements[-1]
        is_end_tag = tag is not None and tag[1] == "/"
        is_block = _BLOCK_TAG.match(part) is not None
        if element.is_wrapping and (is_end_tag or is_block):
            parts.append("</div>")
            element.is_wrapping = False
        elif not is_end_tag and not is_block and element.ends_with_div and not element.is_wrapping:
            parts.append("<div>")
            element.is_wrapping = True
        parts.append(part)
        if is_end_tag and len(open_elements) > 1:
            open_elements.pop()
            open_elements[-1].ends_with_div = part == "</div>" or (not is_block and element.ends_with_div)
        elif is_block and not is_end_tag:
            element.ends_with_div = False
        if tag is not None and not is_end_tag and tag[2] not in _VOID_TAGS:
            open_elements.append(_Element())
    parts.append("</div>" if open_elements[0].is_wrapping else "")
    return "".join(parts)


def _replace_break(match: re.Match[str]) -> str:
    before, space = match[1] or "", match[2]
    if not before:
        return space
    is_start_tag = not before.startswith(("</", "<hr"))
    return before + space + ("&nbsp;" if is_start_tag else "<div>&nbsp;</div>")
