"""Images in Markdown text."""

import re

MARKDOWN_IMAGE = re.compile(r"!\[[^\[\]]*\]\(<?([^()<>\s]+)>?\)")
"""An image in Markdown. Group 1 is its file."""


_LINK_PATH_ESCAPES = str.maketrans({" ": "%20", "(": "%28", ")": "%29"})


def escape_link_path(path: str) -> str:
    """Return the path with the characters escaped that Markdown links can't contain."""
    return path.translate(_LINK_PATH_ESCAPES)
