"""The command line: what each command says, writes and returns."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from anki.collection import Collection as Anki

from studyapp import __version__, paths
from studyapp.cli.main import main
from studyapp.composition_root import collection_path, new_device_id
from studyapp.core.rendering.markdown_rendering import html_to_text, render_markdown
from studyapp.services.library.deck_folders import add_folder
from studyapp.store.collection import Collection
from tests.anki.peer import KEY, running
from tests.timeouts import TIMEOUT_SECONDS

DECK = """\
deck: cities
title: {en: Cities, zh-Hant: 城市}
notes:
  - id: paris
    front: {en: Capital of France?, zh-Hant: 法國的首都？}
    back: {en: Paris, zh-Hant: 巴黎}
    section: "2.1"
    evidence: hypothesis
    tags: [europe, capital]
    why: It is.
  - {id: lima, front: Capital of Peru?, back: Lima}
"""

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {
    "PYTHONPATH": str(Path(__file__).parents[2])
}
"""For processes of their own; whether output is buffered and how it is encoded is not ours to inherit."""


class Done(NamedTuple):
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        """The JSON objects it printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one deck, `cities`."""
    made = tmp_path / "decks"
    made.mkdir()
    (made / "cities.yaml").write_text(DECK, encoding="utf-8")
    return made


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The learner's data, named by the environment; no decks come with the program."""
    made = tmp_path / "data"
    monkeypatch.setenv("STUDYAPP_DATA", str(made))
    monkeypatch.setattr(paths, "bundled_decks_folder", lambda: tmp_path / "none")
    return made


