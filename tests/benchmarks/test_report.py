"""Ratios and goals of benchmarks, and the page that is written."""

import pytest

from benchmarks.performance_page import format_page
from benchmarks.report import MEGABYTES, Goal, Report, Row, Series


def test_ratio_compares_medians() -> None:
    row = Row("r", Series("StudyApp", (9.0, 2.0, 1.0)), Series("Anki", (3.0, 4.0, 8.0)), Goal(0.5))
    assert row.ratio == 0.5
    assert row.is_goal_met is True
    assert row.cells() == ("r", "2.00 (1.00–9.00) ms", "Anki 4.00 (3.00–8.00)", "0.50", "≤ 0.5: met")


@pytest.mark.parametrize(
    ("row", "goal_text"),
    [
        (Row("r", Series("StudyApp", (5.0,)), Series("Anki", (4.0,)), Goal(1.2)), "≤ 1.2: missed"),
        (Row("r", Series("StudyApp", (5.0,)), None, Goal(1.2)), "≤ 1.2: not measured"),
        (Row("r", Series("StudyApp", (600.0,)), None, Goal(600, False), MEGABYTES), "≤ 600 MB: met"),
        (Row("r", Series("StudyApp", (601.0,)), None, Goal(600, False), MEGABYTES), "≤ 600 MB: missed"),
        (Row("r", Series("StudyApp", (601.0,))), ""),
    ],
)
def test_goal_is_a_ratio_or_a_median(row: Row, goal_text: str) -> None:
    assert row.cells()[-1] == goal_text


def test_compare_runs_both_alternately_and_leaves_out_the_first_round() -> None:
    calls: list[str] = []

    def work(name: str, seconds: list[float]) -> float:
        calls.append(name)
        return seconds.pop(0)

    ours, theirs = [9.0, 0.002, 0.004], [9.0, 0.001, 0.003]
    report = Report()
    report.compare("r", lambda: work("ours", ours), lambda: work("theirs", theirs), "Anki", 2)
    assert calls == ["ours", "theirs"] * 3
    assert report.rows == [Row("r", Series("StudyApp", (2.0, 4.0)), Series("Anki", (1.0, 3.0)))]


def test_page_lists_goals_comparisons_and_what_was_skipped() -> None:
    report = Report()
    report.add(Row("with goal", Series("StudyApp", (1.0,)), goal=Goal(2, False)))
    report.add(Row("a|b", Series("StudyApp", (1.0,)), Series("Anki", (2.0,))))
    report.add(Row("without either", Series("StudyApp", (1.0,))))
    report.skip("window", "Anki is not installed")
    page = format_page(report, 2000)
    goals, others = page.split("## Other comparisons")
    assert "| with goal | 1.00 ms |  |  | ≤ 2 ms: met |" in goals
    assert "| a\\|b | 1.00 ms | Anki 2.00 | 0.50 |  |" in others
    assert "without either" not in page
    assert "- window: Anki is not installed" in others
    assert 'ARGS="--write --notes 2000"' in page
