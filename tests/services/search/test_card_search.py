"""Searching for cards in a collection."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

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
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.search.card_search import find_cards, read_query
from studyapp.store.collection import Collection
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.listed_cards import ListedCards
from tests.core.search.query_strategies import QUERIES
from tests.services.search.search_samples import CONTEXT, CONVERTED_TYPE, CUSTOM_TYPE, DAY, TODAY
from tests.store.samples import note, open_collection, save_notes

text = LocalizedText.language_neutral


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
