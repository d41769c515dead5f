"""Exams: their cards come first, are seen in the last days, and the plan follows what was studied."""

from random import Random

import pytest

from studyapp.core.exam_plan.exam import ExamError
from studyapp.core.exam_plan.exam_scope import ALL_CARDS, decks_of_scope, scope_of_decks
from studyapp.core.notes.note import Note, Term
from studyapp.core.search.query_error import QueryError
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.options.option_storage import set_option
from studyapp.services.plans.days_off import set_day_off
from studyapp.services.plans.exam_overview import load_exam_overview
from studyapp.services.plans.exams import (
    bring_forward,
    delete_exam,
    delete_past_exams,
    find_cards_due_too_late,
    list_exams,
)
from studyapp.services.plans.planned_new_cards import count_planned_new_cards
from studyapp.store.plans.exams import load_next_exam_of, load_next_exams
from studyapp.store.stored_options import ALL_DECKS
from tests.services.plans.plan_driver import (
    LIBRARY,
    card_of,
    check_replay,
    due_day,
    exam_in,
    plan,
    save,
    set_due,
    update,
)
from tests.services.study_driver import (
    DAY,
    EASY,
    GOOD,
    StudyDriver,
    basic_note,
    basic_notes,
    expect_prompt,
    rate,
    rate_cards,
    save_deck,
)


def test_exam_is_stored_replaced_and_deleted(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(12))
    exam = exam_in(driver, 30)
    assert save(driver, exam) == 12
    assert list_exams(driver.collection) == [exam]
    renamed = exam._replace(name="Chemistry", target_percent=95)
    save(driver, renamed, replaces="Physics")
    assert list_exams(driver.collection) == [renamed]
    assert plan(driver, renamed).cards == 12
    assert delete_exam(driver.collection, "Chemistry")
    assert not delete_exam(driver.collection, "Chemistry")
    assert list_exams(driver.collection) == []
    assert plan(driver, renamed).cards == 0
    assert plan(driver, renamed).forecast is None


@pytest.mark.parametrize("name", ["Physics", "physics ", "PHYSICS", "Ｐhysics"])
def test_exam_never_replaces_another_because_of_its_name(driver: StudyDriver, name: str) -> None:
    save_deck(driver.collection, basic_notes(3))
    physics, chemistry = exam_in(driver, 30), exam_in(driver, 40)._replace(name="Chemistry")
    save(driver, physics)
    save(driver, chemistry)
    for replaces in ("", "Chemistry"):
        with pytest.raises(ExamError, match="An exam named “Physics” already exists"):
            save(driver, chemistry._replace(name=name), replaces)
        assert list_exams(driver.collection) == [physics, chemistry]
    save(driver, physics._replace(name=name), "Physics")
    assert [exam.name for exam in list_exams(driver.collection)] == [name, "Chemistry"]


