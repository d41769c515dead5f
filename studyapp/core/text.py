"""A text in one or several languages, and which of them the learner wants to see."""

import re
from enum import StrEnum
from typing import NamedTuple

ANY = ""
"""The language of a text that was written once, for every reader."""

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


class LanguageChoice(StrEnum):
    """Which languages a card shows."""

    ENGLISH = "en"
    TRADITIONAL_CHINESE = "zh-Hant"
    BOTH = "both"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages shown, in the order in which they stand on a card."""
        return ("en", "zh-Hant") if self is LanguageChoice.BOTH else (self.value,)


class Text(NamedTuple):
    """What was written, by language, in the order of the file; never empty, no version blank."""

    versions: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, words: str) -> "Text":
        """A text that is the same in every language."""
        return cls(((ANY, words),))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it was written in; empty for a text that is the same in all."""
        return tuple(language for language, _ in self.versions if language != ANY)

    def shown_in(self, choice: LanguageChoice) -> tuple[tuple[str, str], ...]:
        """The versions to show: the chosen ones, else the first that was written."""
        by_language = dict(self.versions)
        chosen = tuple((tag, by_language[tag]) for tag in choice.languages if tag in by_language)
        return chosen or self.versions[:1]

    def is_for(self, choice: LanguageChoice) -> bool:
        """Whether one of the languages chosen is among its own, or it is the same in all."""
        return not self.languages or any(language in choice.languages for language in self.languages)

    @property
    def words(self) -> tuple[str, ...]:
        """What was written, in each language."""
        return tuple(words for _, words in self.versions)


def is_language_tag(tag: str) -> bool:
    """Whether `tag` is a language as BCP 47 spells it, such as `en`, `zh-Hant` or `pt-BR`."""
    return _TAG.fullmatch(tag) is not None
