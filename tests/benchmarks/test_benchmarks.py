"""Each benchmark runs, with few notes. How fast is not tested."""

import re
import sys
from pathlib import Path

import pytest

import benchmarks.programs
from benchmarks.__main__ import PROGRAMS, main

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


@pytest.mark.parametrize("program", PROGRAMS)
def test_benchmark_runs_with_few_notes(program: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--notes", "10", "--times", "1", "--only", program])
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(" ms" in line or " MB" in line or "skipped: " in line for line in lines)


def test_goals_of_the_statistics(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--notes", "10", "--times", "1", "--only", "statistics"])
    goals = dict(re.findall(r"^(\w.*?) {2,}.* (≤ .*): \w+$", capsys.readouterr().out, re.MULTILINE))
    assert goals == {
        "figures of reviews": "≤ 0.5",
        "all figures of the statistics": "≤ 0.5",
        "first plot of the statistics page": "≤ 500 ms",
        "statistics page opened again": "≤ 0.1",
    }


def test_every_benchmark_is_listed() -> None:
    folder = Path(benchmarks.programs.__path__[0])
    assert sorted(PROGRAMS) == sorted(path.stem for path in folder.glob("[!_]*.py"))


def test_page_is_not_written_from_some_benchmarks(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--write", "--only", "export"])
    assert "--write needs all benchmarks" in capsys.readouterr().err
