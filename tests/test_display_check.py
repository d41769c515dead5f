"""The check for a display, before Qt would abort the process."""

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

VARIABLES = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XAUTHORITY")


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unset every variable that names a display."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def wayland_session(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A Wayland session with a server at `wayland-7`."""
    folder = tmp_path_factory.mktemp("w")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "wayland-7"))
        server.listen()
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        yield folder


def test_missing_display_message_names_terminal_review() -> None:
    assert display_check.find_display_problem() == (
        "No display found. To study in the terminal, run “studyapp review”."
    )


@pytest.mark.parametrize("platform", ["offscreen", "minimal:x", "vnc", "wayland;offscreen"])
def test_platform_without_display_is_not_checked(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert display_check.find_display_problem() == ""


@pytest.mark.parametrize("platform", ["", "xcb", "wayland;xcb"])
def test_unreachable_x11_display_is_named(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", ":7931")
    problem = display_check.find_display_problem()
    if "system library" in problem:
        pytest.skip("Qt itself can't be loaded here")
    assert problem == "Can't connect to the display :7931. To study in the terminal, run “studyapp review”."


@pytest.mark.parametrize("platform", ["", "wayland", "wayland;xcb"])
def test_reachable_wayland_display_is_accepted(
    monkeypatch: pytest.MonkeyPatch, wayland_session: Path, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert display_check.find_display_problem() == ""
    monkeypatch.setenv("WAYLAND_DISPLAY", str(wayland_session / "wayland-7"))
    assert display_check.find_display_problem() == ""


@pytest.mark.parametrize("name", ["wayland-8", "/nowhere/wayland-7", "x" * 300])
def test_unreachable_wayland_display_is_named(
    monkeypatch: pytest.MonkeyPatch, wayland_session: Path, name: str
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", name)
    assert display_check.find_display_problem().startswith(f"Can't connect to the display {name}. ")


def test_wayland_display_is_ignored_for_x11_platform(
    monkeypatch: pytest.MonkeyPatch, wayland_session: Path
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert display_check.find_display_problem().startswith("No display found.")


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "No display found."),
        ({"DISPLAY": ":7931"}, ""),
        ({"WAYLAND_DISPLAY": "wayland-7931"}, "Can't connect to the display wayland-7931"),
        ({"QT_QPA_PLATFORM": "wayland"}, "No display found."),
    ],
)
def test_start_without_display_exits_with_one_line(
    tmp_path: Path, environment: dict[str, str], message: str
) -> None:
    inherited = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    result = subprocess.run(
        [sys.executable, "-m", "studyapp", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        cwd=tmp_path,
        env=inherited | {"PYTHONPATH": str(Path(__file__).parents[1])} | environment,
    )
    assert result.returncode == 3
    assert result.stderr.startswith(f"studyapp: {message}")
    assert result.stderr.count("\n") == 1
    assert "studyapp review" in result.stderr or "system library" in result.stderr
    assert list(tmp_path.iterdir()) == []
