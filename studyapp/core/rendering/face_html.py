"""The two sides of a card, and the HTML elements that all kinds of cards share."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from studyapp.core.rendering.text_layout.line_count import MAX_SHORT_LINES, estimate_line_count
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

ANSWER_ANCHOR_NAME = "answer"
ANSWER_ANCHOR = f'<a name="{ANSWER_ANCHOR_NAME}"></a>'
"""Marks where the answer starts in the HTML of a revealed card."""


@dataclass(frozen=True, slots=True)
class LearnerResponse:
    """What the learner did before revealing the answer: text typed, or indexes of options picked (from 0)."""

    typed_answer: str = ""
    picked_options: frozenset[int] = frozenset()
    is_forgiving: bool = True
    """Whether case, width, accents, punctuation and spaces of the typed text are ignored."""


@dataclass(frozen=True, slots=True)
class Face:
    """HTML of a card: the question, the answer alone, the explanation (may be empty), and the whole card once
    revealed. `is_response_correct` is whether the learner typed or picked the right answer; None if neither.
    `alignment` is the one that the deck asks for: `left`, `center`, or empty. `hints` are the texts that links in the
    HTML show (see `hint_links`)."""

    question: str
    answer: str
    explanation: str
    revealed: str
    is_response_correct: bool | None = None
    alignment: str = ""
    hints: tuple[str, ...] = ()


def render_versions(text: LocalizedText, languages: CardLanguages, render: Callable[[str], str]) -> str:
    """Render the versions of a text that are shown, each tagged with its language."""
    return tag_languages(text.versions_for(languages), render)


def tag_languages(versions: Iterable[tuple[str, str]], render: Callable[[str], str]) -> str:
    """Render each text, tagged with its language code if it has one."""
    return "".join(
        f'<div class="lang-{language}" lang="{language}">{render(text)}</div>' if language else render(text)
        for language, text in versions
    )


def wrap_in_div(css_class: str, html: str) -> str:
    """Return the HTML in a `<div>` of this class, or an empty string if there is no HTML. A question that is
    not short is set as a passage of text."""
    if not html:
        return ""
    if css_class == "question" and estimate_line_count(html_to_text(html)) > MAX_SHORT_LINES:
        css_class = "passage"
    return f'<div class="{css_class}">{html}</div>'


def mark_answer(revealed: str, first_tag: str) -> str:
    """Return the HTML with `ANSWER_ANCHOR` after the first tag of this kind, which starts the answer."""
    return revealed.replace(first_tag, first_tag + ANSWER_ANCHOR, 1)
