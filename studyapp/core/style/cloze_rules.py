"""Style rules for the gaps of cloze notes and their share among all notes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Cloze, Note
from studyapp.core.style.question_answer import plain_text_in
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.style.words import is_chinese

MAX_CLOZE_SHARE = 0.25
"""The largest share of cloze notes that is not reported."""

MIN_COUNTED_NOTES = 20
"""In fewer notes, the share of cloze notes says nothing."""

_RIDDLE = {
    "en": re.compile(
        r"\b(what|which|who|whom|whose|when|where|why|how|its|their|his|her|hers|theirs|my|your|our)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"什麼|什么|甚麼|哪|誰|谁|怎|多少|為何|为何|如何|何[時时處处人者種种]|幾[個年月種次]|[它他她牠][們们]?的|^其(?![他中實实餘余它次])"),
}  # fmt: skip
_PART_OF_SPEECH = re.compile(
    r"(verb|adjective|adverb|preposition|conjunction|article|pronoun|動詞|动词|形容詞|形容词|副詞|副词|介系詞|介詞|介词|連接詞|連詞|连词|代名詞|代词)",
    re.IGNORECASE,
)
_FUNCTION_WORDS = frozenset(
    [
        "a",
        "about",
        "above",
        "across",
        "after",
        "against",
        "all",
        "along",
        "also",
        "although",
        "always",
        "among",
        "an",
        "and",
        "any",
        "are",
        "around",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "between",
        "beyond",
        "both",
        "but",
        "by",
        "can",
        "cannot",
        "could",
        "despite",
        "did",
        "do",
        "does",
        "done",
        "down",
        "during",
        "each",
        "either",
        "even",
        "ever",
        "every",
        "except",
        "few",
        "for",
        "from",
        "had",
        "has",
        "have",
        "if",
        "in",
        "inside",
        "instead",
        "into",
        "is",
        "just",
        "least",
        "less",
        "like",
        "likely",
        "many",
        "may",
        "might",
        "more",
        "most",
        "much",
        "must",
        "near",
        "neither",
        "never",
        "no",
        "nor",
        "not",
        "of",
        "off",
        "often",
        "on",
        "once",
        "only",
        "onto",
        "or",
        "out",
        "outside",
        "over",
        "past",
        "perhaps",
        "quite",
        "rather",
        "same",
        "several",
        "shall",
        "should",
        "since",
        "so",
        "some",
        "sometimes",
        "soon",
        "still",
        "such",
        "than",
        "that",
        "the",
        "then",
        "there",
        "though",
        "through",
        "throughout",
        "till",
        "to",
        "too",
        "toward",
        "towards",
        "under",
        "unless",
        "until",
        "up",
        "upon",
        "very",
        "via",
        "was",
        "were",
        "when",
        "while",
        "will",
        "with",
        "within",
        "without",
        "would",
        "yet",
    ]
)
_ADVERB = re.compile(r"[a-z]{2,}ly")
_NOUNS_IN_LY = frozenset(
    [
        "ally",
        "anomaly",
        "assembly",
        "belly",
        "bully",
        "butterfly",
        "doily",
        "dragonfly",
        "family",
        "firefly",
        "fly",
        "holly",
        "homily",
        "italy",
        "jelly",
        "july",
        "lily",
        "melancholy",
        "monopoly",
        "oligopoly",
        "panoply",
        "poly",
        "rally",
        "reply",
        "sally",
        "supply",
    ]
)
_CHINESE_FUNCTION_WORDS = re.compile(
    "[很太更最較较極极非常十分相當相当大略稍]*(因為|因为|所以|但是|但|而且|而|並且|並|并|或者|或|和|與|与|及|以及|如果|若|雖然|虽然|不過|不过|"
    "在|從|从|由|以|用|對|对|向|往|於|于|被|把|將|将|比|跟|為了|为了|可能|也許|也许|大概|一定|已經|已经|仍然|仍|還|还|"
    "都|只|僅|仅|才|就|幾乎|几乎|往往|經常|经常|常常|總是|总是|從不|从不|不|沒有|没有|能|會|会|可以|應該|应该|必須|必须|透過|通过|經過|经过|根據|根据)"
)
_CHINESE_MODIFIER = re.compile("[\u3400-\u9fff]{1,6}[的地]")
_NOUNS_IN_DI_OR_DE = re.compile(".*(目的|標的|标的|土地|場地|场地|基地|當地|当地|產地|产地|陸地|陆地|各地|所在地|發源地|发源地|殖民地|領地|领地|工地|天地|外地|本地|營地|营地|墓地|草地|綠地|绿地|高地|盆地|腹地|聖地|圣地|質地|质地|地地|餘地|余地|田地|境地|心地|耕地|平地|山地|濕地|湿地|沙地|林地|農地|农地|空地|實地|实地|在地|重地|內地|内地|房地|目的地)")  # fmt: skip


def check_gaps(note: Note, language: str) -> Iterator[StyleFinding]:
    """Yield the findings for the hints and the hidden texts of a cloze note."""
    if not isinstance(note.content, Cloze):
        return
    for match in CLOZE_PATTERN.finditer(plain_text_in(note.content.text, language)):
        answer, hint = match[2].strip(), (match[3] or "").strip()
        if hint and _RIDDLE["zh" if is_chinese(language) else "en"].search(hint):
            yield make_finding(note.key, StyleRule.RIDDLE_HINT, language=language, hint=hint)
        if _is_part_of_speech(answer, language) or _PART_OF_SPEECH.fullmatch(hint):
            yield make_finding(note.key, StyleRule.PART_OF_SPEECH, language=language, answer=answer)


def _is_part_of_speech(answer: str, language: str) -> bool:
    """Return whether a text consists of function words, or is an adverb or, in Chinese, a modifier. A deck that names no
    language may be in any, so it is not checked."""
    if is_chinese(language):
        is_modifier = _CHINESE_MODIFIER.fullmatch(answer) and not _NOUNS_IN_DI_OR_DE.fullmatch(answer)
        return bool(_CHINESE_FUNCTION_WORDS.fullmatch(answer) or is_modifier)
    words = answer.lower().split()
    if not language.startswith("en") or not words:
        return False
    return all(
        word in _FUNCTION_WORDS or (_ADVERB.fullmatch(word) and word not in _NOUNS_IN_LY) for word in words
    )


def check_cloze_share(decks: Sequence[Deck]) -> Iterator[StyleFinding]:
    """Yield a finding if too many notes of the decks are cloze notes, at the deck with most of them."""
    count_by_deck = Counter(
        {deck.metadata.id: sum(isinstance(note.content, Cloze) for note in deck.notes) for deck in decks}
    )
    note_count = sum(len(deck.notes) for deck in decks)
    cloze_count = count_by_deck.total()
    if note_count >= MIN_COUNTED_NOTES and cloze_count > MAX_CLOZE_SHARE * note_count:
        ((deck_id, _),) = count_by_deck.most_common(1)
        share = f"{100 * cloze_count / note_count:.0f}"
        yield make_finding(deck_id, StyleRule.MANY_CLOZES, count=cloze_count, total=note_count, share=share)
