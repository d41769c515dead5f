"""The two sides of a card as HTML: what is asked, and what is shown once it is revealed."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import assert_never

from studyapp.core.cards.card import Card, CardKind
from studyapp.core.notes.drawing import Drawing
from studyapp.core.notes.note import (
    Basic,
    Choice,
    Claim,
    Cloze,
    Diagram,
    Evidence,
    Option,
    Reversed,
    Templated,
    Term,
    Typed,
)
from studyapp.core.rendering.answer_comparison import Piece, compare
from studyapp.core.rendering.card_captions import grade
from studyapp.core.rendering.diagram_face import answer_html, drawing_html
from studyapp.core.rendering.markdown_rendering import (
    cloze_answer,
    cloze_question,
    plain_text,
    to_html,
    to_inline_html,
)
from studyapp.core.text.localized_text import LanguageChoice, Text

_LONG = 90
"""Letters from which a question is set in the smaller size."""


@dataclass(frozen=True, slots=True)
class Response:
    """What the learner did before revealing: words typed, or options picked by their place (from 0)."""

    typed: str = ""
    picked: frozenset[int] = frozenset()
    forgiving: bool = False
    """Whether case, width and punctuation of what was typed are passed over."""


@dataclass(frozen=True, slots=True)
class Face:
    """HTML of a card: the question, the answer alone, the reason (may be empty), and the whole as it
    stands once revealed."""

    question: str
    answer: str
    why: str
    revealed: str


def first_line(card: Card, choice: LanguageChoice) -> str:
    """A card's question in a few words, to name it by."""
    return plain_text(face_of(card, choice).question).partition("\n")[0]


def face_of(card: Card, choice: LanguageChoice, turn: int = 0, response: Response | None = None) -> Face:
    """Both sides of a card in the languages chosen. `turn`, the card's number of reviews, decides the order
    of options: the same while a card is on screen, another the next time."""
    given = response or Response()
    content = card.note.content
    behind = choice.behind
    why = in_languages(card.note.why, behind, to_html) if card.note.why else ""
    match content:
        case Basic(front, back):
            return _two_sides(front, back, choice, why)
        case Reversed(front, back):
            sides = (back, front) if card.kind is CardKind.BACKWARD else (front, back)
            return _two_sides(*sides, choice, why)
        case Typed(front, answer):
            return _two_sides(front, answer, choice, why, before=_compared(content, behind, given))
        case Term():
            aside = _block("aside", _rest_of_term(card, content, choice))
            return _two_sides(*_term_sides(card, content), choice, why, after=aside)
        case Cloze():
            return _cloze_face(card, content, choice, why)
        case Choice():
            return _choice_face(card, content, choice, turn, given, why)
        case Claim(claim):
            return _claim_face(claim, card.note.evidence, choice, why)
        case Diagram(drawing):
            return _diagram_face(drawing, card.ordinal, choice, why)
        case Templated():
            return _templated_face(card, content, given, why)
        case _:
            assert_never(content)


def in_languages(text: Text, choice: LanguageChoice, render: Callable[[str], str]) -> str:
    """The versions of a text that are shown, rendered, each marked with its language."""
    return _marked(text.shown_in(choice), render)


def _marked(versions: Iterable[tuple[str, str]], render: Callable[[str], str]) -> str:
    return "".join(
        f'<div class="lang-{language}" lang="{language}">{render(words)}</div>' if language else render(words)
        for language, words in versions
    )


def option_order(card: Card, turn: int) -> list[int]:
    """The places of a choice's options as they stand on the card, shuffled anew each turn."""
    count = len(card.note.content.options) if isinstance(card.note.content, Choice) else 0
    return sorted(range(count), key=lambda place: hashlib.md5(f"{card.id}:{turn}:{place}".encode()).digest())


def _two_sides(
    front: Text, back: Text, choice: LanguageChoice, why: str, *, before: str = "", after: str = ""
) -> Face:
    """A card with a question and an answer; `before` and `after` stand around the answer once it is revealed."""
    question, answer = in_languages(front, choice, to_html), in_languages(back, choice.behind, to_html)
    shown = _block("answer", before + answer + after)
    return _face(question, answer, why, _block("question", question) + "<hr>" + shown)


def _term_sides(card: Card, content: Term) -> tuple[Text, Text]:
    if card.kind is CardKind.TRANSLATE and content.translation is not None:
        return content.term, content.translation
    if card.kind is CardKind.RECALL:
        return content.definition, content.term
    return content.term, content.definition


def _claim_face(claim: Text, evidence: Evidence | None, choice: LanguageChoice, why: str) -> Face:
    """The answer is how well the claim is supported, and why."""
    question = in_languages(claim, choice, to_html)
    level = f"<p><strong>{escape(grade(evidence, choice.behind))}</strong></p>" if evidence else ""
    answer = level + why
    return _face(question, answer, "", _block("question", question) + "<hr>" + _block("answer", answer))


