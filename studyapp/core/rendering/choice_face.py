"""Multiple-choice cards: the order of the options, and how they look before and after the answer is shown."""

import hashlib
from html import escape

from studyapp.core.cards.card import Card
from studyapp.core.notes.note import AnswerOption, MultipleChoice
from studyapp.core.rendering.card_captions import picked_option_caption
from studyapp.core.rendering.face_html import Face, LearnerResponse, mark_answer, render_versions, wrap_in_div
from studyapp.core.rendering.markdown_rendering import render_inline_markdown, render_markdown
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

_RIGHT_OPTION_TAG = '<p align="left" class="right">'


def shuffled_option_order(card: Card, review_count: int) -> list[int]:
    """Return the indexes of the options in display order, shuffled differently for each review. Empty unless the note
    is multiple choice."""
    count = len(card.note.content.options) if isinstance(card.note.content, MultipleChoice) else 0
    return sorted(
        range(count), key=lambda index: hashlib.md5(f"{card.id}:{review_count}:{index}".encode()).digest()
    )


def render_multiple_choice(
    card: Card,
    content: MultipleChoice,
    languages: CardLanguages,
    review_count: int,
    response: LearnerResponse,
    explanation: str,
) -> Face:
    """Render a multiple-choice card, with the picked options marked."""
    order = shuffled_option_order(card, review_count)
    question = wrap_in_div("question", render_versions(content.front, languages, render_markdown))
    options = [
        (option_letter(index), option_index, content.options[option_index])
        for index, option_index in enumerate(order)
    ]
    options_before = "".join(
        _option_before_reveal(*row, response.picked_options, languages) for row in options
    )
    picked = response.picked_options
    options_after = "".join(_option_after_reveal(*row, picked, languages.swapped) for row in options)
    answer = "".join(
        f"<p>{render_option(option, languages.swapped)}</p>"
        for option in content.options
        if option.is_correct
    )
    revealed = question + mark_answer(options_after, _RIGHT_OPTION_TAG) + wrap_in_div("why", explanation)
    correct = {index for index, option in enumerate(content.options) if option.is_correct}
    is_correct = picked == correct if picked else None
    return Face(question + options_before, answer, explanation, revealed, is_correct)


def option_letter(index: int) -> str:
    """Return A to Z, then 27, 28 …"""
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def render_option(option: AnswerOption, languages: CardLanguages) -> str:
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
        f"{letter}&nbsp;&nbsp; {render_option(option, languages)}</a></p>"
    )


def _option_after_reveal(
    letter: str, option_index: int, option: AnswerOption, picked: frozenset[int], languages: CardLanguages
) -> str:
    is_picked = option_index in picked
    mark = "✓" if option.is_correct else ("✗" if is_picked else "&nbsp;")
    css_class = "right" if option.is_correct else ("wrong" if is_picked else "option")
    caption = f' <span class="yours">{escape(picked_option_caption(languages))}</span>' if is_picked else ""
    # After a pick, only the options that matter are explained.
    is_explained = option.is_correct or is_picked or not picked
    explanation = _option_explanation(option.explanation, languages) if is_explained else ""
    return (
        f'<p align="left" class="{css_class}">{letter}&nbsp;&nbsp; {render_option(option, languages)}&nbsp; '
        f"{mark}{caption}</p>{explanation}"
    )


def _option_explanation(explanation: LocalizedText | None, languages: CardLanguages) -> str:
    if explanation is None:
        return ""
    return wrap_in_div(
        "reason", render_versions(explanation, languages, render_markdown).replace("<p>", '<p align="left">')
    )
