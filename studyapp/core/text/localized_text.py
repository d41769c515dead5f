"""A text in one or several languages, and which of them the learner wants to see."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

ANY = ""
"""The language of a text that was written once, for every reader."""

TRADITIONAL, SIMPLIFIED = "zh-Hant", "zh-Hans"
"""A text in Traditional Chinese can be read in Simplified Chinese too, converted."""

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


class LanguageChoice(StrEnum):
    """Which languages a card shows."""

    ENGLISH = "en"
    TRADITIONAL_CHINESE = TRADITIONAL
    SIMPLIFIED_CHINESE = SIMPLIFIED
    BOTH = "both"
    BOTH_SIMPLIFIED = "both-zh-Hans"
    ENGLISH_IN_FRONT = "en:zh-Hant"
    TRADITIONAL_IN_FRONT = "zh-Hant:en"
    ENGLISH_BEFORE_SIMPLIFIED = "en:zh-Hans"
    SIMPLIFIED_IN_FRONT = "zh-Hans:en"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which a card asks, in the order in which they stand on it."""
        several = {
            LanguageChoice.BOTH: ("en", TRADITIONAL),
            LanguageChoice.BOTH_SIMPLIFIED: ("en", SIMPLIFIED),
        }
        return several.get(self, (self.value.partition(":")[0],))

    @property
    def behind(self) -> "LanguageChoice":
        """The choice with question and answer swapped, so that its `languages` are those of the answer. The same choice if
        both sides show the same languages."""
        front, _, behind = self.value.partition(":")
        return LanguageChoice(f"{behind}:{front}") if behind else self

    @property
    def together(self) -> "LanguageChoice":
        """The languages that a card shows on either of its sides."""
        if self.behind is self:
            return self
        is_simplified = SIMPLIFIED in (*self.languages, *self.behind.languages)
        return LanguageChoice.BOTH_SIMPLIFIED if is_simplified else LanguageChoice.BOTH


SAME_ON_BOTH_SIDES = tuple(choice for choice in LanguageChoice if choice.behind is choice)
"""The choices that show question and answer in the same languages."""


def next_choice(choice: LanguageChoice, *, simplified: bool) -> LanguageChoice:
    """The choice that comes after this one, among those of the script it is in; for English alone that is Simplified
    Chinese where so wished."""
    choice = choice.together  # those with two sides are not in the row
    choices = (LanguageChoice.ENGLISH, LanguageChoice.TRADITIONAL_CHINESE, LanguageChoice.BOTH)
    if SIMPLIFIED in choice.languages or (simplified and TRADITIONAL not in choice.languages):
        choices = (LanguageChoice.ENGLISH, LanguageChoice.SIMPLIFIED_CHINESE, LanguageChoice.BOTH_SIMPLIFIED)
    return choices[(choices.index(choice) + 1) % len(choices)]


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
        """The versions to show: the chosen languages, else those of the other side, else the first version."""
        chosen = self._versions(choice.languages) or self._versions(choice.behind.languages)
        return chosen or self.versions[:1]

    def _versions(self, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
        found = ((language, self._version(language)) for language in languages)
        return tuple((language, words) for language, words in found if words is not None)

    def shown_on_either_side(self, choice: LanguageChoice) -> tuple[tuple[str, str], ...]:
        """The versions of the question, then those of the answer that are not among them."""
        front = self.shown_in(choice)
        return *front, *(version for version in self.shown_in(choice.behind) if version not in front)

    def accepted_in(self, choice: LanguageChoice) -> tuple[str, ...]:
        """The versions that are right as an answer: those shown, and what a converted one was written as."""
        shown = self.shown_in(choice)
        written = [words for language, words in self.versions if language == TRADITIONAL]
        converted = any(language == SIMPLIFIED for language, _ in shown)
        return (*(words for _, words in shown), *(written if converted else ()))

    def is_for(self, choice: LanguageChoice) -> bool:
        """Whether it can be read in one of the languages chosen, or is the same in all."""
        return not self.languages or any(self._can_be_read_in(language) for language in choice.languages)

    def _can_be_read_in(self, language: str) -> bool:
        return language in self.languages or (language == SIMPLIFIED and TRADITIONAL in self.languages)

    def _version(self, language: str) -> str | None:
        by_language = dict(self.versions)
        if language in by_language or not self._can_be_read_in(language):
            return by_language.get(language)
        from studyapp.core.text.simplified_chinese import simplified  # only those who read it need its tables

        return simplified(by_language[TRADITIONAL])

    @property
    def words(self) -> tuple[str, ...]:
        """What was written, in each language."""
        return tuple(words for _, words in self.versions)


def is_language_tag(tag: str) -> bool:
    """Whether `tag` is a language as BCP 47 spells it, such as `en`, `zh-Hant` or `pt-BR`."""
    return _TAG.fullmatch(tag) is not None
