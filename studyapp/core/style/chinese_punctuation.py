"""Style rule: Chinese text has full-width punctuation."""

import re
from collections.abc import Iterator, Sequence

from studyapp.core.notes.note import Note
from studyapp.core.style.note_texts import shown_versions
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.style.words import IDEOGRAPHS, is_chinese

_CODE_OR_ADDRESS = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]*`|https?://[!-~]+|\$[^$\n]*\$|\\\([^\n]*?\\\)|\]\([^)\n]*\)|\[sound:[^\]\n]*\]",
    re.DOTALL,
)
_EMPHASIS = re.compile(r"[*_]+|!(?=\[)")
_HALF_WIDTH = re.compile(
    rf"[{IDEOGRAPHS}](?:[,;:?!]|\.(?![A-Za-z0-9])| ?\((?![A-Za-z0-9]\))|(?<!\([A-Za-z0-9])\))"  # after a character
    rf"|\S?(?:[,;:?!(]|(?<!\([A-Za-z0-9])\))[{IDEOGRAPHS}]"  # before a character
    rf"|[A-Za-z0-9%\])）」][,;:] [{IDEOGRAPHS}]"  # a comma and a space before a character
    r"|[0-9]\s+%"
)


def check_chinese_punctuation(note: Note, languages: Sequence[str]) -> Iterator[StyleFinding]:
    """Yield a finding for each Chinese text with punctuation for Latin letters next to a Chinese character, or a space
    before a percent sign. Code, formulas and web addresses are left out."""
    if not any(map(is_chinese, languages)):
        return
    is_chinese_only = all(map(is_chinese, languages))
    for field, language, text in shown_versions(note, languages):
        if not (is_chinese(language) or (not language and is_chinese_only)):
            continue
        match = _HALF_WIDTH.search(_EMPHASIS.sub("", _CODE_OR_ADDRESS.sub("\ufffc", text)))
        if match:
            yield make_finding(
                note.key,
                StyleRule.CHINESE_PUNCTUATION,
                field=field,
                language=language,
                found=match[0].strip(),
            )
