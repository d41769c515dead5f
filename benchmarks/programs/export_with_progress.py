"""Exporting all decks with reviews and schedules as a package, compared with Anki."""

from benchmarks.data.datasets import export_from_anki
from benchmarks.report import Report, seconds_of
from benchmarks.run import Run
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.system_dependencies import system_clock


def measure(report: Report, run: Run) -> None:
    """Measure both exports of the same notes, cards and reviews."""
    with (
        run.datasets.open_studyapp(run.notes) as (collection, library),
        run.datasets.open_anki(run.notes) as anki,
    ):
        request = ExportRequest(
            library.deck_ids, CardLanguages.ENGLISH, run.folder / "ours.apkg", with_progress=True
        )
        report.compare(
            "export with progress",
            lambda: seconds_of(lambda: export_decks(collection, library, request, system_clock())),
            lambda: seconds_of(lambda: export_from_anki(anki, run.folder / "anki.apkg")),
            "Anki",
            run.few_times,
            goal=1.5,
        )
