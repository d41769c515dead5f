"""Texts in one or more languages, and the languages that a card shows."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

ANY_LANGUAGE = ""
"""The language of a text that is written once for all readers."""

TRADITIONAL_CHINESE, SIMPLIFIED_CHINESE = "zh-Hant", "zh-Hans"
"""Readers of Simplified Chinese see Traditional Chinese text converted to it."""

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


class CardLanguages(StrEnum):
    """The languages that a card shows. Values of the form `a:b` show the question in `a` and the answer in `b`."""

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
        """The languages of the question, in display order."""
        match self:
            case CardLanguages.ENGLISH_AND_TRADITIONAL:
                return ("en", TRADITIONAL_CHINESE)
            case CardLanguages.ENGLISH_AND_SIMPLIFIED:
                return ("en", SIMPLIFIED_CHINESE)
            case _:
                return (self.value.partition(":")[0],)

    @property
    def swapped(self) -> "CardLanguages":
        """The value with question and answer swapped: its `question_languages` are the languages of the answer. The
        same value if both sides show the same languages."""
        question, _, answer = self.value.partition(":")
        return CardLanguages(f"{answer}:{question}") if answer else self

    @property
    def combined(self) -> "CardLanguages":
        """The value that shows the languages of both sides on either side."""
        if self.swapped is self:
            return self
        is_simplified = SIMPLIFIED_CHINESE in (*self.question_languages, *self.swapped.question_languages)
        return (
            CardLanguages.ENGLISH_AND_SIMPLIFIED if is_simplified else CardLanguages.ENGLISH_AND_TRADITIONAL
        )


SAME_LANGUAGES_ON_BOTH_SIDES = tuple(
    languages for languages in CardLanguages if languages.swapped is languages
)
"""The values that show question and answer in the same languages."""


def next_languages(languages: CardLanguages, *, prefer_simplified: bool) -> CardLanguages:
    """Return the next value in the cycle of English, Chinese, and both.

    The Chinese of the cycle is Simplified if `languages` contains it, or if `languages` is English alone and
    `prefer_simplified` is set; otherwise it is Traditional.
    """
    languages = languages.combined  # the cycle has no values with different sides
    cycle = (
        CardLanguages.ENGLISH,
        CardLanguages.TRADITIONAL_CHINESE,
        CardLanguages.ENGLISH_AND_TRADITIONAL,
    )
    if SIMPLIFIED_CHINESE in languages.question_languages or (
        prefer_simplified and TRADITIONAL_CHINESE not in languages.question_languages
    ):
        cycle = (
            CardLanguages.ENGLISH,
            CardLanguages.SIMPLIFIED_CHINESE,
            CardLanguages.ENGLISH_AND_SIMPLIFIED,
        )
    return cycle[(cycle.index(languages) + 1) % len(cycle)]


class LocalizedText(NamedTuple):
    """A text as (language, text) pairs in file order. There is at least one version, and none is blank."""

    versions: tuple[tuple[str, str], ...]

    @classmethod
    def language_neutral(cls, text: str) -> "LocalizedText":
        """Return a text that is the same in every language."""
        return cls(((ANY_LANGUAGE, text),))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the text is written. Empty if it is the same in all."""
        return tuple(language for language, _ in self.versions if language != ANY_LANGUAGE)

    def versions_for(self, languages: CardLanguages) -> tuple[tuple[str, str], ...]:
        """Return the versions in the question languages, else those in the answer languages, else the first
        version."""
        if len(self.versions) == 1 and self.versions[0][0] == ANY_LANGUAGE:
            return self.versions
        versions = self._versions_in(languages.question_languages) or self._versions_in(
            languages.swapped.question_languages
        )
        return versions or self.versions[:1]

    def _versions_in(self, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
        versions = ((language, self._version_in(language)) for language in languages)
        return tuple((language, text) for language, text in versions if text is not None)

    def versions_on_both_sides(self, languages: CardLanguages) -> tuple[tuple[str, str], ...]:
        """Return the versions of the question, then those of the answer that are not among them."""
        question_versions = self.versions_for(languages)
        return *question_versions, *(
            version for version in self.versions_for(languages.swapped) if version not in question_versions
        )

    def accepted_answers(self, languages: CardLanguages) -> tuple[str, ...]:
        """Return the texts that count as a correct answer: the versions shown and, if one is in Simplified Chinese,
        the Traditional Chinese version."""
        shown_versions = self.versions_for(languages)
        traditional_texts = [text for language, text in self.versions if language == TRADITIONAL_CHINESE]
        shows_simplified = any(language == SIMPLIFIED_CHINESE for language, _ in shown_versions)
        return (*(text for _, text in shown_versions), *(traditional_texts if shows_simplified else ()))

    def is_readable_in(self, languages: CardLanguages) -> bool:
        """Return whether the text is available in one of the question languages, or is the same in all."""
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
        # Deferred: importing OpenCC loads its tables.
        from studyapp.core.text.simplified_chinese import to_simplified_chinese

        return to_simplified_chinese(by_language[TRADITIONAL_CHINESE])

    @property
    def version_texts(self) -> tuple[str, ...]:
        """The text of each version, in file order."""
        return tuple(text for _, text in self.versions)


def is_language_tag(tag: str) -> bool:
    """Return whether `tag` is a language tag as in BCP 47, such as `en`, `zh-Hant` or `pt-BR`."""
    return _LANGUAGE_TAG.fullmatch(tag) is not None


def normalize_language_tag(tag: str) -> str | None:
    """Return the language tag in its usual spelling, or None if it is not a language tag."""
    parts = tag.strip().replace("_", "-").split("-")
    subtags = [parts[0].lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts[1:])]
    normalized = "-".join(subtags)
    return normalized if is_language_tag(normalized) else None
