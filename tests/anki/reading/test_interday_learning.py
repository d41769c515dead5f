"""Cards in learning and relearning steps, compared with the real Anki: steps that end on a later day, and cards without a
review log."""

import time
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from anki.collection import Collection as Anki
from anki.scheduler.v3 import CardAnswer, Scheduler
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.next_due import StepMinutes
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import (
    LearningPhase,
    RelearningPhase,
    Schedule,
    interday_step_due_day,
)
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.study.session_creation import create_session
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import schedules
from tests.anki.anki_collections import add_note, export_package, import_into_anki
from tests.anki.studyapp_instance import BOTH, StudyAppInstance, create_instance
from tests.services.study_driver import expect_prompt, rate

LEARNING, INTERDAY = 1, 3
"""Queues of Anki."""

step_lists = st.lists(
    st.sampled_from((1.0, 10.0, 60.0, 480.0, 1200.0, 1440.0, 2160.0, 2880.0, 4320.0)), min_size=1, max_size=3
)


def older_collection(path: Path) -> Anki:
    """A collection created 40 days ago: on the day of its creation, Anki's days are not yet counted."""
    anki = Anki(str(path))
    assert anki.db is not None
    anki.db.execute("UPDATE col SET crt = crt - 40 * 86400")
    anki.set_config("fsrs", True)
    return anki


def set_steps(anki: Anki, learning: list[float], relearning: list[float]) -> None:
    config = anki.decks.config_dict_for_deck_id(1)  # type: ignore[arg-type]
    config["new"]["delays"], config["lapse"]["delays"] = learning, relearning
    anki.decks.update_config(config)


def answer(anki: Anki, card_id: int, rating: Rating) -> None:
    """Answer a card now, whether or not it is due."""
    assert isinstance(anki.sched, Scheduler)
    card = anki.get_card(card_id)  # type: ignore[arg-type]
    card.start_timer()
    states = anki._backend.get_scheduling_states(card.id)
    ratings = (CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY)
    anki.sched.answer_card(anki.sched.build_answer(card=card, states=states, rating=ratings[rating - 1]))


def hour_from_now(hours: int) -> int:
    return (datetime.now() + timedelta(hours=hours)).hour


def schedules_of(instance: StudyAppInstance) -> dict[CardId, Schedule]:
    with instance.collection.read_transaction() as connection:
        return dict(schedules.iterate_all(connection))


def check_due_as_in_anki(anki: Anki, instance: StudyAppInstance, card_id: int, schedule: Schedule) -> None:
    card, today = anki.get_card(card_id), instance.clock().study_day()  # type: ignore[arg-type]
    due_day = interday_step_due_day(schedule, today.day_of)
    assert isinstance(schedule.phase, LearningPhase | RelearningPhase)
    if card.queue == INTERDAY:
        assert due_day is not None
        assert due_day - today.number == card.due - anki.sched.today
    else:
        assert (card.queue, due_day) == (LEARNING, None)
        assert schedule.phase.due_at // 1000 == card.due


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(step_lists, st.integers(1, 23), st.lists(st.sampled_from(list(Rating)[:3]), min_size=1, max_size=3))
def test_cards_from_anki_are_due_when_they_are_there(
    steps: list[float], hours_left: int, ratings: list[Rating]
) -> None:
    with TemporaryDirectory() as name:
        anki = older_collection(Path(name) / "collection.anki2")
        instance = create_instance(Path(name) / "studyapp", ())
        hour = instance.day_start_hour = hour_from_now(hours_left)
        anki.set_config("rollover", hour)
        set_steps(anki, steps, [1440])
        note = anki.get_note(add_note(anki, "Basic", "front", "back"))  # type: ignore[arg-type]
        (card,) = note.cards()
        for rating in ratings:
            answer(anki, card.id, rating)
        in_steps = anki.get_card(card.id).type in (1, 3)
        report = instance.import_file(export_package(anki, Path(name)))
        assert report.losses == ()
        ((_, schedule),) = schedules_of(instance).items()
        if in_steps:
            check_due_as_in_anki(anki, instance, card.id, schedule)
        anki.close()
        instance.close()


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(step_lists, st.integers(1, 23), st.sampled_from(list(Rating)[:3]))
def test_rated_cards_are_due_when_they_would_be_in_anki(
    steps: list[float], hours_left: int, rating: Rating
) -> None:
    """Both rate a new card now. Then Anki imports the card as StudyApp exports it."""
    with TemporaryDirectory() as name:
        theirs = older_collection(Path(name) / "theirs.anki2")
        hour = hour_from_now(hours_left)
        theirs.set_config("rollover", hour)
        set_steps(theirs, steps, [10])
        add_note(theirs, "Basic", "front", "back")
        instance = create_instance(Path(name) / "instance", ())
        instance.day_start_hour = hour
        instance.import_file(export_package(theirs, Path(name)))
        (number,) = theirs.find_cards("")
        answer(theirs, number, rating)
        instance.time.now = round(time.time() * 1000)
        step_minutes = StepMinutes(tuple(steps), (10,))
        session = create_session(
            instance.collection, instance.clock(), ("default",), BOTH, steps=step_minutes
        )
        rate(session, expect_prompt(session.show_next()).card.id, rating)
        ((_, schedule),) = schedules_of(instance).items()
        card = theirs.get_card(number)
        if card.type == 1:
            if card.queue == INTERDAY:
                check_due_as_in_anki(theirs, instance, number, schedule)
            else:
                assert interday_step_due_day(schedule, instance.clock().study_day().day_of) is None
            mine = anki_with_export(instance, Path(name), hour)
            (exported,) = mine.find_cards("")
            assert (mine.get_card(exported).type, mine.get_card(exported).queue) == (card.type, card.queue)
            if card.queue == INTERDAY:
                offset = mine.get_card(exported).due - mine.sched.today
                assert offset == card.due - theirs.sched.today
            mine.close()
        theirs.close()
        instance.close()


