"""The command `review` with input from a pipe."""

import sys
from pathlib import Path

import pytest

from studyapp.services.library.deck_arrangement import set_hidden
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id
from tests.cli.command_runner import (
    DECK,
    RunCommand,
    date_reviews_in_the_future,
    journal_ratings,
    run_process,
    run_shell,
)


def test_review_from_pipe_rates_cards(run: RunCommand, data_folder: Path) -> None:
    result = run("review", "cities", "--language", "en", stdin="\n4\n2q")
    assert result.status == 0
    assert journal_ratings(data_folder) == [("paris", 4), ("lima", 2)]
    lines = result.out.splitlines()
    assert lines[1:6] == [
        "[2 new · 0 learning · 0 due]  cities",
        "Capital of France?",
        "—",
        "Paris",
        "It is.",
    ]
    assert lines[6] == "(section 2.1, Evidence: hypothesis)"
    assert lines[7].startswith("1 again 1 min   2 hard 6 min   3 good 10 min   4 easy ")


def test_review_ends_when_no_card_is_left(run: RunCommand) -> None:
    result = run("review", stdin="\n4\n4\n4\n4")
    assert result.out.endswith("\nDone for now: 2 reviews, 2 correct.\n")


def test_hidden_deck_is_reviewed_only_by_its_name(run: RunCommand, data_folder: Path) -> None:
    run("stats")
    with Collection(collection_path(data_folder), new_device_id) as collection:
        set_hidden(collection, ["cities"], is_hidden=True)
    assert "cities" not in run("review", stdin="q").out
    assert run("stats", "--json").rows[0]["cards"] == 0
    assert "[2 new" in run("review", "cities", stdin="q").out
    assert len(run("cards", "--json").rows) == 2


@pytest.mark.parametrize("stdin", ["", "q", "\n", "\nq", "\nx", "  "])
def test_quitting_review_rates_nothing(run: RunCommand, data_folder: Path, stdin: str) -> None:
    assert run("review", stdin=stdin).status == 0
    assert journal_ratings(data_folder) == []


def test_unknown_keys_and_ratings_before_reveal_are_ignored(run: RunCommand, data_folder: Path) -> None:
    run("review", stdin="1234xyz\n\n\n  5xz3q")
    assert journal_ratings(data_folder) == [("paris", 3)]


@pytest.mark.parametrize("stdin", ["\n4uq", "\n4\nuq"])
def test_review_undoes_last_rating(run: RunCommand, data_folder: Path, stdin: str) -> None:
    result = run("review", "--language", "en", stdin=stdin)
    assert "Undone." in result.out
    assert result.out.count("Capital of France?") == 2
    assert run("stats", "--json").rows[0]["reviews"] == 0


def test_undo_with_empty_history_keeps_card(run: RunCommand, data_folder: Path) -> None:
    result = run("review", stdin="u\n3q")
    assert "Nothing to undo." in result.out
    assert journal_ratings(data_folder) == [("paris", 3)]


TYPED_DECK = "deck: t\ntitle: T\nnotes:\n  - {id: a, type: typed, front: 59 times 61, answer: '3599'}\n  - {id: b, front: f, back: b}\n"


@pytest.mark.parametrize(
    ("typed", "shown"), [("3599", "3599 ✓"), ("36 9", "36 9- ✗"), ("1q2u", "1q2u ✗"), ("", None)]
)
def test_typed_answer_is_marked(
    run: RunCommand, deck_folder: Path, data_folder: Path, typed: str, shown: str | None
) -> None:
    (deck_folder / "cities.yaml").write_text(TYPED_DECK)
    result = run("review", stdin=f"{typed}\n3q")
    assert journal_ratings(data_folder) == [("a", 3)]
    lines = result.out.splitlines()
    assert (shown in lines) if shown else ("✓" not in result.out and "✗" not in result.out)


CODE_DECK = """\
deck: cities
title: T
notes:
  - id: a
    front: |
      ```
          indented
      rest
      ```
    back: |
      ```python
      for i in range(2):
          print(i)

      print("done")
      ```

      1. a list
         - inside
"""


def test_code_and_lists_keep_their_indentation(run: RunCommand, deck_folder: Path) -> None:
    (deck_folder / "cities.yaml").write_text(CODE_DECK)
    answer = 'for i in range(2):\n    print(i)\n\nprint("done")\n1. a list\n   • inside'
    (row,) = run("cards", "--json").rows
    assert (row["question"], row["answer"]) == ("    indented\nrest", answer)
    assert repr(answer) in run("cards").out
    reviewed = run("review", stdin="\nq").out
    assert "\n    indented\nrest\n" in reviewed
    assert f"\n{answer}\n" in reviewed


