"""Hints on imported cards: links that show the text of a field, from the template filter `hint`."""

import re
from html import escape

from studyapp.core.cards.card_template_language import is_empty_field

HINT_SCHEME = "hint"
"""Scheme of the links. The path is the index of the hint, from 0."""

_PLACEHOLDER = '<span class="hint-link"></span>'
"""Marks the place of a hint in HTML that is not sanitized yet."""


class HintCollector:
    """Collects the hints of one side of a card while its template is rendered."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._labels: list[str] = []

    def collect(self, html: str, field: str) -> str:
        """Return a placeholder for the hint: the filter `hint`."""
        if is_empty_field(html):
            return ""
        self.texts.append(html)
        self._labels.append(field)
        return _PLACEHOLDER

    def link(self, safe_html: str) -> str:
        """Return the HTML with a link for each placeholder."""
        before, *others = safe_html.split(_PLACEHOLDER)
        links = [
            f'<a href="{HINT_SCHEME}:{index}">[{escape(label)}]</a>'
            for index, label in enumerate(self._labels)
        ]
        links += [""] * (len(others) - len(links))  # placeholders that the deck itself contains
        return before + "".join(link + other for link, other in zip(links, others, strict=False))


def open_hint(html: str, index: int, hint: str) -> str:
    """Return the HTML of a card with the hint in place of its link."""
    return re.sub(rf'<a href="{HINT_SCHEME}:{index}">[^<]*</a>', lambda _: f"<div>{hint}</div>", html)
