import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Basic, Evidence, Note, NoteContent, Reversed, Term
from studyapp.core.search.query import All
from studyapp.core.search.search_context import SearchContext, SearchedDeck
from studyapp.core.study.schedule import LearningPhase, ReviewPhase, Schedule
from studyapp.core.study.scheduler import Memory
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.store import schedules
from studyapp.store.collection import Collection
from studyapp.store.search.card_order import CardColumn, order_by
from studyapp.store.search.card_query import select_cards
from tests.store.samples import save_notes

TODAY = 100


def text(words: str) -> LocalizedText:
    return LocalizedText.language_neutral(words)


def basic(name: str, deck: str = "deck", **more: object) -> Note:
    return Note(deck, name, Basic(text(name), text("answer")), **more)  # type: ignore[arg-type]


def of_content(name: str, content: NoteContent) -> Note:
    return Note("deck", name, content)


def review(stability: float, due_day: int, last_day: int, review_count: int = 1) -> Schedule:
    return Schedule(ReviewPhase(Memory(stability, 5.0), due_day), review_count, last_review_day=last_day)


def save_schedule(collection: Collection, note: str, schedule: Schedule) -> None:
    with collection.transaction() as connection:
        schedules.save(connection, CardId("deck", note, 1), schedule)


def ordered(
    collection: Collection,
    column: CardColumn,
    *,
    descending: bool = False,
    decks: tuple[str, ...] = ("deck",),
    languages: CardLanguages = CardLanguages.ENGLISH,
) -> str:
    """The names of the notes (and, for further cards, the ordinals) in this order."""
    order = order_by(column, is_descending=descending, day=TODAY, deck_ids=decks, languages=languages)
    context = SearchContext({deck: SearchedDeck((deck,)) for deck in decks}, TODAY, 0, 0)
    with collection.read_transaction() as connection:
        found = select_cards(connection, All(), context, order)
    return " ".join(card.note_id if card.ordinal == 1 else f"{card.note_id}{card.ordinal}" for card in found)


def test_cards_without_a_value_come_last_in_both_directions(collection: Collection) -> None:
    save_notes(collection, [basic("new"), basic("weak"), basic("strong")])
    save_schedule(collection, "weak", review(2.0, 101, 99))
    save_schedule(collection, "strong", review(50.0, 150, 99))
    assert ordered(collection, CardColumn.STABILITY) == "weak strong new"
    assert ordered(collection, CardColumn.STABILITY, descending=True) == "strong weak new"


def test_equal_values_keep_the_file_order_in_both_directions(collection: Collection) -> None:
    save_notes(collection, [basic("z"), basic("a"), basic("m", section="2")])
    assert ordered(collection, CardColumn.LAPSES) == "z a m"
    assert ordered(collection, CardColumn.LAPSES, descending=True) == "z a m"


def test_learning_cards_are_due_before_reviews(collection: Collection) -> None:
    save_notes(collection, [basic("new"), basic("later"), basic("sooner"), basic("learning"), basic("first")])
    save_schedule(collection, "later", review(5.0, 120, 99))
    save_schedule(collection, "sooner", review(5.0, 101, 99))
    save_schedule(collection, "learning", Schedule(LearningPhase(Memory(1, 5), 0, 9_000), 1))
    save_schedule(collection, "first", Schedule(LearningPhase(Memory(1, 5), 0, 8_000), 1))
    assert ordered(collection, CardColumn.DUE) == "first learning sooner later new"


def test_retrievability_falls_with_elapsed_days_and_rises_with_stability(collection: Collection) -> None:
    save_notes(collection, [basic("fresh"), basic("old"), basic("stable")])
    save_schedule(collection, "fresh", review(10.0, 110, 99))
    save_schedule(collection, "old", review(10.0, 95, 80))
    save_schedule(collection, "stable", review(400.0, 200, 80))
    assert ordered(collection, CardColumn.RETRIEVABILITY) == "old fresh stable"


def test_a_due_date_that_was_set_counts_as_no_stability(collection: Collection) -> None:
    save_notes(collection, [basic("set"), basic("rated")])
    save_schedule(collection, "set", review(10.0, 110, 99, review_count=0))
    save_schedule(collection, "rated", review(1.0, 110, 99))
    assert ordered(collection, CardColumn.STABILITY) == "rated set"


def test_sections_are_ordered_as_numbers_and_then_by_name(collection: Collection) -> None:
    sections = ["appendix", "10", "9", "", "9.5"]
    save_notes(collection, [basic(f"s{section}", section=section) for section in sections])
    assert ordered(collection, CardColumn.SECTION) == "s9 s9.5 s10 sappendix s"


def test_evidence_is_ordered_from_strong_to_weak(collection: Collection) -> None:
    evidence = [
        Evidence.HYPOTHESIS,
        None,
        Evidence.OBSERVATION,
        Evidence.STRONG_HYPOTHESIS,
        Evidence.CONCLUSION,
    ]
    save_notes(collection, [basic(f"n{index}", evidence=level) for index, level in enumerate(evidence)])
    assert ordered(collection, CardColumn.EVIDENCE) == "n4 n3 n0 n2 n1"


def test_decks_are_in_their_order_and_not_in_that_of_their_ids(collection: Collection) -> None:
    save_notes(collection, [basic("one", "a.b")], "a.b")
    save_notes(collection, [basic("two", "1")], "1")
    save_notes(collection, [basic("three", "c")], "c")
    assert ordered(collection, CardColumn.DECK, decks=("c", "1", "a.b")) == "three two one"


def test_questions_are_those_of_the_card(collection: Collection) -> None:
    term = Term(text("M"), text("A definition"), text("Z translation"))
    save_notes(collection, [of_content("pair", Reversed(text("N"), text("B"))), of_content("term", term)])
    assert ordered(collection, CardColumn.QUESTION) == "term2 pair2 term term3 pair"
    assert ordered(collection, CardColumn.ANSWER) == "term3 pair term2 pair2 term"


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (CardLanguages.ENGLISH, "one two"),
        (CardLanguages.TRADITIONAL_CHINESE, "two one"),
        (CardLanguages.SIMPLIFIED_CHINESE, "two one"),
    ],
)
def test_texts_are_compared_in_the_language_shown(
    collection: Collection, languages: CardLanguages, expected: str
) -> None:
    versions = {"one": ("a", "丙"), "two": ("B", "一")}
    save_notes(
        collection,
        [
            of_content(name, Basic(LocalizedText((("en", english), ("zh-Hant", chinese))), text("-")))
            for name, (english, chinese) in versions.items()
        ],
    )
    assert ordered(collection, CardColumn.QUESTION, languages=languages) == expected


@pytest.mark.parametrize("column", CardColumn)
def test_every_column_sorts_every_card_once(collection: Collection, column: CardColumn) -> None:
    save_notes(
        collection, [basic("a"), basic("b", tags=("t",)), of_content("c", Reversed(text("x"), text("y")))]
    )
    assert sorted(ordered(collection, column).split()) == ["a", "b", "c", "c2"]
