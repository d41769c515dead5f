"""The comparison of a typed answer with the correct one, as HTML."""

from html import escape
from typing import NamedTuple, assert_never

from studyapp.core.notes.note import TypedAnswer
from studyapp.core.rendering.answer_comparison import Segment, SegmentKind, compare_answer
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.sounds import replace_sounds


class TypedComparison(NamedTuple):
    """The typed answer beside the correct one. `shown_answer` is the text of the correct answer in `html`, which need
    not be shown again."""

    html: str
    is_correct: bool
    shown_answer: str


def compare_typed_answer(
    content: TypedAnswer, languages: CardLanguages, response: LearnerResponse
) -> TypedComparison | None:
    """Compare the typed answer with those that the note accepts. Return None if nothing was typed."""
    return mark_typed_answer(
        response,
        [
            html_to_text(replace_sounds(render_markdown(text), lambda _: ""), bullet="")
            for text in content.answer.accepted_answers(languages)
        ],
    )


def mark_typed_answer(response: LearnerResponse, answers: list[str]) -> TypedComparison | None:
    """Compare the typed answer with the most similar of the correct answers. Return None if nothing was typed.

    As in Anki, wrong and missing characters are marked, and the correct answer follows below an arrow if it is spelled
    differently.
    """
    if not response.typed_answer.strip():
        return None
    comparison = compare_answer(response.typed_answer, answers, forgiving=response.is_forgiving)
    mark = "✓" if comparison.is_correct else "✗"
    html = f'<p class="typed">{_render_segments(comparison.typed)} {mark}</p>'
    if not comparison.is_spelled_the_same:
        html += f'<p class="typed">↓</p><p class="typed">{_render_segments(comparison.correct)}</p>'
    return TypedComparison(html, comparison.is_correct, comparison.correct_text)


def _render_segments(segments: tuple[Segment, ...]) -> str:
    return "".join(
        f'<span class="{_css_class(segment.kind)}">{escape(segment.text)}</span>' for segment in segments
    )


def _css_class(kind: SegmentKind) -> str:
    match kind:
        case SegmentKind.MATCHED:
            return "right"
        case SegmentKind.WRONG:
            return "wrong"
        case SegmentKind.MISSED:
            return "missed"
        case _:
            assert_never(kind)
