"""Images in Markdown text."""

import re

PICTURE = re.compile(r"!\[[^\[\]]*\]\(<?([^()<>\s]+)>?\)")
"""A picture in Markdown, and its file."""


_IN_A_LINK = str.maketrans({" ": "%20", "(": "%28", ")": "%29"})


def in_a_link(path: str) -> str:
    """A path as Markdown may link to it."""
    return path.translate(_IN_A_LINK)
