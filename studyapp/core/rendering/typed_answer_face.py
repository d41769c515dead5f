"""The comparison of a typed answer with the correct one, as HTML."""

from html import escape

from studyapp.core.notes.note import TypedAnswer
from studyapp.core.rendering.answer_comparison import Segment, compare_answer
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.rendering.markdown_rendering import html_to_text, render_markdown
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.sounds import replace_sounds


def render_typed_comparison(content: TypedAnswer, languages: CardLanguages, response: LearnerResponse) -> str:
    """Return the typed text with its wrong characters marked. Empty if nothing was typed."""
    return mark_wrong_letters(
        response,
        [
            html_to_text(replace_sounds(render_markdown(text), lambda _: ""))
            for text in content.answer.accepted_answers(languages)
        ],
    )


def mark_wrong_letters(response: LearnerResponse, answers: list[str]) -> str:
    """Return the typed text, compared with the most similar of the correct answers. Empty if nothing was typed."""
    if not response.typed_answer.strip():
        return ""
    comparison = compare_answer(response.typed_answer, answers, forgiving=response.is_forgiving)
    mark = " ✓" if comparison.is_correct else " ✗"
    return f'<p class="typed">{"".join(map(_segment_html, comparison.typed))}{mark}</p>'


def _segment_html(segment: Segment) -> str:
    return f'<span class="{"right" if segment.is_match else "wrong"}">{escape(segment.text)}</span>'
