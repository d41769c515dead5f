"""The options of a choice as HTML: the list that is asked, and the list that says which are right and why."""

import hashlib
from string import ascii_uppercase

from studyapp.anki.writing.localized_html import in_languages
from studyapp.core.notes.note import Choice, Option
from studyapp.core.text.localized_text import LanguageChoice, Text

_SEVERAL = Text((("en", "Several are right"), ("zh-Hant", "正確的不只一項")))


def option_order(count: int, note_key: str) -> list[int]:
    """The places of the options in the order shown. It is one shuffle for ever: an Anki card is fixed HTML,
    and front and back must agree. It depends on the note's key, so that editing words moves nothing."""
    return sorted(range(count), key=lambda place: hashlib.sha256(f"{note_key}:{place}".encode()).digest())


def options_html(content: Choice, note_key: str, choice: LanguageChoice) -> str:
    """What the front shows: lettered options that do not tell which are right."""
    rows = [
        f"<li>{_lettered(position)}{_words(option, choice)}</li>"
        for position, option in enumerate(_in_order(content, note_key))
    ]
    several = sum(option.right for option in content.options) > 1
    notice = f'<div class="several">{in_languages(_SEVERAL, choice)}</div>' if several else ""
    return f'{notice}<ol class="options">{"".join(rows)}</ol>'


def solution_html(content: Choice, note_key: str, choice: LanguageChoice) -> str:
    """What the back shows: the same list with the right ones marked and each option's reason."""
    rows = []
    for position, option in enumerate(_in_order(content, note_key)):
        reason = f'<div class="reason">{in_languages(option.why, choice)}</div>' if option.why else ""
        kind, mark = ("right", '<span class="mark">✓</span>') if option.right else ("wrong", "")
        words = f'<div class="words">{in_languages(option.text, choice)}{reason}</div>'
        rows.append(f'<li class="{kind}">{_lettered(position)}{words}{mark}</li>')
    return f'<ol class="options">{"".join(rows)}</ol>'


def _in_order(content: Choice, note_key: str) -> list[Option]:
    return [content.options[place] for place in option_order(len(content.options), note_key)]


def _lettered(position: int) -> str:
    letter = ascii_uppercase[position] if position < len(ascii_uppercase) else str(position + 1)
    return f'<span class="letter">{letter}</span>'


def _words(option: Option, choice: LanguageChoice) -> str:
    return f'<div class="words">{in_languages(option.text, choice)}</div>'
