"""Style rule: a question must name a subject, and not only the text it was made from."""

import re
from collections.abc import Iterator

from studyapp.core.notes.note import Basic, MultipleChoice, Note, TypedAnswer
from studyapp.core.style.question_answer import question_answers
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.style.words import IDEOGRAPHS, STOP_WORDS, is_chinese

_MIN_CONTENT_WORDS = 2
_SOURCE = {
    "en": re.compile(
        r"\b(the|this|each|which|its|according to) (\w+ )?(articles?|authors?|sections?|texts?|decks?|cards?|chapters?|blog|post|passage|source)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("文章|作者|本文|原文|全文|文中|本節|這一節|章節|段落|小節|牌組|卡片|卡組"),
}
_META_WORDS = STOP_WORDS | frozenset([
    "article", "articles", "author", "authors", "section", "sections", "text", "texts", "deck", "decks",
    "card", "cards", "chapter", "chapters", "blog", "post", "passage", "source", "according", "say", "says",
    "said", "mention", "mentions", "state", "states", "claim", "claims", "argue", "argues", "think",
    "thinks", "believe", "believes", "describe", "describes", "discuss", "discusses", "tell", "tells",
    "conclude", "concludes", "call", "calls", "view", "opinion", "point", "main", "topic", "idea", "about",
    "give", "gives", "list", "lists", "name", "names", "use", "uses", "see", "sees", "made", "make",
    "makes", "put", "puts", "hold", "holds", "find", "finds", "found", "answer", "answers", "question",
    "questions", "asked", "ask", "asks", "show", "shows", "write", "writes", "writing", "there", "be",
    "been", "this", "that", "these", "those", "not", "one", "two", "three", "four", "many", "much", "why",
    "when", "where", "whom", "whose", "has", "have", "had", "from",
])  # fmt: skip
_CHINESE_META_WORDS = re.compile(
    "文章|作者|本文|原文|全文|文中|本節|這一節|章節|段落|小節|牌組|卡片|卡組|什麼|哪一?[個些種]|哪|如何|怎麼|怎樣|為什麼|為何|多少|"
    "提到|認為|指出|主張|說法|說明|說|講|談|談到|列出|舉出|舉|寫|看待|看法|觀點|結論|主題|重點|內容|問題|答案|回答|給出|提出|描述|稱為|稱|叫|"
    "主要|幾[個種項]|[一二三四兩]?[個種項]|[的了是在對把被用有與和及中裡上下誰呢它其那這也都就而之於由從到以做作為]"
)
_WORD = re.compile(r"[^\W_]+(?:[-.'][^\W_]+)*")
_CHINESE_CONTENT = re.compile(f"[{IDEOGRAPHS}]+|[A-Za-z0-9][A-Za-z0-9.+-]*")


def check_meta_question(note: Note, language: str) -> Iterator[StyleFinding]:
    """Yield a finding if a question speaks of its source and names hardly anything else."""
    if not isinstance(note.content, Basic | TypedAnswer | MultipleChoice):
        return
    script = "zh" if is_chinese(language) else "en"
    for question_answer in question_answers(note, language):
        question = question_answer.question
        if not _SOURCE[script].search(question):
            continue
        count = _count_chinese_words(question) if script == "zh" else _count_words(question)
        if count < _MIN_CONTENT_WORDS:
            yield make_finding(note.key, StyleRule.META_QUESTION, language=language, words=question)


def _count_words(question: str) -> int:
    return sum(word not in _META_WORDS for word in _WORD.findall(question.lower()))


def _count_chinese_words(question: str) -> int:
    """Return about how many words are left: two characters are a word, and a name in Latin letters is one."""
    parts = _CHINESE_CONTENT.findall(_CHINESE_META_WORDS.sub(" ", question))
    return sum(1 if part.isascii() else len(part) // 2 for part in parts)
