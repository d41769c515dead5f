"""Style rule: the answer must not be readable elsewhere on the question."""

from collections.abc import Iterable, Iterator

from studyapp.core.notes.drawing import Drawing, hidden_texts, part_ordinals
from studyapp.core.notes.note import Claim, Diagram, Note
from studyapp.core.style.note_texts import drawing_parts
from studyapp.core.style.question_answer import plain_text_in, question_answers
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.style.words import STOP_WORDS, contains_phrase

_MIN_LENGTH = 2
"""Characters of an answer that is looked for. A single one is found by chance."""

_ENDING = " \n.,;:!?。，；：！？、"


def check_visible_answers(note: Note, language: str) -> Iterator[StyleFinding]:
    """Yield a finding for each answer that stands in its question, or in another part of the diagram."""
    if isinstance(note.content, Claim):
        return  # the answer is a grade, which the claim may name
    if isinstance(note.content, Diagram):
        visible = _visible_labels(note.content.drawing, language)
    else:
        visible = (
            answer
            for question_answer in question_answers(note, language)
            for answer in question_answer.answers
            if _is_visible(answer, [question_answer.question])
        )
    for answer in dict.fromkeys(visible):
        yield make_finding(note.key, StyleRule.ANSWER_VISIBLE, language=language, answer=answer)


def _visible_labels(drawing: Drawing, language: str) -> Iterator[str]:
    parts = [(ordinal, plain_text_in(text, language)) for ordinal, text in drawing_parts(drawing)]
    for ordinal in part_ordinals(drawing):
        other_texts = [text for part_ordinal, text in parts if part_ordinal != ordinal]
        for text in hidden_texts(drawing, ordinal):
            answer = plain_text_in(text, language)
            if _is_visible(answer, other_texts):
                yield answer


def _is_visible(answer: str, texts: Iterable[str]) -> bool:
    phrase = answer.strip(_ENDING).lower()
    if len(phrase) < _MIN_LENGTH or all(word in STOP_WORDS for word in phrase.split()):
        return False
    return any(contains_phrase(text.lower(), phrase) for text in texts)
