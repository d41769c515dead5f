"""What each rating of a card would do, as the learner has chosen to study."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Rating
from studyapp.core.study.next_due import Due, Steps, dues, luck_of
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.scheduler import Scheduler, scheduler_for
from studyapp.core.study.study_options import RatingChoice, StudyOptions

TWO_RATINGS = (Rating.AGAIN, Rating.GOOD)
"""For those who want no more."""


def prospects(
    options: StudyOptions,
    card: CardId,
    schedule: Schedule,
    now: int,
    day: int,
    scheduler: Scheduler | None = None,
    steps: Steps | None = None,
) -> dict[Rating, Due]:
    """The ratings that are offered, each with the due that it would choose. `now` is UTC ms, `day` the study day of
    now; a scheduler or steps that are given go before those of the options."""
    found = dues(
        schedule,
        now,
        day,
        scheduler or scheduler_for(options),
        steps or Steps(options.learning_steps, options.relearning_steps),
        luck_of(card, schedule.reviews),
    )
    if options.rating_choice is RatingChoice.TWO:
        return {rating: found[rating] for rating in TWO_RATINGS}
    return found
