"""A collection with everything that Anki has, here and back: nothing is lost that the report does not name."""

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
from tests.anki.anki_collections import add, back_in_anki, new_type, package, state, study
from tests.anki.studyapp_instance import Machine
from tests.services.study_driver import FakeTime

REVIEWS = int(os.environ.get("REVIEWS", "2000"))
"""Lines of the log beside those that are made by studying; 100,000 in the nightly run."""

A_CARD = 50
OCCLUSION = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2:oi=1}}<br>{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.1}}"


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    made = Machine.at(tmp_path / "ours" / "collection.db")
    made.folder.mkdir()
    made.time = FakeTime(round(time.time() * 1000))
    yield made
    made.close()


def with_everything(anki: Anki) -> None:
    anki.set_config("fsrs", True)
    anki.media.write_data("a b.png", b"picture")
    anki.media.write_data("声音.mp3", b"sound")
    for kind in (one.name for one in anki.models.all_names_and_ids()):
        for number in range(3):
            deck = ("Default", "One::Two", "One::Two::Three")[number]
            if kind == "Image Occlusion":
                add(anki, kind, OCCLUSION, '<img src="a b.png">', f"Header {number}", "", "", deck=deck)
            elif kind == "Cloze":
                add(
                    anki,
                    kind,
                    f"{{{{c1::A{number}}}}} {{{{c3::<i>B</i>::hint}}}}",
                    "extra",
                    deck=deck,
                    tags=("x::y",),
                )
            else:
                more = ("", "yes", "")[number] if "optional" in kind else ""
                add(anki, kind, f"{kind} {number} <b>b</b>", f'<img src="a b.png"> {number}', more, deck=deck)
    add(anki, "Basic", "[sound:声音.mp3]", r"\(e^x\) [latex]y[/latex]")
    add(anki, "Cloze", "{{c1::<u>a</u>}} {{c4::b {{c5::c}}}}", "")
    own = new_type(anki, "Own", [("{{One}}", "{{Two}}"), ("{{Two}}", "{{One}}<script>1</script>")])
    add(anki, own, "<u>x</u>", "<table><tr><td>y</table>", "unseen", deck="Own deck")
    study(anki, 5, 60)
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


def with_history(anki: Anki, lines: int) -> None:
    """Cards with many years of reviews."""
    assert anki.db is not None
    chance = random.Random(1)
    moment = round(time.time() * 1000) - 2_000 * 86_400_000
    today = anki.sched.today
    rows: list[tuple[int, ...]] = []
    for number in range(lines // A_CARD):
        note = add(anki, "Basic", f"history {number}", "back", deck="Years::Many")
        (card,) = anki.db.list("SELECT id FROM cards WHERE nid = ?", note)
        at, interval = moment + number * 7_919, 0
        for place in range(A_CARD):
            ease = chance.choice((1, 2, 3, 3, 3, 4))
            last, interval = interval, max(1, round(interval * chance.uniform(0.3, 1.6)) + 1)
            rows.append(
                (at, card, -1, ease, interval, last, 500, chance.randrange(20_000), 0 if place == 0 else 1)
            )
            at += 1 + chance.randrange(38) * 86_400_000
        anki.db.execute(
            "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = ?, reps = ?, mod = ? WHERE id = ?",
            today + chance.randrange(60) - 20, interval, A_CARD, at // 1000, card,
        )  # fmt: skip
    anki.db.executemany("INSERT OR IGNORE INTO revlog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def test_a_collection_with_everything_comes_and_goes_back(tmp_path: Path, machine: Machine) -> None:
    (tmp_path / "theirs").mkdir()
    anki = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    with_everything(anki)
    with_history(anki, REVIEWS)
    assert anki.db is not None
    before = state(anki)
    report = machine.take_in(package(anki, tmp_path))
    assert report.added_count == anki.note_count()
    assert {loss.kind for loss in report.losses} == {
        LossKind.SOUND,
        LossKind.FORMULA,
        LossKind.TEMPLATE_SCRIPT,
    }
    lines = anki.db.scalar("SELECT count() FROM revlog")
    library, _ = refresh_library(machine.collection, [machine.folder], machine.clock())
    with machine.collection.read_transaction() as connection:
        ours = [note for deck in library.deck_ids for note, _ in note_table.iterate_present(connection, deck)]
        carried = [
            entry
            for _, journal in journal_entries.iterate_by_card(connection)
            for entry in journal
            if entry.kind in (EntryKind.REVIEW, EntryKind.RESET) or entry.kind is EntryKind.SET_DUE
        ]
    named = {(note.anki_guid, card.ordinal - 1) for note in ours for card in cards_of(note)}
    theirs = anki.db.execute("SELECT guid, ord FROM cards JOIN notes ON notes.id = nid")
    assert named == {(guid, ordinal) for guid, ordinal in theirs}
    kept = {entry.id.seq for entry in carried}
    assert set(anki.db.list("SELECT id FROM revlog")) <= kept
    assert lines >= REVIEWS

    out = tmp_path / "back.apkg"
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH_AND_TRADITIONAL, out, with_progress=True)
    export_decks(machine.collection, library, request, machine.clock())
    back_in_anki(out, anki)
    assert state(anki) == before
    (tmp_path / "others").mkdir()
    other = Anki(str(tmp_path / "others" / "collection.anki2"))
    back_in_anki(out, other)
    assert other.db is not None
    ratings = "SELECT id, ease, time FROM revlog WHERE ease > 0 ORDER BY id"
    assert other.db.execute(ratings) == anki.db.execute(ratings)
    assert other.note_count() == anki.note_count()
    assert other.card_count() == anki.card_count()
    dues = "SELECT guid, ord, CASE WHEN odid THEN odue ELSE due END - {} FROM cards JOIN notes ON notes.id = nid WHERE type = 2 ORDER BY guid, ord"
    assert other.db.execute(dues.format(other.sched.today)) == anki.db.execute(dues.format(anki.sched.today))
    for one in (anki, other):
        one.close()
