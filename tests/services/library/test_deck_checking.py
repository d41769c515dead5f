"""Style findings as reported by `studyapp check --style`."""

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


def test_every_style_rule_has_a_message() -> None:
    assert {kind.code for kind in StyleProblemKind} == {str(rule) for rule in StyleRule}


def test_style_finding_names_file_line_and_note(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(DECK, "utf-8")
    assert check_deck_files([path]).problems == ()
    reports = [str(problem) for problem in check_deck_files([path], style=True).problems]
    assert all(line.startswith(f"{path}:4:5: ") and "(note a)" in line for line in reports)
    assert [line for line in reports if "answered with yes or no" in line]
    assert [line for line in reports if "The number 12 has no unit" in line]


def test_bundled_decks_have_no_style_findings() -> None:
    files = find_deck_files([bundled_decks_folder()])
    assert [str(problem) for problem in check_deck_files(files, style=True).problems] == []
