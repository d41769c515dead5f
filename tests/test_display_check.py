"""Whether a window can be opened, told before Qt ends the process."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp import display_check
from tests.timeouts import TIMEOUT_SECONDS

if not sys.platform.startswith("linux"):
    pytest.skip("only Linux can be without a display", allow_module_level=True)

NAMES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XAUTHORITY")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No display is named."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def session(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A Wayland session in which somebody listens at `wayland-7`."""
    folder = tmp_path_factory.mktemp("w")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "wayland-7"))
        server.listen()
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        yield folder


def test_no_display_is_told_with_the_way_to_study_all_the_same() -> None:
    assert display_check.find_display_problem() == (
        "No display found. To study in the terminal, run “studyapp review”."
    )


@pytest.mark.parametrize("platform", ["offscreen", "minimal:x", "vnc", "wayland;offscreen"])
def test_platform_that_needs_no_display_is_not_looked_at(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert display_check.find_display_problem() == ""


@pytest.mark.parametrize("platform", ["", "xcb", "wayland;xcb"])
def test_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", ":7931")
    trouble = display_check.find_display_problem()
    if "system library" in trouble:
        pytest.skip("Qt itself can't be loaded here")
    assert trouble == "Can't connect to the display :7931. To study in the terminal, run “studyapp review”."


@pytest.mark.parametrize("platform", ["", "wayland", "wayland;xcb"])
def test_wayland_that_answers_is_enough(
    monkeypatch: pytest.MonkeyPatch, session: Path, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert display_check.find_display_problem() == ""
    monkeypatch.setenv("WAYLAND_DISPLAY", str(session / "wayland-7"))
    assert display_check.find_display_problem() == ""


@pytest.mark.parametrize("name", ["wayland-8", "/nowhere/wayland-7", "x" * 300])
def test_wayland_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, session: Path, name: str
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", name)
    assert display_check.find_display_problem().startswith(f"Can't connect to the display {name}. ")


def test_wayland_does_not_help_where_x11_is_wanted(monkeypatch: pytest.MonkeyPatch, session: Path) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert display_check.find_display_problem().startswith("No display found.")


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "No display found."),
        ({"DISPLAY": ":7931"}, ""),
        ({"WAYLAND_DISPLAY": "wayland-7931"}, "Can't connect to the display wayland-7931"),
        ({"QT_QPA_PLATFORM": "wayland"}, "No display found."),
    ],
)
def test_start_without_a_display_ends_with_one_sentence(
    tmp_path: Path, environment: dict[str, str], words: str
) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in NAMES}
    done = subprocess.run(
        [sys.executable, "-m", "studyapp", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        cwd=tmp_path,
        env=kept | {"PYTHONPATH": str(Path(__file__).parents[1])} | environment,
    )
    assert done.returncode == 3
    assert done.stderr.startswith(f"studyapp: {words}")
    assert done.stderr.count("\n") == 1
    assert "studyapp review" in done.stderr or "system library" in done.stderr
    assert list(tmp_path.iterdir()) == []
