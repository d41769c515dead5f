from dataclasses import replace

import pytest

from studyapp.core.cards.card import cards_of
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note, Term
from studyapp.core.rendering.face import LearnerResponse
from studyapp.core.study.journal import Confidence, Entry, EntryKind, Rating
from studyapp.core.study.schedule import LearningPhase, RelearningPhase, ReviewPhase, Schedule
from studyapp.core.study.study_queue import CardCounts, DailyLimits
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.options.study_options import make_study_clock, set_option
from studyapp.services.study.session_outcome import Finished
from studyapp.store import journal_entries, schedules
from studyapp.store.errors import StoreBusy
from studyapp.store.settings import ALL_DECKS
from tests.services.samples import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    HARD,
    HOUR,
    MINUTE,
    Desk,
    basic,
    basics,
    finished,
    go_through,
    prompt,
    rate,
    shelve,
)

ENGLISH, CHINESE, BOTH = (
    CardLanguages.ENGLISH,
    CardLanguages.TRADITIONAL_CHINESE,
    CardLanguages.ENGLISH_AND_TRADITIONAL,
)


def journal(desk: Desk) -> list[Entry]:
    with desk.collection.read_transaction() as connection:
        return list(journal_entries.iterate_newest_first(connection))[::-1]


def schedule(desk: Desk, card: CardId) -> Schedule:
    with desk.collection.read_transaction() as connection:
        return schedules.load(connection, card)


