"""The command `simulate`."""

import pytest

from studyapp.core.study.study_day import calendar_date
from studyapp.system_dependencies import system_clock
from tests.cli.command_runner import RunCommand


def test_json_has_a_row_for_each_day(run: RunCommand) -> None:
    run("review", stdin="\n4\n1q")
    (row,) = run("simulate", "--days", "40", "--json").rows
    assert (row["retention"], row["minutes_a_day"], row["ratings"]) == (0.9, 0, 2)
    days = row["days"]
    today = system_clock().today()
    assert [day["date"] for day in days] == [calendar_date(today + later).isoformat() for later in range(40)]
    assert all(day["new_cards"] == 0 for day in days), "both cards were studied"
    assert 2 <= sum(day["reviews"] for day in days) < 40
    assert 1.5 < days[-1]["remembered"] <= 2
    assert run("simulate", "--days", "40", "--json").rows == [row], "the same days again"


def test_options_replace_those_of_the_collection(run: RunCommand) -> None:
    (row,) = run(
        "simulate", "--days", "5", "--new", "1", "--minutes", "7", "--retention", "80", "--json"
    ).rows
    assert (row["retention"], row["minutes_a_day"]) == (0.8, 7)
    assert [day["new_cards"] for day in row["days"]] == [1, 1, 0, 0, 0]
    (row,) = run("simulate", "--days", "1", "--new", "0", "--json").rows
    assert row["days"][0]["new_cards"] == 0


def test_text_has_a_line_for_each_month(run: RunCommand) -> None:
    lines = run("simulate", "--days", "61").out.splitlines()
    assert lines[0] == "Desired retention 90%, no minutes per day set."
    assert lines[1].split() == ["until", "reviews/day", "new/day", "minutes/day", "waiting", "remembered"]
    today = system_clock().today()
    assert [line.split()[0] for line in lines[2:5]] == [
        calendar_date(today + later).isoformat() for later in (29, 59, 60)
    ]
    assert lines[5:] == [
        "Only 0 ratings so far: how you rate and how long it takes are mostly assumed.",
        "This is a model, not a promise.",
    ]


@pytest.mark.parametrize(
    "options", [["--days", "0"], ["--retention", "69"], ["--minutes", "x"], ["--new", "-1"]]
)
def test_invalid_numbers_are_rejected(run: RunCommand, options: list[str]) -> None:
    result = run("simulate", *options)
    assert result.status == 2
    assert "is not a whole number from" in result.err or "expected one argument" in result.err
