"""A new edition of the bundled decks reaches StudyApp and Anki without any loss of progress."""

import random
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.writing.package import ExportReport
from studyapp.core.cards.card import CLOZE_PATTERN, cards_of
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.notes.note_guid import derive_guid, note_guid
from studyapp.core.study.journal import Entry
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.library.deck_library import Library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.overview.statistics import load_deck_totals, load_statistics
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import journal_entries
from tests.anki.anki_collections import import_into_anki
from tests.anki.bundled_editions import (
    read_decks,
    write_first_edition,
    write_present_edition,
    write_revised_first_edition,
)
from tests.anki.studyapp_instance import BOTH, StudyAppInstance, create_instance
from tests.services.study_driver import DAY

NEW_CARDS_PER_DAY = 110
"""So that most cards of the first edition are studied within `STUDY_DAYS`."""

STUDY_DAYS = 6
LIMITS = DailyLimits(NEW_CARDS_PER_DAY, 9999, NEW_CARDS_PER_DAY, 9999)


class AnkiState(NamedTuple):
    """All notes, cards and reviews in Anki. A note is its ID, type, tags and fields, by GUID."""

    notes: Mapping[str, tuple[object, ...]]
    card_by_key: Mapping[tuple[str, int], tuple[object, ...]]
    reviews: tuple[tuple[object, ...], ...]


class Exported(NamedTuple):
    """Anki's state after the import of an export, and what StudyApp reported about it."""

    report: ExportReport
    state: AnkiState


@dataclass
class Learner:
    """A person with the bundled decks in StudyApp and in Anki."""

    instance: StudyAppInstance
    anki: Anki
    folder: Path

    def refresh(self) -> Library:
        return refresh_library(
            self.instance.collection, [self.instance.folder], self.instance.clock()
        ).library

    def study(self) -> None:
        """Study for some days that end today. The ratings are always the same."""
        source = random.Random(20221201)
        decks = self.refresh().deck_ids
        self.instance.time.now -= STUDY_DAYS * DAY
        for _ in range(STUDY_DAYS):
            session = create_session(
                self.instance.collection, self.instance.clock(), decks, BOTH, limits=LIMITS
            )
            step = session.show_next().next_step
            start = self.instance.time.now
            while isinstance(step, Prompt) and self.instance.time.now < start + DAY // 4:
                self.instance.time.now += 15_000
                session.reveal()
                rating = source.choices(tuple(Rating), (2, 1, 6, 20))[0]
                step = session.rate(step.card.id, rating).next_step
            self.instance.time.now = start + DAY

    def send_to_anki(self) -> Exported:
        """Export all decks with progress and import the package into Anki."""
        self.instance.time.now += 60_000
        library, package = self.refresh(), self.folder / "out.apkg"
        request = ExportRequest(library.deck_ids, BOTH, package, with_progress=True)
        report = export_decks(self.instance.collection, library, request, self.instance.clock())
        import_into_anki(package, self.anki)
        return Exported(report, read_state(self.anki))

    def journal(self) -> dict[CardId, list[Entry]]:
        with self.instance.collection.read_transaction() as connection:
            return {card: list(log) for card, log in journal_entries.iterate_by_card(connection)}


def read_state(anki: Anki) -> AnkiState:
    assert anki.db is not None
    notes = {
        guid: (note_id, type_id, tags, fields)
        for guid, note_id, type_id, tags, fields in anki.db.execute(
            "SELECT guid, id, mid, tags, flds FROM notes"
        )
    }
    assert len(notes) == anki.note_count()
    cards = {
        (guid, ordinal): tuple(values)
        for guid, ordinal, *values in anki.db.execute(
            "SELECT guid, ord, c.id, nid, did, type, queue, due, ivl, factor, reps, lapses, left, c.flags, c.data "
            "FROM cards c JOIN notes n ON n.id = nid"
        )
    }
    assert len(cards) == anki.card_count()
    return AnkiState(notes, cards, tuple(map(tuple, anki.db.execute("SELECT * FROM revlog ORDER BY id"))))


