"""Starting a study session over today's cards."""

from collections.abc import Sequence

from studyapp.core.study.custom_study_selection import CustomStudySelection
from studyapp.core.study.next_due import StepMinutes
from studyapp.core.study.study_queue import DailyLimits, StudyQueue
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.study.daily_queue import build_daily_queue
from studyapp.services.study.repetition import RepeatingQueue, RepeatingRecorder
from studyapp.services.study.session_recorder import JournalRecorder
from studyapp.services.study.step_undo import StepUndo
from studyapp.services.study.study_session import StudySession
from studyapp.services.workload.today_plan import TodayPlan, load_today_plan
from studyapp.store.collection import Collection


def create_session(
    collection: Collection,
    clock: Clock,
    decks: Sequence[str],
    default_languages: CardLanguages,
    steps: StepMinutes | None = None,
    limits: DailyLimits | None = None,
    selection: CustomStudySelection | None = None,
    step_undo: StepUndo | None = None,
) -> StudySession:
    """Start a session over today's cards of these decks.

    A selection (other than practice) narrows it or studies ahead, whatever was planned for today. `limits` and `steps` override
    the options. `step_undo` replaces undo and redo, so that they also concern edits of texts. Raises StoreError if the collection can't be read.
    """
    decks = tuple(dict.fromkeys(decks))

    def build_queue(day: int, extra_new: int, languages: CardLanguages) -> StudyQueue:
        return build_daily_queue(
            collection, decks, clock.study_day(day), languages, limits, extra_new, selection
        )

    def load_plan(day: int, languages: CardLanguages) -> TodayPlan | None:
        if limits is not None or selection is not None:
            return None
        return load_today_plan(collection, clock.study_day(day), languages)

    queue = RepeatingQueue(collection, clock, default_languages, build_queue, load_plan)
    recorder = RepeatingRecorder(queue, JournalRecorder(collection, clock, steps, step_undo))
    return StudySession(collection, clock, decks, default_languages, queue, recorder)
