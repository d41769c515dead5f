"""Searching by schedules and journal, and after notes have changed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CardTemplate
from studyapp.core.notes.note import (
    Basic,
    CustomContent,
    Note,
)
from studyapp.core.search.query_parsing import MAX_DEPTH, MAX_TERMS
from studyapp.core.search.search_context import SearchContext
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.search import card_search
from studyapp.services.search.card_search import find_cards, read_query, update_search_index
from studyapp.store.collection import Collection
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.sql_condition import Table
from tests.services.search.search_samples import CONTEXT, CONVERTED_TYPE, DAY, TODAY
from tests.store.samples import append_entries, note, open_collection, save_notes

text = LocalizedText.language_neutral


SCHEDULED = CardId("deck", "a", 1)


def rate(
    seq: int, day: int, rating: Rating = Rating.GOOD, due_day: int | None = None, note_id: str = "a"
) -> Entry:
    return Entry(
        EntryId("here", seq), day * DAY + seq, day, CardId("deck", note_id, 1), EntryKind.REVIEW, rating,
        due_day=due_day, due_at=None if due_day is not None else day * DAY + 600_000,
    )  # fmt: skip


def undo(seq: int, target: int) -> Entry:
    return Entry(
        EntryId("here", seq),
        TODAY * DAY + seq,
        TODAY,
        SCHEDULED,
        EntryKind.UNDO,
        undoes=EntryId("here", target),
    )


@pytest.fixture
def studied(tmp_path: Path) -> Iterator[Collection]:
    with open_collection(tmp_path / "data" / "collection.db") as opened:
        save_notes(opened, [note(name) for name in "abcd"])
        yield opened


def found(collection: Collection, query: str, context: SearchContext = CONTEXT) -> str:
    cards = find_cards(collection, read_query(collection, query), context)
    return " ".join(sorted(card.note_id for card in cards))


def test_states_and_numbers_of_schedules(studied: Collection) -> None:
    append_entries(studied, rate(1, TODAY - 20, due_day=TODAY - 10), rate(2, TODAY - 10, due_day=TODAY - 1))
    append_entries(studied, rate(3, TODAY, Rating.AGAIN, note_id="b"))
    append_entries(
        studied, Entry(EntryId("here", 4), TODAY * DAY, TODAY, CardId("deck", "c", 1), EntryKind.FLAG, flag=2)
    )
    for query, expected in (
        ("is:new", "c d"), ("is:learn", "b"), ("is:review", "a"), ("is:due", "a"), ("is:flagged", "c"), ("flag:2", "c"), ("flag:0", "a b d"),
        ("prop:ivl=9", "a"), ("prop:ivl<9", "b c d"), ("prop:due=-1", "a"), ("prop:due=0", "b"), ("prop:reps=2", "a"), ("prop:reps=0", "c d"),
        ("prop:lapses=0", "a b c d"), ("prop:s>0", "a b"), ("-prop:s>0", "c d"), ("prop:d>=1", "a b"), ("prop:r<1", "a"), ("prop:r=1", "b"), ("prop:r<=1", "a b"), ("prop:r>=1", "b"),
        ("prop:r<0", ""), ("prop:r>0", "a b"), ("prop:r<2", "a b"), ("rated:1", "b"), ("rated:11", "a b"), ("rated:10", "b"), ("rated:1:1", "b"),
        ("introduced:1", "b"), ("introduced:21", "a b"), ("is:leech", ""), ("is:suspended", ""), ("is:buried", ""),
    ):  # fmt: skip
        assert (query, found(studied, query)) == (query, expected)
    assert found(studied, "is:due", CONTEXT._replace(learn_ahead_ms=600_000)) == "a b"


def test_suspended_buried_and_leech(studied: Collection) -> None:
    append_entries(
        studied,
        *(
            rate(seq, TODAY - 20 + seq, Rating.AGAIN if seq % 2 else Rating.GOOD, TODAY - 19 + seq)
            for seq in range(6)
        ),
        Entry(EntryId("here", 7), TODAY * DAY, TODAY, SCHEDULED, EntryKind.SUSPEND),
    )
    append_entries(
        studied, Entry(EntryId("here", 8), TODAY * DAY, TODAY, CardId("deck", "b", 1), EntryKind.BURY)
    )
    append_entries(
        studied, Entry(EntryId("here", 9), TODAY * DAY, TODAY - 1, CardId("deck", "c", 1), EntryKind.BURY)
    )
    append_entries(
        studied,
        Entry(EntryId("here", 10), TODAY * DAY, TODAY, CardId("deck", "d", 1), EntryKind.BURY),
        Entry(EntryId("here", 11), TODAY * DAY + 1, TODAY, CardId("deck", "d", 1), EntryKind.SUSPEND),
    )
    assert found(studied, "is:suspended") == "a d"
    assert found(studied, "is:buried") == "b"
    assert found(studied, "is:leech") == "a"
    assert found(studied, "prop:lapses=3") == "a"
    assert found(studied, "is:due") == ""
    assert found(studied, "prop:due<=0") == ""


def test_a_due_date_without_a_review_says_nothing_about_memory(studied: Collection) -> None:
    set_due = Entry(EntryId("here", 1), TODAY * DAY, TODAY, SCHEDULED, EntryKind.SET_DUE, due_day=TODAY + 3)
    append_entries(studied, set_due)
    assert found(studied, "prop:due=3") == found(studied, "prop:ivl=3") == "a"
    assert found(studied, "prop:s>0 or prop:d>0 or prop:r>0") == ""


@pytest.mark.parametrize(
    "query",
    [
        " or ".join(["words"] * MAX_TERMS),
        " ".join(["front:*words*"] * MAX_TERMS),
        "is:new or -is:leech front:x -(" * MAX_DEPTH + "dupe:x*,d or front:*x*" + ")" * MAX_DEPTH,
        "a or b -(c or d " * MAX_DEPTH + "rated:9" + ")" * MAX_DEPTH,
    ],
)
def test_the_largest_queries_run(studied: Collection, query: str) -> None:
    order = CardOrder("schedule.due_day, note.content", frozenset({Table.NOTE, Table.SCHEDULE}))
    in_order = find_cards(studied, read_query(studied, query), CONTEXT, order)
    assert sorted(in_order) == sorted(find_cards(studied, read_query(studied, query), CONTEXT))


def test_undone_ratings_do_not_count(studied: Collection) -> None:
    append_entries(studied, rate(1, TODAY, Rating.AGAIN))
    assert found(studied, "rated:1") == found(studied, "rated:1:1") == "a"
    append_entries(studied, undo(2, 1))
    assert found(studied, "rated:1") == ""
    append_entries(studied, undo(3, 2))
    assert found(studied, "rated:1") == "a"
    assert found(studied, "rated:1:3") == ""


def test_finds_what_changed_since_the_last_search(studied: Collection) -> None:
    save_notes(studied, [note("a", "first words"), note("b", "second words")])
    assert found(studied, "words") == "a b"
    save_notes(studied, [note("a", "other text"), note("c", "third words")])
    assert found(studied, "words") == "c"
    assert found(studied, "") == "a c"
    assert found(studied, "other") == "a"
    assert found(studied, "second") == ""
    save_notes(studied, [note("a", "other text"), note("b", "second words")])
    assert found(studied, "second") == "b"


def test_no_tokens_of_former_texts_stay(studied: Collection) -> None:
    assert found(studied, "words") == "a b c d"
    save_notes(studied, [note("a", "other text")])
    assert found(studied, "words") == ""
    with studied.read_transaction() as connection:
        rows = connection.execute("SELECT rowid FROM search_token WHERE search_token MATCH 'wor'").fetchall()
    assert rows == []


def test_fields_of_a_note_that_was_not_converted(studied: Collection) -> None:
    note_type = CONVERTED_TYPE._replace(templates=(CardTemplate("Say", "{{Left}}", ""),))
    full = Note("deck", "full", CustomContent(note_type, ("left", "right", "rest")))
    save_notes(studied, [full])
    assert found(studied, "rest:") == ""
    assert found(studied, "rest:rest") == found(studied, "left:left") == "full"


def test_all_notes_are_indexed_again_for_another_version(
    studied: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(studied, "words") == "a b c d"
    with studied.transaction() as connection:
        connection.execute("UPDATE search_text SET text = ''")
    assert found(studied, "words") == ""
    monkeypatch.setattr("studyapp.store.search.search_index.INDEX_VERSION", 999)
    assert found(studied, "words") == "a b c d"


def test_indexing_reports_its_progress_and_can_be_stopped(
    studied: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_search, "_NOTES_PER_TRANSACTION", 3)

    def stop(done: int, total: int) -> None:
        assert (done, total) == (3, 4)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        update_search_index(studied, stop)
    steps: list[tuple[int, int]] = []
    update_search_index(studied, lambda done, total: steps.append((done, total)))
    assert steps == [(1, 1)]
    update_search_index(studied, lambda *_: pytest.fail("nothing is left to be indexed"))
    assert found(studied, "words") == "a b c d"


def test_searches_only_the_decks_of_the_library(studied: Collection) -> None:
    save_notes(studied, [note("x", deck="gone")], deck="gone")
    assert found(studied, "words") == found(studied, "") == "a b c d"


def test_order_and_limit(studied: Collection) -> None:
    save_notes(studied, [note("a", "3"), note("b", "1"), note("c", "2")])
    order = CardOrder("note.content DESC", frozenset({Table.NOTE, Table.SCHEDULE}))
    cards = find_cards(studied, read_query(studied, ""), CONTEXT, order, 2)
    assert [card.note_id for card in cards] == ["a", "c"]
    assert len(find_cards(studied, read_query(studied, "is:new"), CONTEXT, limit=1)) == 1


def test_notes_keep_when_they_were_added(studied: Collection) -> None:
    save_notes(studied, [note("a"), note("new")], now=TODAY * DAY // 1000)
    save_notes(studied, [note("a", "changed"), note("new")], now=TODAY * DAY // 1000)
    assert found(studied, "added:1") == "new"
    assert found(studied, "edited:1") == "a new"


def test_text_with_unusual_characters(studied: Collection) -> None:
    words = "\x00 \x1f \U000f0001 \U0010fffd **a** \ufeff %_\\ <b> \u0301"
    save_notes(studied, [replace(note("a"), content=Basic(text(words), text(words)))])
    assert found(studied, "*") == "a"
    assert found(studied, r"%\_") == "a"
