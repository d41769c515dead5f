"""The papers tell the truth: their commands run, their examples are read, their links lead somewhere."""

import re
import shlex
from pathlib import Path

import pytest

from studyapp.cli import main
from studyapp.deckfiles.reading.deck_reading import read_deck
from tools import guide_pictures

ROOT = Path(__file__).parents[1]
PAPERS = [ROOT / name for name in ("README.md", "README.zh-TW.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAPERS += sorted((ROOT / "docs").rglob("*.md"))


def blocks(paper: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```", paper.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


def commands() -> list[str]:
    lines = "\n".join(blocks(ROOT / "README.md", "sh")).splitlines()
    return [line for line in lines if line.startswith(".venv/bin/studyapp ")]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("command", commands())
def test_each_command_of_the_readme_succeeds(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = shlex.split(command)[1:]
    if "decks" not in arguments:
        monkeypatch.chdir(tmp_path)
    else:
        monkeypatch.chdir(ROOT)
    monkeypatch.setenv("STUDYAPP_DATA", str(tmp_path / "data"))
    assert main.main(arguments) == 0
    assert capsys.readouterr().out


def test_the_readme_has_commands_to_run() -> None:
    assert len(commands()) >= 5
    assert {"make run", "make test"} <= set("\n".join(blocks(ROOT / "README.md", "sh")).splitlines())


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_each_make_target_that_a_paper_names_is_there(paper: Path) -> None:
    named = set(re.findall(r"`make ([a-z-]+)\b[^`\n]*`", paper.read_text(encoding="utf-8")))
    assert named <= targets()


def test_the_readmes_deck_is_read_without_an_error(tmp_path: Path) -> None:
    (example,) = blocks(ROOT / "README.md", "yaml")
    path = tmp_path / "capitals.yaml"
    path.write_text(example, encoding="utf-8")
    reading = read_deck(path)
    assert reading.deck is not None
    assert len(reading.deck.notes) == 2
    assert {problem.kind.code for problem in reading.problems} <= {"note-without-id", "deck-without-id"}


def test_documents_have_the_pictures_they_show_and_no_others() -> None:
    guide = guide_pictures.GUIDE / "pictures"
    assert {path.name for path in guide.iterdir()} == guide_pictures.guide_pictures()
    readme = guide_pictures.README_PICTURES
    assert {path.name for path in readme.iterdir()} == guide_pictures.readme_pictures()
    assert guide_pictures.ANIMATION in guide_pictures.readme_pictures()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_links_within_the_project_lead_to_a_file(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    text = re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    broken = [link for link in links if "://" not in link and not (paper.parent / link).exists()]
    assert broken == []
