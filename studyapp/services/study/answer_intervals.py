"""The due date that each rating of a card would set, under the learner's study options."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import RatingScale, StudyOptions
from studyapp.core.study.fuzz import compute_fuzz_factor
from studyapp.core.study.next_due import NextDue, StepMinutes, next_due_by_rating
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.plans.load_balance import DuePlan

_NO_PLAN = DuePlan()

TWO_RATINGS = (Rating.AGAIN, Rating.GOOD)
"""The ratings offered on the scale with two ratings."""


def compute_due_by_rating(
    options: StudyOptions,
    card: CardId,
    schedule: Schedule,
    now: int,
    day: int,
    scheduler: Scheduler,
    steps: StepMinutes | None = None,
    plan: DuePlan = _NO_PLAN,
) -> dict[Rating, NextDue]:
    """Return the offered ratings, each with the due date that it would set.

    `now` is in UTC ms and `day` is its study day. `scheduler` has the parameters in use. `steps` override those of the options.
    `plan` says which days are preferred.
    """
    due_by_rating = next_due_by_rating(
        schedule,
        now,
        day,
        scheduler.for_options(options),
        steps or StepMinutes(options.learning_steps, options.relearning_steps),
        compute_fuzz_factor(card, schedule.review_count),
        *plan,
    )
    if options.rating_scale is RatingScale.TWO:
        return {rating: due_by_rating[rating] for rating in TWO_RATINGS}
    return due_by_rating
