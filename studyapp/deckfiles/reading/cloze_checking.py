"""Checks of the blanks in cloze notes."""

import re

from studyapp.core.cards.card import CLOZE_PATTERN, cloze_numbers
from studyapp.core.notes.note import Cloze
from studyapp.core.rendering.formulas.cloze_blanks import remove_formula_braces
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Location, Reporter
from studyapp.deckfiles.yaml_nodes import Mapping, Node

MAX_BLANK_NUMBER = 99
_UNPAIRED_BRACES = re.compile(r"\{\{|\}\}")


def check_cloze(reporter: Reporter, text: LocalizedText, text_node: Node) -> None:
    """Report problems with the blanks of `text`, which was read from `text_node`."""
    numbers_by_language: dict[str, list[int]] = {}
    for language, version_text in text.versions:
        location = (
            text_node.fields[language][1]
            if isinstance(text_node, Mapping) and language in text_node.fields
            else text_node
        )
        _check_blanks(reporter, version_text, location)
        numbers_by_language[language] = cloze_numbers(Cloze(LocalizedText.language_neutral(version_text)))
        first = next(iter(numbers_by_language))
        if (
            numbers_by_language[language]
            and numbers_by_language[first]
            and numbers_by_language[language] != numbers_by_language[first]
        ):
            reporter.add(ProblemKind.CLOZE_LANGUAGES_DIFFER, location, language=language, first=first)


def _check_blanks(reporter: Reporter, text: str, location: Location) -> None:
    blanks = list(CLOZE_PATTERN.finditer(text))
    text = remove_formula_braces(text)
    stray = _UNPAIRED_BRACES.search(CLOZE_PATTERN.sub("", text)) or re.search(r"\}\}\}", text)
    nested = next((blank for blank in blanks if "{{" in blank[0][2:]), None)
    if stray or nested:
        excerpt = nested[0] if nested else text[max(0, text.find(stray[0]) - 20) :] if stray else text
        reporter.add(ProblemKind.CLOZE_UNPAIRED_BRACES, location, words=excerpt)
    elif not blanks:
        reporter.add(ProblemKind.CLOZE_WITHOUT_BLANK, location)
    for blank in blanks:
        if not 1 <= int(blank[1]) <= MAX_BLANK_NUMBER:
            reporter.add(ProblemKind.CLOZE_NUMBER_OUT_OF_RANGE, location, number=blank[1])
        if not blank[2].strip():
            reporter.add(ProblemKind.CLOZE_EMPTY_BLANK, location, number=blank[1])
