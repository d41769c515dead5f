"""The command `cards`."""

import pytest

from tests.cli.command_runner import RunCommand


def test_cards_json_prints_one_object_per_card(run: RunCommand) -> None:
    paris, lima = run("cards", "--json", "--language", "en").rows
    assert paris == {
        "card": "cities/paris#1",
        "deck": "cities",
        "note": "paris",
        "type": "basic",
        "section": "2.1",
        "evidence": "hypothesis",
        "tags": ["europe", "capital"],
        "question": "Capital of France?",
        "answer": "Paris",
        "why": "It is.",
    }
    assert (lima["card"], lima["section"], lima["evidence"], lima["tags"]) == ("cities/lima#1", "", None, [])


@pytest.mark.parametrize(
    ("language", "answer"), [("en", "Paris"), ("zh-Hant", "巴黎"), ("both", "Paris\n巴黎")]
)
def test_cards_are_printed_in_chosen_language(run: RunCommand, language: str, answer: str) -> None:
    assert run("cards", "--json", "--language", language).rows[0]["answer"] == answer


def test_cards_text_prints_one_card_per_line(run: RunCommand) -> None:
    lines = run("cards", "--deck", "cities", "--language", "en").out.splitlines()
    assert lines == [
        "cities/paris#1\t'Capital of France?'\t'Paris'",
        "cities/lima#1\t'Capital of Peru?'\t'Lima'",
    ]


@pytest.mark.parametrize(
    ("query", "cards"),
    [
        (["tag:europe"], ["cities/paris#1"]),
        (["capital -france"], ["cities/lima#1"]),
        (["--", "-france"], ["cities/lima#1"]),
        (["法国"], ["cities/paris#1"]),
        (["is:due"], []),
        (["lima or paris"], ["cities/paris#1", "cities/lima#1"]),
        ([""], ["cities/paris#1", "cities/lima#1"]),
    ],
)
def test_cards_that_match_a_query(run: RunCommand, query: list[str], cards: list[str]) -> None:
    assert [row["card"] for row in run("cards", "--json", *query).rows] == cards
    lines = run("cards", "--deck", "cities", *query).out.splitlines()
    assert [line.partition("\t")[0] for line in lines] == cards


def test_a_mistake_in_a_query_is_pointed_at(run: RunCommand) -> None:
    result = run("cards", "法國", "is:dew")
    assert (result.status, result.out) == (1, "")
    assert result.err.splitlines() == [
        "法國 is:dew",
        "        ^^^",
        "studyapp: “is:” knows no “dew”, only new, learn, review, due, suspended, buried, leech, flagged",
    ]
