"""Images in Markdown text."""

import re

MARKDOWN_IMAGE = re.compile(r"!\[[^\[\]]*\]\(<?([^()<>\s]+)>?\)")
"""A picture in Markdown, and its file."""


_LINK_PATH_ESCAPES = str.maketrans({" ": "%20", "(": "%28", ")": "%29"})


def escape_link_path(path: str) -> str:
    """A path as Markdown may link to it."""
    return path.translate(_LINK_PATH_ESCAPES)