@pytest.fixture
def run(data: Path, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command over the deck, in this process; `keys` is what standard input holds."""

    def call(*arguments: object, decks: Path | None = folder, keys: str = "") -> Done:
        monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        places = ["--decks", str(decks)] if decks else []
        capsys.readouterr()
        try:
            status = main([*places, *map(str, arguments)])
        except SystemExit as end:
            status = int(end.code or 0)
        return Done(status, *capsys.readouterr())

    return call


def start(*arguments: object, keys: bytes = b"", **environment: str) -> Done:
    """The same as a process of its own, over the bundled decks."""
    done = subprocess.run(
        [sys.executable, "-m", "studyapp", *map(str, arguments)],
        input=keys,
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
        env=ENVIRONMENT | environment,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def shell(line: str, data: Path, *arguments: object) -> Done:
    """A line of a shell; `studyapp` stands for the program."""
    program = f"{sys.executable} -m studyapp"
    done = subprocess.run(
        ["bash", "-c", line.replace("studyapp", program, 1), "bash", *map(str, arguments)],
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
        env=ENVIRONMENT | {"STUDYAPP_DATA": str(data)},
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def journal(data: Path) -> list[tuple[str, int | None]]:
    """The note and the rating of each entry."""
    with sqlite3.connect(data / "collection.db") as connection:
        return connection.execute("SELECT note, rating FROM entry ORDER BY seq").fetchall()


def assert_one_line(done: Done) -> None:
    """It failed as the machine fails: a sentence and no traceback."""
    assert done.status == 3
    assert done.out == ""
    assert done.err.startswith("studyapp: ")
    assert done.err.count("\n") == 1


# Parts of the command line


@pytest.mark.parametrize(
    "arguments", [["zzz"], ["cards", "--language", "fr"], ["export"], ["stats", "--zzz"]]
)
def test_wrong_usage_is_status_2(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert "usage: studyapp" in done.err


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, f"StudyApp {__version__}\n", "")
    done = run("--help")
    assert done.status == 0
    for command in ("gui", "check", "cards", "review", "export", "stats", "doctor"):
        assert f"\n    {command} " in done.out


@pytest.mark.parametrize("place", range(3))
def test_folder_of_decks_may_stand_before_and_after_the_command(run: Run, folder: Path, place: int) -> None:
    arguments = ["stats", "--json"]
    arguments[place:place] = ["--decks", str(folder)]
    (row,) = run(*arguments, decks=None).rows
    assert row["notes"] == 2


def test_several_folders_of_decks_add_up(run: Run, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.yaml").write_text("deck: x\ntitle: X\nnotes:\n  - {id: a, front: f, back: b}\n")
    (row,) = run("--decks", other, "stats", "--json").rows
    assert row["notes"] == 3


def test_folders_before_and_after_the_command_add_up(run: Run, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.yaml").write_text("deck: x\ntitle: X\nnotes:\n  - {id: a, front: f, back: b}\n")
    (row,) = run("--decks", other, "stats", "--decks", folder, "--json", decks=None).rows
    assert row["notes"] == 3


def test_decks_of_the_data_folder_are_there_without_a_word(run: Run, data: Path) -> None:
    (data / "decks").mkdir(parents=True)
    (data / "decks" / "own.yaml").write_text(DECK.replace("deck: cities", "deck: own"))
    (row,) = run("stats", "--json", decks=None).rows
    assert row["notes"] == 2


@pytest.mark.parametrize("name", ["missing", "cities.yaml"])
def test_folder_of_decks_that_is_none_is_told(run: Run, folder: Path, name: str) -> None:
    done = run("stats", decks=folder / name)
    assert done == (1, "", f"studyapp: {folder / name} is not a folder\n")


def test_data_folder_on_the_command_line_goes_before_the_environment(
    run: Run, data: Path, tmp_path: Path
) -> None:
    run("--data", tmp_path / "first", "stats")
    run("stats", "--data", tmp_path / "second")
    assert not data.exists()
    assert (tmp_path / "first" / "collection.db").exists()
    assert (tmp_path / "second" / "collection.db").exists()
    run("stats")
    assert (data / "collection.db").exists()


@pytest.mark.parametrize("command", [["cards", "--deck"], ["export", "x.apkg", "--deck"], ["review"]])
def test_unknown_deck_is_named_beside_those_that_there_are(run: Run, command: list[str]) -> None:
    assert run(*command, "nowhere") == (1, "", "studyapp: no such deck: nowhere; available decks: cities\n")


def test_problems_of_decks_go_to_standard_error_and_stop_nothing(run: Run, folder: Path) -> None:
    (folder / "bad.yaml").write_text("deck: bad\nnotes: [")
    done = run("stats", "--json")
    assert done.status == 0
    assert done.rows[0]["notes"] == 2
    assert done.err.startswith(f"studyapp: {folder}/bad.yaml:2:")


# stats, cards


def test_stats_count_what_there_is(run: Run) -> None:
    (row,) = run("stats", "--json").rows
    assert row == {
        "notes": 2, "cards": 2, "new": 2, "learning": 0, "due": 0, "suspended": 0, "reviews": 0,
    }  # fmt: skip
    run("review", keys="\n4\n1q")
    (row,) = run("stats", "--json").rows
    assert row == {
        "notes": 2, "cards": 2, "new": 0, "learning": 1, "due": 0, "suspended": 0, "reviews": 2,
    }  # fmt: skip


def test_stats_in_words_tell_the_same(run: Run) -> None:
    (row,) = run("stats", "--json").rows
    words = run("stats").out.split()
    assert dict(zip(words[::2], map(int, words[1::2]), strict=True)) == row


def test_each_card_is_one_object(run: Run) -> None:
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
def test_cards_are_listed_in_the_language_chosen(run: Run, language: str, answer: str) -> None:
    assert run("cards", "--json", "--language", language).rows[0]["answer"] == answer


def test_cards_in_words_are_one_a_line(run: Run) -> None:
    lines = run("cards", "--deck", "cities", "--language", "en").out.splitlines()
    assert lines == [
        "cities/paris#1\t'Capital of France?'\t'Paris'",
        "cities/lima#1\t'Capital of Peru?'\t'Lima'",
    ]


# check


def test_check_of_sound_files(run: Run, folder: Path) -> None:
    assert run("check", folder / "cities.yaml") == (0, "1 files, 2 notes, 0 problems\n", "")
    assert run("check") == (0, "1 files, 2 notes, 0 problems\n", "")


def test_check_lists_problems_with_their_place(run: Run, folder: Path) -> None:
    (folder / "cities.yaml").write_text(DECK + "  - {id: x, front: f}\n")
    done = run("check", folder)
    assert done.status == 1
    first, last = done.out.splitlines()
    assert first.startswith(f"{folder}/cities.yaml:12:5: ")
    assert last == "1 files, 2 notes, 1 problems"
    (row,) = run("check", folder, "--json").rows
    assert row["line"] == 12
    assert row["path"] == f"{folder}/cities.yaml"


def test_check_makes_no_collection(run: Run, data: Path) -> None:
    run("check")
    assert not data.exists()


def test_check_of_nothing_is_a_problem(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("check", tmp_path / "empty") == (1, "", "studyapp: no deck files (.yaml, .yml) found\n")
    done = run("check", tmp_path / "missing.yaml")
    assert done.status == 1
    assert "missing.yaml:1:1: Can't read the file: " in done.out


def test_check_fix_writes_ids_and_nothing_else(run: Run, folder: Path) -> None:
    path = folder / "new.yaml"
    path.write_text("title: New # a comment\nnotes:\n  - front: Which?\n    back: This.\n")
    assert run("check", path).status == 1
    done = run("check", "--fix", path)
    assert done.status == 0
    assert done.err.startswith(f"{path}: ")
    words = path.read_text()
    assert "deck: new" in words
    assert "id: " in words
    assert "# a comment" in words
    assert run("check", path).status == 0
    assert run("check", "--fix", path).err == ""
    assert path.read_text() == words


# export


def test_export_writes_a_package(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "x.apkg"
    done = run("export", target, "--deck", "cities")
    assert done == (0, f"{target}: 2 notes, 2 cards. In Anki, choose File > Import.\n", "")
    assert zipfile.is_zipfile(target)


def test_export_with_progress_says_what_to_tick(run: Run, tmp_path: Path) -> None:
    run("review", keys="\n3\n4q")
    done = run("export", tmp_path / "x.apkg", "--with-progress")
    assert done.status == 0
    assert "2 notes, 2 cards, 2 reviews" in done.out
    assert "Import any learning progress" in done.out
    assert "replaces your ENTIRE Anki collection" in run("export", tmp_path / "x.colpkg").out


def test_export_is_previewed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "find_anki_collections", list)
    target = tmp_path / "x.apkg"
    assert "2  New: cities/paris, cities/lima" in run("export", target, "--preview", "--deck", "cities").out
    assert not target.exists()
    run("export", target, "--deck", "cities")
    assert "2  Unchanged" in run("export", target, "--preview", "--deck", "cities").out
    (tmp_path / "collection.anki2").write_text("nothing")
    done = run("export", target, "--preview", "--anki", tmp_path / "collection.anki2")
    assert (done.status, done.out) == (1, "")
    assert "can't read the Anki collection" in done.err


def test_import_says_what_came_of_it(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "x.apkg"
    run("export", target, "--deck", "cities")
    assert run("import", target).out == f"{target}: 0 notes added, 2 already present, 0 reviews added\n"
    target.write_text("nothing")
    done = run("import", target)
    assert (done.status, done.out) == (1, "")
    assert "can't import" in done.err


def test_import_and_check_know_the_folders_that_were_added(run: Run, data: Path, tmp_path: Path) -> None:
    table, own, added = tmp_path / "pairs.csv", data / "decks", tmp_path / "added"
    table.write_text("one,1\n")
    run("import", table)
    added.mkdir()
    (own / "pairs.yaml").rename(added / "pairs.yaml")
    with Collection(collection_path(data), new_device_id) as collection:
        add_folder(collection, added)
    table.write_text("one,1\ntwo,2\n")
    assert "1 notes added, 1 already present" in run("import", table).out
    assert list(own.iterdir()) == []
    assert "two" in (added / "pairs.yaml").read_text()
    done = run("check")
    assert (done.status, done.out) == (0, "2 files, 4 notes, 0 problems\n")
    assert run("check", decks=added).out == "1 files, 2 notes, 0 problems\n"


def test_import_leaves_the_bundled_decks_as_they_are(run: Run, data: Path, tmp_path: Path) -> None:
    table, own, bundled = tmp_path / "pairs.csv", data / "decks", paths.bundled_decks_folder()
    table.write_text("one,1\n")
    run("import", table)
    bundled.mkdir()
    (own / "pairs.yaml").rename(bundled / "pairs.yaml")
    before = (bundled / "pairs.yaml").read_bytes()
    table.write_text("one,1\ntwo,2\n")
    assert "1 notes added, 1 already present" in run("import", table).out
    assert (bundled / "pairs.yaml").read_bytes() == before
    assert "two" in (own / "pairs-2.yaml").read_text()


@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_export_as_a_table(run: Run, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"x.{ending}"
    assert run("export", target, "--language", "en").out == f"{target}: 2 notes, 2 cards.\n"
    with target.open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter={"csv": ",", "tsv": "\t"}[ending]))
    listed = run("cards", "--json", "--language", "en").rows
    assert [(row["note"], row["question"], row["answer"]) for row in rows] == [
        (row["note"], row["question"], row["answer"]) for row in listed
    ]


def test_export_as_a_page(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "p.yaml").write_text("deck: p\ntitle: P\nnotes:\n  - {id: a, front: '1. *x*', back: '# b'}\n")
    run("export", tmp_path / "x.md", "--deck", "p")
    html = render_markdown((tmp_path / "x.md").read_text())
    assert "<ol" not in html
    assert [line for line in html_to_text(html).splitlines() if line] == ["P", "x", "b"]


def test_export_refuses_an_ending_that_it_does_not_know(run: Run, tmp_path: Path) -> None:
    done = run("export", tmp_path / "x.pdf")
    assert (done.status, list(tmp_path.glob("x.*"))) == (1, [])
    assert ".colpkg" in done.err


def test_export_names_missing_pictures(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "p.yaml").write_text("deck: p\ntitle: P\nnotes:\n  - {id: a, front: '![x](no.png)', back: b}\n")
    done = run("export", tmp_path / "x.apkg")
    assert done.status == 0
    assert (
        done.err
        == "studyapp: p/a: no.png was not exported (missing, too large or outside the deck's folder)\n"
    )


@pytest.mark.parametrize("place", ["missing/x.apkg", "file/x.apkg", "decks.apkg"])
def test_export_to_a_place_that_can_not_be_written(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "decks.apkg").mkdir()
    done = run("export", tmp_path / place)
    assert_one_line(done)
    assert str(tmp_path) in done.err
    assert {path.name for path in tmp_path.iterdir()} == {"data", "decks", "decks.apkg", "file"}


# doctor


def test_doctor_finds_nothing_in_a_sound_collection(run: Run) -> None:
    run("review", keys="\n3\n4q")
    assert run("doctor") == (
        0,
        "Checked 2 journal entries for 2 cards.\nThe schedule matches the journal.\n",
        "",
    )


def test_doctor_finds_a_tampered_schedule_and_mends_it(run: Run, data: Path) -> None:
    run("review", keys="\n4\n3q")
    with sqlite3.connect(data / "collection.db") as connection:
        sound = connection.execute("SELECT * FROM schedule ORDER BY note").fetchall()
        connection.execute("UPDATE schedule SET due_day = due_day + 5 WHERE note = 'paris'")
    done = run("doctor")
    assert done.status == 1
    assert "cities/paris#1: the schedule is inconsistent with the journal" in done.out
    assert "studyapp doctor --rebuild" in done.out
    assert run("doctor").status == 1
    done = run("doctor", "--rebuild")
    assert done.status == 0
    assert "cities/paris#1: the schedule was inconsistent" in done.out
    assert run("doctor").status == 0
    with sqlite3.connect(data / "collection.db") as connection:
        assert connection.execute("SELECT * FROM schedule ORDER BY note").fetchall() == sound


# What the machine does to us


@pytest.mark.parametrize("command", [["stats"], ["cards"], ["review"], ["doctor"], ["export", "x.apkg"]])
@pytest.mark.parametrize("place", ["file", "file/below"])
def test_data_folder_that_is_none_is_told_in_one_line(
    run: Run, tmp_path: Path, command: list[str], place: str
) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = run("--data", tmp_path / place, *command)
    assert_one_line(done)
    assert str(tmp_path / place) in done.err


@pytest.mark.parametrize(
    "content", [b"words, not a database " * 300, b"SQLite format 3\0" + b"\xff" * 9000], ids=["words", "torn"]
)
def test_collection_that_is_none_is_told_and_left_alone(run: Run, data: Path, content: bytes) -> None:
    data.mkdir()
    (data / "collection.db").write_bytes(content)
    assert_one_line(run("stats"))
    assert (data / "collection.db").read_bytes() == content


def test_collection_of_another_program_is_told_and_left_alone(run: Run, data: Path) -> None:
    data.mkdir()
    with sqlite3.connect(data / "collection.db") as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = (data / "collection.db").read_bytes()
    done = run("stats")
    assert_one_line(done)
    assert "is not a StudyApp file" in done.err
    assert (data / "collection.db").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_data_folder_without_permission_is_told_in_one_line(tmp_path: Path, folder: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    if os.geteuid() == 0:  # root may write anywhere but where the kernel says no
        closed = Path("/proc/self")
    assert_one_line(start("--data", closed, "stats"))


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file size there")
def test_full_disk_is_told_in_one_line(data: Path) -> None:
    done = shell("ulimit -f 8; studyapp stats", data)
    assert_one_line(done)
    assert start("stats", STUDYAPP_DATA=str(data)).status == 0


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no such device")
@pytest.mark.parametrize("command", ["stats", "cards", "check"])
def test_full_disk_under_the_output_is_told(data: Path, command: str) -> None:
    assert_one_line(shell(f"studyapp {command} > /dev/full", data))


@pytest.mark.parametrize("command", ["cards | head -1", "cards | true", "stats | true", "check | true"])
def test_reader_of_the_output_may_go_away(data: Path, command: str) -> None:
    done = shell(f"studyapp {command}; exit ${{PIPESTATUS[0]}}", data)
    assert done.status == 0
    assert done.err == ""
    assert done.out.count("\n") == ("head" in command)


@pytest.mark.parametrize("line", ["studyapp stats >&-", "studyapp stats 2>&-", "studyapp review <&-"])
def test_closed_streams_do_no_harm(data: Path, line: str) -> None:
    done = shell(line, data)
    assert done.status == 0
    assert done.err == ""


def test_letters_that_the_terminal_lacks_are_shown_by_their_number(data: Path) -> None:
    done = start("cards", "--language", "zh-Hant", STUDYAPP_DATA=str(data), PYTHONIOENCODING="ascii")
    assert done.status == 0
    assert done.err == ""
    assert "\\u" in done.out


def test_json_is_whole_where_the_terminal_lacks_the_letters(data: Path) -> None:
    done = start(
        "cards", "--json", "--language", "zh-Hant", STUDYAPP_DATA=str(data), PYTHONIOENCODING="ascii"
    )
    assert done.status == 0
    assert "Traceback" not in done.err
    assert "\\u" in done.out
    assert done.rows


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_interrupt_ends_without_a_traceback(data: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "studyapp", "review"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=ENVIRONMENT | {"STUDYAPP_DATA": str(data)},
        # A shell's background job ignores the signal, and so would its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=TIMEOUT_SECONDS)
    assert process.returncode == 130
    assert err == b""


@pytest.mark.parametrize("name", ["tab\there\x1b[2J.yaml", "line\nbreak.yaml"])
@pytest.mark.skipif(sys.platform == "win32", reason="no such file names there")
def test_file_name_sends_no_control_characters_to_the_terminal(run: Run, folder: Path, name: str) -> None:
    (folder / name).write_text("deck: [")
    for command in ("check", "stats"):
        done = run(command)
        assert "\x1b" not in done.out + done.err
        assert "\t" not in done.err
        problems = [line for line in (done.out + done.err).splitlines() if ".yaml:" in line]
        assert len(problems) == 1


def test_commands_without_a_window_load_no_qt(data: Path, tmp_path: Path) -> None:
    script = f"""
import io, sys
from studyapp.cli.main import main
from studyapp.core.rendering.markdown_rendering import html_to_text, render_markdown
sys.stdin = io.StringIO("\\n3q")
for command in (["check"], ["cards"], ["stats"], ["review"], ["export", {str(tmp_path / "x.apkg")!r}], ["doctor"]):
    assert main(command) == 0, command
    loaded = [name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")]
    assert not loaded, (command, loaded)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env=ENVIRONMENT | {"STUDYAPP_DATA": str(data)},
    )
    assert done.stderr.decode() == ""
    assert done.returncode == 0


def test_module_runs_as_a_program() -> None:
    assert start("--version") == (0, f"StudyApp {__version__}\n", "")


# review


def test_review_by_a_pipe_rates_as_the_keys_say(run: Run, data: Path) -> None:
    done = run("review", "cities", "--language", "en", keys="\n4\n2q")
    assert done.status == 0
    assert journal(data) == [("paris", 4), ("lima", 2)]
    lines = done.out.splitlines()
    assert lines[1:6] == [
        "[2 new · 0 learning · 0 due]  cities",
        "Capital of France?",
        "—",
        "Paris",
        "It is.",
    ]
    assert lines[6] == "(section 2.1, Hypothesis)"
    assert lines[7].startswith("1 again 1 min   2 hard 6 min   3 good 10 min   4 easy ")


def test_review_ends_when_nothing_is_left(run: Run) -> None:
    done = run("review", keys="\n4\n4\n4\n4")
    assert done.out.endswith("\nDone for now: 2 reviews, 2 correct.\n")


@pytest.mark.parametrize("keys", ["", "q", "\n", "\nq", "\nx", "  "])
def test_review_that_is_left_rates_nothing(run: Run, data: Path, keys: str) -> None:
    assert run("review", keys=keys).status == 0
    assert journal(data) == []


def test_keys_before_the_reveal_and_unknown_ones_are_passed_over(run: Run, data: Path) -> None:
    run("review", keys="1234xyz\n\n\n  5xz3q")
    assert journal(data) == [("paris", 3)]


@pytest.mark.parametrize("keys", ["\n4uq", "\n4\nuq"])
def test_review_takes_back_the_last_rating(run: Run, data: Path, keys: str) -> None:
    done = run("review", "--language", "en", keys=keys)
    assert "Undone." in done.out
    assert done.out.count("Capital of France?") == 2
    assert run("stats", "--json").rows[0]["reviews"] == 0


def test_undo_of_nothing_is_told_and_the_card_stays(run: Run, data: Path) -> None:
    done = run("review", keys="u\n3q")
    assert "Nothing to undo." in done.out
    assert journal(data) == [("paris", 3)]


TYPED = "deck: t\ntitle: T\nnotes:\n  - {id: a, type: typed, front: 59 times 61, answer: '3599'}\n  - {id: b, front: f, back: b}\n"


@pytest.mark.parametrize(
    ("typed", "shown"), [("3599", "3599 ✓"), ("36 9", "36 9 ✗"), ("1q2u", "1q2u ✗"), ("", None)]
)
def test_typed_answer_is_compared(run: Run, folder: Path, data: Path, typed: str, shown: str | None) -> None:
    (folder / "cities.yaml").write_text(TYPED)
    done = run("review", keys=f"{typed}\n3q")
    assert journal(data) == [("a", 3)]
    lines = done.out.splitlines()
    assert (shown in lines) if shown else ("✓" not in done.out and "✗" not in done.out)


def test_typed_card_can_be_left_and_undone_by_a_line_of_its_own(run: Run, folder: Path, data: Path) -> None:
    (folder / "cities.yaml").write_text(TYPED)
    assert "Nothing to undo." in run("review", keys="u\nq\n").out
    assert journal(data) == []


def test_end_in_the_middle_of_a_typed_answer_rates_nothing(run: Run, folder: Path, data: Path) -> None:
    (folder / "cities.yaml").write_text(TYPED)
    assert run("review", keys="35").status == 0
    assert journal(data) == []


def visible_only(words: str) -> bool:
    return all(letter == "\n" or letter.isprintable() for letter in words)


STEERING = (
    r"\e[2J", r"\x9b2J", r"\x07", r"\x7f", r"\r", r"\x1b]0;title\x07", r"\u202eback", r"&#27;[2J", r"&#x9b;2J",
)  # fmt: skip


@pytest.mark.parametrize("field", ["front", "back", "why", "section", "title", "tags"])
def test_deck_sends_no_control_characters_to_the_terminal(run: Run, folder: Path, field: str) -> None:
    for number, escape in enumerate(STEERING):
        fields = {"front": "f", "back": "b", "why": "w", "section": "s", "tags": "t"}
        title = f"x{escape}" if field == "title" else "t"
        if field in fields:
            fields[field] = f"x{escape}"
        note = ", ".join(f'{name}: "{words}"' for name, words in fields.items())
        (folder / f"h{number}.yaml").write_text(
            f'deck: h{number}\ntitle: "{title}"\nnotes:\n  - {{id: a, {note}}}\n'
        )
    done = run("review", keys="\n4" * 20)
    assert "—" in done.out
    assert visible_only(done.out)
    for command in ("check", "cards"):
        again = run(command)
        assert visible_only((again.out + again.err).replace("\t", ""))


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file size there")
def test_disk_that_fills_up_loses_no_rating_that_was_followed_by_a_card(data: Path) -> None:
    assert start("stats", STUDYAPP_DATA=str(data)).status == 0
    done = shell("ulimit -f 64; printf '\\n3%.0s' {1..40} | studyapp review origins", data)
    assert done.status == 3
    assert done.err.startswith("studyapp: ")
    assert done.err.count("\n") == 1
    asked = done.out.count(" new · ")
    assert 1 < asked < 40
    assert len(journal(data)) == asked - 1
    assert start("doctor", STUDYAPP_DATA=str(data)).status == 0


def test_exchange_says_what_went_to_and_fro(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("review", keys="\n3\n4q")
    anki = Anki(str(tmp_path / "collection.anki2"))
    with running(anki) as peer:
        peer.key = KEY
        address = f"127.0.0.1:{peer.port}"
        done = run("exchange", "--address", address, "--deck", "cities")
        assert (done.status, done.out) == (3, "")
        assert "requires its API key" in done.err
        monkeypatch.setenv("STUDYAPP_ANKI_KEY", KEY)
        done = run("exchange", "--address", address, "--deck", "cities")
        assert done.err == ""
        assert "Notes in Anki: 2 added, 0 updated" in done.out
        assert anki.note_count() == 2
    anki.close()
    done = run("exchange", "--address", "http://10.1.1.1")
    assert (done.status, done.out) == (3, "")
    assert "another computer" in done.err
