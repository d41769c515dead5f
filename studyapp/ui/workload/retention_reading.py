"""Comparing desired retentions in the background."""

from collections.abc import Sequence

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.workload.simulating import RetentionComparison, compare_retentions
from studyapp.services.workload.study_loading import LoadedStudy, load_study
from studyapp.store.collection import Collection
from studyapp.ui.kit.app_context import AppContext


def read_retentions(
    context: AppContext, decks: Sequence[str], languages: CardLanguages, progress: ProgressCallback
) -> RetentionComparison:
    """Return the comparison for these decks. Raises StoreError if the collection can't be read."""

    def load(collection: Collection, report: ProgressCallback) -> LoadedStudy:
        clock = make_study_clock(collection, context.clock)
        return load_study(collection, decks, clock, languages, report)

    return compare_retentions(context.use_collection(load, progress), progress)
