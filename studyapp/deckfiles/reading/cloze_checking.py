"""What can be wrong with the blanks of a cloze."""

import re

from studyapp.core.cards.card import CLOZE_PATTERN, cloze_numbers
from studyapp.core.notes.note import Cloze
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Location, Reporter
from studyapp.deckfiles.yaml_nodes import Mapping, Node

MAX_BLANK_NUMBER = 99
_UNPAIRED_BRACES = re.compile(r"\{\{|\}\}")


def check_cloze(reporter: Reporter, text: LocalizedText, text_node: Node) -> None:
    """Report what is wrong with the blanks of `text`, which stands at `node`."""
    numbers: dict[str, list[int]] = {}
    for language, words in text.versions:
        place = (
            text_node.fields[language][1]
            if isinstance(text_node, Mapping) and language in text_node.fields
            else text_node
        )
        _check_blanks(reporter, words, place)
        numbers[language] = cloze_numbers(Cloze(LocalizedText.language_neutral(words)))
        first = next(iter(numbers))
        if numbers[language] and numbers[first] and numbers[language] != numbers[first]:
            reporter.add(ProblemKind.CLOZE_LANGUAGES_DIFFER, place, language=language, first=first)


def _check_blanks(reporter: Reporter, words: str, place: Location) -> None:
    blanks = list(CLOZE_PATTERN.finditer(words))
    stray = _UNPAIRED_BRACES.search(CLOZE_PATTERN.sub("", words)) or re.search(r"\}\}\}", words)
    nested = next((blank for blank in blanks if "{{" in blank[0][2:]), None)
    if stray or nested:
        shown = nested[0] if nested else words[max(0, words.find(stray[0]) - 20) :] if stray else words
        reporter.add(ProblemKind.CLOZE_UNPAIRED_BRACES, place, words=shown)
    elif not blanks:
        reporter.add(ProblemKind.CLOZE_WITHOUT_BLANK, place)
    for blank in blanks:
        if not 1 <= int(blank[1]) <= MAX_BLANK_NUMBER:
            reporter.add(ProblemKind.CLOZE_NUMBER_OUT_OF_RANGE, place, number=blank[1])
        if not blank[2].strip():
            reporter.add(ProblemKind.CLOZE_EMPTY_BLANK, place, number=blank[1])
