"""Images and sounds in Markdown text."""

import re
from urllib.parse import unquote

from studyapp.core.text.sounds import SOUND_TAG

MARKDOWN_IMAGE = re.compile(r"!\[[^\[\]]*\]\(<?([^()<>\s]+)>?\)")
"""An image or a sound in Markdown. Group 1 is its file."""


_LINK_PATH_ESCAPES = str.maketrans(
    {" ": "%20", "(": "%28", ")": "%29", "%": "%25", "<": "%3C", ">": "%3E", "\t": "%09"}
)


def escape_link_path(path: str) -> str:
    """Return the path with characters that are not allowed in Markdown links escaped."""
    return path.translate(_LINK_PATH_ESCAPES)


def find_media_paths(markdown: str) -> list[str]:
    """Return the paths of the images and sounds in Markdown text, as written. They may be outside of the deck's
    folder."""
    return [*map(unquote, MARKDOWN_IMAGE.findall(markdown)), *SOUND_TAG.findall(markdown)]


def finds_all_media(markdown: str) -> bool:
    """Return whether `find_media_paths` surely finds all images and sounds in Markdown text, with the paths of their files.
    It doesn't if an image is written as a reference or with a title, or a path with parentheses or escapes."""
    rest = SOUND_TAG.sub("", MARKDOWN_IMAGE.sub("", markdown))
    has_escapes = any("\\" in path or "&" in path for path in find_media_paths(markdown))
    return not has_escapes and "![" not in rest and "[sound:" not in rest