def test_quit_and_undo_work_on_typed_card(run: RunCommand, deck_folder: Path, data_folder: Path) -> None:
    (deck_folder / "cities.yaml").write_text(TYPED_DECK)
    assert "Nothing to undo." in run("review", stdin="u\nq\n").out
    assert journal_ratings(data_folder) == []


def test_end_of_input_during_typed_answer_rates_nothing(
    run: RunCommand, deck_folder: Path, data_folder: Path
) -> None:
    (deck_folder / "cities.yaml").write_text(TYPED_DECK)
    assert run("review", stdin="35").status == 0
    assert journal_ratings(data_folder) == []


def is_printable(text: str) -> bool:
    return all(letter == "\n" or letter.isprintable() for letter in text)


CONTROL_SEQUENCES = (
    r"\e[2J", r"\x9b2J", r"\x07", r"\x7f", r"\r", r"\x1b]0;title\x07", r"\u202eback", r"&#27;[2J", r"&#x9b;2J",
)  # fmt: skip


@pytest.mark.parametrize("field", ["front", "back", "why", "section", "title", "tags"])
def test_control_characters_in_deck_are_not_printed(run: RunCommand, deck_folder: Path, field: str) -> None:
    for number, escape in enumerate(CONTROL_SEQUENCES):
        fields = {"front": "f", "back": "b", "why": "w", "section": "s", "tags": "t"}
        title = f"x{escape}" if field == "title" else "t"
        if field in fields:
            fields[field] = f"x{escape}"
        note = ", ".join(f'{name}: "{text}"' for name, text in fields.items())
        (deck_folder / f"h{number}.yaml").write_text(
            f'deck: h{number}\ntitle: "{title}"\nnotes:\n  - {{id: a, {note}}}\n'
        )
    result = run("review", stdin="\n4" * 20)
    assert "—" in result.out
    assert is_printable(result.out)
    for command in ("check", "cards"):
        listing = run(command)
        assert is_printable((listing.out + listing.err).replace("\t", ""))


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file size there")
def test_full_disk_during_review_keeps_earlier_ratings(data_folder: Path) -> None:
    assert run_process("stats", STUDYAPP_DATA=str(data_folder)).status == 0
    result = run_shell("ulimit -f 64; printf '\\n3%.0s' {1..40} | studyapp review origins", data_folder)
    assert result.status == 3
    assert result.err.startswith("studyapp: ")
    assert result.err.count("\n") == 1
    card_count = result.out.count(" new · ")
    assert 1 < card_count < 40
    assert len(journal_ratings(data_folder)) == card_count - 1
    assert run_process("doctor", STUDYAPP_DATA=str(data_folder)).status == 0


def test_review_warns_of_a_wrong_clock(run: RunCommand, data_folder: Path) -> None:
    assert run("review", stdin="\n4q").err == ""
    date_reviews_in_the_future(data_folder)
    result = run("review", stdin="q")
    assert result.err.startswith("studyapp: The clock may be wrong: it says ")
    assert "studyapp doctor" in result.err


def test_undo_takes_back_an_edit_of_a_deck_file(run: RunCommand, deck_folder: Path) -> None:
    run("review", stdin="\n4q")
    run("add", "cities", "--front", "Capital of Chad?", "--back", "N'Djamena")
    added = (deck_folder / "cities.yaml").read_text(encoding="utf-8")
    assert "Chad" in added
    result = run("review", stdin="uuq")
    assert "Undone: the last change of a deck file." in result.out
    assert result.out.count("Undone.") == 1
    assert (deck_folder / "cities.yaml").read_text(encoding="utf-8") == DECK
    assert "[2 new" in result.out.rpartition("Undone.")[2]


def test_edit_that_was_changed_since_is_not_undone(run: RunCommand, deck_folder: Path) -> None:
    run("add", "cities", "--front", "Capital of Chad?", "--back", "N'Djamena")
    path = deck_folder / "cities.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Chad", "Tchad"), encoding="utf-8")
    result = run("review", stdin="u\nq")
    assert "Not undone: " in result.out
    assert "Tchad" in path.read_text(encoding="utf-8")
    assert (result.status, result.err) == (0, "")
