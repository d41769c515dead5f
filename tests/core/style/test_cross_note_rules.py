"""What the findings between notes say."""

import pytest

from studyapp.core.notes.deck import Deck, DeckMetadata
from studyapp.core.notes.note import Basic, Note, Reversed
from studyapp.core.style.cross_note_rules import check_across_notes
from studyapp.core.style.style_finding import StyleFinding, StyleRule, make_finding
from studyapp.core.text.localized_text import LocalizedText

QUESTION = "Which of the models stores knowledge best?"


def deck(deck_id: str, *notes: Note, languages: tuple[str, ...] = ("en",)) -> Deck:
    return Deck(DeckMetadata(deck_id, LocalizedText.language_neutral(deck_id), languages=languages), notes)


def note(note_id: str, *prerequisites: str, front: str = "", back: str = "a", deck_id: str = "one") -> Note:
    text = LocalizedText((("en", front or f"{note_id} {note_id}2 {note_id}3"),))
    return Note(deck_id, note_id, Basic(text, LocalizedText((("en", back),))), prerequisites=prerequisites)


def findings(*decks: Deck) -> list[StyleFinding]:
    return list(check_across_notes(decks))


def test_similar_questions_are_compared_in_the_languages_of_the_decks() -> None:
    notes = (
        note("a", front=QUESTION),
        note("b", front=QUESTION.lower(), back="A"),
        note("c", front=QUESTION, back="b"),
    )
    assert findings(deck("one", *notes)) == [
        make_finding("one/b", StyleRule.SAME_QUESTION, language="en", other="one/a"),
        make_finding("one/c", StyleRule.CONFLICTING_ANSWERS, language="en", other="one/a"),
        make_finding("one/c", StyleRule.CONFLICTING_ANSWERS, language="en", other="one/b"),
    ]  # fmt: skip
    assert [finding.values[0] for finding in findings(deck("one", *notes[:2], languages=()))] == [
        ("language", "")
    ]
    other = deck("two", note("d", front=QUESTION, deck_id="two"))
    assert [finding.note_key for finding in findings(deck("one", notes[0]), other)] == ["two/d"]


def test_similar_notes_after_the_limit_of_findings_are_still_compared() -> None:
    notes = [note(f"n{number}", front=QUESTION) for number in range(6)]
    counts = [
        sum(finding.note_key == each.key for finding in findings(deck("one", *notes))) for each in notes
    ]
    assert counts == [0, 1, 2, 3, 3, 3]


def test_unrelated_candidates_do_not_end_the_comparison() -> None:
    words = "alpha beta gamma delta epsilon"
    notes = [
        note("a", front=f"{words} zeta"),
        note("b", front="alpha one two three four"),
        note("c", front=f"{words} zeta"),
    ]
    assert findings(deck("one", *notes)) == [
        make_finding("one/c", StyleRule.SAME_QUESTION, language="en", other="one/a")
    ]


def test_chinese_questions_are_compared_by_pairs_of_characters() -> None:
    def chinese(note_id: str, front: str) -> Note:
        text = LocalizedText((("zh-Hant", front),))
        return Note("one", note_id, Basic(text, LocalizedText((("zh-Hant", "甲"),))))

    same = deck(
        "one", chinese("a", "哪個模型儲存知識"), chinese("b", "哪個模型儲存知識？"), languages=("zh-Hant",)
    )
    assert [finding.rule for finding in findings(same)] == [StyleRule.SAME_QUESTION]
    shuffled = deck(
        "one", chinese("a", "哪個模型儲存知識"), chinese("b", "識知存儲型模個哪"), languages=("zh-Hant",)
    )
    assert findings(shuffled) == []


def test_missing_prerequisite_in_a_checked_deck_is_named() -> None:
    one = deck("one", note("a", "two/x", "two/b", "three/y"))
    two = deck("two", note("b", deck_id="two"))
    assert findings(one, two) == [
        make_finding("one/a", StyleRule.CROSS_DECK_PREREQUISITE_MISSING, other="two/x")
    ]


def test_cycle_names_its_members_and_what_depends_on_it() -> None:
    one = deck(
        "one",
        note("a", "one/c", "two/b"),
        note("c"),
        note("d", "one/a"),
        note("e", "one/c"),
        note("f", "one/e"),
    )
    two = deck("two", note("b", "one/a", "one/c", deck_id="two"))
    assert findings(one, two) == [
        make_finding("one/a", StyleRule.CROSS_DECK_CYCLE, others="two/b"),
        make_finding("one/d", StyleRule.CROSS_DECK_CYCLE, others="one/a"),
        make_finding("two/b", StyleRule.CROSS_DECK_CYCLE, others="one/a"),
    ]
    ring = [note("x", "one/y", "one/z"), note("y", "one/x"), note("z", "one/x")]
    assert findings(deck("one", *ring))[0] == make_finding(
        "one/x", StyleRule.CROSS_DECK_CYCLE, others="one/y, one/z"
    )


def test_shared_prerequisite_is_no_cycle() -> None:
    notes = [note("a"), note("b", "one/a"), note("c", "one/a"), note("d", "one/b", "one/c")]
    assert findings(deck("one", *notes)) == []


@pytest.mark.parametrize(
    ("words", "is_similar"),
    [
        ("alpha beta gamma delta epsilon", True),
        ("alpha beta gamma epsilon zeta", False),
        ("alpha beta gamma", False),
    ],
)
def test_questions_that_share_four_fifths_of_their_words_are_similar(words: str, is_similar: bool) -> None:
    notes = (note("a", front="alpha beta gamma delta"), note("b", front=words))
    assert bool(findings(deck("one", *notes))) is is_similar


def test_common_words_and_case_do_not_matter() -> None:
    notes = (note("a", front="What is the Alpha of the BETA?"), note("b", front="alpha beta"))
    assert [finding.rule for finding in findings(deck("one", *notes))] == [StyleRule.SAME_QUESTION]


def test_latin_words_among_chinese_characters_count_wherever_they_are() -> None:
    def chinese(note_id: str, front: str) -> Note:
        text = LocalizedText((("zh-Hant", front),))
        return Note("one", note_id, Basic(text, LocalizedText((("zh-Hant", "甲"),))))

    notes = (chinese("a", "GPT模型強"), chinese("b", "模型強GPT"))
    assert [finding.note_key for finding in findings(deck("one", *notes, languages=("zh-Hant",)))] == [
        "one/b"
    ]


def test_note_that_is_asked_both_ways_is_compared_with_others_once() -> None:
    def both_ways(note_id: str) -> Note:
        text = LocalizedText((("en", "alpha beta gamma"),))
        return Note("one", note_id, Reversed(text, text))

    assert findings(deck("one", both_ways("a"))) == []
    assert [finding.note_key for finding in findings(deck("one", both_ways("a"), both_ways("b")))] == [
        "one/b"
    ]


def test_comparison_goes_on_after_questions_that_differ() -> None:
    fronts = ("alpha beta", "alpha gamma", "beta gamma", "alpha gamma")
    notes = [note(f"n{number}", front=front) for number, front in enumerate(fronts)]
    assert [
        (finding.note_key, dict(finding.values)["other"]) for finding in findings(deck("one", *notes))
    ] == [("one/n3", "one/n1")]