def _diagram_face(drawing: Drawing, part: int, choice: LanguageChoice, why: str) -> Face:
    hidden = drawing_html(drawing, choice, part, shown=False)
    shown = drawing_html(drawing, choice.behind, part, shown=True)
    answer = answer_html(drawing, choice.behind, part)
    return Face(_block("drawing", hidden), answer, why, _block("drawing", shown) + _block("why", why))


def _rest_of_term(card: Card, content: Term, choice: LanguageChoice) -> str:
    """What else is known of a term, for the back of the cards that do not ask for it."""
    if card.kind is CardKind.TRANSLATE:
        return in_languages(content.definition, choice.behind, to_html)
    translation = content.translation
    if translation is None or not translation.is_for(choice.together):
        return ""
    return in_languages(translation, choice.behind, to_html)


def _cloze_face(card: Card, content: Cloze, choice: LanguageChoice, why: str) -> Face:
    """The answer stands in the place of the question, so what was read there stays beside it."""

    def filled(words: str) -> str:
        return cloze_answer(words, card.ordinal)

    question = in_languages(content.text, choice, lambda words: cloze_question(words, card.ordinal))
    answer = in_languages(content.text, choice.behind, filled)
    return _face(
        question, answer, why, _block("question", _marked(content.text.shown_on_either_side(choice), filled))
    )


def _choice_face(
    card: Card, content: Choice, choice: LanguageChoice, turn: int, given: Response, why: str
) -> Face:
    order = option_order(card, turn)
    asked = _block("question", in_languages(content.front, choice, to_html))
    options = [(_letter(index), place, content.options[place]) for index, place in enumerate(order)]
    open_list = "".join(_open_option(*row, given.picked, choice) for row in options)
    judged = "".join(_judged_option(*row, given.picked, choice.behind) for row in options)
    answer = "".join(f"<p>{_words(option, choice.behind)}</p>" for option in content.options if option.right)
    return Face(asked + open_list, answer, why, asked + judged + _block("why", why))


def _templated_face(card: Card, content: Templated, given: Response, why: str) -> Face:
    from studyapp.core.rendering.custom_face import FRONT, templated_face  # few decks have types of their own

    def compared(right: str) -> str:
        return _marked_letters(given, [right]) + f"<p>{escape(right)}</p>"

    made = templated_face(card.note, content, card.ordinal, compared)
    question = _block("question", made.question)
    revealed = _block("answer", made.back.replace(FRONT, question))
    return Face(question, made.answer, why, revealed + _block("why", why))


def _letter(index: int) -> str:
    """A to Z, then 27, 28 …"""
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def _words(option: Option, choice: LanguageChoice) -> str:
    """Each marked with its language, as `in_languages` does: the letters of both Chinese scripts differ."""
    return " · ".join(
        f'<span class="lang-{language}">{to_inline_html(words)}</span>' if language else to_inline_html(words)
        for language, words in option.text.shown_in(choice)
    )


def _open_option(
    letter: str, place: int, option: Option, picked: frozenset[int], choice: LanguageChoice
) -> str:
    kind = "picked" if place in picked else "option"
    return (
        f'<p align="left" class="{kind}"><a class="{kind}" href="option:{place}">'
        f"{letter}&nbsp;&nbsp; {_words(option, choice)}</a></p>"
    )


def _judged_option(
    letter: str, place: int, option: Option, picked: frozenset[int], choice: LanguageChoice
) -> str:
    mark = "✓" if option.right else ("✗" if place in picked else "&nbsp;")
    kind = "right" if option.right else ("wrong" if place in picked else "option")
    reason = _reason(option.why, choice) if option.why else ""
    return f'<p align="left" class="{kind}">{letter}&nbsp;&nbsp; {_words(option, choice)}&nbsp; {mark}</p>{reason}'


def _reason(why: Text, choice: LanguageChoice) -> str:
    return _block("reason", in_languages(why, choice, to_html).replace("<p>", '<p align="left">'))


def _compared(content: Typed, choice: LanguageChoice, given: Response) -> str:
    """What was typed with its wrong letters marked; nothing where nothing was typed."""
    return _marked_letters(
        given, [plain_text(to_html(words)) for words in content.answer.accepted_in(choice)]
    )


def _marked_letters(given: Response, answers: list[str]) -> str:
    if not given.typed.strip():
        return ""
    comparison = compare(given.typed, answers, forgiving=given.forgiving)
    mark = " ✓" if comparison.is_right else " ✗"
    return f'<p class="typed">{"".join(map(_piece, comparison.typed))}{mark}</p>'


def _piece(piece: Piece) -> str:
    return f'<span class="{"right" if piece.matches else "wrong"}">{escape(piece.letters)}</span>'


def _face(question: str, answer: str, why: str, revealed: str) -> Face:
    return Face(_block("question", question), answer, why, revealed + _block("why", why))


def _block(kind: str, html: str) -> str:
    if not html:
        return ""
    if kind == "question" and len(plain_text(html)) > _LONG:
        kind = "long"
    return f'<div class="{kind}">{html}</div>'
