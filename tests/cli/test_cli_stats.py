"""The command `stats`."""

import re

from studyapp.cli.statistics.report_lines import _format_estimate
from studyapp.core.statistics.leeches import LapseEstimate
from studyapp.core.study.study_day import calendar_date
from studyapp.system_dependencies import system_clock
from tests.cli.command_runner import RunCommand

COUNTS = ("notes", "cards", "new", "learning", "due", "suspended", "reviews")


def test_json_counts_notes_cards_and_reviews(run: RunCommand) -> None:
    (row,) = run("stats", "--json").rows
    assert [row[name] for name in COUNTS] == [2, 2, 2, 0, 0, 0, 0]
    run("review", stdin="\n4\n1q")
    (row,) = run("stats", "--json").rows
    assert [row[name] for name in COUNTS] == [2, 2, 0, 1, 0, 0, 2]


def test_text_begins_with_the_same_counts(run: RunCommand) -> None:
    (row,) = run("stats", "--json").rows
    words = " ".join(run("stats").out.splitlines()[: len(COUNTS)]).split()
    assert dict(zip(words[::2], map(int, words[1::2]), strict=True)) == {name: row[name] for name in COUNTS}


def test_json_has_all_figures_with_dates(run: RunCommand) -> None:
    run("review", stdin="\n4\n1q")
    today = calendar_date(system_clock().today()).isoformat()
    figures = run("stats", "--json").rows[0]["figures"]
    assert (figures["today"], figures["period"]) == (today, "all")
    reviews = figures["reviews"]
    assert reviews["studied_today"]["all"] == {"reviews": 2, "recalled": 1}
    assert reviews["reviews_by_day"][today]["learning"]["reviews"] == 2
    assert reviews["current_streak"] == {"studied_days": 1, "first_day": today}
    assert reviews["buttons"]["learning"] == {"again": 1, "hard": 0, "good": 0, "easy": 1}
    assert figures["cards"]["counts"]["learning"] == 1
    assert figures["cards"]["learned_by_day"][today]["cards"] == 2
    assert figures["memory"]["remembered_by_day"] == {today: 2.0}
    assert figures["memory"]["sections"][0]["name"] == "2.1"


def test_text_says_the_figures_in_sentences(run: RunCommand) -> None:
    run("review", stdin="\n4\n1q")
    out = run("stats").out
    assert "Today: 2 reviews in 0 minutes, 50.0 % recalled with those in steps; true retention –." in out
    assert "Streak: 1 day; the longest had 1 day." in out
    assert "Buttons, learning and relearning: Again 1, Hard 0, Good 0, Easy 1." in out
    assert "Remembered (as FSRS expects, now): about 2 of 2 reviewed cards." in out
    assert re.search(r"First studied in [0-9]{4}-[0-9]{2}: about 2 remembered of 2 cards\.", out)
    assert "Section 2.1: about 1 remembered of 1 reviewed and 1 card." in out


def test_text_says_what_was_expected_of_forgotten_cards() -> None:
    assert _format_estimate(None) == ""
    assert (
        _format_estimate(LapseEstimate(4, 3.04, 0.25)) == " (about 3.0 lapses expected, probability 25.0 %)"
    )
    leech = _format_estimate(LapseEstimate(9, 1.5, 0.001))
    assert leech == ", a leech (about 1.5 lapses expected, probability 0.1 %)"


def test_search_restricts_the_figures(run: RunCommand) -> None:
    run("review", stdin="\n4\n1q")
    for query, cards in (("paris", 1), ("tag:none", 1), ("nothing-like-this", 0)):
        row = run("stats", "--json", "--search", query, "--period", "month").rows[0]
        assert sum(row["figures"]["cards"]["counts"].values()) == cards
        assert row["figures"]["reviews"]["studied_today"]["all"]["reviews"] == cards
        assert row["cards"] == 2


def test_deck_restricts_the_figures(run: RunCommand) -> None:
    (row,) = run("stats", "--json", "--deck", "cities").rows
    assert sum(row["figures"]["cards"]["counts"].values()) == 2


def test_mistakes_are_reported(run: RunCommand) -> None:
    assert "no such deck: nowhere" in run("stats", "--deck", "nowhere").err
    result = run("stats", "--search", "prop:nonsense")
    assert result.status == 1
    assert "prop:nonsense" in result.err
