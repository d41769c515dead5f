"""Optimizing the parameters of FSRS for the learner, by hand or automatically."""

from typing import NamedTuple

from studyapp.core.optimization.fit import Fit, should_adopt
from studyapp.core.optimization.parameter_fitting import (
    MIN_REVIEWS,
    ParametersInUse,
    TooFewReviews,
    fit_parameters,
    list_predicted_reviews,
)
from studyapp.core.options.study_options import Switch
from studyapp.core.study.study_day import DAY_MS
from studyapp.services.optimization.history_loading import iterate_review_histories
from studyapp.services.optimization.parameter_adoption import adopt_fit, finish_adoption
from studyapp.services.options.option_storage import load_study_options
from studyapp.store import parameter_fits
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import Attempt
from studyapp.store.statistics import journal_position

MIN_NEW_REVIEWS = 200
"""The number of reviews since the last attempt from which on parameters are fitted automatically."""

_DAYS_BETWEEN = 7


class Optimization(NamedTuple):
    """What an attempt to fit parameters came to."""

    fit: Fit | TooFewReviews
    is_adopted: bool


def is_optimization_due(collection: Collection, now: int) -> bool:
    """Return whether parameters should be fitted automatically now (UTC ms): if the option is on, and enough reviews were
    recorded since the last attempt, a week ago or longer."""
    if load_study_options(collection).optimize_automatically is Switch.OFF:
        return False
    with collection.read_transaction() as connection:
        attempt = parameter_fits.load_attempt(connection)
        if attempt is None:
            return parameter_fits.has_reviews_since(connection, 0, MIN_REVIEWS)
        is_long_ago = abs(now - attempt.at) >= _DAYS_BETWEEN * DAY_MS  # also if the clock was set back
        return is_long_ago and parameter_fits.has_reviews_since(
            connection, attempt.last_entry, MIN_NEW_REVIEWS
        )


def optimize_parameters(collection: Collection, now: int, *, adopts: bool = True) -> Optimization:
    """Fit parameters to all reviews, and use them from now on (UTC ms) if they predict better than those in use.

    With `adopts` False, nothing is stored. Raises StoreError if the collection can't be read or written.
    """
    with collection.read_transaction() as connection:
        last_entry = journal_position.newest_entry(connection)
        stored = parameter_fits.load_fit_in_use(connection)
        scheduler = parameter_fits.load_scheduler(connection)
        predicted = list_predicted_reviews(history for _, history in iterate_review_histories(collection))
        step_count = len(load_study_options(collection).relearning_steps)
    in_use = ParametersInUse(scheduler.parameters, None if stored is None else stored.added_at)
    fit = fit_parameters(predicted, in_use, step_count)
    if not adopts:
        return Optimization(fit, is_adopted=False)
    with collection.transaction() as connection:
        parameter_fits.save_attempt(connection, Attempt(now, last_entry))
    finish_adoption(collection)
    is_adopted = isinstance(fit, Fit) and should_adopt(fit)
    if isinstance(fit, Fit) and is_adopted:
        adopt_fit(collection, fit, now)
    return Optimization(fit, is_adopted)
