"""A text in one or several languages, and which of them the learner wants to see."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

ANY_LANGUAGE = ""
"""The language of a text that was written once, for every reader."""

TRADITIONAL_CHINESE, SIMPLIFIED_CHINESE = "zh-Hant", "zh-Hans"
"""A text in Traditional Chinese can be read in Simplified Chinese too, converted."""

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


class CardLanguages(StrEnum):
    """Which languages a card shows."""

    ENGLISH = "en"
    TRADITIONAL_CHINESE = TRADITIONAL_CHINESE
    SIMPLIFIED_CHINESE = SIMPLIFIED_CHINESE
    ENGLISH_AND_TRADITIONAL = "both"
    ENGLISH_AND_SIMPLIFIED = "both-zh-Hans"
    ENGLISH_TO_TRADITIONAL = "en:zh-Hant"
    TRADITIONAL_TO_ENGLISH = "zh-Hant:en"
    ENGLISH_TO_SIMPLIFIED = "en:zh-Hans"
    SIMPLIFIED_TO_ENGLISH = "zh-Hans:en"

    @property
    def question_languages(self) -> tuple[str, ...]:
        """The languages in which a card asks, in the order in which they stand on it."""
        several = {
            CardLanguages.ENGLISH_AND_TRADITIONAL: ("en", TRADITIONAL_CHINESE),
            CardLanguages.ENGLISH_AND_SIMPLIFIED: ("en", SIMPLIFIED_CHINESE),
        }
        return several.get(self, (self.value.partition(":")[0],))

    @property
    def swapped(self) -> "CardLanguages":
        """The choice with question and answer swapped, so that its `languages` are those of the answer. The same choice if
        both sides show the same languages."""
        front, _, behind = self.value.partition(":")
        return CardLanguages(f"{behind}:{front}") if behind else self

    @property
    def combined(self) -> "CardLanguages":
        """The languages that a card shows on either of its sides."""
        if self.swapped is self:
            return self
        is_simplified = SIMPLIFIED_CHINESE in (*self.question_languages, *self.swapped.question_languages)
        return (
            CardLanguages.ENGLISH_AND_SIMPLIFIED if is_simplified else CardLanguages.ENGLISH_AND_TRADITIONAL
        )


SAME_LANGUAGES_ON_BOTH_SIDES = tuple(choice for choice in CardLanguages if choice.swapped is choice)
"""The choices that show question and answer in the same languages."""


def next_languages(languages: CardLanguages, *, prefer_simplified: bool) -> CardLanguages:
    """The choice that comes after this one, among those of the script it is in; for English alone that is Simplified
    Chinese where so wished."""
    languages = languages.combined  # those with two sides are not in the row
    choices = (
        CardLanguages.ENGLISH,
        CardLanguages.TRADITIONAL_CHINESE,
        CardLanguages.ENGLISH_AND_TRADITIONAL,
    )
    if SIMPLIFIED_CHINESE in languages.question_languages or (
        prefer_simplified and TRADITIONAL_CHINESE not in languages.question_languages
    ):
        choices = (
            CardLanguages.ENGLISH,
            CardLanguages.SIMPLIFIED_CHINESE,
            CardLanguages.ENGLISH_AND_SIMPLIFIED,
        )
    return choices[(choices.index(languages) + 1) % len(choices)]


class LocalizedText(NamedTuple):
    """What was written, by language, in the order of the file; never empty, no version blank."""

    versions: tuple[tuple[str, str], ...]

    @classmethod
    def language_neutral(cls, text: str) -> "LocalizedText":
        """A text that is the same in every language."""
        return cls(((ANY_LANGUAGE, text),))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it was written in; empty for a text that is the same in all."""
        return tuple(language for language, _ in self.versions if language != ANY_LANGUAGE)

    def versions_for(self, languages: CardLanguages) -> tuple[tuple[str, str], ...]:
        """The versions to show: the chosen languages, else those of the other side, else the first version."""
        chosen = self._versions_in(languages.question_languages) or self._versions_in(
            languages.swapped.question_languages
        )
        return chosen or self.versions[:1]

    def _versions_in(self, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
        found = ((language, self._version_in(language)) for language in languages)
        return tuple((language, words) for language, words in found if words is not None)

    def versions_on_both_sides(self, languages: CardLanguages) -> tuple[tuple[str, str], ...]:
        """The versions of the question, then those of the answer that are not among them."""
        front = self.versions_for(languages)
        return *front, *(version for version in self.versions_for(languages.swapped) if version not in front)

    def accepted_answers(self, languages: CardLanguages) -> tuple[str, ...]:
        """The versions that are right as an answer: those shown, and what a converted one was written as."""
        shown = self.versions_for(languages)
        written = [words for language, words in self.versions if language == TRADITIONAL_CHINESE]
        converted = any(language == SIMPLIFIED_CHINESE for language, _ in shown)
        return (*(words for _, words in shown), *(written if converted else ()))

    def is_readable_in(self, languages: CardLanguages) -> bool:
        """Whether it can be read in one of the languages chosen, or is the same in all."""
        return not self.languages or any(
            self._can_be_read_in(language) for language in languages.question_languages
        )

    def _can_be_read_in(self, language: str) -> bool:
        return language in self.languages or (
            language == SIMPLIFIED_CHINESE and TRADITIONAL_CHINESE in self.languages
        )

    def _version_in(self, language: str) -> str | None:
        by_language = dict(self.versions)
        if language in by_language or not self._can_be_read_in(language):
            return by_language.get(language)
        from studyapp.core.text.simplified_chinese import (
            to_simplified_chinese,  # only those who read it need its tables
        )

        return to_simplified_chinese(by_language[TRADITIONAL_CHINESE])

    @property
    def version_texts(self) -> tuple[str, ...]:
        """What was written, in each language."""
        return tuple(words for _, words in self.versions)


def is_language_tag(tag: str) -> bool:
    """Whether `tag` is a language as BCP 47 spells it, such as `en`, `zh-Hant` or `pt-BR`."""
    return _LANGUAGE_TAG.fullmatch(tag) is not None
