"""The two sides of a card as HTML: the question, and what is shown once the answer is revealed."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import assert_never

from studyapp.core.cards.card import Card, CardKind
from studyapp.core.notes.drawing import Drawing
from studyapp.core.notes.note import (
    AnswerOption,
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
from studyapp.core.rendering.answer_comparison import Segment, compare_answer
from studyapp.core.rendering.card_captions import evidence_caption
from studyapp.core.rendering.diagram_face import render_drawing, render_hidden_texts
from studyapp.core.rendering.markdown_rendering import (
    html_to_text,
    render_cloze_answer,
    render_cloze_question,
    render_inline_markdown,
    render_markdown,
)
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

_MAX_LARGE_FONT_LENGTH = 90
"""Characters above which a question is set in the smaller font."""


@dataclass(frozen=True, slots=True)
class LearnerResponse:
    """What the learner did before revealing the answer: text typed, or indexes of options picked (from 0)."""

    typed_answer: str = ""
    picked_options: frozenset[int] = frozenset()
    is_forgiving: bool = False
    """Whether case, width and punctuation of the typed text are ignored."""


@dataclass(frozen=True, slots=True)
class Face:
    """HTML of a card: the question, the answer alone, the explanation (may be empty), and the whole card once
    revealed."""

    question: str
    answer: str
    explanation: str
    revealed: str


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
        case TypedAnswer(front, answer):
            comparison = _typed_comparison(content, languages.swapped, response)
            return _render_two_sides(front, answer, languages, why, before=comparison)
        case Term():
            aside = _wrap_in_div("aside", _render_other_term_fields(card, content, languages))
            return _render_two_sides(*_term_sides(card, content), languages, why, after=aside)
        case Cloze():
            return _render_cloze(card, content, languages, why)
        case MultipleChoice():
            return _render_multiple_choice(card, content, languages, review_count, response, why)
        case Claim(claim):
            return _render_claim(claim, card.note.evidence, languages, why)
        case Diagram(drawing):
            return _render_diagram(drawing, card.ordinal, languages, why)
        case CustomContent():
            return _render_custom(card, content, languages, response, why)
        case _:
            assert_never(content)


def render_versions(text: LocalizedText, languages: CardLanguages, render: Callable[[str], str]) -> str:
    """Render the versions of a text that are shown, each tagged with its language."""
    return _tag_languages(text.versions_for(languages), render)


def _tag_languages(versions: Iterable[tuple[str, str]], render: Callable[[str], str]) -> str:
    return "".join(
        f'<div class="lang-{language}" lang="{language}">{render(text)}</div>' if language else render(text)
        for language, text in versions
    )


def shuffled_option_order(card: Card, review_count: int) -> list[int]:
    """Return the indexes of the options in display order, shuffled differently for each review. Empty unless the note
    is multiple choice."""
    count = len(card.note.content.options) if isinstance(card.note.content, MultipleChoice) else 0
    return sorted(
        range(count), key=lambda index: hashlib.md5(f"{card.id}:{review_count}:{index}".encode()).digest()
    )


def _render_two_sides(
    front: LocalizedText,
    back: LocalizedText,
    languages: CardLanguages,
    explanation: str,
    *,
    before: str = "",
    after: str = "",
) -> Face:
    """Render a card with a question and an answer. `before` and `after` surround the answer once it is revealed."""
    question, answer = (
        render_versions(front, languages, render_markdown),
        render_versions(back, languages.swapped, render_markdown),
    )
    answer_block = _wrap_in_div("answer", before + answer + after)
    return _build_face(
        question, answer, explanation, _wrap_in_div("question", question) + "<hr>" + answer_block
    )


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
    question = render_versions(claim, languages, render_markdown)
    level = (
        f"<p><strong>{escape(evidence_caption(evidence, languages.swapped))}</strong></p>" if evidence else ""
    )
    answer = level + explanation
    return _build_face(
        question, answer, "", _wrap_in_div("question", question) + "<hr>" + _wrap_in_div("answer", answer)
    )


def _render_diagram(drawing: Drawing, ordinal: int, languages: CardLanguages, explanation: str) -> Face:
    hidden = render_drawing(drawing, languages, ordinal, revealed=False)
    shown = render_drawing(drawing, languages.swapped, ordinal, revealed=True)
    answer = render_hidden_texts(drawing, languages.swapped, ordinal)
    return Face(
        _wrap_in_div("drawing", hidden),
        answer,
        explanation,
        _wrap_in_div("drawing", shown) + _wrap_in_div("why", explanation),
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
    return _build_face(
        question,
        answer,
        explanation,
        _wrap_in_div("question", _tag_languages(content.text.versions_on_both_sides(languages), fill)),
    )


def _render_multiple_choice(
    card: Card,
    content: MultipleChoice,
    languages: CardLanguages,
    review_count: int,
    response: LearnerResponse,
    explanation: str,
) -> Face:
    order = shuffled_option_order(card, review_count)
    question = _wrap_in_div("question", render_versions(content.front, languages, render_markdown))
    options = [
        (_option_letter(index), option_index, content.options[option_index])
        for index, option_index in enumerate(order)
    ]
    options_before = "".join(
        _option_before_reveal(*row, response.picked_options, languages) for row in options
    )
    options_after = "".join(
        _option_after_reveal(*row, response.picked_options, languages.swapped) for row in options
    )
    answer = "".join(
        f"<p>{_option_text(option, languages.swapped)}</p>" for option in content.options if option.is_correct
    )
    revealed = question + options_after + _wrap_in_div("why", explanation)
    return Face(question + options_before, answer, explanation, revealed)


def _render_custom(
    card: Card, content: CustomContent, languages: CardLanguages, response: LearnerResponse, explanation: str
) -> Face:
    # Deferred: few decks have custom note types.
    from studyapp.core.rendering.custom_face import FRONT_PLACEHOLDER, render_custom_face

    def render_comparison(correct_answer: str) -> str:
        return _mark_wrong_letters(response, [correct_answer]) + f"<p>{escape(correct_answer)}</p>"

    custom_face = render_custom_face(card.note, content, card.ordinal, languages, render_comparison)
    question = _wrap_in_div("question", custom_face.question)
    revealed = _wrap_in_div("answer", custom_face.back.replace(FRONT_PLACEHOLDER, question))
    return Face(question, custom_face.answer, explanation, revealed + _wrap_in_div("why", explanation))


def _option_letter(index: int) -> str:
    """Return A to Z, then 27, 28 …"""
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def _option_text(option: AnswerOption, languages: CardLanguages) -> str:
    """Render an option with each version tagged by language, because the two Chinese scripts need different fonts."""
    return " · ".join(
        f'<span class="lang-{language}">{render_inline_markdown(text)}</span>'
        if language
        else render_inline_markdown(text)
        for language, text in option.text.versions_for(languages)
    )


def _option_before_reveal(
    letter: str, option_index: int, option: AnswerOption, picked: frozenset[int], languages: CardLanguages
) -> str:
    css_class = "picked" if option_index in picked else "option"
    return (
        f'<p align="left" class="{css_class}"><a class="{css_class}" href="option:{option_index}">'
        f"{letter}&nbsp;&nbsp; {_option_text(option, languages)}</a></p>"
    )


def _option_after_reveal(
    letter: str, option_index: int, option: AnswerOption, picked: frozenset[int], languages: CardLanguages
) -> str:
    mark = "✓" if option.is_correct else ("✗" if option_index in picked else "&nbsp;")
    css_class = "right" if option.is_correct else ("wrong" if option_index in picked else "option")
    explanation = _option_explanation(option.explanation, languages) if option.explanation else ""
    return f'<p align="left" class="{css_class}">{letter}&nbsp;&nbsp; {_option_text(option, languages)}&nbsp; {mark}</p>{explanation}'


def _option_explanation(explanation: LocalizedText, languages: CardLanguages) -> str:
    return _wrap_in_div(
        "reason", render_versions(explanation, languages, render_markdown).replace("<p>", '<p align="left">')
    )


def _typed_comparison(content: TypedAnswer, languages: CardLanguages, response: LearnerResponse) -> str:
    """Return the typed text with its wrong characters marked. Empty if nothing was typed."""
    return _mark_wrong_letters(
        response,
        [html_to_text(render_markdown(text)) for text in content.answer.accepted_answers(languages)],
    )


def _mark_wrong_letters(response: LearnerResponse, answers: list[str]) -> str:
    if not response.typed_answer.strip():
        return ""
    comparison = compare_answer(response.typed_answer, answers, forgiving=response.is_forgiving)
    mark = " ✓" if comparison.is_correct else " ✗"
    return f'<p class="typed">{"".join(map(_segment_html, comparison.typed))}{mark}</p>'


def _segment_html(segment: Segment) -> str:
    return f'<span class="{"right" if segment.is_match else "wrong"}">{escape(segment.text)}</span>'


def _build_face(question: str, answer: str, explanation: str, revealed: str) -> Face:
    return Face(
        _wrap_in_div("question", question), answer, explanation, revealed + _wrap_in_div("why", explanation)
    )


def _wrap_in_div(css_class: str, html: str) -> str:
    if not html:
        return ""
    if css_class == "question" and len(html_to_text(html)) > _MAX_LARGE_FONT_LENGTH:
        css_class = "long"
    return f'<div class="{css_class}">{html}</div>'
