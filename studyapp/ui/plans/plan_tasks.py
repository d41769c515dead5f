"""What the dialogs for exams and days off read and change, in the background."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.exam_plan.exam import Exam
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.garbage_collection import garbage_collection_paused
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.plans import days_off, exams
from studyapp.services.plans.days_off import DaysOffPreview
from studyapp.services.plans.exam_overview import ExamOverview, load_exam_overview
from studyapp.services.plans.exams import ExamPlan
from studyapp.store.collection import Collection
from studyapp.ui.page_loading.page_reader import PageReader, Result


class LoadedPlans(NamedTuple):
    """What is planned: exams by day, and days off from today on, consecutive ones together."""

    exams: tuple[ExamOverview, ...]
    days_off: tuple[range, ...]


class PlanTasks(PageReader):
    """All methods run in the background and raise StoreError if the collection can't be read or written. What changes the
    collection can't be canceled, so that it never ends halfway."""

    def load(self, progress: ProgressCallback) -> LoadedPlans:
        """Return what is planned, after finding the cards of the exams again."""
        library, languages = self._current_library()

        def load(collection: Collection, _progress: ProgressCallback) -> LoadedPlans:
            clock = self._clock(collection)
            exams.update_exam_cards(collection, library, languages, clock)
            overviews = (
                load_exam_overview(collection, library, exam, clock, _random_numbers(progress))
                for exam in exams.list_exams(collection)
            )
            return LoadedPlans(tuple(overviews), tuple(days_off.list_days_off(collection, clock.today())))

        return self._use_collection(load, progress)

    def load_coming_exams(self, progress: ProgressCallback) -> list[ExamPlan]:
        """Return the plans of the coming exams, after finding their cards again."""
        library, languages = self._current_library()

        def load(collection: Collection, _progress: ProgressCallback) -> list[ExamPlan]:
            clock = self._clock(collection)
            exams.update_exam_cards(collection, library, languages, clock)
            return [
                exams.load_exam_plan(collection, exam, clock, _random_numbers(progress))
                for exam in exams.list_exams(collection)
                if exam.day > clock.today()
            ]

        return self._use_collection(load, progress)

    def find_exam_cards(self, exam: Exam, replaces: str, progress: ProgressCallback) -> frozenset[CardId]:
        """Return the cards of an exam that is about to be stored, instead of `replaces` if given. Raises ExamError and
        QueryError as `save_exam` does."""
        library, languages = self._current_library()

        def find(collection: Collection, _progress: ProgressCallback) -> frozenset[CardId]:
            exams.check_saving(collection, exam, replaces)
            clock = self._clock(collection)
            return exams.find_exam_cards(collection, library, languages, clock, exam.scope, progress)

        return self._use_collection(find, progress)

    def store_exam(
        self, exam: Exam, cards: frozenset[CardId], replaces: str, *, brings_forward: bool
    ) -> None:
        """Store an exam, and bring cards forward that are due after it if wanted. Raises ExamError."""

        def store(collection: Collection) -> None:
            exams.store_exam(collection, exam, cards, replaces)
            if brings_forward:
                self._bring_forward(collection, exam)

        self._change(store)

    def bring_forward(self, exam: Exam) -> None:
        """Bring cards that are due too late for an exam forward to its last days."""
        self._change(lambda collection: self._bring_forward(collection, exam))

    def _bring_forward(self, collection: Collection, exam: Exam) -> None:
        clock = self._clock(collection)
        late = exams.find_cards_due_too_late(collection, exam, clock)
        if late:
            exams.bring_forward(collection, exam, late, clock)

    def delete_exam(self, name: str) -> None:
        """Delete an exam."""
        self._change(lambda collection: exams.delete_exam(collection, name))

    def delete_past_exams(self) -> None:
        """Delete the exams before today."""
        self._change(lambda collection: exams.delete_past_exams(collection, self._clock(collection).today()))

    def preview_days_off(self, days: range, progress: ProgressCallback) -> DaysOffPreview:
        """Return what days off cost."""
        return self._use_collection(
            lambda collection, _: days_off.preview_days_off(collection, days, self._clock(collection)),
            progress,
        )

    def plan_days_off(self, preview: DaysOffPreview, direction: ShiftDirection) -> None:
        """Mark days off, and move their reviews."""
        self._change(
            lambda collection: days_off.plan_days_off(collection, preview, self._clock(collection), direction)
        )

    def remove_days_off(self, days: range) -> None:
        """Mark these days as none off."""
        self._change(lambda collection: days_off.remove_days_off(collection, days))

    def _change(self, change: Callable[[Collection], object]) -> None:
        self._use_collection(lambda collection, _: change(collection), ignore_progress)

    @garbage_collection_paused()  # a collection of 100,000 cards would block the window
    def _use_collection(
        self, load: Callable[[Collection, ProgressCallback], Result], progress: ProgressCallback
    ) -> Result:
        return super()._use_collection(load, progress)

    def _clock(self, collection: Collection) -> Clock:
        return make_study_clock(collection, self._context.clock)


def _random_numbers(progress: ProgressCallback) -> Callable[[], float]:
    """Return a function that returns random numbers, and may cancel what asks for them."""
    source = Random(0)

    def random_number() -> float:
        progress(0, 0)
        return source.random()

    return random_number
