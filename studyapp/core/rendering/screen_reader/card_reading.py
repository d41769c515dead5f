"""The two sides of a card as a screen reader says them, in the order in which a listener needs them."""

from studyapp.core.cards.card import Card
from studyapp.core.notes.note import AnswerOption, MultipleChoice
from studyapp.core.rendering.choice_face import option_letter, render_option, shuffled_option_order
from studyapp.core.rendering.face_html import Face, LearnerResponse, render_versions
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.screen_reader.html_reading import read_html
from studyapp.core.rendering.screen_reader.reading_words import ReadingWords, reading_words
from studyapp.core.text.localized_text import CardLanguages, LocalizedText


def read_question(face: Face, languages: CardLanguages) -> str:
    """Return the question line by line: options with their letters, tables row by row, blanks as words."""
    return "\n".join(read_html(face.question, reading_words(languages)).lines)


def read_answer(
    card: Card, face: Face, languages: CardLanguages, review_count: int, response: LearnerResponse
) -> str:
    """Return what the learner answered and whether it was right, then the answer and the explanation, line by line.
    `face` must have been rendered with the other arguments."""
    words = reading_words(languages.swapped)
    result = []
    if face.is_response_correct is not None:
        result.append(words.correct if face.is_response_correct else words.wrong)
    content = card.note.content
    if isinstance(content, MultipleChoice):
        lines = _read_options(card, content, languages, review_count, response.picked_options, result)
    else:
        typed = [words.typed.format(response.typed_answer.strip())] if result else []
        lines = [*typed, *result, *_read_answer_html(face.answer, words)]
    explanation = read_html(face.explanation, words).lines
    return "\n".join([*lines, *_prefix_first(words.explanation, explanation)])


def read_picked_options(
    card: Card, languages: CardLanguages, review_count: int, picked: frozenset[int]
) -> str:
    """Return the options picked so far, with their letters. Empty if there are none."""
    content, words = card.note.content, reading_words(languages)
    if not isinstance(content, MultipleChoice):
        return ""
    return "\n".join(
        words.picked.format(_read_option(position, content.options[index], languages))
        for position, index in enumerate(shuffled_option_order(card, review_count))
        if index in picked
    )


def _read_option(position: int, option: AnswerOption, languages: CardLanguages) -> str:
    lines = read_html(render_option(option, languages), reading_words(languages)).lines
    return f"{option_letter(position)}: {' '.join(lines)}"


def _read_options(
    card: Card,
    content: MultipleChoice,
    languages: CardLanguages,
    review_count: int,
    picked: frozenset[int],
    result: list[str],
) -> list[str]:
    """Read the picked options, the result, and the correct options that were not picked, with their reasons."""
    words = reading_words(languages.swapped)

    def read_reason(reason: LocalizedText | None) -> list[str]:
        html = render_versions(reason, languages.swapped, render_markdown) if reason else ""
        return read_html(html, words).lines

    picks, reasons, answers = [], [], []
    for position, index in enumerate(shuffled_option_order(card, review_count)):
        option = content.options[index]
        if index in picked:
            picks.append(words.picked.format(_read_option(position, option, languages.swapped)))
            reasons += read_reason(option.explanation)
        elif option.is_correct:
            answer = _read_option(position, option, languages.swapped)
            answers += [words.answer.format(answer), *read_reason(option.explanation)]
    return [*picks, *result, *reasons, *answers]


def _read_answer_html(html: str, words: ReadingWords) -> list[str]:
    """Read an answer. The text that fills the blanks comes first, then the whole sentence."""
    reading = read_html(html, words)
    if reading.filled:
        return [words.filled.format(", ".join(dict.fromkeys(reading.filled))), *reading.lines]
    return _prefix_first(words.answer, reading.lines)


def _prefix_first(template: str, lines: list[str]) -> list[str]:
    return [template.format(lines[0]), *lines[1:]] if lines else []
