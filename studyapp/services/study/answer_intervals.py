"""What each rating of a card would do, as the learner has chosen to study."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Rating
from studyapp.core.study.next_due import NextDue, StepMinutes, compute_fuzz_factor, next_due_by_rating
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.scheduler import Scheduler, scheduler_for
from studyapp.core.study.study_options import RatingScale, StudyOptions

TWO_RATINGS = (Rating.AGAIN, Rating.GOOD)
"""For those who want no more."""


def compute_due_by_rating(
    options: StudyOptions,
    card: CardId,
    schedule: Schedule,
    now: int,
    day: int,
    scheduler: Scheduler | None = None,
    steps: StepMinutes | None = None,
) -> dict[Rating, NextDue]:
    """The ratings that are offered, each with the due that it would choose. `now` is UTC ms, `day` the study day of
    now; a scheduler or steps that are given go before those of the options."""
    found = next_due_by_rating(
        schedule,
        now,
        day,
        scheduler or scheduler_for(options),
        steps or StepMinutes(options.learning_steps, options.relearning_steps),
        compute_fuzz_factor(card, schedule.review_count),
    )
    if options.rating_scale is RatingScale.TWO:
        return {rating: found[rating] for rating in TWO_RATINGS}
    return found