def open_anki(folder: Path) -> Anki:
    folder.mkdir()
    anki = Anki(str(folder / "collection.anki2"))
    assert anki.db is not None
    anki.db.execute("UPDATE col SET crt = crt - 40 * 86400")  # so that it has the days of the reviews
    return anki


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a StudyApp collection in which the first edition was studied."""
    folder = tmp_path_factory.mktemp("studied")
    instance = create_instance(folder / "studyapp", ())
    write_first_edition(instance.folder)
    learner = Learner(instance, open_anki(folder / "anki"), folder)
    learner.study()
    learner.anki.close()
    instance.close()
    return folder / "studyapp"


@pytest.fixture
def learner(studied: Path, tmp_path: Path) -> Iterator[Learner]:
    instance = StudyAppInstance.at(Path(shutil.copytree(studied, tmp_path / "studyapp")) / "collection.db")
    instance.time.now = round(time.time() * 1000)
    learner = Learner(instance, open_anki(tmp_path / "anki"), tmp_path)
    yield learner
    learner.anki.close()
    instance.close()


def notes_by_key(folder: Path) -> dict[str, Note]:
    return {note.key: note for deck in read_decks(folder) for note in deck.notes}


EDITIONS = pytest.mark.parametrize(
    "write_edition", [write_present_edition, write_revised_first_edition], ids=["present", "revised"]
)


@EDITIONS
def test_new_edition_updates_anki_in_place_and_keeps_all_progress(
    learner: Learner, tmp_path: Path, write_edition: Callable[[Path], None]
) -> None:
    first = notes_by_key(learner.instance.folder)
    before = learner.send_to_anki()
    assert set(before.state.notes) == set(map(note_guid, first.values()))
    assert not before.report.losses and len(before.state.reviews) > len(first)
    studied = {card.note_key for card, log in learner.journal().items() if log}
    write_edition(learner.instance.folder)
    second = notes_by_key(learner.instance.folder)
    after = learner.send_to_anki()

    added, kept, retired = (
        second.keys() - first.keys(),
        first.keys() & second.keys(),
        first.keys() - second.keys(),
    )
    assert kept & studied and (retired & studied or not retired)
    assert set(after.state.notes) == set(map(derive_guid, first.keys() | added))
    fresh = open_anki(tmp_path / "fresh")
    import_into_anki(learner.folder / "out.apkg", fresh)
    expected = read_state(fresh)
    fresh.close()
    for key in kept:
        note_before, note_after = (state.notes[derive_guid(key)] for state in (before.state, after.state))
        assert note_after[:2] == note_before[:2], key
        assert note_after[2:] == expected.notes[derive_guid(key)][2:], key
    for key in retired:
        assert after.state.notes[derive_guid(key)] == before.state.notes[derive_guid(key)]
    assert {
        card: after.state.card_by_key[card] for card in before.state.card_by_key
    } == before.state.card_by_key
    assert after.state.reviews == before.state.reviews
    added_cards = after.state.card_by_key.keys() - before.state.card_by_key.keys()
    assert added_cards <= expected.card_by_key.keys()
    assert learner.anki.fix_integrity()[1]

    named = {loss.note_excerpt: loss for loss in after.report.losses}
    assert named.keys() == retired and len(named) == len(after.report.losses)
    for search in {loss.name for loss in named.values() if loss.kind is LossKind.REMOVED_HERE_SEARCHABLE}:
        assert {
            learner.anki.get_note(found)["Identity"] for found in learner.anki.find_notes(search)
        } == retired
    assert not learner.send_to_anki().report.losses


@EDITIONS
def test_new_edition_leaves_the_history_of_retired_notes(
    learner: Learner, write_edition: Callable[[Path], None]
) -> None:
    instance = learner.instance
    library, journal, clock = learner.refresh(), learner.journal(), instance.clock()
    before = load_statistics(instance.collection, library.deck_ids, clock, BOTH)
    schedules = instance.load_schedules()
    write_edition(instance.folder)
    library = learner.refresh()
    assert learner.journal() == journal and instance.load_schedules() == schedules
    after = load_statistics(instance.collection, library.deck_ids, clock, BOTH)
    assert after["reviews"] == before["reviews"] > 0
    for deck in read_decks(instance.folder):
        totals = load_deck_totals(instance.collection, deck.metadata.id, clock, BOTH)
        assert (totals.notes, totals.cards) == (
            len(deck.notes),
            sum(len(cards_of(note)) for note in deck.notes),
        )
    write_first_edition(instance.folder)
    library = learner.refresh()
    assert load_statistics(instance.collection, library.deck_ids, clock, BOTH) == before


def test_edited_copy_of_a_bundled_deck_stays_as_it_is(learner: Learner, tmp_path: Path) -> None:
    """With its notes, also those that the new edition has retired, until the learner deletes the copy."""
    bundled, own = learner.instance.folder, tmp_path / "own"
    own.mkdir()
    copy = own / "1-origins.yaml"
    text = (bundled / copy.name).read_text(encoding="utf-8")
    copy.write_text(
        text.replace("notes:\n", "notes:\n  - {id: mine, front: f, back: b}\n", 1), encoding="utf-8"
    )

    def refresh() -> Library:
        return refresh_library(
            learner.instance.collection, [bundled, own], learner.instance.clock(), bundled_folder=bundled
        ).library

    def note_count() -> int:
        return load_deck_totals(learner.instance.collection, "origins", learner.instance.clock(), BOTH).notes

    refresh()
    count, history = note_count(), learner.journal()
    write_revised_first_edition(bundled)
    library = refresh()
    assert [deck.path for deck in library.decks if deck.metadata.id == "origins"] == [copy]
    assert [problem for problem in library.problems if problem.path.name == copy.name] == []
    assert (note_count(), learner.journal()) == (count, history)
    copy.unlink()
    refresh()
    (revised,) = [deck for deck in read_decks(bundled) if deck.metadata.id == "origins"]
    assert note_count() == len(revised.notes)
    assert learner.journal() == history


def test_kept_notes_ask_for_the_same(tmp_path: Path) -> None:
    """Progress belongs to the number of a card, so a note that is kept has the same type and cards in common."""
    write_first_edition(tmp_path / "first")
    write_present_edition(tmp_path / "present")
    first, present = notes_by_key(tmp_path / "first"), notes_by_key(tmp_path / "present")
    kept = first.keys() & present.keys()
    assert [
        key for key in kept if note_type_of(first[key].content) != note_type_of(present[key].content)
    ] == []
    for key in kept:
        kinds_before, kinds_now = (
            {card.ordinal: card.kind for card in cards_of(note)} for note in (first[key], present[key])
        )
        common = kinds_before.keys() & kinds_now.keys()
        assert common, key
        assert all(kinds_before[number] is kinds_now[number] for number in common), key
        answers_before, answers_now = blanks_by_number(first[key]), blanks_by_number(present[key])
        for number, answers in answers_now.items():
            if not answers & answers_before.get(number, set()):
                assert not any(answers & others for others in answers_before.values()), (
                    f"{key}: renumbered {number}"
                )


def blanks_by_number(note: Note) -> dict[int, set[str]]:
    """What each number of a cloze note hides, in all languages; nothing for another note."""
    blanks: dict[int, set[str]] = {}
    if isinstance(note.content, Cloze):
        for text in note.content.text.version_texts:
            for match in CLOZE_PATTERN.finditer(text):
                blanks.setdefault(int(match[1]), set()).add(match[2])
    return blanks
