"""The command `optimize`."""

import json
import re
from pathlib import Path

import pytest

from studyapp.services.optimization.optimization_json import decode_optimization, encode_optimization
from studyapp.store.collection import Collection
from tests.cli.command_runner import RunCommand
from tests.services.optimization.simulated_journal import add_reviews


@pytest.fixture
def studied(run: RunCommand, data_folder: Path) -> RunCommand:
    """A collection with the reviews of some months."""
    run("stats", "--counts")
    with Collection(data_folder / "collection.db", lambda: "other") as collection:
        add_reviews(collection, 400)
    return run


def test_too_few_reviews(run: RunCommand) -> None:
    assert run("optimize").out == (
        "Too few reviews to optimize: 400 more reviews needed. The parameters stay as they are.\n"
    )
    assert run("optimize", "--json").rows == [{"adopted": False, "reviews": 0, "missing": 400}]


def test_optimize_and_undo(studied: RunCommand) -> None:
    (tried,) = studied("optimize", "--dry-run", "--json").rows
    assert tried["adopted"] is False and tried["model"] == "FSRS-6" and len(tried["parameters"]) == 21
    losses = tried["held_back"]
    text = studied("optimize").out
    assert text.startswith(f"Optimized for you from {tried['reviews']} reviews: predictions are off by ")
    assert (
        f"(log loss {losses['fitted']['log_loss']:.4f} instead of {losses['in_use']['log_loss']:.4f})" in text
    )
    assert "Too few new reviews to compare: 100 are needed." in studied("optimize").out
    assert studied("doctor").status == 0
    assert studied("optimize", "--undo").out == "The previous parameters are in use again.\n"
    assert studied("optimize", "--undo", "--json").rows == [{"undone": False}]
    assert studied("doctor").status == 0


def test_json_is_decoded_to_what_was_encoded(studied: RunCommand) -> None:
    for arguments in (("--dry-run",), (), ()):
        result = studied("optimize", "--json", *arguments)
        encoded = encode_optimization(decode_optimization(result.out))
        assert json.loads(json.dumps(encoded)) == result.rows[0]


@pytest.mark.parametrize(
    ("text", "message"), [("", "Expecting value"), ("[]", "not the result"), ("{}", "not the result")]
)
def test_other_text_is_rejected(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        decode_optimization(text)


def test_rescheduling(studied: RunCommand) -> None:
    assert studied("optimize", "--reschedule").out == "All cards are due as the parameters in use say.\n"
    assert studied("review", stdin="\n4\n4q").status == 0
    assert studied("optimize").status == 0
    (preview,) = studied("optimize", "--reschedule", "--dry-run", "--json").rows
    moved = preview["earlier"] + preview["later"]  # not all: a day within the bounds of fuzz stays
    assert preview["rescheduled"] is False and 1 <= moved <= 2
    assert re.match(rf"{moved} cards? (is|are) rescheduled: ", studied("optimize", "--reschedule").out)
    assert studied("optimize", "--reschedule").out == "All cards are due as the parameters in use say.\n"
    assert studied("doctor").status == 0


def test_undo_is_no_dry_run(run: RunCommand) -> None:
    result = run("optimize", "--undo", "--dry-run")
    assert (result.status, result.err) == (1, "studyapp: --undo and --dry-run can't be combined\n")
