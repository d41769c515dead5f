"""Hints on imported cards: links that show the text of a field, from the template filter `hint`."""

import re
from collections.abc import Sequence
from html import escape

from studyapp.core.cards.card_template_language import is_empty_field
from studyapp.core.rendering.deck_styles.hidden_elements import HINT_PLACEHOLDER

HINT_SCHEME = "hint"
"""Scheme of the links. The path is the index of the hint, from 0."""

_HINT_PLACEHOLDER = re.compile(r'<span class="hint-link">(\d+)</span>')
_DISCLOSURE_PLACEHOLDER = re.compile(r'<span class="disclosure-link">(\d+)</span>')


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
        return HINT_PLACEHOLDER

    def link(self, safe_html: str, disclosure_labels: Sequence[str]) -> str:
        """Return the HTML with a link for each placeholder. Disclosures are numbered after the hints."""
        labels = [*self._labels, *disclosure_labels]

        def write_link(index: int) -> str:
            # A placeholder without a hint comes from the deck itself.
            return (
                f'<a href="{HINT_SCHEME}:{index}">[{escape(labels[index])}]</a>'
                if index < len(labels)
                else ""
            )

        html = _HINT_PLACEHOLDER.sub(
            lambda match: write_link(int(match[1])) if int(match[1]) < len(self._labels) else "", safe_html
        )
        return _DISCLOSURE_PLACEHOLDER.sub(lambda match: write_link(len(self._labels) + int(match[1])), html)


def remove_hint_placeholders(safe_html: str) -> str:
    """Return the HTML of a side without links to hints, whose placeholders come from the deck itself."""
    return _HINT_PLACEHOLDER.sub("", safe_html)


def open_hint(html: str, index: int, hint: str) -> str:
    """Return the HTML of a card with the hint in place of its link."""
    return re.sub(rf'<a href="{HINT_SCHEME}:{index}">[^<]*</a>', lambda _: f"<div>{hint}</div>", html)
