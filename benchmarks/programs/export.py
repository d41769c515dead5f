"""Exporting the words of all decks as a package, compared with genanki, which writes what it is given."""

from functools import partial
from pathlib import Path

import genanki

from benchmarks.data.changed_decks import ChangingDecks, open_changing_decks
from benchmarks.data.datasets import OpenCollection
from benchmarks.report import Report, seconds_of
from benchmarks.run import Run
from studyapp.core.notes.note import Basic, CustomContent, Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import notes as notes_table
from studyapp.system_dependencies import system_clock

_ALL, _FEW = 1, 100


def measure(report: Report, run: Run) -> None:
    """Measure exports after a change of all notes, and of one in a hundred, since the last export."""
    with open_changing_decks(run.datasets, run.notes, run.folder) as decks:
        texts = _load_texts(decks.opened)
        for name, every, goal in (("all changed", _ALL, 1.0), ("1 % changed", _FEW, 0.3)):
            report.compare(
                f"export, words only, {name}",
                partial(_export_after_change, decks, every, run.folder / "ours.apkg"),
                lambda: seconds_of(lambda: _write_with_genanki(texts, run.folder / "genanki.apkg")),
                "genanki",
                run.few_times,
                goal,
            )


def _export_after_change(decks: ChangingDecks, every: int, target: Path) -> float:
    collection, library = decks.change(every)
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, target)
    return seconds_of(lambda: export_decks(collection, library, request, system_clock()))


def _load_texts(opened: OpenCollection) -> list[tuple[str, list[str]]]:
    """Return the GUID and the fields of each note."""
    with opened.collection.read_transaction() as connection:
        return [
            (note.key, _fields(note))
            for deck in opened.library.deck_ids
            for note, _ in notes_table.iterate_present(connection, deck)
        ]


def _fields(note: Note) -> list[str]:
    match note.content:
        case CustomContent(_, fields):  # Anki's note types are kept
            return list(fields)
        case Basic(front, back):
            return [front.version_texts[0], back.version_texts[0]]
        case _:
            raise AssertionError(note)


def _write_with_genanki(texts: list[tuple[str, list[str]]], path: Path) -> None:
    model = genanki.Model(
        1607392319,
        "Plain",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
    )
    deck = genanki.Deck(2059400110, "Plain")
    for guid, fields in texts:
        deck.add_note(genanki.Note(model, fields, guid=guid))
    genanki.Package(deck).write_to_file(path)
