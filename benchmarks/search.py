"""Searching many notes, compared with Anki: `python -m benchmarks.search --notes 100000`."""

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from anki.collection import AddNoteRequest
from anki.collection import Collection as Anki

from benchmarks.figures import alone, seconds_of, side_by_side
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Note
from studyapp.core.search.query_parsing import parse_query
from studyapp.core.search.search_context import SearchContext, SearchedDeck
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Memory
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.search.card_search import find_cards, update_search_index
from studyapp.store import decks, notes, schedules
from studyapp.store.collection import Collection
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.listed_cards import ListedCards
from studyapp.system_dependencies import new_device_id

FIRST_ROWS = 100
FIRST_LISTED = 200
TODAY = 20_000
_DAY_MS = 86_400_000
_SYLLABLES = [
    "ka",
    "no",
    "ti",
    "re",
    "mu",
    "so",
    "la",
    "ve",
    "di",
    "po",
    "shi",
    "an",
    "or",
    "est",
    "ing",
    "tur",
    "bel",
    "gra",
    "nos",
    "qui",
]
_IDEOGRAPHS = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure_search(Path(folder), options.notes, options.times)


def measure_search(folder: Path, number: int, times: int) -> None:
    """Measure the index, and searches next to those of Anki with the same notes."""
    folder.mkdir(exist_ok=True)
    written = make_notes(number)
    context = SearchContext(
        {"measured": SearchedDeck(("Measured",))}, TODAY, TODAY * _DAY_MS, (TODAY + 1) * _DAY_MS
    )
    with Collection(folder / "studyapp" / "collection.db", new_device_id) as collection:
        alone(f"store {number} notes", lambda: seconds_of(lambda: store_notes(collection, written)), 1)
        alone("index them", lambda: seconds_of(lambda: update_search_index(collection)), 1)
        size = sum(file.stat().st_size for file in (folder / "studyapp").iterdir())
        print(f"{'size of the collection':<28} {size / 1e6:.0f} MB")
        anki = make_anki_collection(folder / "collection.anki2", written)
        try:
            for query in _queries(written):
                _measure_query(collection, anki, query, context, times)
        finally:
            anki.close()


def _measure_query(
    collection: Collection, anki: Anki, query: str, context: SearchContext, times: int
) -> None:
    parsed = parse_query(query)
    count = len(find_cards(collection, parsed, context))
    print(f"\n{query or '(all)'}: {count} cards, {len(anki.find_cards(query))} in Anki")
    alone(
        f"first {FIRST_ROWS}",
        lambda: seconds_of(lambda: find_cards(collection, parsed, context, limit=FIRST_ROWS)),
        times,
    )
    with collection.read_transaction() as connection:
        listed = ListedCards(connection, context, CardOrder("card.position, card.ordinal"))
        for name, limit in ((f"first {FIRST_LISTED}, listed", FIRST_LISTED), ("all, listed", None)):
            select = partial(listed.select, parsed, context, limit)
            alone(name, partial(seconds_of, select), times)
    side_by_side(
        "all",
        lambda: seconds_of(lambda: find_cards(collection, parsed, context)),
        lambda: seconds_of(lambda: anki.find_cards(query)),
        "Anki",
        times,
    )


def _queries(written: Sequence[Note]) -> list[str]:
    word = next(word for word in _text(written[0]).split() if len(word) > 4)
    chinese = _text(written[1])[5:7]
    return [
        "", word, word[1:-1], chinese, "zzzzq", "an", f"{word} is:review", f"front:*{word}*", "w:ka", f"re:{word[:3]}[a-z]+x",
        "tag:part::3", "tag:part", "deck:measured", "note:basic", "is:due", "is:new", "prop:ivl>30", "prop:lapses>2",
        "prop:s>20", "prop:r<0.8", "flag:1", "added:1", "-tag:part::3 is:due prop:ivl<10", f"{word} or {chinese}",
    ]  # fmt: skip


def _text(note: Note) -> str:
    assert isinstance(note.content, Basic)
    return note.content.front.version_texts[0]


def make_notes(number: int) -> list[Note]:
    source = random.Random(number)
    words = ["".join(source.choices(_SYLLABLES, k=source.randint(1, 4))) for _ in range(15_000)]
    result = []
    for index in range(number):
        if index % 2:
            front, back = ("".join(source.choices(_IDEOGRAPHS, k=count)) for count in (15, 40))
        else:
            front, back = (" ".join(source.choices(words, k=count)) for count in (8, 20))
        content = Basic(LocalizedText.language_neutral(front), LocalizedText.language_neutral(back))
        result.append(Note("measured", f"n{index}", content, tags=(f"part::{index % 50}", "all")))
    return result


def store_notes(collection: Collection, written: list[Note]) -> None:
    source = random.Random(1)
    with collection.transaction() as connection:
        decks.save(connection, DeckMetadata("measured", LocalizedText.language_neutral("Measured")), "digest")
        notes.replace_all(connection, "measured", written, int(time.time()))
        for note in written:
            if source.random() < 0.6:
                interval = source.randint(1, 100)
                last_day = TODAY - source.randint(0, interval)
                schedule = Schedule(
                    ReviewPhase(Memory(float(interval), source.uniform(1, 10)), last_day + interval),
                    source.randint(1, 20), source.randint(0, 5), TODAY - 200, last_day, flag=source.randint(0, 4),
                )  # fmt: skip
                schedules.save(connection, CardId("measured", note.id, 1), schedule)


def make_anki_collection(path: Path, written: Sequence[Note]) -> Anki:
    anki = Anki(str(path))
    note_type = anki.models.by_name("Basic")
    assert note_type is not None and anki.db is not None
    deck = anki.decks.id("Measured")
    assert deck is not None
    requests = []
    for note in written:
        assert isinstance(note.content, Basic)
        anki_note = anki.new_note(note_type)
        anki_note["Front"] = note.content.front.version_texts[0]
        anki_note["Back"] = note.content.back.version_texts[0]
        anki_note.tags = list(note.tags)
        requests.append(AddNoteRequest(anki_note, deck))
    anki.add_notes(requests)
    today = anki.sched.today
    source = random.Random(1)
    rows = []
    for (card,) in anki.db.execute("SELECT id FROM cards ORDER BY id"):
        if source.random() < 0.6:
            interval = source.randint(1, 100)
            due = today - source.randint(0, interval) + interval
            data = f'{{"s":{interval},"d":{source.uniform(1, 10):.3f},"dr":0.9,"decay":0.1542}}'
            rows.append(
                (due, interval, source.randint(1, 20), source.randint(0, 5), source.randint(0, 4), data, card)
            )
    anki.db.executemany(
        "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = ?, reps = ?, lapses = ?, flags = ?, data = ? WHERE id = ?",
        rows,
    )
    return anki


if __name__ == "__main__":
    main()
