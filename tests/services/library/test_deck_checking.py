"""Style as `studyapp check --style` tells it."""

from pathlib import Path

from studyapp.core.style.style_finding import StyleRule
from studyapp.deckfiles.problems.style_problem_kinds import StyleProblemKind
from studyapp.paths import bundled_decks_folder
from studyapp.services.library.deck_checking import check_deck_files, find_deck_files

DECK = """deck: d
title: T
notes:
  - id: a
    front: Is it so?
    back: "12"
"""


def test_every_rule_has_its_words() -> None:
    assert {kind.code for kind in StyleProblemKind} == {str(rule) for rule in StyleRule}


def test_a_finding_is_told_with_file_line_and_note(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(DECK, "utf-8")
    assert check_deck_files([path]).problems == ()
    told = [str(problem) for problem in check_deck_files([path], style=True).problems]
    assert all(line.startswith(f"{path}:4:5: ") and "(note a)" in line for line in told)
    assert [line for line in told if "answered with yes or no" in line]
    assert [line for line in told if "The number 12 has no unit" in line]


def test_the_bundled_decks_are_well_written() -> None:
    files = find_deck_files([bundled_decks_folder()])
    assert [str(problem) for problem in check_deck_files(files, style=True).problems] == []
