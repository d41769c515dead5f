"""The rules for a note by itself."""

import re
from collections.abc import Iterator, Sequence

from studyapp.core.cards.card import CLOZE_BLANK
from studyapp.core.notes.note import Basic, Choice, Claim, Cloze, Note, Reversed, Term, Typed
from studyapp.core.notes.note_fields import fields_of
from studyapp.core.style.question_answer import asked, in_language
from studyapp.core.style.style_finding import Finding, Rule, finding
from studyapp.core.text.localized_text import Text

LONGEST_ANSWER, LONGEST_DEFINITION, LONGEST_REASON = 100, 150, 200
"""Letters of an answer, a definition and a reason in a language of letters."""

_READ = 4000
"""Letters of a text beyond which it is too long whatever it says, and the rules need not look at it."""

_WIDE_SHARE = 0.5
"""A Chinese character says about as much as two letters: its limits are half."""

_MOST_LISTED = 3
_YES_NO = {
    "en": re.compile(
        r"(is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)\b", re.IGNORECASE
    ),
    "zh": re.compile(r".*(嗎|是否|是不是|有沒有|能不能|會不會|可不可以)"),
}
_YES_NO_ANSWER = re.compile(r"(yes|no|true|false|是|否|對|不是|不對|會|不會|能|不能)[.。!！]?", re.IGNORECASE)
_DANGLING = {
    "en": re.compile(
        r"\b(this|these|those(?! (of|who|that|which|whose|in|with|about|at|from|on)\b)|above|below|here|the authors?(?! of)|the former|the latter)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"本文|上述|前述|如上|下述|此處|這裡|這些|筆者|前者|後者|(?<!的)作者"),
}
_LONGER_THAN_OTHERS = 1.8
_FEW_LETTERS = 14
_NUMBER = re.compile(r"[0-9][0-9,.]*")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_ASKS_FOR_A_NUMBER = re.compile(
    r"\b(which|what) (whole )?number\b|哪(個|一個)數|什麼數|這個數", re.IGNORECASE
)
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_PLAIN_WORD = re.compile(r"\b[a-z]{2,}\b")


def check_note(note: Note, languages: Sequence[str]) -> Iterator[Finding]:
    """What is wrong with a note of a deck in these languages (none: in one that is not named)."""
    yield from _missing(note, languages)
    if any(len(words) > _READ for _, text in _texts(note) for words in text.words):
        yield finding(
            note.key, Rule.LONG_ANSWER, language="*", length=f"over {_READ}", limit=LONGEST_DEFINITION
        )
        return
    for language in languages or ("",):
        yield from _questions(note, language)
        yield from _lengths(note, language)
        if isinstance(note.content, Choice):
            yield from _options(note, note.content, language)


def _missing(note: Note, languages: Sequence[str]) -> Iterator[Finding]:
    if not note.section:
        yield finding(note.key, Rule.SECTION_MISSING)
    if note.evidence is None and not isinstance(note.content, Term):
        yield finding(note.key, Rule.EVIDENCE_MISSING)
    for name, text in _texts(note):
        lacking = [tag for tag in languages if tag not in text.languages]
        if lacking and (text.languages or (len(languages) > 1 and _belongs_to_one(text))):
            yield finding(note.key, Rule.LANGUAGE_MISSING, field=name, language=", ".join(lacking))


def _belongs_to_one(text: Text) -> bool:
    """Whether words given for every reader are words of one language, and not a name or a figure."""
    return any(_IDEOGRAPH.search(words) or len(_PLAIN_WORD.findall(words)) > 4 for words in text.words)


def _texts(note: Note) -> Iterator[tuple[str, Text]]:
    for name, value in fields_of(note.content).items():
        if isinstance(value, Text):
            if name != "translation":
                yield name, value
        elif value is not None:
            yield from ((name, option.text) for option in value)
            yield from (("why", option.why) for option in value if option.why)
    if note.why:
        yield "why", note.why


def _questions(note: Note, language: str) -> Iterator[Finding]:
    kind = "zh" if language.startswith("zh") else "en"
    for one in asked(note, language):
        is_question = not isinstance(note.content, Claim | Cloze | Term | Reversed)
        if (is_question and _YES_NO[kind].match(one.question)) or _YES_NO_ANSWER.fullmatch(one.answer):
            yield finding(note.key, Rule.YES_OR_NO, language=language, words=one.question)
        dangling = _DANGLING[kind].search(one.question)
        if dangling and not isinstance(note.content, Reversed):
            yield finding(note.key, Rule.DANGLING, language=language, word=dangling[0])
        if (
            isinstance(note.content, Basic | Typed)
            and _is_bare(one.answer)
            and not _ASKS_FOR_A_NUMBER.search(one.question)
        ):
            yield finding(note.key, Rule.BARE_FIGURE, language=language, figure=one.answer)
    if isinstance(note.content, Cloze):
        yield from _bare_blanks(note, in_language(note.content.text, language), language)


def _bare_blanks(note: Note, words: str, language: str) -> Iterator[Finding]:
    """A unit may stand behind the blank."""
    for blank in CLOZE_BLANK.finditer(words):
        behind = words[blank.end() :].lstrip()[:1]
        if _is_bare(blank[2]) and not (behind.isalpha() or behind in "%°"):
            yield finding(note.key, Rule.BARE_FIGURE, language=language, figure=blank[2])


def _is_bare(words: str) -> bool:
    return _NUMBER.fullmatch(words) is not None and _YEAR.fullmatch(words) is None


def _lengths(note: Note, language: str) -> Iterator[Finding]:
    share = _WIDE_SHARE if language.startswith("zh") else 1.0
    for text, limit in _limited(note):
        words = in_language(text, language)
        if len(words) > limit * share:
            yield finding(
                note.key, Rule.LONG_ANSWER, language=language, length=len(words), limit=round(limit * share)
            )
        if _facts(words) > 1:
            yield finding(note.key, Rule.SEVERAL_FACTS, language=language)
    reason = in_language(note.why, language)
    if len(reason) > LONGEST_REASON * share:
        limit = round(LONGEST_REASON * share)
        yield finding(note.key, Rule.LONG_REASON, language=language, length=len(reason), limit=limit)


def _limited(note: Note) -> Iterator[tuple[Text, int]]:
    match note.content:
        case Basic(_, back):
            yield back, LONGEST_ANSWER
        case Reversed(front, back):
            yield front, LONGEST_ANSWER
            yield back, LONGEST_ANSWER
        case Typed(_, answer):
            yield answer, LONGEST_ANSWER
        case Term(_, definition, _):
            yield definition, LONGEST_DEFINITION
        case _:
            return


def _facts(words: str) -> int:
    """One, or more where the words are several sentences, several paragraphs or a long list."""
    sentences = len(re.findall(r"[.!?](?=\s+[A-Z])|[。！？](?=.)", words)) + 1
    lines = len([line for line in words.splitlines() if line.strip()])
    listed = max(
        len(re.findall(r"(?m)^[ \t]*(?:[-+]|\d+\.)\s", words)), len(words.split("、")), len(words.split("; "))
    )
    return max(sentences, lines, 2 if listed > _MOST_LISTED else 1)


def _options(note: Note, choice: Choice, language: str) -> Iterator[Finding]:
    """The right one is not to be known by its length."""
    lengths = [(len(in_language(option.text, language)), option.right) for option in choice.options]
    right = [length for length, is_right in lengths if is_right]
    wrong = [length for length, is_right in lengths if not is_right]
    few = _FEW_LETTERS * (_WIDE_SHARE if language.startswith("zh") else 1.0)
    if not right or not wrong:
        return
    stands_out = max(right) > _LONGER_THAN_OTHERS * max(wrong) or min(wrong) > _LONGER_THAN_OTHERS * max(
        right
    )
    gap = max(max(right) - max(wrong), min(wrong) - max(right))
    if stands_out and gap > few / 2 and max(*right, *wrong) > few:
        yield finding(note.key, Rule.UNEQUAL_OPTIONS, language=language)
