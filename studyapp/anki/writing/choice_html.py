"""The options of a choice as HTML: the list that is asked, and the list that says which are right and why."""

import hashlib
from string import ascii_uppercase

from studyapp.anki.writing.localized_html import render_localized
from studyapp.core.notes.note import AnswerOption, MultipleChoice
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

_SEVERAL_NOTICE = LocalizedText((("en", "Several are right"), ("zh-Hant", "正確的不只一項")))


def shuffle_options(count: int, note_key: str) -> list[int]:
    """The places of the options in the order shown. It is one shuffle for ever: an Anki card is fixed HTML,
    and front and back must agree. It depends on the note's key, so that editing words moves nothing."""
    return sorted(range(count), key=lambda place: hashlib.sha256(f"{note_key}:{place}".encode()).digest())


def render_options(content: MultipleChoice, note_key: str, languages: CardLanguages) -> str:
    """What the front shows: lettered options that do not tell which are right."""
    rows = [
        f"<li>{_render_letter(position)}{_render_option_text(option, languages)}</li>"
        for position, option in enumerate(_shuffled_options(content, note_key))
    ]
    several = sum(option.is_correct for option in content.options) > 1
    notice = f'<div class="several">{render_localized(_SEVERAL_NOTICE, languages)}</div>' if several else ""
    return f'{notice}<ol class="options">{"".join(rows)}</ol>'


def render_solution(content: MultipleChoice, note_key: str, languages: CardLanguages) -> str:
    """What the back shows: the same list with the right ones marked and each option's reason."""
    rows = []
    for position, option in enumerate(_shuffled_options(content, note_key)):
        reason = (
            f'<div class="reason">{render_localized(option.explanation, languages)}</div>'
            if option.explanation
            else ""
        )
        kind, mark = ("right", '<span class="mark">✓</span>') if option.is_correct else ("wrong", "")
        words = f'<div class="words">{render_localized(option.text, languages)}{reason}</div>'
        rows.append(f'<li class="{kind}">{_render_letter(position)}{words}{mark}</li>')
    return f'<ol class="options">{"".join(rows)}</ol>'


def _shuffled_options(content: MultipleChoice, note_key: str) -> list[AnswerOption]:
    return [content.options[place] for place in shuffle_options(len(content.options), note_key)]


def _render_letter(position: int) -> str:
    letter = ascii_uppercase[position] if position < len(ascii_uppercase) else str(position + 1)
    return f'<span class="letter">{letter}</span>'


def _render_option_text(option: AnswerOption, languages: CardLanguages) -> str:
    return f'<div class="words">{render_localized(option.text, languages)}</div>'
