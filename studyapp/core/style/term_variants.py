"""Style rule: a concept has the same name in all decks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.core.notes.deck import Deck, PreferredTerm
from studyapp.core.style.note_texts import shown_versions
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.style.words import IDEOGRAPHS, has_ideograph

_QUOTE_OR_CODE = r"「[^」\n]*」|『[^』\n]*』|“[^”\n]*”|```.*?(?:```|\Z)|`[^`\n]*`"
_LATIN_LETTER = rf"[^\W_{IDEOGRAPHS}]"


class _TermSearch(NamedTuple):
    pattern: re.Pattern[str]
    preferred_by_avoided: dict[str, str]


def check_term_variants(decks: Sequence[Deck]) -> Iterator[StyleFinding]:
    """Yield a finding for each word that one of the decks lists as one to avoid, in any of the decks.

    The preferred words may contain avoided ones. Quotes and code may contain any. A preferred word with Chinese
    characters applies only to texts that have some, so that "prompt" can be right in English and avoided in Chinese.
    """
    terms = [term for deck in decks for term in deck.preferred_terms]
    search_in_chinese = _build_search(terms)
    search_elsewhere = _build_search([term for term in terms if not has_ideograph(term.use)])
    if search_in_chinese is None:
        return
    for deck in decks:
        for note in deck.notes:
            for field, language, text in shown_versions(note, deck.metadata.languages):
                search = search_in_chinese if has_ideograph(text) else search_elsewhere
                for avoided, preferred in _find_avoided(text, search):
                    yield make_finding(
                        note.key,
                        StyleRule.AVOIDED_TERM,
                        language=language,
                        field=field,
                        avoided=avoided,
                        preferred=preferred,
                    )


def _find_avoided(text: str, search: _TermSearch | None) -> Iterator[tuple[str, str]]:
    """Yield the avoided words of a text, each with the preferred one."""
    if search is None:
        return
    for match in search.pattern.finditer(text):
        avoided = match["avoided"]
        if avoided is not None:
            yield avoided, search.preferred_by_avoided[avoided.lower()]


def _build_search(terms: Sequence[PreferredTerm]) -> _TermSearch | None:
    """Return a pattern that finds quotes, code and preferred words first, so that avoided ones in them are skipped."""
    preferred_by_avoided = {avoided.lower(): term.use for term in terms for avoided in term.avoid}
    if not preferred_by_avoided:
        return None
    allowed = _alternatives([term.use for term in terms])
    avoided = _alternatives(list(preferred_by_avoided))
    pattern = re.compile(f"{_QUOTE_OR_CODE}|{allowed}|(?P<avoided>{avoided})", re.IGNORECASE | re.DOTALL)
    return _TermSearch(pattern, preferred_by_avoided)


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(map(_whole_word, sorted(set(words), key=lambda word: (-len(word), word))))


def _whole_word(word: str) -> str:
    """Return a pattern of a word. Latin letters must not continue it; between Chinese characters there is no limit."""
    before = f"(?<!{_LATIN_LETTER})" if re.match(_LATIN_LETTER, word) else ""
    after = f"(?!{_LATIN_LETTER})" if re.search(f"{_LATIN_LETTER}$", word) else ""
    return before + re.escape(word) + after
