"""The edits of two sides meet in an exchange: `python -m tests.anki.exchange_on_both_sides NOTES` prints how long each
step takes.

A package is imported twice. Then some notes are edited in Anki or on a phone, others here, and some on both sides, while
the learner has arranged the decks, presets, tags and cards in Anki.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from anki.collection import Collection as Anki

from studyapp.services.exchange.sync_decisions import ConflictChoice, SyncDecisions
from studyapp.services.exchange.sync_report import SyncReport
from tests.anki.ankiconnect_server import AnkiConnectServer, run_server
from tests.anki.ankiweb import run_ankiweb
from tests.anki.edits_on_both_sides import (
    EDITED_HERE,
    EDITED_ON_BOTH_SIDES,
    EDITED_THERE,
    edit_here,
    edit_in_anki,
    fill,
    timed,
)
from tests.anki.package_exchange import PackageExchange
from tests.anki.studyapp_instance import create_instance
from tests.anki.sync_actions import compare, sync

MOVED_CARD_COUNT = 7


class Arrangement(NamedTuple):
    """What the learner has arranged in Anki: the preset of each deck, and tags, places and flags."""

    presets: dict[str, int]
    tags: Sequence[Sequence[Any]]
    cards: Sequence[Sequence[Any]]


def arrange(anki: Anki, deck_name: str) -> None:
    """Arrange decks, presets, tags and cards as a learner does."""
    preset = anki.decks.add_config("Mine")
    deck = anki.decks.by_name(deck_name)
    assert deck is not None
    deck["conf"] = preset["id"]
    anki.decks.save(deck)
    cards = anki.find_cards("")
    other = anki.decks.id("Hard ones")
    assert other is not None
    anki.set_deck(cards[:MOVED_CARD_COUNT], other)
    anki.sched.suspend_cards(cards[MOVED_CARD_COUNT : 2 * MOVED_CARD_COUNT])
    anki.set_user_flag_for_cards(3, cards[1:9:2])
    anki.tags.bulk_add(anki.find_notes("")[::3], "marked")


def arrangement(anki: Anki) -> Arrangement:
    assert anki.db is not None
    decks = [anki.decks.get(deck.id) for deck in anki.decks.all_names_and_ids()]  # type: ignore[arg-type]
    return Arrangement(
        {deck["name"]: deck["conf"] for deck in decks if deck is not None},
        anki.db.all("SELECT id, tags FROM notes ORDER BY id"),
        anki.db.all("SELECT id, did, queue, type, flags FROM cards ORDER BY id"),
    )


def check_exchange(
    both: PackageExchange,
    server: AnkiConnectServer,
    note_count: int,
    other_anki: Anki,
    sync_others: Callable[[], None] = lambda: None,
) -> None:
    """Check that each edit ends where it belongs, that conflicts are asked, and that nothing else changes.

    Notes are edited in `other_anki`, which is Anki itself or a phone; `sync_others` lets both of them sync.
    """
    ids = fill(both, note_count)
    for _ in range(2):
        with timed("import"):
            both.import_package()
    with timed("first exchange"):
        assert sync(both.instance, server) == SyncReport()
    arrange(both.anki, "Default")
    sync(both.instance, server)
    sync_others()
    there = list(range(EDITED_THERE))
    here = list(range(EDITED_THERE, EDITED_THERE + EDITED_HERE))
    both_sides = list(range(note_count - EDITED_ON_BOTH_SIDES, note_count))
    edit_in_anki(
        PackageExchange(other_anki, both.instance, both.folder),
        [ids[number] for number in (*there, *both_sides)],
    )
    edit_here(both, [*here, *both_sides])
    sync_others()
    before, in_anki = arrangement(both.anki), {note: both.anki.get_note(note).fields for note in ids}
    lines = both.deck.read_text().splitlines()
    with timed("comparison"):
        preview = compare(both.instance, server)
    assert (len(preview.updated_here), len(preview.updated_in_anki), len(preview.conflicts)) == (
        EDITED_THERE,
        EDITED_HERE,
        EDITED_ON_BOTH_SIDES,
    )
    with timed("exchange"):
        report = sync(both.instance, server)
    assert report == SyncReport(
        received_count=EDITED_THERE, updated_count=EDITED_HERE, conflicts=report.conflicts
    )
    assert len(report.conflicts) == EDITED_ON_BOTH_SIDES
    assert arrangement(both.anki) == before
    for number, note in enumerate(ids):
        assert (both.anki.get_note(note).fields != in_anki[note]) == (number in here)
    changed = [new for old, new in zip(lines, both.deck.read_text().splitlines(), strict=True) if old != new]
    assert all("their answer" in line for line in changed)
    assert len(changed) >= EDITED_THERE
    with timed("exchange that keeps the versions here"):
        decided = sync(both.instance, server, SyncDecisions(ConflictChoice.HERE))
    assert decided == SyncReport(updated_count=EDITED_ON_BOTH_SIDES)
    assert sync(both.instance, server) == SyncReport()
    assert arrangement(both.anki) == before
    sync_others()
    assert [other_anki.get_note(note).fields for note in ids] == [
        both.anki.get_note(note).fields for note in ids
    ]


def check_exchange_with_phone(both: PackageExchange, server: AnkiConnectServer, note_count: int) -> None:
    """Do the same with notes edited on a phone."""
    folder = both.folder / "phone"
    (folder / "web").mkdir(parents=True)
    phone = Anki(str(folder / "collection.anki2"))
    with run_ankiweb(folder / "web") as ankiweb:

        def sync_others() -> None:
            for device in (both.anki, phone, both.anki, phone):
                ankiweb.sync(device, is_first_upload=device is both.anki)

        check_exchange(both, server, note_count, phone, sync_others)
    phone.close()


def main() -> None:
    note_count = int(sys.argv[1])
    for is_edited_on_phone in (False, True):
        sys.stderr.write("Edited on the phone\n" if is_edited_on_phone else "Edited in Anki\n")
        with TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "anki").mkdir()
            anki = Anki(str(folder / "anki" / "collection.anki2"))
            instance = create_instance(folder / "studyapp", ())
            both = PackageExchange(anki, instance, folder)
            with run_server(anki) as server:
                if is_edited_on_phone:
                    check_exchange_with_phone(both, server, note_count)
                else:
                    check_exchange(both, server, note_count, anki)
            anki.close()
            instance.close()


if __name__ == "__main__":
    main()
