"""Mutation tests of studyapp/core with mutmut: do the tests notice small changes of the code (`make mutation`)?

    python -m tools.mutation            all mutants, from the start
    python -m tools.mutation NAME...    only these, such as "studyapp.core.study.fuzz*"; keeps the other results

Prints the survivors of each module and the score: the share of mutants that a test or the type checker notices. Fails
below MINIMUM_SCORE. `.venv/bin/mutmut show NAME` shows a mutant. The settings are in pyproject.toml; docs/mutation.md
judges the survivors.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "mutants"
MINIMUM_SCORE = 0.85

_NOTICED = ("killed", "timeout", "segfault", "caught_by_type_check")


class Score(NamedTuple):
    """The number of mutants, and how many of them were noticed."""

    noticed: int
    total: int

    @property
    def share(self) -> float:
        return self.noticed / self.total if self.total else 0.0


def read_score(stats: Mapping[str, int]) -> Score:
    """Return the score from the statistics that mutmut exports. Mutants that no test runs count as unnoticed."""
    return Score(sum(stats[name] for name in _NOTICED), stats["total"])


def survivors_by_module(results: Iterable[str]) -> Counter[str]:
    """Return how many mutants of each module were not noticed, from the lines of `mutmut results`."""
    counts: Counter[str] = Counter()
    for line in results:
        name, _, status = line.strip().partition(": ")
        if status in ("survived", "no tests", "suspicious", "not checked"):
            counts[name.rpartition(".")[0]] += 1
    return counts


def main() -> int:
    names = sys.argv[1:]
    if not names:
        shutil.rmtree(FOLDER, ignore_errors=True)
    # mutmut runs mypy by name. Tests must import the mutated package, not one that the environment names.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {"PATH": path}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")

    def mutmut(*arguments: str, capture: bool = False) -> str:
        command = [sys.executable, "-m", "mutmut", *arguments]
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            check=True,
            text=True,
            stdout=subprocess.PIPE if capture else None,
        ).stdout

    mutmut("run", *names)
    mutmut("export-cicd-stats", capture=True)
    for module, count in survivors_by_module(mutmut("results", capture=True).splitlines()).most_common():
        print(f"mutation: {count:4} not noticed in {module}")
    score = read_score(json.loads((FOLDER / "mutmut-cicd-stats.json").read_text(encoding="utf-8")))
    print(f"mutation: {score.noticed} of {score.total} mutants noticed: {score.share:.1%}")
    return 0 if names or score.share >= MINIMUM_SCORE else 1


if __name__ == "__main__":
    sys.exit(main())
