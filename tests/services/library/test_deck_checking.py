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


def test_finding_about_several_decks_is_at_the_top_of_a_file(tmp_path: Path) -> None:
    notes = "".join(
        f"  - {{id: n{number}, text: 'A{number} {{{{c1::B{number}}}}}'}}\n" for number in range(20)
    )
    path = tmp_path / "d.yaml"
    path.write_text(f"# Comment\ndeck: d\ntitle: T\nnotes:\n{notes}", "utf-8")
    (problem,) = (
        problem
        for problem in check_deck_files([path], style=True).problems
        if problem.kind is StyleProblemKind.MANY_CLOZES
    )
    assert str(problem).startswith(f"{path}:1:1: 20 of 20 notes are cloze notes (100%). ")


def test_terms_of_a_file_apply_to_the_other_files(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(DECK.replace("title: T", "title: T\nterms: [{use: tuning, avoid: [training]}]"), "utf-8")
    two.write_text("deck: e\ntitle: T\nnotes: [{id: b, front: Which training?, back: that}]\n", "utf-8")
    reports = [str(problem) for problem in check_deck_files([one, two], style=True).problems]
    assert [report for report in reports if "instead of" in report] == [
        f"{two}:3:9: `front` contains “training” instead of “tuning” (note b). "
        "Use “tuning”, as in the `terms` of the deck file, or quote the other word."
    ]
    alone = check_deck_files([two], style=True).problems
    assert StyleProblemKind.AVOIDED_TERM not in {problem.kind for problem in alone}


def test_bundled_decks_have_no_style_findings() -> None:
    files = find_deck_files([bundled_decks_folder()])
    assert [str(problem) for problem in check_deck_files(files, style=True).problems] == []


def test_missing_media_are_reported_with_their_note(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(
        "deck: d\ntitle: D\nnote_types:\n  k: {name: K, fields: [F], cards: [{name: C, front: '{{F}}', back: x}]}\nnotes:\n"
        "- {id: a, front: '[sound:a b.mp3] and ![x](there.mp3)', back: '![x](pictures/y.png)'}\n"
        "- {id: b, type: k, fields: {F: '[sound:z.mp3]'}}\n"
        "- {id: c, front: '![x](../outside.png) [sound:https://h/a.mp3]', back: c}\n"
    )
    (tmp_path / "there.mp3").write_bytes(b"sound")
    problems = check_deck_files([path]).problems
    assert [(problem.line, problem.note_id, dict(problem.values)["file"]) for problem in problems] == [
        (6, "a", "pictures/y.png"),
        (6, "a", "a b.mp3"),
        (7, "b", "d-media/z.mp3"),
    ]
    assert f"{path}:6:3: The file “pictures/y.png” is missing (note a)." in str(problems[0])
