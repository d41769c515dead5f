"""Fit parameters with Anki's optimizer: `python -m benchmarks.processes.anki_optimizer COLLECTION`.

Prints the seconds that it takes, and the largest memory of the process.
"""

import sys

from anki.collection import Collection as Anki

from benchmarks.processes.process import memory_mb, print_result
from benchmarks.report import seconds_of


def fit_in_anki(anki: Anki) -> None:
    """Fit parameters to all reviews."""
    anki._backend.compute_fsrs_params(
        search="",
        current_params=[],
        ignore_revlogs_before_ms=0,
        num_of_relearning_steps=1,
        health_check=False,
    )


def main() -> None:
    anki = Anki(sys.argv[1])
    seconds = seconds_of(lambda: fit_in_anki(anki))
    anki.close()
    print_result(seconds=seconds, memory=memory_mb("VmHWM"))


if __name__ == "__main__":
    main()
