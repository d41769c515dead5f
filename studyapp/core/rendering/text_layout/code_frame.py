"""A frame around each block of code: a table with one cell, because Qt draws no padding around `<pre>`."""

import re

_TABLE_OR_CODE_TAG = re.compile(r"<(/?)(table|pre)\b[^<>]*>")
_FRAME_START, _FRAME_END = '<table class="code" width="100%"><tr><td>', "</td></tr></table>"


def frame_code_blocks(html: str) -> str:
    """Return clean HTML with a frame around each block of code, except in tables: layout time grows exponentially with
    the nesting of tables."""
    if "<pre" not in html:
        return html
    html = html.replace("\n</code></pre>", "</code></pre>")  # Qt would show an empty line
    parts: list[str] = []
    end = depth = 0
    for tag in _TABLE_OR_CODE_TAG.finditer(html):
        is_end_tag = tag[1] == "/"
        depth -= is_end_tag
        is_framed = tag[2] == "pre" and depth == 0
        start_frame, end_frame = (
            (_FRAME_START if is_framed and not is_end_tag else ""),
            (_FRAME_END if is_framed and is_end_tag else ""),
        )
        parts += (html[end : tag.start()], start_frame, tag[0], end_frame)
        end = tag.end()
        depth += not is_end_tag
    return "".join((*parts, html[end:]))