def test_a_card_is_rated_only_once_revealed_and_only_once(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = desk.study()
    first = prompt(study.show_next()).card.id
    assert not study.rate(first, GOOD).is_applied
    study.reveal()
    second = prompt(study.rate(first, GOOD)).card.id
    assert not study.rate(first, GOOD).is_applied
    assert not study.rate(second, GOOD).is_applied
    assert [(entry.card_id, entry.rating) for entry in journal(desk)] == [(first, GOOD)]


def test_nothing_is_revealed_or_rated_when_nothing_is_asked(desk: Desk) -> None:
    study = desk.study()
    assert study.show_next().next_step == Finished(0, 0, 0, None)
    study.reveal()
    assert not study.is_revealed
    assert not study.rate(CardId("deck", "n00", 1), GOOD).is_applied
    assert not study.undo().is_applied
    assert not study.bury().is_applied
    with pytest.raises(ValueError, match="no card"):
        study.render_face(LearnerResponse())
    assert journal(desk) == []


@pytest.mark.parametrize("rating", [AGAIN, HARD, GOOD, EASY])
def test_what_the_button_says_is_what_is_written(desk: Desk, rating: Rating) -> None:
    shelve(desk.collection, basics(1))
    go_through(desk.study(), EASY)
    desk.time.now += 40 * DAY
    study = desk.study()
    asked = prompt(study.show_next())
    desk.time.now += 7_000
    due = asked.due_by_rating[rating]
    rate(study, asked.card.id, rating)
    entry, phase = journal(desk)[-1], schedule(desk, asked.card.id).phase
    assert entry.duration_ms == 7_000
    if due.due_at is None:
        assert entry.due_day == due.due_day
        assert isinstance(phase, ReviewPhase) and phase.due_day == due.due_day
    else:
        assert entry.due_at == desk.time.now + due.delay
        assert isinstance(phase, RelearningPhase) and phase.due_at == entry.due_at


def test_a_card_left_on_screen_over_night_is_rated_in_the_morning(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    study = desk.study()
    asked = prompt(study.show_next())
    desk.time.now += 20 * HOUR
    today = desk.time.clock().today()
    rate(study, asked.card.id, EASY)
    entry = journal(desk)[-1]
    assert (entry.study_day, entry.due_day) == (today, today + asked.due_by_rating[EASY].delay)
    assert entry.duration_ms == 60_000


def test_counts_fall_and_the_session_says_what_it_did(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    study = desk.study()
    shown = prompt(study.show_next())
    assert (shown.counts, shown.session_rating_count) == (CardCounts(new=3), 0)
    desk.time.now += 2_000
    shown = prompt(rate(study, shown.card.id, AGAIN))
    assert (shown.counts, shown.session_rating_count) == (CardCounts(new=2, learning=1), 1)
    desk.time.now += 3_000
    shown = prompt(rate(study, shown.card.id, EASY))
    assert (shown.counts, shown.session_rating_count) == (CardCounts(new=1, learning=1), 2)
    shown = prompt(rate(study, shown.card.id, EASY))
    assert (shown.counts, shown.card.note.id) == (CardCounts(learning=1), "n00")
    assert finished(rate(study, shown.card.id, EASY)) == Finished(4, 3, 5_000, None, days_until_next=2)


def test_a_card_on_its_steps_comes_back_when_its_time_has_come(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    study = desk.study()
    shown = prompt(rate(study, prompt(study.show_next()).card.id, AGAIN))
    assert shown.card.note.id == "n01"
    desk.time.now += 2 * MINUTE
    shown = prompt(rate(study, shown.card.id, EASY))
    assert shown.card.note.id == "n00"
    assert shown.review_count == 1


def test_the_session_tells_when_the_next_card_comes_back(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    study = desk.study()
    asked = prompt(study.show_next())
    shown = prompt(rate(study, asked.card.id, GOOD))  # ten minutes: shown early, for there is nothing else
    rate(study, shown.card.id, AGAIN)
    desk.time.now -= HOUR
    phase = schedule(desk, asked.card.id).phase
    assert isinstance(phase, LearningPhase)
    assert finished(desk.study().show_next()).next_learning_at == phase.due_at


def test_limits_hold_over_sessions_of_a_day_and_end_with_it(desk: Desk) -> None:
    shelve(desk.collection, basics(9))
    limits = DailyLimits(new_cards=3, reviews=2)
    assert go_through(desk.study(BOTH, limits), EASY, EASY) == ["n00", "n01"]
    assert go_through(desk.study(BOTH, limits), EASY) == ["n02"]
    finished(desk.study(BOTH, limits).show_next())
    desk.time.now += DAY
    assert prompt(desk.study(BOTH, limits).show_next()).counts == CardCounts(new=3)
    desk.time.now += 100 * DAY
    assert prompt(desk.study(BOTH, limits).show_next()).counts == CardCounts(new=3, due=2)


def test_siblings_wait_until_tomorrow(desk: Desk) -> None:
    shelve(
        desk.collection,
        [Note("deck", "a", Cloze(LocalizedText.language_neutral("{{c1::x}} {{c2::y}} {{c3::z}}")))],
    )
    study = desk.study()
    assert prompt(study.show_next()).counts == CardCounts(new=1)
    finished(rate(study, CardId("deck", "a", 1), EASY))
    finished(desk.study().show_next())
    desk.time.now += DAY
    assert prompt(desk.study().show_next()).card.ordinal == 2


def test_the_next_day_begins_in_the_middle_of_a_session(desk: Desk) -> None:
    shelve(desk.collection, basics(4))
    study = desk.study(BOTH, DailyLimits(new_cards=1))
    finished(rate(study, prompt(study.show_next()).card.id, EASY))
    finished(study.show_next())
    desk.time.now += DAY
    assert prompt(study.show_next()).card.note.id == "n01"


def test_undo_brings_the_card_back_as_it_was(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = desk.study()
    asked = prompt(study.show_next())
    rate(study, asked.card.id, GOOD)
    again = prompt(study.undo())
    assert (again.card, again.due_by_rating, again.counts, again.session_rating_count) == (
        asked.card,
        asked.due_by_rating,
        asked.counts,
        0,
    )
    assert not study.is_revealed
    assert schedule(desk, asked.card.id) == Schedule()
    assert not study.undo().is_applied
    assert [entry.kind for entry in journal(desk)] == [EntryKind.REVIEW, EntryKind.UNDO]


def test_undo_goes_back_step_by_step_over_a_restart(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    go_through(desk.study(), EASY, EASY)
    study = desk.study()
    study.show_next()
    study.suspend()
    undone = [prompt(study.undo()).card.note.id for _ in range(3)]
    assert undone == ["n02", "n01", "n00"]
    assert not study.undo().is_applied
    assert prompt(study.show_next()).counts == CardCounts(new=3)


def test_undo_of_what_another_program_did_leaves_the_figures_of_this_session(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = desk.study()
    rate(study, prompt(study.show_next()).card.id, EASY)
    go_through(desk.other(), EASY)
    assert prompt(study.undo()).session_rating_count == 1
    assert prompt(study.undo()).session_rating_count == 0


def test_a_buried_card_comes_tomorrow_and_a_suspended_one_never(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = desk.study()
    study.show_next()
    assert prompt(study.bury()).card.note.id == "n01"
    finished(study.suspend())
    desk.time.now += DAY
    assert prompt(study.show_next()).card.note.id == "n00"
    assert prompt(study.show_next()).counts == CardCounts(new=1)


def test_a_card_rated_by_another_program_meanwhile_is_not_rated_twice(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    mine, theirs = desk.study(), desk.other()
    card = prompt(mine.show_next()).card.id
    assert prompt(theirs.show_next()).card.id == card
    rate(theirs, card, EASY)
    shown = prompt(rate(mine, card, AGAIN))
    assert (shown.card.note.id, shown.counts, shown.session_rating_count) == ("n01", CardCounts(new=1), 0)
    assert [(entry.card_id, entry.rating) for entry in journal(desk)] == [(card, EASY)]


def test_a_card_put_away_by_another_program_meanwhile_is_not_put_away_twice(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    mine, theirs = desk.study(), desk.other()
    mine.show_next(), theirs.show_next()
    theirs.suspend()
    assert prompt(mine.bury()).card.note.id == "n01"
    assert [entry.kind for entry in journal(desk)] == [EntryKind.SUSPEND]


def test_when_the_disk_fails_the_card_stays_and_can_be_rated_again(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = desk.study()
    desk.other()
    desk.collection.connection.execute("PRAGMA busy_timeout = 1")
    card = prompt(study.show_next()).card.id
    study.reveal()
    with desk.others[0].transaction():
        with pytest.raises(StoreBusy):
            study.rate(card, GOOD)
        assert study.is_revealed
    assert prompt(study.rate(card, GOOD)).session_rating_count == 1
    assert len(journal(desk)) == 1


def test_a_note_hidden_meanwhile_is_not_asked(desk: Desk) -> None:
    shelve(desk.collection, basics(4))
    study = desk.study()
    first = prompt(study.show_next())
    shelve(desk.collection, [basics(4)[0], basics(4)[3]])
    assert prompt(rate(study, first.card.id, EASY)).card.note.id == "n03"


def test_undo_of_a_hidden_note_goes_on_with_another(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    study = desk.study()
    rate(study, prompt(study.show_next()).card.id, EASY)
    shelve(desk.collection, basics(2)[1:])
    assert prompt(study.undo()).card.note.id == "n01"
    assert schedule(desk, CardId("deck", "n00", 1)) == Schedule()


TERM = Note(
    "deck",
    "a",
    Term(
        LocalizedText.language_neutral("word"),
        LocalizedText.language_neutral("meaning"),
        LocalizedText((("zh-Hant", "字"),)),
    ),
)


def test_who_reads_one_language_is_not_asked_for_the_other(desk: Desk) -> None:
    shelve(desk.collection, [TERM])
    assert prompt(desk.study(ENGLISH).show_next()).card.ordinal == 2
    assert prompt(desk.study(CHINESE).show_next()).card.ordinal == 1
    assert prompt(desk.study(BOTH).show_next()).card.ordinal == 1


def test_a_card_stays_on_screen_in_other_languages_where_it_is_asked_in_them(desk: Desk) -> None:
    shelve(desk.collection, [TERM, replace(TERM, id="b")])
    study = desk.study(BOTH)
    assert prompt(study.show_next()).card.ordinal == 1
    assert prompt(study.set_default_languages(CHINESE)).card.ordinal == 1
    assert prompt(study.set_default_languages(ENGLISH)).card.ordinal == 2
    assert prompt(study.set_default_languages(BOTH)).card.ordinal == 2


def test_several_decks_are_studied_together(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    shelve(desk.collection, [replace(note, deck_id="more") for note in basics(2)], "more")
    assert prompt(desk.study(BOTH, None, "deck", "more").show_next()).counts == CardCounts(new=4)
    assert prompt(desk.study(BOTH, None, "more").show_next()).card.note.deck_id == "more"


def test_the_clock_set_back_does_no_harm(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    go_through(desk.study(), EASY)
    desk.time.now -= 30 * DAY
    study = desk.study()
    rate(study, prompt(study.show_next()).card.id, EASY)
    first, second = journal(desk)
    assert second.at > first.at and second.study_day == first.study_day - 30
    assert prompt(study.undo()).card.id == second.card_id


def test_who_has_done_all_may_have_a_handful_more(desk: Desk) -> None:
    shelve(desk.collection, basics(14))
    set_option(desk.collection, "deck", "new_a_day", "2")
    study = desk.study()
    go_through(study, EASY, EASY)
    assert finished(study.show_next()).extra_new_count == 10
    assert prompt(study.add_new_cards()).counts == CardCounts(new=10)
    go_through(study, *[EASY] * 10)
    assert finished(study.show_next()).extra_new_count == 2
    assert finished(desk.study().show_next()).extra_new_count == 2
    assert prompt(study.add_new_cards()).counts == CardCounts(new=2)
    go_through(study, EASY, EASY)
    assert finished(study.show_next()).extra_new_count == 0
    assert finished(study.add_new_cards()).review_count == 14


def test_a_handful_more_is_for_today(desk: Desk) -> None:
    shelve(desk.collection, basics(30))
    set_option(desk.collection, "deck", "new_a_day", "1")
    study = desk.study()
    go_through(study, EASY)
    prompt(study.add_new_cards())
    desk.time.now += DAY
    assert prompt(study.show_next()).counts.new == 1


def test_what_another_program_did_to_a_card_still_to_come_counts(desk: Desk) -> None:
    shelve(desk.collection, basics(4))
    study = desk.study()
    first = prompt(study.show_next()).card.id
    other = desk.other()
    prompt(other.show_next())
    prompt(other.bury())
    prompt(other.suspend())
    assert prompt(rate(study, first, EASY)).card.note.id in ("n02", "n03")


def test_extra_cards_stay_a_handful_whatever_is_done_between(desk: Desk) -> None:
    shelve(desk.collection, basics(40))
    set_option(desk.collection, "deck", "new_a_day", "2")
    study = desk.study()
    go_through(study, EASY, EASY)
    study.add_new_cards()
    go_through(study, *[EASY] * 5)
    assert prompt(study.bury()).counts.new == 4
    go_through(study, *[EASY] * 4)
    assert finished(study.show_next()).extra_new_count == 10


def test_a_card_that_waited_comes_once_what_it_waits_for_was_rated(desk: Desk) -> None:
    needs = Note("deck", "a", basics(1)[0].content, prerequisites=("deck/n00",))
    shelve(desk.collection, [needs, *basics(1)])
    set_option(desk.collection, "deck", "new_order", "requirements")
    study = desk.study()
    assert go_through(study, EASY, EASY) == ["n00", "a"]


def test_due_cards_come_in_the_order_chosen(desk: Desk) -> None:
    shelve(desk.collection, basics(6))
    ratings = (GOOD, EASY) * 3
    go_through(desk.study(), *ratings, GOOD, GOOD, GOOD)
    desk.time.now += 60 * DAY

    def asked(order: str) -> list[str]:
        set_option(desk.collection, "deck", "due_order", order)
        return [card.note_id for card in desk.study()._queue.queue.upcoming_cards]

    assert sorted(asked("due")[:3]) == ["n00", "n02", "n04"]
    assert asked("deck") == ["n00", "n01", "n02", "n03", "n04", "n05"]
    assert asked("random") == asked("random")
    assert sorted(asked("random")) == sorted(asked("deck"))
    assert asked("random") != asked("deck")


def test_a_card_set_due_on_the_day_it_was_rated_comes_again(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    study = desk.study()
    go_through(study, AGAIN)
    assert prompt(study.show_next()).card.note.id == "n00"
    study.set_due(0)
    assert prompt(study.show_next()).counts == CardCounts(due=1)


def test_learning_cards_come_as_early_as_chosen(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    set_option(desk.collection, ALL_DECKS, "learn_ahead", "0")
    study = desk.study()
    shown = finished(rate(study, prompt(study.show_next()).card.id, AGAIN))
    assert shown.next_learning_at == shown.learning_available_at == desk.time.now + MINUTE
    set_option(desk.collection, ALL_DECKS, "learn_ahead", "1")
    assert prompt(desk.study().show_next()).card.note.id == "n00"


def test_with_two_ratings_the_others_are_refused(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    set_option(desk.collection, ALL_DECKS, "rating_choice", "two")
    study = desk.study()
    shown = prompt(study.show_next())
    assert shown.ratings == (AGAIN, GOOD)
    study.reveal()
    assert not study.rate(shown.card.id, HARD).is_applied
    assert study.rate(shown.card.id, GOOD).is_applied


def test_confidence_is_kept_with_the_rating_and_told_at_the_end(desk: Desk) -> None:
    shelve(desk.collection, basics(4))
    study = desk.study()
    outcome = study.show_next()
    for confidence, rating in (
        (Confidence.SURE, EASY),
        (Confidence.SURE, EASY),
        (Confidence.GUESS, EASY),
        (None, EASY),
    ):
        study.reveal(confidence)
        outcome = study.rate(prompt(outcome).card.id, rating)
    assert finished(outcome).calibration == ((Confidence.SURE, 2, 2), (Confidence.GUESS, 1, 1))
    with desk.collection.read_transaction() as connection:
        kept = [entry.confidence for entry in journal_entries.iterate_newest_first(connection)]
    assert kept == [None, Confidence.GUESS, Confidence.SURE, Confidence.SURE]


def test_a_forgotten_card_offers_what_it_builds_on(desk: Desk) -> None:
    base, other = basic("base"), basic("other")
    shelve(
        desk.collection,
        [basic("top", prerequisites=("deck/base", "deck/gone", "deck/away")), other, base, basic("away")],
    )
    study = desk.study()
    away = prompt(study.review_first([card for note in (basic("away"),) for card in cards_of(note)]))
    assert away.card.note.id == "away"
    study.suspend()
    forgotten = rate(study, prompt(study.show_next()).card.id, AGAIN)
    assert [card.note.id for card in forgotten.prerequisites] == ["base"]
    shown = prompt(study.review_first(forgotten.prerequisites))
    assert shown.card.note.id == "base"
    after = rate(study, shown.card.id, GOOD)
    assert (prompt(after).card.note.id, after.prerequisites) == ("other", ())


def test_a_card_passed_over_comes_last_and_nothing_is_written(desk: Desk) -> None:
    shelve(desk.collection, basics(3))
    study = desk.study()
    study.show_next()
    asked = [prompt(study.skip()).card.note.id for _ in range(3)]
    assert asked == ["n01", "n02", "n00"]
    with desk.collection.read_transaction() as connection:
        assert journal_entries.count(connection) == 0


def test_a_leech_is_suspended_where_that_is_chosen(desk: Desk) -> None:
    shelve(desk.collection, basics(2))
    set_option(desk.collection, ALL_DECKS, "leech_lapses", "1")
    set_option(desk.collection, ALL_DECKS, "suspend_leeches", "on")
    go_through(desk.study(), EASY, EASY)
    desk.time.now += 90 * DAY
    study = desk.study()
    first = prompt(study.show_next()).card.id
    outcome = rate(study, first, AGAIN)
    shown = prompt(outcome)
    assert outcome.leech is not None
    assert (outcome.leech.id, outcome.is_leech_suspended, shown.card.id == first) == (first, True, False)
    assert finished(rate(study, shown.card.id, EASY)).next_learning_at is None
    with desk.collection.read_transaction() as connection:
        assert schedules.load(connection, first).is_suspended


def test_the_day_begins_when_the_learner_says(desk: Desk) -> None:
    shelve(desk.collection, basics(1))
    clock = make_study_clock(desk.collection, desk.time.clock())
    today = clock.today()
    desk.time.now += 15 * HOUR  # midnight
    assert clock.today() == today
    set_option(desk.collection, ALL_DECKS, "day_begins", "0")
    assert clock.today() == today + 1
    set_option(desk.collection, ALL_DECKS, "day_begins", "23")
    desk.time.now -= 15 * HOUR
    assert clock.today() == today - 1
