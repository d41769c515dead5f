"""Importing a package with reviews from Anki into an empty collection, and the same package again."""

from pathlib import Path

from anki.collection import Collection as Anki
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from benchmarks.processes.process import run_process
from benchmarks.report import MEGABYTES, Goal, Report, Row, Series, milliseconds, seconds_of
from benchmarks.run import Run

_MAXIMUM_GAP_MS = 200
_MAXIMUM_MEMORY_MB = 600


def measure(report: Report, run: Run) -> None:
    """Measure imports of both, and the time without progress, memory and second import of ours."""
    package = run.datasets.package_path(run.notes)
    ours, theirs = [], []
    for number in range(run.few_times):
        ours.append(run_process("package_import", package, run.folder / f"ours-{number}"))
        theirs.append(_import_into_anki(package, run.folder / f"anki-{number}.anki2"))
    first = milliseconds([one["first"] for one in ours])
    again = milliseconds([one["again"] for one in ours])
    gaps = milliseconds([one["gap"] for one in ours])
    report.add(
        Row("import of a package", Series("StudyApp", first), Series("Anki", milliseconds(theirs)), Goal(4.0))
    )
    report.add(
        Row("the same package again", Series("StudyApp", again), Series("first import", first), Goal(0.1))
    )
    report.add(
        Row("longest time without progress", Series("StudyApp", gaps), goal=Goal(_MAXIMUM_GAP_MS, False))
    )
    report.add(
        Row(
            "most memory during the import",
            Series("StudyApp", tuple(one["peak"] for one in ours)),
            goal=Goal(_MAXIMUM_MEMORY_MB, False),
            unit=MEGABYTES,
        )
    )


def _import_into_anki(package: Path, path: Path) -> float:
    anki = Anki(str(path))
    try:
        options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
        request = ImportAnkiPackageRequest(package_path=str(package), options=options)
        return seconds_of(lambda: anki.import_anki_package(request))
    finally:
        anki.close()
