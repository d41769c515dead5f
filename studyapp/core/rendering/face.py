"""The two sides of a card as HTML: what is asked, and what is shown once it is revealed."""

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

_SMALL_FONT_FROM = 90
"""Letters from which a question is set in the smaller size."""


@dataclass(frozen=True, slots=True)
class LearnerResponse:
    """What the learner did before revealing: words typed, or options picked by their place (from 0)."""

    typed_answer: str = ""
    picked_options: frozenset[int] = frozenset()
    is_forgiving: bool = False
    """Whether case, width and punctuation of what was typed are passed over."""


@dataclass(frozen=True, slots=True)
class Face:
    """HTML of a card: the question, the answer alone, the reason (may be empty), and the whole as it
    stands once revealed."""

    question: str
    answer: str
    explanation: str
    revealed: str


def card_title(card: Card, languages: CardLanguages) -> str:
    """A card's question in a few words, to name it by."""
    return html_to_text(render_face(card, languages).question).partition("\n")[0]


def render_face(
    card: Card, languages: CardLanguages, review_count: int = 0, response: LearnerResponse | None = None
) -> Face:
    """Both sides of a card in the languages chosen. `turn`, the card's number of reviews, decides the order
    of options: the same while a card is on screen, another the next time."""
    given = response or LearnerResponse()
    content = card.note.content
    behind = languages.swapped
    why = render_versions(card.note.explanation, behind, render_markdown) if card.note.explanation else ""
    match content:
        case Basic(front, back):
            return _render_two_sides(front, back, languages, why)
        case Reversed(front, back):
            sides = (back, front) if card.kind is CardKind.REVERSED else (front, back)
            return _render_two_sides(*sides, languages, why)
        case TypedAnswer(front, answer):
            return _render_two_sides(
                front, answer, languages, why, before=_typed_comparison(content, behind, given)
            )
        case Term():
            aside = _wrap_in_div("aside", _render_other_term_fields(card, content, languages))
            return _render_two_sides(*_term_sides(card, content), languages, why, after=aside)
        case Cloze():
            return _render_cloze(card, content, languages, why)
        case MultipleChoice():
            return _render_multiple_choice(card, content, languages, review_count, given, why)
        case Claim(claim):
            return _render_claim(claim, card.note.evidence, languages, why)
        case Diagram(drawing):
            return _render_diagram(drawing, card.ordinal, languages, why)
        case CustomContent():
            return _render_custom(card, content, given, why)
        case _:
            assert_never(content)


def render_versions(text: LocalizedText, languages: CardLanguages, render: Callable[[str], str]) -> str:
    """The versions of a text that are shown, rendered, each marked with its language."""
    return _tag_languages(text.versions_for(languages), render)


def _tag_languages(versions: Iterable[tuple[str, str]], render: Callable[[str], str]) -> str:
    return "".join(
        f'<div class="lang-{language}" lang="{language}">{render(words)}</div>' if language else render(words)
        for language, words in versions
    )


