"""HTML for the options of a multiple-choice note: without the solution for the front, with it for the back."""

import hashlib
from string import ascii_uppercase

from studyapp.anki.writing.localized_html import render_localized
from studyapp.core.notes.note import AnswerOption, MultipleChoice
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

_SEVERAL_NOTICE = LocalizedText((("en", "Several are right"), ("zh-Hant", "正確的不只一項")))


def shuffle_options(count: int, note_key: str) -> list[int]:
    """Return the option indexes in display order.

    The order must never change: an Anki card is fixed HTML, and its front and back must agree. It depends
    only on the note's key, so that editing texts doesn't reorder the options.
    """
    return sorted(range(count), key=lambda index: hashlib.sha256(f"{note_key}:{index}".encode()).digest())


def render_options(content: MultipleChoice, note_key: str, languages: CardLanguages) -> str:
    """Return the HTML of the front: lettered options, without marking the correct ones."""
    rows = [
        f"<li>{_render_letter(position)}{_render_option_text(option, languages)}</li>"
        for position, option in enumerate(_shuffled_options(content, note_key))
    ]
    has_several_correct = sum(option.is_correct for option in content.options) > 1
    notice = (
        f'<div class="several">{render_localized(_SEVERAL_NOTICE, languages)}</div>'
        if has_several_correct
        else ""
    )
    return f'{notice}<ol class="options">{"".join(rows)}</ol>'


def render_solution(content: MultipleChoice, note_key: str, languages: CardLanguages) -> str:
    """Return the HTML of the back: the same options with the correct ones marked, and their explanations."""
    rows = []
    for position, option in enumerate(_shuffled_options(content, note_key)):
        explanation = (
            f'<div class="reason">{render_localized(option.explanation, languages)}</div>'
            if option.explanation
            else ""
        )
        css_class, check_mark = (
            ("right", '<span class="mark">✓</span>') if option.is_correct else ("wrong", "")
        )
        body = f'<div class="words">{render_localized(option.text, languages)}{explanation}</div>'
        rows.append(f'<li class="{css_class}">{_render_letter(position)}{body}{check_mark}</li>')
    return f'<ol class="options">{"".join(rows)}</ol>'


def _shuffled_options(content: MultipleChoice, note_key: str) -> list[AnswerOption]:
    return [content.options[index] for index in shuffle_options(len(content.options), note_key)]


def _render_letter(position: int) -> str:
    letter = ascii_uppercase[position] if position < len(ascii_uppercase) else str(position + 1)
    return f'<span class="letter">{letter}</span>'


def _render_option_text(option: AnswerOption, languages: CardLanguages) -> str:
    return f'<div class="words">{render_localized(option.text, languages)}</div>'
