"""The result of converting a field to Markdown."""

from typing import NamedTuple


class MarkdownResult(NamedTuple):
    """Markdown, and whether it expresses everything that the HTML shows."""

    markdown: str
    is_lossless: bool
