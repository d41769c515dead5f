"""Style rules for single notes."""

import re
from collections.abc import Iterator, Sequence

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.notes.note import Basic, Claim, Cloze, MultipleChoice, Note, Reversed, Term, TypedAnswer
from studyapp.core.style.chinese_punctuation import check_chinese_punctuation
from studyapp.core.style.cloze_rules import check_gaps
from studyapp.core.style.meta_questions import check_meta_question
from studyapp.core.style.note_texts import field_texts
from studyapp.core.style.question_answer import plain_text_in, question_answers
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.style.visible_answers import check_visible_answers
from studyapp.core.style.words import has_ideograph, is_chinese
from studyapp.core.text.localized_text import LocalizedText

MAX_ANSWER_LENGTH, MAX_DEFINITION_LENGTH, MAX_EXPLANATION_LENGTH = 100, 150, 200
"""Characters of an answer, a definition and an explanation in an alphabetic language."""

_MAX_CHECKED_LENGTH = 4000
"""Texts with more characters than this are reported as too long and not checked further."""

_CHINESE_LENGTH_FACTOR = 0.5
"""A Chinese character carries about as much as two letters, so the limits are half as high."""

_MAX_LIST_ITEMS = 3
_YES_NO_QUESTION = {
    "en": re.compile(
        r"(is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)\b", re.IGNORECASE
    ),
    "zh": re.compile(r".*(嗎|是否|是不是|有沒有|能不能|會不會|可不可以)"),
}
_YES_NO_ANSWER = re.compile(r"(yes|no|true|false|是|否|對|不是|不對|會|不會|能|不能)[.。!！]?", re.IGNORECASE)
_DANGLING_WORD = {
    "en": re.compile(
        r"\b(this|these|those(?! (of|who|that|which|whose|in|with|about|at|from|on)\b)|above|below|here|the authors?(?! of)|the former|the latter)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"本文|上述|前述|如上|下述|此處|這裡|這些|筆者|前者|後者|(?<!的)作者"),
}
_MAX_LENGTH_RATIO = 1.8
_SHORT_OPTION_LENGTH = 14
_NUMBER = re.compile(r"[0-9][0-9,.]*")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_ASKS_FOR_A_NUMBER = re.compile(
    r"\b(which|what) (whole )?number\b|哪(個|一個)數|什麼數|這個數", re.IGNORECASE
)
_LOWERCASE_WORD = re.compile(r"\b[a-z]{2,}\b")


def check_note(note: Note, languages: Sequence[str]) -> Iterator[StyleFinding]:
    """Yield the findings for a note of a deck in these languages (empty if the deck names none)."""
    yield from _check_missing_parts(note, languages)
    if any(
        len(version) > _MAX_CHECKED_LENGTH for _, text in _note_texts(note) for version in text.version_texts
    ):
        yield make_finding(
            note.key,
            StyleRule.LONG_ANSWER,
            language="*",
            length=f"over {_MAX_CHECKED_LENGTH}",
            limit=MAX_DEFINITION_LENGTH,
        )
        return
    for language in languages or ("",):
        yield from _check_questions(note, language)
        yield from _check_lengths(note, language)
        yield from check_visible_answers(note, language)
        yield from check_gaps(note, language)
        yield from check_meta_question(note, language)
        if isinstance(note.content, MultipleChoice):
            yield from _check_option_lengths(note, note.content, language)
    yield from check_chinese_punctuation(note, languages)


def _check_missing_parts(note: Note, languages: Sequence[str]) -> Iterator[StyleFinding]:
    if not note.section:
        yield make_finding(note.key, StyleRule.SECTION_MISSING)
    if note.evidence is None and not isinstance(note.content, Term):
        yield make_finding(note.key, StyleRule.EVIDENCE_MISSING)
    for name, text in _note_texts(note):
        missing_languages = [tag for tag in languages if tag not in text.languages]
        if missing_languages and (text.languages or (len(languages) > 1 and _is_language_specific(text))):
            yield make_finding(
                note.key, StyleRule.LANGUAGE_MISSING, field=name, language=", ".join(missing_languages)
            )


def _is_language_specific(text: LocalizedText) -> bool:
    """Return whether a language-neutral text contains prose rather than a name or a number."""
    return any(
        has_ideograph(version) or len(_LOWERCASE_WORD.findall(version)) > 4 for version in text.version_texts
    )


def _note_texts(note: Note) -> Iterator[tuple[str, LocalizedText]]:
    return ((name, text) for name, text in field_texts(note) if name != "translation")


def _check_questions(note: Note, language: str) -> Iterator[StyleFinding]:
    script = "zh" if is_chinese(language) else "en"
    for question_answer in question_answers(note, language):
        is_question = not isinstance(note.content, Claim | Cloze | Term | Reversed)
        if (
            is_question and _YES_NO_QUESTION[script].match(question_answer.question)
        ) or _YES_NO_ANSWER.fullmatch(question_answer.answer):
            yield make_finding(
                note.key, StyleRule.YES_OR_NO, language=language, words=question_answer.question
            )
        dangling_word = _DANGLING_WORD[script].search(question_answer.question)
        if dangling_word and not isinstance(note.content, Reversed):
            yield make_finding(note.key, StyleRule.DANGLING_WORD, language=language, word=dangling_word[0])
        if (
            isinstance(note.content, Basic | TypedAnswer)
            and _is_bare_number(question_answer.answer)
            and not _ASKS_FOR_A_NUMBER.search(question_answer.question)
        ):
            yield make_finding(
                note.key, StyleRule.NUMBER_WITHOUT_UNIT, language=language, figure=question_answer.answer
            )
    if isinstance(note.content, Cloze):
        yield from _check_bare_clozes(note, plain_text_in(note.content.text, language), language)


def _check_bare_clozes(note: Note, text: str, language: str) -> Iterator[StyleFinding]:
    """Report numbers hidden without a unit. The unit may follow the deletion."""
    for match in CLOZE_PATTERN.finditer(text):
        next_character = text[match.end() :].lstrip()[:1]
        if _is_bare_number(match[2]) and not (next_character.isalpha() or next_character in ("%", "°")):
            yield make_finding(note.key, StyleRule.NUMBER_WITHOUT_UNIT, language=language, figure=match[2])


def _is_bare_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def _check_lengths(note: Note, language: str) -> Iterator[StyleFinding]:
    factor = _CHINESE_LENGTH_FACTOR if is_chinese(language) else 1.0
    for text, limit in _length_limits(note):
        plain_text = plain_text_in(text, language)
        if len(plain_text) > limit * factor:
            yield make_finding(
                note.key,
                StyleRule.LONG_ANSWER,
                language=language,
                length=len(plain_text),
                limit=round(limit * factor),
            )
        if _count_facts(plain_text) > 1:
            yield make_finding(note.key, StyleRule.SEVERAL_FACTS, language=language)
    explanation = plain_text_in(note.explanation, language)
    if len(explanation) > MAX_EXPLANATION_LENGTH * factor:
        limit = round(MAX_EXPLANATION_LENGTH * factor)
        yield make_finding(
            note.key, StyleRule.LONG_EXPLANATION, language=language, length=len(explanation), limit=limit
        )


def _length_limits(note: Note) -> Iterator[tuple[LocalizedText, int]]:
    match note.content:
        case Basic(_, back):
            yield back, MAX_ANSWER_LENGTH
        case Reversed(front, back):
            yield front, MAX_ANSWER_LENGTH
            yield back, MAX_ANSWER_LENGTH
        case TypedAnswer(_, answer):
            yield answer, MAX_ANSWER_LENGTH
        case Term(_, definition, _):
            yield definition, MAX_DEFINITION_LENGTH
        case _:
            return


def _count_facts(text: str) -> int:
    """Return 1, or more if the text has several sentences, several lines or a long list."""
    sentences = len(re.findall(r"[.!?](?=\s+[A-Z])|[。！？](?=.)", text)) + 1
    lines = len([line for line in text.splitlines() if line.strip()])
    list_items = max(
        len(re.findall(r"(?m)^[ \t]*(?:[-+]|\d+\.)\s", text)), len(text.split("、")), len(text.split("; "))
    )
    return max(sentences, lines, 2 if list_items > _MAX_LIST_ITEMS else 1)


def _check_option_lengths(note: Note, content: MultipleChoice, language: str) -> Iterator[StyleFinding]:
    """Report questions whose correct option is recognizable by its length."""
    lengths = [(len(plain_text_in(option.text, language)), option.is_correct) for option in content.options]
    correct = [length for length, is_correct in lengths if is_correct]
    wrong = [length for length, is_correct in lengths if not is_correct]
    short_length = _SHORT_OPTION_LENGTH * (_CHINESE_LENGTH_FACTOR if is_chinese(language) else 1.0)
    if not correct or not wrong:
        return
    stands_out = max(correct) > _MAX_LENGTH_RATIO * max(wrong) or min(wrong) > _MAX_LENGTH_RATIO * max(
        correct
    )
    gap = max(max(correct) - max(wrong), min(wrong) - max(correct))
    if stands_out and gap > short_length / 2 and max(*correct, *wrong) > short_length:
        yield make_finding(note.key, StyleRule.UNEQUAL_OPTIONS, language=language)
