"""Searching for cards in a collection."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.deck import DeckSource
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Evidence,
    MultipleChoice,
    Note,
    Reversed,
    Term,
)
from studyapp.core.search.query import Not, Query
from studyapp.core.search.query_parsing import MAX_DEPTH, MAX_TERMS
from studyapp.core.search.search_context import SearchContext, SearchedDeck
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.search import card_search
from studyapp.services.search.card_search import find_cards, read_query, update_search_index
from studyapp.store.collection import Collection
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.listed_cards import ListedCards
from studyapp.store.search.sql_condition import Table
from tests.core.search.query_strategies import QUERIES
from tests.store.samples import append_entries, note, open_collection, save_notes

DAY = 86_400_000
TODAY = 100
CONTEXT = SearchContext(
    {
        "deck": SearchedDeck(("Science::Physics", "科學::物理"), DeckSource("A paper", "Yao Fu"), 2),
        "other": SearchedDeck(("Two words",)),
    },
    TODAY,
    TODAY * DAY,
    (TODAY + 1) * DAY,
    problems_by_note={"deck/cloze": ("warning", "the hint is empty")},
)
text = LocalizedText.language_neutral
CUSTOM_TYPE = CustomNoteType(
    5, "Vocab", ("Word", "Meaning"), (CardTemplate("Say", "{{Word}}", "{{Meaning}}"), CardTemplate("Read", "{{Meaning}}", "")),
    False, id="words",
)  # fmt: skip
CONVERTED_TYPE = CUSTOM_TYPE._replace(
    name="Pairs",
    id="pairs",
    fields=("Left", "Right", "Rest"),
    builtin_type="basic",
    field_roles=("front", "back", ""),
)
NOTES = [
    Note("deck", "basic", Basic(text("The **bo**ld `a_b` word"), text("Café au lait")), ("verb::strong", "two words"), "3.1"),
    Note(
        "deck", "chinese",
        Basic(LocalizedText((("en", "Program code"), ("zh-Hant", "程式碼的能力"))), text("頭髮")),
        section="3", evidence=Evidence.HYPOTHESIS, prerequisites=("deck/basic",), explanation=text("因為"),
    ),
    Note("deck", "cloze", Cloze(text("A {{c1::hidden::clue}} and {{c3::other}} part, $x_1 * y_1 * z$")), ("verb",), "appendix"),
    Note("deck", "term", Term(text("Alignment"), text("Définition"), text("對齊")), section="30"),
    Note("deck", "choice", MultipleChoice(text("Which?"), (AnswerOption(text("Option one"), True, text("Because")), AnswerOption(text("two"))))),
    Note("deck", "claim", Claim(text("Claimed [link](https://example.org/path) ![alt text](image.png)")), evidence=Evidence.CONCLUSION),
    Note("deck", "custom", CustomContent(CUSTOM_TYPE, ("<b>Wo</b>rt&nbsp;&amp;<br>Satz", ""))),
    Note("deck", "pair", Basic(text("left"), text("right")), explanation=text("x\\alpha"), original_note_type=CONVERTED_TYPE),
]  # fmt: skip


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with open_collection(tmp_path_factory.mktemp("search") / "collection.db") as opened:
        save_notes(opened, NOTES, now=(TODAY - 3) * DAY // 1000)
        save_notes(opened, [note("reversed", "up", "other"), *_pair()], "other", now=TODAY * DAY // 1000)
        yield opened


def _pair() -> list[Note]:
    return [Note("other", "basic", Reversed(text("to and fro"), text("back")), ("animal",))]


Find = Callable[[str], str]


@pytest.fixture
def find(collection: Collection) -> Find:
    """Return the ids of the notes that a query finds, in alphabetical order. Those of the other deck have a slash."""

    def find_notes(query: str) -> str:
        cards = find_cards(collection, read_query(collection, query), CONTEXT)
        return " ".join(
            sorted({card.note_id if card.deck_id == "deck" else f"/{card.note_id}" for card in cards})
        )

    return find_notes


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("BOLD", "basic"), ("old", "basic"), ('"the bold a_b word"', "basic"), ("cafe", "basic"), ("CAFÉ", "basic"), ("definition", "term"),
        ("程式碼", "chinese"), ("程式", "chinese"), ("式", "chinese"), ("程式能", ""), ("程式码", "chinese"), ("代码", "chinese"), ("头发", "chinese"),
        ("頭髮", "chinese"), ("因为", "chinese"), ("hidden", "cloze"), ('"hidden and other part"', "cloze"), ("clue", "cloze"), ("c1", ""),
        (r"x\_1", "cloze"), (r'"x\_1 \* y\_1 \* z"', "cloze"), ("because", "choice"), ("example.org", "claim"), ("image.png", "claim"),
        ('"claimed link"', "claim"), ("wort", "custom"), ('"wort & satz"', "custom"), ("satz", "custom"), ("nbsp", ""), ("wh_ch", "choice"),
        ("cl*d", "claim"), ("d*cafe", ""), ("w:hid", ""), ("w:hidden", "cloze"), ("w:hid*", "cloze"), ("w:cafe", "basic"),
        (r"re:\*\*bo\*\*ld", "basic"), (r"re:\{\{c3::", "cloze"), ("re:<B>", "custom"), ("re:^wh.ch", "choice"), ("re:c.fé", "basic"), ("re:deck", ""),
        (r"re:x\\alpha", "pair"), ("front:re:bold", ""), ("front:re:wo", "basic"), ("word:re:wo", "custom"), ("why:re:因", "chinese"),
    ],
)  # fmt: skip
def test_texts(find: Find, query: str, expected: str) -> None:
    assert find(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("front:which?", "choice"), ("front:which", ""), ("front:wh*", "choice"), ("options:two", "choice"), ("options:*one", "choice"),
        ("front:*程式*", "chinese"), ("front:*代码*", "chinese"), ("back:*程式*", ""), ('front:"program code"', "chinese"), ("why:因為", "chinese"),
        ("why:_*", "chinese pair"), ("why: -back:*", "choice claim cloze custom term"), ("translation:对齐", "term"), ("text:*hidden*", "cloze"),
        ('word:"wort & satz"', "custom"), ("meaning:", "custom"), ("meaning:_*", ""), ("left:left", "pair"), ("left:right", ""), ("right:r*", "pair"),
        ("rest:", "pair"), ("rest:_*", ""), ("rest:*", "pair"), ("front:left", "pair"), ("*t:right", "pair"), ("*:two", "choice"),
        ("dupe:basic,left", "pair"), ("dupe:Pairs,LEFT", "pair"), ("dupe:cloze,left", ""), ("dupe:*,alignment", "term"),
    ],
)  # fmt: skip
def test_fields(find: Find, query: str, expected: str) -> None:
    assert find(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("deck:other", "/basic /reversed"), ('deck:"TWO WORDS"', "/basic /reversed"), ("deck:science -front:*", "claim cloze custom term"),
        ("deck:物理", ""), ("deck:科学::物理 tag:verb", "basic cloze"), ("deck:*::physics tag:verb", "basic cloze"), ("deck:scien", ""),
        ("tag:verb", "basic cloze"), ("tag:strong", ""), ("tag:verb::strong", "basic"), ('tag:"two words"', "basic"), ("tag:two*", "basic"),
        ("tag:none deck:other", "/reversed"), ("tag:re:^strong", ""), ("tag:re:strong$", "basic"), ("tag:* tag:animal", "/basic"),
        ("note:cloze", "cloze"), ("note:vocab", "custom"), ("note:words", "custom"), ("note:pairs", "pair"), ("note:nothing", ""), ('note:"Multiple choice"', "choice"), ("note:c*", "choice claim cloze"),
        ("section:3", "basic chinese"), ("section:3.1", "basic"), ("section:3*", "basic chinese term"), ("section:App*", "cloze"),
        ("section:none deck:deck", "choice claim custom pair"), ("section:_*", "basic chinese cloze term"), ("section:*", "basic chinese cloze term"),
        ("evidence:hypothesis", "chinese"), ("evidence:c*", "claim"), ("evidence:none section:3", "basic"), ("evidence:*", "chinese claim"),
        ("language:zh-Hant", "chinese"), ("language:ZH", "chinese"), ("language:z", ""), ("language:none section:3", "basic"),
        ("requires:deck/basic", "chinese"), ("requires:basic", "chinese"), ("requires:asic", ""), ("requires:*", "chinese"), ("requires:none section:3", "basic"),
        ('source:"yao fu" section:3', "basic chinese"), ("source:paper section:30", "term"), ("source:none", "/basic /reversed"),
        ("problem:*", "cloze"), ("problem:hint", "cloze"), ("problem:warning", "cloze"), ("problem:error", ""), ("problem:none section:appendix", ""),
        ("nid:deck/basic", "basic"), ("nid:basic", "/basic basic"), ("nid:deck/basic,term", "basic term"), ("cid:deck/cloze#3", "cloze"), ("cid:deck/cloze#2", ""),
        ("card:3", "cloze term"), ("card:define", "term"), ("card:backward", "/basic"), ("card:say", "custom pair"), ("card:read", ""),
        ("card:cloze", "cloze"), ("edited:3 section:3", ""), ("edited:4 section:3", "basic chinese"), ("added:1", "/basic /reversed"),
    ],
)  # fmt: skip
def test_attributes(find: Find, query: str, expected: str) -> None:
    assert find(query) == expected


@given(QUERIES)
@settings(max_examples=200)
def test_a_negated_query_finds_all_other_cards(collection: Collection, query: Query) -> None:
    everything = find_cards(collection, read_query(collection, ""), CONTEXT)
    matching = find_cards(collection, query, CONTEXT)
    others = find_cards(collection, Not(query), CONTEXT)
    assert len(set(everything)) == len(everything) == len(matching) + len(others)
    assert {*matching, *others} == set(everything)


@given(QUERIES)
@settings(max_examples=200)
def test_listed_cards_are_found_in_the_same_order(collection: Collection, query: Query) -> None:
    order = CardOrder("card.note DESC, card.deck, card.ordinal")
    found = find_cards(collection, query, CONTEXT, order)
    with collection.read_transaction() as connection:
        listed = ListedCards(connection, CONTEXT, order)
        assert list(listed.select(query, CONTEXT)) == found
        assert list(listed.select(query, CONTEXT, limit=2)) == found[:2]


def test_text_of_very_many_notes(tmp_path: Path) -> None:
    with open_collection(tmp_path / "collection.db") as collection:
        save_notes(collection, [note(f"n{number}", f"common {number}") for number in range(4_200)])
        common, rare = (read_query(collection, query) for query in ("common", "common 419"))
        assert len(find_cards(collection, common, CONTEXT)) == 4_200
        expected = {"n419", *(f"n419{digit}" for digit in range(10)), "n1419", "n2419", "n3419"}
        assert {card.note_id for card in find_cards(collection, rare, CONTEXT)} == expected


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
    find_cards(studied, read_query(studied, query), CONTEXT, order)


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
