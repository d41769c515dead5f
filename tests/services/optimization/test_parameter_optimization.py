"""Optimizing parameters for the reviews in a collection."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.core.optimization.fit import Fit
from studyapp.core.optimization.parameter_fitting import MIN_REVIEWS, TooFewReviews
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import DAY_MS
from studyapp.services.optimization.parameter_optimization import (
    MIN_NEW_REVIEWS,
    is_optimization_due,
    optimize_parameters,
)
from studyapp.services.options.option_storage import set_option
from studyapp.services.overview.doctor import check_collection
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from tests.services.optimization.simulated_journal import add_reviews

NOW = 2_000 * DAY_MS


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection(tmp_path / "collection.db", lambda: "here") as opened:
        yield opened


def scheduler_in_use(collection: Collection) -> Scheduler:
    with collection.read_transaction() as connection:
        return load_scheduler(connection)


def test_too_few_reviews_leave_the_defaults(collection: Collection) -> None:
    add_reviews(collection, 10)
    found = optimize_parameters(collection, NOW)
    assert isinstance(found.fit, TooFewReviews) and not found.is_adopted
    assert 0 < found.fit.missing < MIN_REVIEWS
    assert scheduler_in_use(collection) == Scheduler()


def test_better_parameters_are_adopted(collection: Collection) -> None:
    add_reviews(collection, 400)
    tried = optimize_parameters(collection, NOW, adopts=False)
    assert scheduler_in_use(collection) == Scheduler()
    found = optimize_parameters(collection, NOW)
    assert isinstance(found.fit, Fit) and isinstance(tried.fit, Fit)
    assert found.is_adopted and found.fit.parameters == tried.fit.parameters
    assert scheduler_in_use(collection) == Scheduler(found.fit.parameters)
    assert check_collection(collection).mismatched_cards == ()


def test_without_new_reviews_nothing_is_adopted_again(collection: Collection) -> None:
    add_reviews(collection, 400)
    assert optimize_parameters(collection, NOW).is_adopted
    found = optimize_parameters(collection, NOW + DAY_MS)
    assert isinstance(found.fit, Fit) and found.fit.held_back is None and not found.is_adopted


def test_due_with_enough_reviews_and_then_weekly(collection: Collection) -> None:
    assert not is_optimization_due(collection, NOW)
    assert add_reviews(collection, 200) > MIN_REVIEWS
    assert is_optimization_due(collection, NOW)
    set_option(collection, "", "optimize_automatically", "off")
    assert not is_optimization_due(collection, NOW)
    set_option(collection, "", "optimize_automatically", None)
    optimize_parameters(collection, NOW)
    assert not is_optimization_due(collection, NOW)
    assert not is_optimization_due(collection, NOW + 8 * DAY_MS)  # no new reviews
    assert add_reviews(collection, 100, 2) > MIN_NEW_REVIEWS
    assert not is_optimization_due(collection, NOW + 6 * DAY_MS)
    assert is_optimization_due(collection, NOW + 7 * DAY_MS)
    assert is_optimization_due(collection, NOW - 7 * DAY_MS)  # the clock was set back


def test_trying_is_no_attempt(collection: Collection) -> None:
    add_reviews(collection, 200)
    optimize_parameters(collection, NOW, adopts=False)
    assert is_optimization_due(collection, NOW)
