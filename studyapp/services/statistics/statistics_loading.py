"""Loading the figures of the statistics page."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from studyapp.core.statistics.calibration import calibrate_model, recall_by_confidence
from studyapp.core.statistics.card_states import difficulty_share, distribute, percent_bin
from studyapp.core.statistics.leeches import IMPROBABLE, MIN_LAPSES, lapse_probability
from studyapp.core.statistics.periods import Period, first_day_of
from studyapp.core.statistics.remembered import expected_recalled, sample_days
from studyapp.core.statistics.report import (
    CardFigures,
    ForgottenCard,
    GroupRecall,
    MemoryFigures,
    ReviewFigures,
    StatisticsReport,
)
from studyapp.core.statistics.review_counts import count_buttons, count_by_hour, totals_by_day
from studyapp.core.statistics.review_totals import PredictionKey, ReviewKey
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, Selection
from studyapp.core.statistics.streak import find_current_streak, find_longest_streak
from studyapp.core.statistics.today import count_studied
from studyapp.core.statistics.true_retention import retention_by_day
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import study_day_at
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_study_options
from studyapp.store.collection import Collection
from studyapp.store.statistics import card_states, totals
from studyapp.store.statistics.card_states import GroupMemory
from studyapp.store.statistics.review_facts import load_facts
from studyapp.store.statistics.selected_cards import choose_cards
from studyapp.store.stored_options import ALL_DECKS

_MOST_FORGOTTEN = 50


class Scope(NamedTuple):
    """Which cards, decks and time figures are about. `decks` are those that contain the selected cards."""

    selection: Selection
    decks: tuple[str, ...]
    period: Period = Period.ALL
