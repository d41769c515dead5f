"""Commands, examples, make targets and links in the documentation work."""

import re
import shlex
from pathlib import Path

import pytest

from studyapp.cli import main
from studyapp.deckfiles.reading.deck_reading import read_deck
from tools import guide_pictures

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(ROOT.glob("*.md"))
DOCUMENTS += sorted((ROOT / "docs").rglob("*.md"))


def code_blocks(document: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```", document.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


def commands() -> list[str]:
    lines = "\n".join(code_blocks(ROOT / "README.md", "sh")).splitlines()
    return [line for line in lines if line.startswith(".venv/bin/studyapp ")]


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("command", commands())
def test_readme_command_succeeds(
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


def test_readme_contains_commands() -> None:
    assert len(commands()) >= 5
    assert {"make run", "make test"} <= set("\n".join(code_blocks(ROOT / "README.md", "sh")).splitlines())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_documented_make_targets_exist(document: Path) -> None:
    named = set(re.findall(r"`make ([a-z-]+)\b[^`\n]*`", document.read_text(encoding="utf-8")))
    assert named <= make_targets()


def test_readme_deck_has_no_errors(tmp_path: Path) -> None:
    (example,) = code_blocks(ROOT / "README.md", "yaml")
    path = tmp_path / "capitals.yaml"
    path.write_text(example, encoding="utf-8")
    reading = read_deck(path)
    assert reading.deck is not None
    assert len(reading.deck.notes) == 2
    assert {problem.kind.code for problem in reading.problems} <= {"note-without-id", "deck-without-id"}


def test_documents_have_exactly_the_pictures_they_show() -> None:
    guide = guide_pictures.GUIDE / "pictures"
    assert {path.name for path in guide.iterdir()} == guide_pictures.guide_pictures()
    readme = guide_pictures.README_PICTURES
    assert {path.name for path in readme.iterdir()} == guide_pictures.readme_pictures()
    assert guide_pictures.ANIMATION in guide_pictures.readme_pictures()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_relative_links_point_to_files(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    text = re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    broken = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert broken == []


@pytest.mark.parametrize("name", ["promises.md", "threat-model.md"])
def test_tests_named_as_proof_exist(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|tools)/[\w/]+(?:\.py)?)`", text)
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).exists()] == []
