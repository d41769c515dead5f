"""Notes and decks for the tests of the style rules."""

from studyapp.core.notes.deck import Deck, DeckMetadata, PreferredTerm
from studyapp.core.notes.note import AnswerOption, Basic, Cloze, Evidence, MultipleChoice, Note, NoteContent
from studyapp.core.style.style_check import check_style
from studyapp.core.style.style_finding import StyleRule
from studyapp.core.text.localized_text import LocalizedText


def text(words: str, language: str = "en") -> LocalizedText:
    return LocalizedText(((language, words),))


def basic(front: str, back: str, language: str = "en") -> Basic:
    return Basic(text(front, language), text(back, language))


def cloze(words: str, language: str = "en") -> Cloze:
    return Cloze(text(words, language))


def choice(front: str, right: str, wrong: str, language: str = "en") -> MultipleChoice:
    options = (AnswerOption(text(right, language), True), AnswerOption(text(wrong, language), False))
    return MultipleChoice(text(front, language), options)


def deck(
    *contents: NoteContent, deck_id: str = "deck", language: str = "en", terms: tuple[PreferredTerm, ...] = ()
) -> Deck:
    """Return a deck with these notes, whose ids are n1, n2 and so on. `language` may be several, with spaces."""
    metadata = DeckMetadata(
        deck_id, LocalizedText.language_neutral("Deck"), languages=tuple(language.split())
    )
    notes = tuple(
        Note(deck_id, f"n{number}", content, evidence=Evidence.HYPOTHESIS)
        for number, content in enumerate(contents, 1)
    )
    return Deck(metadata, notes, preferred_terms=terms)


def findings(rule: StyleRule, *decks: Deck) -> list[tuple[str, dict[str, str]]]:
    """Return the note and the values of each finding of one rule."""
    return [(found.note_key, dict(found.values)) for found in check_style(decks) if found.rule is rule]


def is_found(rule: StyleRule, content: NoteContent, language: str = "en") -> bool:
    """Return whether a rule reports a note."""
    return bool(findings(rule, deck(content, language=language)))
