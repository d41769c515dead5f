"""Decks to export in package tests."""

from collections.abc import Sequence
from pathlib import Path

from studyapp.anki.writing.package import ExportDeck, ExportNote
from studyapp.core.notes.note import Basic, Note
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.anki.samples import CHANGED_AT, METADATA, NOTES

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


def export_deck(tmp_path: Path, notes: Sequence[Note] = NOTES) -> ExportDeck:
    return ExportDeck(METADATA, tmp_path, [ExportNote(note, CHANGED_AT) for note in notes])


def many_notes(count: int) -> list[Note]:
    text = LocalizedText.language_neutral("x")
    return [Note("sample", f"n{number}", Basic(text, text)) for number in range(count)]
