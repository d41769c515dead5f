"""The two sides of a card as HTML: the question, and what is shown once the answer is revealed."""

from dataclasses import replace
from html import escape
from typing import assert_never

from studyapp.core.cards.card import Card, CardKind
from studyapp.core.notes.drawing import Drawing
from studyapp.core.notes.note import (
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    Evidence,
    MultipleChoice,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.rendering.card_captions import evidence_caption
from studyapp.core.rendering.choice_face import render_multiple_choice
from studyapp.core.rendering.diagram_face import GAP_CELL, render_drawing, render_hidden_texts
from studyapp.core.rendering.face_html import (
    ANSWER_ANCHOR,
    Face,
    LearnerResponse,
    mark_answer,
    render_versions,
    tag_languages,
    wrap_in_div,
)
from studyapp.core.rendering.markdown_rendering import (
    FILLED_DELETION,
    render_cloze_answer,
    render_cloze_question,
    render_markdown,
)
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.rendering.typed_answer_face import TypedComparison, compare_typed_answer, mark_typed_answer
from studyapp.core.text.localized_text import CardLanguages, LocalizedText


def card_title(card: Card, languages: CardLanguages) -> str:
    """Return the first line of a card's question, as a title for the card."""
    return html_to_text(render_face(card, languages).question).partition("\n")[0]


def render_face(
    card: Card, languages: CardLanguages, review_count: int = 0, response: LearnerResponse | None = None
) -> Face:
    """Render both sides of a card in these languages. `review_count`, the card's number of reviews, determines the
    order of options: it stays the same while the card is on screen and differs the next time."""
    response = response or LearnerResponse()
    content = card.note.content
    explanation = card.note.explanation
    why = render_versions(explanation, languages.swapped, render_markdown) if explanation else ""
    match content:
        case Basic(front, back):
            return _render_two_sides(front, back, languages, why)
        case Reversed(front, back):
            sides = (back, front) if card.kind is CardKind.REVERSED else (front, back)
            return _render_two_sides(*sides, languages, why)
        case TypedAnswer():
            comparison = compare_typed_answer(content, languages.swapped, response)
            return _render_typed_answer(content, comparison, languages, why)
        case Term():
            aside = wrap_in_div("aside", _render_other_term_fields(card, content, languages))
            return _render_two_sides(*_term_sides(card, content), languages, why, after=aside)
        case Cloze():
            return _render_cloze(card, content, languages, why)
        case MultipleChoice():
            return render_multiple_choice(card, content, languages, review_count, response, why)
        case Claim(claim):
            return _render_claim(claim, card.note.evidence, languages, why)
        case Diagram(drawing):
            return _render_diagram(drawing, card.ordinal, languages, why)
        case CustomContent():
            return _render_custom(card, content, languages, response, why)
        case _:
            assert_never(content)


def _render_two_sides(
    front: LocalizedText,
    back: LocalizedText,
    languages: CardLanguages,
    explanation: str,
    *,
    after: str = "",
) -> Face:
    """Render a card with a question and an answer. `after` follows the answer once it is revealed."""
    question = wrap_in_div("question", render_versions(front, languages, render_markdown))
    answer = render_versions(back, languages.swapped, render_markdown)
    return _build_face(
        question, answer, explanation, _join_sides(question, wrap_in_div("answer", answer + after))
    )


def _render_typed_answer(
    content: TypedAnswer, comparison: TypedComparison | None, languages: CardLanguages, explanation: str
) -> Face:
    """Render a card with a typed answer. The answer is not repeated if the comparison already shows all of it."""
    face = _render_two_sides(content.front, content.answer, languages, explanation)
    if comparison is None:
        return face
    is_answer_shown = html_to_text(face.answer, bullet="").strip() == comparison.shown_answer
    answer_block = wrap_in_div("answer", comparison.html + ("" if is_answer_shown else face.answer))
    revealed = _join_sides(face.question, answer_block) + wrap_in_div("why", explanation)
    return replace(face, revealed=revealed, is_response_correct=comparison.is_correct)


def _join_sides(question_block: str, answer_block: str) -> str:
    return f"{question_block}<hr>{ANSWER_ANCHOR}{answer_block}"


def _term_sides(card: Card, content: Term) -> tuple[LocalizedText, LocalizedText]:
    if card.kind is CardKind.TRANSLATE and content.translation is not None:
        return content.term, content.translation
    if card.kind is CardKind.RECALL:
        return content.definition, content.term
    return content.term, content.definition


def _render_claim(
    claim: LocalizedText, evidence: Evidence | None, languages: CardLanguages, explanation: str
) -> Face:
    """Render a claim card. Its answer is the evidence level and the explanation."""
    question = wrap_in_div("question", render_versions(claim, languages, render_markdown))
    level = (
        f"<p><strong>{escape(evidence_caption(evidence, languages.swapped))}</strong></p>" if evidence else ""
    )
    answer = level + explanation
    return _build_face(question, answer, "", _join_sides(question, wrap_in_div("answer", answer)))


def _render_diagram(drawing: Drawing, ordinal: int, languages: CardLanguages, explanation: str) -> Face:
    hidden = render_drawing(drawing, languages, ordinal, revealed=False)
    shown = render_drawing(drawing, languages.swapped, ordinal, revealed=True)
    answer = render_hidden_texts(drawing, languages.swapped, ordinal)
    return Face(
        wrap_in_div("drawing", hidden),
        answer,
        explanation,
        wrap_in_div("drawing", mark_answer(shown, GAP_CELL)) + wrap_in_div("why", explanation),
    )


def _render_other_term_fields(card: Card, content: Term, languages: CardLanguages) -> str:
    """Render the remaining field of a term, for the back of a card that asks for the other ones."""
    if card.kind is CardKind.TRANSLATE:
        return render_versions(content.definition, languages.swapped, render_markdown)
    translation = content.translation
    if translation is None or not translation.is_readable_in(languages.combined):
        return ""
    return render_versions(translation, languages.swapped, render_markdown)


def _render_cloze(card: Card, content: Cloze, languages: CardLanguages, explanation: str) -> Face:
    """Render a cloze card. The filled-in text replaces the question, so it also contains the question's versions."""

    def fill(text: str) -> str:
        return render_cloze_answer(text, card.ordinal)

    question = render_versions(
        content.text, languages, lambda text: render_cloze_question(text, card.ordinal)
    )
    answer = render_versions(content.text, languages.swapped, fill)
    revealed = mark_answer(
        tag_languages(content.text.versions_on_both_sides(languages), fill), FILLED_DELETION
    )
    return Face(
        wrap_in_div("passage", question),
        answer,
        explanation,
        wrap_in_div("passage", revealed) + wrap_in_div("why", explanation),
    )


def _render_custom(
    card: Card, content: CustomContent, languages: CardLanguages, response: LearnerResponse, explanation: str
) -> Face:
    # Deferred: few decks have custom note types.
    from studyapp.core.rendering.custom_face import FRONT_PLACEHOLDER, render_custom_face

    results: list[bool] = []

    def render_comparison(correct_answer: str) -> str:
        comparison = mark_typed_answer(response, [correct_answer])
        if comparison is None:
            return f"<p>{escape(correct_answer)}</p>"
        results.append(comparison.is_correct)
        return comparison.html

    custom_face = render_custom_face(card, content, languages, render_comparison)
    if FRONT_PLACEHOLDER in custom_face.back:
        back = custom_face.back.replace(FRONT_PLACEHOLDER, custom_face.question + ANSWER_ANCHOR)
    else:
        back = mark_answer(custom_face.back, FILLED_DELETION)
    revealed = wrap_in_div("passage", back) + wrap_in_div("why", explanation)
    question, is_correct = wrap_in_div("passage", custom_face.question), all(results) if results else None
    return Face(
        question,
        custom_face.answer,
        explanation,
        revealed,
        is_correct,
        custom_face.alignment,
        custom_face.hints,
    )


def _build_face(question_block: str, answer: str, explanation: str, revealed: str) -> Face:
    return Face(question_block, answer, explanation, revealed + wrap_in_div("why", explanation))
