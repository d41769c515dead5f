"""A round trip of an Anki collection that uses every feature loses only what the report names."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.core.cards.card import cards_of
from studyapp.core.study.journal import EntryKind
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import journal_entries
from studyapp.store import notes as note_table
from tests.anki.anki_collections import (
    add_note,
    add_note_type,
    collection_state,
    export_package,
    import_into_anki,
    review_cards_in_anki,
)
from tests.anki.studyapp_instance import StudyAppInstance
from tests.services.study_driver import FakeTime

REVIEWS = int(os.environ.get("REVIEWS", "2000"))
"""Number of review log rows in addition to studied ones; 100,000 in the nightly run."""

REVIEWS_PER_CARD = 50
OCCLUSION = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2:oi=1}}<br>{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.1}}"


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[StudyAppInstance]:
    instance = StudyAppInstance.at(tmp_path / "studyapp" / "collection.db")
    instance.folder.mkdir()
    instance.time = FakeTime(round(time.time() * 1000))
    yield instance
    instance.close()


def add_every_feature(anki: Anki) -> None:
    anki.set_config("fsrs", True)
    anki.media.write_data("a b.png", b"picture")
    anki.media.write_data("声音.mp3", b"sound")
    for kind in (one.name for one in anki.models.all_names_and_ids()):
        for number in range(3):
            deck = ("Default", "One::Two", "One::Two::Three")[number]
            if kind == "Image Occlusion":
                add_note(anki, kind, OCCLUSION, '<img src="a b.png">', f"Header {number}", "", "", deck=deck)
            elif kind == "Cloze":
                add_note(
                    anki,
                    kind,
                    f"{{{{c1::A{number}}}}} {{{{c3::<i>B</i>::hint}}}}",
                    "extra",
                    deck=deck,
                    tags=("x::y",),
                )
            else:
                more = ("", "yes", "")[number] if "optional" in kind else ""
                add_note(
                    anki, kind, f"{kind} {number} <b>b</b>", f'<img src="a b.png"> {number}', more, deck=deck
                )
    add_note(anki, "Basic", "[sound:声音.mp3]", r"\(e^x\) [latex]y[/latex]")
    add_note(anki, "Cloze", "{{c1::<u>a</u>}} {{c4::b {{c5::c}}}}", "")
    custom_type = add_note_type(
        anki, "Own", [("{{One}}", "{{Two}}"), ("{{Two}}", "{{One}}<script>1</script>")]
    )
    add_note(anki, custom_type, "<u>x</u>", "<table><tr><td>y</table>", "unseen", deck="Own deck")
    review_cards_in_anki(anki, 5, 60)
    assert anki.db is not None
    cards = anki.db.list("SELECT id FROM cards WHERE type = 2 ORDER BY id")
    assert len(cards) >= 5
    anki.sched.suspend_cards(cards[:1])
    anki.sched.bury_cards(cards[1:2], manual=True)
    anki.set_user_flag_for_cards(7, cards[2:3])
    anki.sched.set_due_date(cards[3:4], "9")
    anki.sched.schedule_cards_as_new(cards[4:5])
    filtered = anki.sched.get_or_create_filtered_deck(deck_id=0)  # type: ignore[arg-type]
    filtered.config.search_terms[0].search = "is:review -is:suspended -is:buried"
    filtered.config.search_terms[0].limit = 3
    anki.sched.add_or_update_filtered_deck(filtered)


def add_review_history(anki: Anki, row_count: int) -> None:
    """Add cards with years of reviews."""
    assert anki.db is not None
    source = random.Random(1)
    start = round(time.time() * 1000) - 2_000 * 86_400_000
    today = anki.sched.today
    rows: list[tuple[int, ...]] = []
    for number in range(row_count // REVIEWS_PER_CARD):
        note = add_note(anki, "Basic", f"history {number}", "back", deck="Years::Many")
        (card,) = anki.db.list("SELECT id FROM cards WHERE nid = ?", note)
        at, interval = start + number * 7_919, 0
        for place in range(REVIEWS_PER_CARD):
            ease = source.choice((1, 2, 3, 3, 3, 4))
            last, interval = interval, max(1, round(interval * source.uniform(0.3, 1.6)) + 1)
            rows.append(
                (at, card, -1, ease, interval, last, 500, source.randrange(20_000), 0 if place == 0 else 1)
            )
            at += 1 + source.randrange(38) * 86_400_000
        anki.db.execute(
            "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = ?, reps = ?, mod = ? WHERE id = ?",
            today + source.randrange(60) - 20, interval, REVIEWS_PER_CARD, at // 1000, card,
        )  # fmt: skip
    anki.db.executemany("INSERT OR IGNORE INTO revlog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def test_full_collection_round_trip(tmp_path: Path, instance: StudyAppInstance) -> None:
    (tmp_path / "anki").mkdir()
    anki = Anki(str(tmp_path / "anki" / "collection.anki2"))
    add_every_feature(anki)
    add_review_history(anki, REVIEWS)
    assert anki.db is not None
    before = collection_state(anki)
    report = instance.import_file(export_package(anki, tmp_path))
    assert report.added_count == anki.note_count()
    assert {loss.kind for loss in report.losses} == {
        LossKind.FORMULA,
        LossKind.TEMPLATE_SCRIPT,
        LossKind.FILTERED_DECK,
    }
    row_count = anki.db.scalar("SELECT count() FROM revlog")
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    with instance.collection.read_transaction() as connection:
        notes = [
            note for deck in library.deck_ids for note, _ in note_table.iterate_present(connection, deck)
        ]
        entries = [
            entry
            for _, journal in journal_entries.iterate_by_card(connection)
            for entry in journal
            if entry.kind in (EntryKind.REVIEW, EntryKind.RESET) or entry.kind is EntryKind.SET_DUE
        ]
    studyapp_cards = {(note.anki_guid, card.ordinal - 1) for note in notes for card in cards_of(note)}
    anki_cards = anki.db.execute("SELECT guid, ord FROM cards JOIN notes ON notes.id = nid")
    assert studyapp_cards == {(guid, ordinal) for guid, ordinal in anki_cards}
    entry_times = {entry.id.seq for entry in entries}
    assert set(anki.db.list("SELECT id FROM revlog")) <= entry_times
    assert row_count >= REVIEWS

    out = tmp_path / "back.apkg"
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH_AND_TRADITIONAL, out, with_progress=True)
    export_decks(instance.collection, library, request, instance.clock())
    import_into_anki(out, anki)
    assert collection_state(anki) == before
    (tmp_path / "other").mkdir()
    other = Anki(str(tmp_path / "other" / "collection.anki2"))
    import_into_anki(out, other)
    assert other.db is not None
    ratings = "SELECT id, ease, time FROM revlog WHERE ease > 0 ORDER BY id"
    assert other.db.execute(ratings) == anki.db.execute(ratings)
    assert other.note_count() == anki.note_count()
    assert other.card_count() == anki.card_count()
    dues = "SELECT guid, ord, CASE WHEN odid THEN odue ELSE due END - {} FROM cards JOIN notes ON notes.id = nid WHERE type = 2 ORDER BY guid, ord"
    assert other.db.execute(dues.format(other.sched.today)) == anki.db.execute(dues.format(anki.sched.today))
    for one in (anki, other):
        one.close()