def test_exam_over_all_decks_has_cards_that_are_added_later(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    exam = exam_in(driver, 30, scope=ALL_CARDS)
    assert save(driver, exam) == 3
    save_deck(driver.collection, [basic_note("a", "other")], "other")
    update(driver)
    assert plan(driver, exam).cards == 4
    hidden = LIBRARY._replace(hidden_deck_ids=frozenset({"deck"}))
    update(driver, hidden)  # its cards aren't studied
    assert plan(driver, exam).cards == 1


def test_decks_without_cards_are_named(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    scope = scope_of_decks(["deck", "deleted"])
    assert decks_of_scope(scope) == ("deck", "deleted")
    assert decks_of_scope("deck:Deck") == decks_of_scope(ALL_CARDS) == decks_of_scope('-deck:"a"') == ()
    exam = exam_in(driver, 30, scope=scope)
    save(driver, exam)
    overview = load_exam_overview(driver.collection, LIBRARY, exam, driver.time.clock(), Random(1).random)
    assert (overview.plan.cards, overview.decks_without_cards) == (3, ("deleted",))


def test_next_exam_of_cards_is_the_earliest_to_come(driver: StudyDriver) -> None:
    save_deck(driver.collection, [basic_note("a"), basic_note("b", tags=("late",))])
    today = driver.time.clock().today()
    for name, days, scope in (("Late", 30, "tag:late"), ("All", 20, ALL_CARDS), ("Soon", 2, ALL_CARDS)):
        save(driver, exam_in(driver, days, scope)._replace(name=name))
    for day, by_note in ((today, {"a": 2, "b": 2}), (today + 2, {"a": 20, "b": 20}), (today + 20, {"b": 30})):
        with driver.collection.read_transaction() as connection:
            by_card = load_next_exams(connection, day)
            assert {card.note_id: exam.day - today for card, exam in by_card.items()} == by_note
            for card, exam in by_card.items():
                assert load_next_exam_of(connection, card, day) == exam


def test_past_exams_are_deleted_together(driver: StudyDriver) -> None:
    today = driver.time.clock().today()
    exams = [exam_in(driver, days)._replace(name=f"In {days}") for days in (1, 2, 3)]
    for exam in exams:
        save(driver, exam)
    delete_past_exams(driver.collection, today + 2)
    assert list_exams(driver.collection) == exams[1:]


def test_cards_are_not_brought_forward_to_days_off(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    rate_cards(driver.start_session(), *[EASY] * 20)
    set_due(driver, range(20), 60)
    exam = exam_in(driver, 40)
    save(driver, exam)
    days = exam.days.last_days
    off = {days.start, days.start + 2, days.stop - 1}
    for day in off:
        set_day_off(driver.collection, day, is_off=True)
    late = find_cards_due_too_late(driver.collection, exam, driver.time.clock())
    bring_forward(driver.collection, exam, late, driver.time.clock())
    assert {due_day(driver.collection, card_of(number)) for number in range(20)} == set(days) - off


def test_mistake_in_the_query_stores_nothing(driver: StudyDriver) -> None:
    with pytest.raises(QueryError):
        save(driver, exam_in(driver, 30, scope="(deck:Deck"))
    assert list_exams(driver.collection) == []


def test_cards_of_the_exam_come_first_among_new_cards(driver: StudyDriver) -> None:
    save_deck(
        driver.collection,
        [basic_note(f"n{number:02}", tags=("exam",) if number >= 20 else ()) for number in range(40)],
    )
    set_option(driver.collection, ALL_DECKS, "new_order", "deck")
    assert rate_cards(driver.start_session(), EASY) == ["n00"]
    save(driver, exam_in(driver, 16, scope="tag:exam"))  # 20 cards in the 12 days before the last 4
    assert count_planned_new_cards(driver.collection, driver.time.clock().today()) == 2
    session = driver.start_session()
    assert rate_cards(session, *[EASY] * 4) == ["n20", "n21", "n01", "n02"]
    assert count_planned_new_cards(driver.collection, driver.time.clock().today()) == 0
    assert rate_cards(driver.start_session(), EASY) == ["n03"]
    driver.time.now += 16 * DAY
    assert count_planned_new_cards(driver.collection, driver.time.clock().today()) == 0


def test_number_of_new_cards_today_is_the_same_with_an_exam(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(40))
    before = expect_prompt(driver.start_session().show_next()).counts
    save(driver, exam_in(driver, 30))
    assert expect_prompt(driver.start_session().show_next()).counts == before


def test_plan_stays_the_same_during_a_day_and_catches_up_the_next(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(60))
    exam = exam_in(driver, 12)  # 9 days before the last 3
    save(driver, exam)
    assert plan(driver, exam).pace[:2] == (7, 7)
    rate_cards(driver.start_session(), *[EASY] * 3)
    found = plan(driver, exam)
    assert (found.pace[:2], found.new_cards, found.cards, found.days_left) == ((4, 7), 57, 60, 12)
    driver.time.now += 2 * DAY
    assert plan(driver, exam).pace[:2] == (9, 9)


def test_ratings_put_cards_of_the_exam_into_its_last_days(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    save_deck(driver.collection, [basic_note(f"n{number:02}", "other") for number in range(20)], "other")
    exam = exam_in(driver, 8, target=99)
    save(driver, exam)
    today = driver.time.clock().today()
    rate_cards(driver.start_session(), *[EASY] * 10)
    assert {due_day(driver.collection, card_of(number)) for number in range(10)} <= set(
        exam.days.last_days
    ) | {today + 7}
    assert all(due_day(driver.collection, card_of(number)) < exam.day for number in range(10))
    session = driver.start_session(CardLanguages.ENGLISH_AND_TRADITIONAL, None, "other")
    outcome = session.show_next()
    other_days = []
    for _ in range(10):
        card = expect_prompt(outcome).card.id
        outcome = rate(session, card, EASY)
        other_days.append(due_day(driver.collection, card))
    assert max(other_days) >= exam.day
    check_replay(driver.collection)


def test_button_shows_the_due_date_of_the_exam_plan(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(5))
    session = driver.start_session()
    session.show_next()
    exam = exam_in(driver, 8, target=99)
    save(driver, exam)  # while a card is on screen
    outcome = rate(session, card_of(0), GOOD)
    prompt = expect_prompt(outcome)
    due = prompt.due_by_rating[EASY].due_day
    assert due is not None and due < exam.day
    rate(session, prompt.card.id, EASY)
    assert due_day(driver.collection, prompt.card.id) == due


def test_cards_due_after_the_exam_are_brought_forward_and_undone_together(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    rate_cards(driver.start_session(), *[GOOD] * 20)
    driver.time.now += DAY
    rate_cards(driver.start_session(), *[GOOD] * 20)
    set_due(driver, range(6), 60)
    exam = exam_in(driver, 40)
    save(driver, exam)
    late = find_cards_due_too_late(driver.collection, exam, driver.time.clock())
    assert set(late) == {card_of(number) for number in range(6)}
    before = [due_day(driver.collection, card) for card in late]
    bring_forward(driver.collection, exam, late, driver.time.clock())
    assert {due_day(driver.collection, card) for card in late} <= set(exam.days.last_days)
    assert find_cards_due_too_late(driver.collection, exam, driver.time.clock()) == []
    check_replay(driver.collection)
    driver.start_session().undo()
    assert [due_day(driver.collection, card) for card in late] == before


def test_cards_are_found_again_after_a_change_of_the_deck(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    exam = exam_in(driver, 30)
    save(driver, exam)
    save_deck(driver.collection, basic_notes(9))
    update(driver)
    assert plan(driver, exam).cards == 9
    driver.time.now += 30 * DAY
    save_deck(driver.collection, basic_notes(2))
    update(driver)  # past exams keep their cards
    assert plan(driver, exam).forecast is None
    assert plan(driver, exam).days_left == 0


def test_cards_in_other_languages_do_not_belong_to_an_exam(driver: StudyDriver) -> None:
    word = LocalizedText((("zh-Hant", "詞"),))
    term = Term(LocalizedText.language_neutral("a"), LocalizedText.language_neutral("b"), word)
    save_deck(driver.collection, [Note("deck", "term", term)])
    exam = exam_in(driver, 30)
    assert save(driver, exam) == 3
    update(driver, languages=CardLanguages.ENGLISH)
    assert plan(driver, exam).cards == 2
    set_option(driver.collection, "deck", "languages", "en:zh-Hant")
    update(driver, languages=CardLanguages.ENGLISH)
    assert plan(driver, exam).cards == 3
