"""The same query finds the same cards here and in Anki, in a collection that was imported from there.

Terms that differ on purpose are listed in docs/adr/0024-search.md.
"""

import json
import time
from collections.abc import Iterator

import pytest
from anki.collection import Collection as Anki
from anki.config import Config

from studyapp.core.cards.card_id import CardId
from studyapp.core.search.search_context import SearchContext
from studyapp.core.study.journal import EntryKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.search.card_search import find_cards, read_query
from studyapp.services.search.search_context import load_search_context
from studyapp.store import notes as note_table
from studyapp.store import schedules
from studyapp.store.collection import Collection
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.listed_cards import ListedCards
from tests.anki.anki_collections import add_note, add_note_type, export_package
from tests.anki.studyapp_instance import StudyAppInstance, create_instance

_DAY = 86_400
_DECAY = 0.1542

AnkiCard = tuple[str, int]
"""The guid of the note, and the ordinal of the card from 1."""

QUERIES = [
    # text
    "", "*", "code", "CODE", "ode", "c*ing", "cod_", "_", "code training", '"code training"', '"training code"', "zzz", "程式",
    "程", "能力", "caf*", "cafe", "café", "naïve", "nc:cafe", "nc:naïve", "50%", r"a\*b", r"snake\_case", "a_bo", r"key\:value", '"say \\"hi\\""',
    r"\(x\)", r"-\-x", "straße", "Ё", "answer",
    # words and regular expressions
    "w:code", "w:cod", "w:cod*", "w:_ode", "w:training", "re:c.de", "re:cod[ei]", r"re:\d{2}", "re:CODE", '"re:(dog|cat)"',
    # operators
    "code or dog", "code dog", "code and dog", "-code", "-(code or dog)", "-code -dog", "code or dog cat", "(code or dog) cat", "cat code or dog",
    "-code or tag:animal", "-(-code)", "--code", "code -dog or 程式",
    # fields
    "front:code", "front:dog", "front:DOG", "front:*code*", "front:code*", "front:*training", "front:_og", "front:", "back:", "back:_*", "front:*",
    "fr*:dog", "*:dog", "_*:dog", "front:re:^d.g$", "front:nc:cafe", "one:alpha", "two:*", "three:", "three:_*", "-three:", "text:*hidden*", '"back extra:"',
    # decks, tags and types
    "deck:*", "deck:languages", "deck:Languages::French", "deck:*French", "deck:lang*", 'deck:"two words"', "deck:two*", "deck:French",
    "deck:languages -deck:languages::french", "deck:nothing",
    "tag:animal", "tag:ANIMAL", "tag:animal::big", "tag:ani*", "tag:*big", "tag:nim", "tag:none", "tag:*", "tag:_*", "-tag:animal", "tag:anim_l", "tag:re:^an", "tag:big",
    "note:basic", "note:Basic*", 'note:"Basic (and reversed card)"', "note:cloze", "note:*o*", "note:three", "note:nothing",
    "card:1", "card:2", "card:3", "card:0", 'card:"Card 1"', 'card:"Card 2"', "card:card*2", "card:nothing",
    # schedule
    "is:new", "is:learn", "is:review", "is:due", "is:suspended", "is:buried", "-is:new", "is:review -is:suspended", "is:due is:learn", "-is:due",
    "flag:0", "flag:1", "flag:2", "flag:4", "-flag:0",
    "prop:ivl>=30", "prop:ivl=0", "prop:ivl<10", "prop:ivl!=30", "prop:due<=0", "prop:due=0", "prop:due<0", "prop:due>5", "prop:due=-5", "prop:due!=0",
    "prop:reps=0", "prop:reps>1", "prop:lapses>0", "prop:lapses=2", "prop:lapses<=1",
    "prop:s>10", "prop:s<10", "prop:s!=10", "prop:d>0.5", "prop:d<=0.5", "prop:r<0.9", "prop:r>=0.9", "prop:r<0.5",
    "rated:1", "rated:1:1", "rated:1:3", "rated:6", "rated:12", "rated:12:1", "rated:30", "rated:400:2", "rated:0", "-rated:30",
    "added:1", "edited:1", "introduced:1", "introduced:15", "introduced:100", "-introduced:100",
    # combinations
    "deck:languages is:due", "tag:animal prop:ivl>5", "is:new or prop:lapses>0", "(tag:animal or tag:none) -is:new", "deck:two* -tag:none is:review",
    "note:basic card:1 -front:dog",
]  # fmt: skip


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    collection = Anki(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    collection.set_config_bool(Config.Bool.IGNORE_ACCENTS_IN_SEARCH, True)
    _add_notes(collection)
    _study(collection)
    yield collection
    collection.close()


@pytest.fixture(scope="module")
def studyapp(anki: Anki, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyAppInstance]:
    instance = create_instance(tmp_path_factory.mktemp("studyapp"), ())
    report = instance.import_file(export_package(anki, tmp_path_factory.mktemp("package")))
    assert report is not None
    copy_memory_states(instance.collection, anki)
    yield instance
    instance.collection.close()


@pytest.fixture(scope="module")
def context(studyapp: StudyAppInstance) -> SearchContext:
    library = refresh_library(studyapp.collection, [studyapp.folder], studyapp.clock()).library
    assert len(library.decks) >= 4
    return load_search_context(studyapp.collection, library, studyapp.clock())


def _add_notes(anki: Anki) -> None:
    both = "Basic (and reversed card)"
    three = add_note_type(anki, "Three", [("{{One}}", "{{Two}}"), ("{{Two}} {{Three}}", "{{One}}")])
    for note_type, fields, deck, tags in (
        ("Basic", ("code", "the answer 42"), "Default", ()),
        ("Basic", ("code training", "dog"), "Default", ("animal",)),
        ("Basic", ("dog", "code 程式能力"), "Languages", ("animal::big", "other")),
        ("Basic", ("cat and dog", "a café"), "Languages::French", ("Animal::Small",)),
        ("Basic", ("cafe", "naive"), "Languages::French", ("animals",)),
        ("Basic", ("程式碼", "straße 50% of a*b"), "Languages::French", ()),
        ("Basic", ("能力", 'snake_case key:value say "hi" f(x)'), "two words", ("big",)),
        ("Basic", ("Ёлка", "-x and more"), "two words", ("b::animal",)),
        (both, ("encode", "decode"), "two words", ("animal",)),
        (both, ("training", "Cat"), "Default", ()),
        ("Cloze", ("The {{c1::hidden}} and {{c2::other}} answer", ""), "Languages", ("none-such",)),
        ("Cloze", ("A {{c1::code}} word", "extra"), "Default", ()),
        (three, ("alpha", "beta", ""), "Default", ("animal::big::wild",)),
        (three, ("alpha beta", "code", "gamma"), "two words", ()),
    ):
        add_note(anki, note_type, *fields, deck=deck, tags=tags)


def _study(anki: Anki) -> None:
    """Give half of the cards a history, and some of them a state."""
    assert anki.db is not None
    today = anki.sched.today
    now = int(time.time())
    cards = [card for (card,) in anki.db.execute("SELECT id FROM cards ORDER BY id")]
    # Each as: days ago of the reviews with rating and new interval.
    histories = (
        [(40, 3, 10), (30, 3, 30)], [(11, 4, 4), (7, 3, 7)], [(3, 3, 3)], [(20, 3, 5), (15, 1, 1), (14, 3, 9)], [(10, 2, 40)],
        [(50, 3, 8), (42, 1, 1), (41, 1, 1), (40, 3, 60)], [(5, 3, 5)], [(100, 3, 20), (80, 2, 200)], [(10, 3, 5)],
    )  # fmt: skip
    for number, (card, history) in enumerate(zip(cards[::2], histories, strict=False)):
        for index, (days_ago, rating, interval) in enumerate(history):
            last = history[index - 1][2] if index else 0
            anki.db.execute(
                "INSERT INTO revlog VALUES (?, ?, 0, ?, ?, ?, 2500, 3000, ?)",
                (now - days_ago * _DAY) * 1000 + number, card, rating, interval, last, 1 if index else 0,
            )  # fmt: skip
        days_ago, _, interval = history[-1]
        lapses = sum(rating == 1 for _, rating, _ in history[1:])
        anki.db.execute(
            "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = ?, factor = 2500, reps = ?, lapses = ? WHERE id = ?",
            today - days_ago + interval, interval, len(history), lapses, card,
        )  # fmt: skip
    answer_cards(anki, cards[1::2])
    anki.sched.suspend_cards([cards[2], cards[5]])
    anki.sched.bury_cards([cards[4], cards[7]])
    for flag, card in ((1, cards[0]), (2, cards[1]), (4, cards[8]), (1, cards[9])):
        anki.set_user_flag_for_cards(flag, [card])


def answer_cards(anki: Anki, cards: list[int]) -> None:
    """Rate some new cards today."""
    for card_id, rating in zip(cards, (0, 2, 3, 1), strict=False):
        card = anki.get_card(card_id)  # type: ignore[arg-type]
        card.start_timer()
        states = anki._backend.get_scheduling_states(card.id)
        anki.sched.answer_card(anki.sched.build_answer(card=card, states=states, rating=rating))  # type: ignore[arg-type,union-attr]


def copy_memory_states(collection: Collection, anki: Anki) -> None:
    """Give Anki the memory states of FSRS that the import computed."""
    assert anki.db is not None
    key_by_card = _anki_cards(collection)
    card_by_key = {key: card for card, key in key_by_card.items()}
    with collection.read_transaction() as connection:
        schedule_by_card = dict(schedules.iterate_all(connection))
    for card, guid, ordinal in anki.db.execute(
        "SELECT cards.id, guid, ord + 1 FROM cards JOIN notes ON notes.id = nid"
    ):
        schedule = schedule_by_card.get(card_by_key[guid, ordinal])
        if schedule is not None and schedule.memory is not None:
            memory = schedule.memory
            last_review = (schedule.last_review_at or 0) // 1000
            data = json.dumps(
                {"s": memory.stability, "d": memory.difficulty, "decay": _DECAY, "lrt": last_review}
            )
            anki.db.execute("UPDATE cards SET data = ? WHERE id = ?", data, card)


def _anki_cards(collection: Collection) -> dict[CardId, AnkiCard]:
    """Return the identity in Anki of each card."""
    with collection.read_transaction() as connection:
        decks = [deck for (deck,) in connection.execute("SELECT id FROM deck")]
        guid_by_note = {
            note.key: note.anki_guid
            for deck in decks
            for note, _ in note_table.iterate_present(connection, deck)
        }
        rows = connection.execute("SELECT deck, note, ordinal FROM card WHERE present = 1")
        return {card: (guid_by_note[card.note_key], card.ordinal) for card in map(CardId._make, rows)}


def test_there_are_enough_kinds_of_cards(anki: Anki, studyapp: StudyAppInstance) -> None:
    assert len(QUERIES) > 60
    assert len(_anki_cards(studyapp.collection)) == anki.card_count() > 15
    with studyapp.collection.read_transaction() as connection:
        kinds = {kind for (kind,) in connection.execute("SELECT DISTINCT kind FROM entry")}
    assert {EntryKind.REVIEW, EntryKind.SUSPEND, EntryKind.FLAG} <= kinds


@pytest.mark.parametrize("query", QUERIES)
def test_finds_the_same_cards_as_anki(
    anki: Anki, studyapp: StudyAppInstance, context: SearchContext, query: str
) -> None:
    assert anki.db is not None
    expected = {
        (guid, ordinal)
        for card in anki.find_cards(query)
        for guid, ordinal in anki.db.execute(
            "SELECT guid, ord + 1 FROM cards JOIN notes ON notes.id = nid WHERE cards.id = ?", card
        )
    }
    key_by_card = _anki_cards(studyapp.collection)
    parsed = read_query(studyapp.collection, query)
    assert {key_by_card[card] for card in find_cards(studyapp.collection, parsed, context)} == expected
    with studyapp.collection.read_transaction() as connection:
        listed = ListedCards(connection, context, CardOrder("card.position")).select(parsed, context)
    assert {key_by_card[card] for card in listed} == expected
