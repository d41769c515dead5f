"""Fitted parameters equal those of Anki's optimizer for the same reviews."""

import random
from collections.abc import Iterator

import pytest
from anki.collection import Collection as Anki

from studyapp.core.cards.card_id import CardId
from studyapp.core.optimization.parameter_fitting import (
    PredictedReview,
    compute_parameters,
    list_predicted_reviews,
    score_parameters,
)
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.journal.journal_undo import undo_last_action
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.optimization.history_loading import iterate_review_histories
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import import_into_anki
from tests.anki.studyapp_instance import BOTH, StudyAppInstance, create_instance
from tests.services.study_driver import DAY, basic_note

CARDS = 90
DAYS = 260


def study_for_months(instance: StudyAppInstance) -> None:
    """Rate cards on most days: also twice a day, with lapses, due dates set by hand, resets, undos and suspended cards."""
    source = random.Random(11)
    cards = [CardId("d", f"n{number:02}", 1) for number in range(CARDS)]
    due_day = {card: instance.clock().today() + source.randrange(60) for card in cards}
    for _ in range(DAYS):
        today = instance.clock().today()
        for card in (card for card, day in due_day.items() if day <= today):
            kind = source.choices(
                (EntryKind.REVIEW, EntryKind.RESET, EntryKind.SET_DUE, EntryKind.SUSPEND, EntryKind.RESTORE),
                (94, 1, 2, 1, 2),
            )[0]
            days = round(source.uniform(0, 9) ** 1.7)
            due_day[card] = today + (1 if kind is EntryKind.RESET else days)
            rating = source.choices(tuple(Rating), (15, 10, 65, 10))[0] if kind is EntryKind.REVIEW else None
            is_due_at = kind is EntryKind.REVIEW and days == 0
            action = CardAction(
                card, kind, rating,
                None if is_due_at or kind not in (EntryKind.REVIEW, EntryKind.SET_DUE) else due_day[card],
                instance.time.now + 600_000 if is_due_at else None,
            )  # fmt: skip
            append_actions(instance.collection, [action], instance.time.now, today)
            instance.time.now += 7_000
            if source.random() < 0.03:
                undo_last_action(instance.collection, instance.time.now, today)
                instance.time.now += 7_000
        instance.time.now += DAY - instance.time.now % DAY + 3_600_000 * 5


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[StudyAppInstance, Anki]]:
    folder = tmp_path_factory.mktemp("optimizer")
    instance = create_instance(folder, [basic_note(f"n{number:02}", "d") for number in range(CARDS)])
    end = instance.time.now
    instance.time.now -= (DAYS + 3) * DAY
    study_for_months(instance)
    assert instance.time.now < end
    instance.time.now = end
    library = refresh_library(instance.collection, [instance.folder], instance.clock()).library
    package = folder / "out.apkg"
    export_decks(instance.collection, library, ExportRequest(("d",), BOTH, package, True), instance.clock())
    anki = Anki(str(folder / "collection.anki2"))
    assert anki.db is not None
    anki.db.execute("UPDATE col SET crt = crt - ? * 86400", DAYS + 40)
    anki.set_config("fsrs", True)
    import_into_anki(package, anki)
    yield instance, anki
    anki.close()
    instance.collection.close()


def predicted_in_order_of_anki(instance: StudyAppInstance, anki: Anki) -> list[PredictedReview]:
    """The reviews that are predicted, with the cards in the order of their ids in Anki: the optimizer depends on it."""
    assert anki.db is not None
    fields = anki.db.list("SELECT sfld FROM notes JOIN cards ON nid = notes.id ORDER BY cards.id")
    with instance.collection.read_transaction():
        histories = dict(iterate_review_histories(instance.collection))
    names = [str(field).split("front of ")[1][:3] for field in fields]
    assert sorted(names) == sorted(card.note_id for card in histories)
    return list_predicted_reviews([histories[CardId("d", name, 1)] for name in names])


def test_predicted_reviews_are_those_of_anki(studied: tuple[StudyAppInstance, Anki]) -> None:
    instance, anki = studied
    predicted = predicted_in_order_of_anki(instance, anki)
    scores = anki._backend.evaluate_params_legacy(
        params=Scheduler().parameters, search="", ignore_revlogs_before_ms=0
    )
    assert score_parameters(Scheduler().parameters, predicted) == pytest.approx(
        (scores.log_loss, scores.rmse_bins), rel=1e-6
    )


@pytest.mark.parametrize("relearning_steps", [1, 2])
def test_parameters_are_those_of_anki(studied: tuple[StudyAppInstance, Anki], relearning_steps: int) -> None:
    instance, anki = studied
    predicted = predicted_in_order_of_anki(instance, anki)
    found = anki._backend.compute_fsrs_params(
        search="",
        current_params=[],
        ignore_revlogs_before_ms=0,
        num_of_relearning_steps=relearning_steps,
        health_check=False,
    )
    assert found.fsrs_items == len(predicted) > 500
    assert found.params != pytest.approx(Scheduler().parameters, abs=0.01)
    assert compute_parameters(predicted, relearning_steps) == pytest.approx(tuple(found.params), abs=5e-5)