def shuffled_option_order(card: Card, review_count: int) -> list[int]:
    """The places of a choice's options as they stand on the card, shuffled anew each turn."""
    count = len(card.note.content.options) if isinstance(card.note.content, MultipleChoice) else 0
    return sorted(
        range(count), key=lambda place: hashlib.md5(f"{card.id}:{review_count}:{place}".encode()).digest()
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
    """A card with a question and an answer; `before` and `after` stand around the answer once it is revealed."""
    question, answer = (
        render_versions(front, languages, render_markdown),
        render_versions(back, languages.swapped, render_markdown),
    )
    shown = _wrap_in_div("answer", before + answer + after)
    return _build_face(question, answer, explanation, _wrap_in_div("question", question) + "<hr>" + shown)


def _term_sides(card: Card, content: Term) -> tuple[LocalizedText, LocalizedText]:
    if card.kind is CardKind.TRANSLATE and content.translation is not None:
        return content.term, content.translation
    if card.kind is CardKind.RECALL:
        return content.definition, content.term
    return content.term, content.definition


def _render_claim(
    claim: LocalizedText, evidence: Evidence | None, languages: CardLanguages, explanation: str
) -> Face:
    """The answer is how well the claim is supported, and why."""
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
    """What else is known of a term, for the back of the cards that do not ask for it."""
    if card.kind is CardKind.TRANSLATE:
        return render_versions(content.definition, languages.swapped, render_markdown)
    translation = content.translation
    if translation is None or not translation.is_readable_in(languages.combined):
        return ""
    return render_versions(translation, languages.swapped, render_markdown)


def _render_cloze(card: Card, content: Cloze, languages: CardLanguages, explanation: str) -> Face:
    """The answer stands in the place of the question, so what was read there stays beside it."""

    def filled(words: str) -> str:
        return render_cloze_answer(words, card.ordinal)

    question = render_versions(
        content.text, languages, lambda words: render_cloze_question(words, card.ordinal)
    )
    answer = render_versions(content.text, languages.swapped, filled)
    return _build_face(
        question,
        answer,
        explanation,
        _wrap_in_div("question", _tag_languages(content.text.versions_on_both_sides(languages), filled)),
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
    asked = _wrap_in_div("question", render_versions(content.front, languages, render_markdown))
    options = [(_option_letter(index), place, content.options[place]) for index, place in enumerate(order)]
    open_list = "".join(_option_before_reveal(*row, response.picked_options, languages) for row in options)
    judged = "".join(
        _option_after_reveal(*row, response.picked_options, languages.swapped) for row in options
    )
    answer = "".join(
        f"<p>{_option_text(option, languages.swapped)}</p>" for option in content.options if option.is_correct
    )
    return Face(asked + open_list, answer, explanation, asked + judged + _wrap_in_div("why", explanation))


def _render_custom(card: Card, content: CustomContent, response: LearnerResponse, explanation: str) -> Face:
    from studyapp.core.rendering.custom_face import (  # few decks have types of their own
        FRONT_PLACEHOLDER,
        render_custom_face,
    )

    def compared(right: str) -> str:
        return _mark_wrong_letters(response, [right]) + f"<p>{escape(right)}</p>"

    made = render_custom_face(card.note, content, card.ordinal, compared)
    question = _wrap_in_div("question", made.question)
    revealed = _wrap_in_div("answer", made.back.replace(FRONT_PLACEHOLDER, question))
    return Face(question, made.answer, explanation, revealed + _wrap_in_div("why", explanation))


def _option_letter(index: int) -> str:
    """A to Z, then 27, 28 …"""
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def _option_text(option: AnswerOption, languages: CardLanguages) -> str:
    """Each marked with its language, as `in_languages` does: the letters of both Chinese scripts differ."""
    return " · ".join(
        f'<span class="lang-{language}">{render_inline_markdown(words)}</span>'
        if language
        else render_inline_markdown(words)
        for language, words in option.text.versions_for(languages)
    )


def _option_before_reveal(
    letter: str, option_index: int, option: AnswerOption, picked: frozenset[int], languages: CardLanguages
) -> str:
    kind = "picked" if option_index in picked else "option"
    return (
        f'<p align="left" class="{kind}"><a class="{kind}" href="option:{option_index}">'
        f"{letter}&nbsp;&nbsp; {_option_text(option, languages)}</a></p>"
    )


def _option_after_reveal(
    letter: str, option_index: int, option: AnswerOption, picked: frozenset[int], languages: CardLanguages
) -> str:
    mark = "✓" if option.is_correct else ("✗" if option_index in picked else "&nbsp;")
    kind = "right" if option.is_correct else ("wrong" if option_index in picked else "option")
    reason = _option_explanation(option.explanation, languages) if option.explanation else ""
    return f'<p align="left" class="{kind}">{letter}&nbsp;&nbsp; {_option_text(option, languages)}&nbsp; {mark}</p>{reason}'


def _option_explanation(explanation: LocalizedText, languages: CardLanguages) -> str:
    return _wrap_in_div(
        "reason", render_versions(explanation, languages, render_markdown).replace("<p>", '<p align="left">')
    )


def _typed_comparison(content: TypedAnswer, languages: CardLanguages, response: LearnerResponse) -> str:
    """What was typed with its wrong letters marked; nothing where nothing was typed."""
    return _mark_wrong_letters(
        response,
        [html_to_text(render_markdown(words)) for words in content.answer.accepted_answers(languages)],
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
    if css_class == "question" and len(html_to_text(html)) > _SMALL_FONT_FROM:
        css_class = "long"
    return f'<div class="{css_class}">{html}</div>'