def anki_with_export(instance: StudyAppInstance, folder: Path, hour: int = 4) -> Anki:
    """A new Anki collection with what StudyApp exports."""
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    package = folder / "exported.apkg"
    export_decks(
        instance.collection, library, ExportRequest(library.deck_ids, BOTH, package, True), instance.clock()
    )
    anki = older_collection(folder / "mine.anki2")
    anki.set_config("rollover", hour)
    import_into_anki(package, anki)
    return anki


def test_day_in_anki_counts_if_it_is_not_that_of_the_log(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    set_steps(anki, [1440, 2880], [1440])
    note = anki.get_note(add_note(anki, "Basic", "front", "back"))  # type: ignore[arg-type]
    (card,) = note.cards()
    answer(anki, card.id, Rating.GOOD)
    assert anki.db is not None
    anki.db.execute("UPDATE cards SET due = due + 3 WHERE id = ?", card.id)
    instance.import_file(export_package(anki, tmp_path))
    ((_, schedule),) = schedules_of(instance).items()
    check_due_as_in_anki(anki, instance, card.id, schedule)


@pytest.mark.parametrize(
    ("card_type", "queue", "left", "steps_done", "is_due_on_day"),
    [
        (1, 1, 2002, 0, False),
        (1, 1, 1001, 1, False),
        (1, 3, 1, 1, True),
        (1, 3, 2, 0, True),
        (3, 1, 1001, 0, False),
        (3, 3, 1, 0, True),
        (1, -1, 1001, 1, False),
        (1, -1, 1, 1, True),
        (3, -3, 1, 0, True),
    ],
)
def test_card_in_steps_without_a_review_log_stays_there(
    anki: Anki,
    instance: StudyAppInstance,
    tmp_path: Path,
    card_type: int,
    queue: int,
    left: int,
    steps_done: int,
    is_due_on_day: bool,
) -> None:
    note = anki.get_note(add_note(anki, "Basic", "no log", "back"))  # type: ignore[arg-type]
    (card,) = note.cards()
    assert anki.db is not None
    due = anki.sched.today + 2 if is_due_on_day else round(time.time()) + 600
    anki.db.execute(
        "UPDATE cards SET type = ?, queue = ?, left = ?, due = ?, ivl = 1, factor = 2500, reps = 3 WHERE id = ?",
        card_type, queue, left, due, card.id,
    )  # fmt: skip
    package = export_package(anki, tmp_path)
    report = instance.import_file(package)
    assert [(loss.kind, loss.note_excerpt) for loss in report.losses] == [
        (LossKind.NO_LEARNING_LOG, "no log")
    ]
    ((_, schedule),) = schedules_of(instance).items()
    assert isinstance(schedule.phase, LearningPhase if card_type == 1 else RelearningPhase)
    assert schedule.phase.steps_done == steps_done
    assert schedule.is_suspended is (queue == -1)
    today = instance.clock().study_day()
    if is_due_on_day:
        assert interday_step_due_day(schedule, today.day_of) == today.number + 2
    else:
        assert schedule.phase.due_at == due * 1000
    again = instance.import_file(package)
    assert (again.entry_count, again.losses) == (0, ())
    mine = anki_with_export(instance, tmp_path)
    (exported,) = mine.find_cards("")
    back = mine.get_card(exported)
    assert (back.type, back.queue) == (card_type, queue)
    assert back.left % 1000 == left % 1000
    mine.close()


def test_card_that_anki_put_back_into_learning_goes_back_here(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    """The log says that the card is in review, but the card itself is in learning."""
    note = anki.get_note(add_note(anki, "Basic", "front", "back"))  # type: ignore[arg-type]
    (card,) = note.cards()
    answer(anki, card.id, Rating.EASY)
    assert anki.db is not None
    due = round(time.time()) + 300
    anki.db.execute("UPDATE cards SET type = 3, queue = 1, left = 1001, due = ? WHERE id = ?", due, card.id)
    report = instance.import_file(export_package(anki, tmp_path))
    assert report.losses == ()
    ((_, schedule),) = schedules_of(instance).items()
    assert isinstance(schedule.phase, RelearningPhase)
    assert (schedule.phase.due_at, schedule.review_count) == (due * 1000, 1)
