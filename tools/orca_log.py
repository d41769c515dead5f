"""Presses keys in a window of StudyApp and prints what the screen reader Orca says after each of them.

    xvfb-run -a dbus-run-session -- .venv/bin/python tools/orca_log.py DECKS Tab Return space 3 type:word

DECKS is a folder with deck files. The other arguments are keys as xdotool names them, or texts to type. Needs the Debian
packages orca, at-spi2-core, openbox, xdotool, xvfb and dbus. Orca needs no voice.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

_ORCA = """
import builtins, runpy, sys
open_file, log = builtins.open, sys.argv[1]
builtins.open = lambda file, mode="r", *args, **options: (
    open_file(file, mode, 1) if str(file) == log and "w" in mode else open_file(file, mode, *args, **options))
sys.argv = ["orca", "--debug-file=" + log, "--replace", "--disable=braille"]
runpy.run_path("/usr/bin/orca", run_name="__main__")
"""
"""Starts Orca with a debug log that is written line by line."""

_APP = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from studyapp.desktop import DesktopApp
from studyapp.system_dependencies import system_clock
application = QApplication(["studyapp"])
app = DesktopApp(application, Path(sys.argv[1]), [Path(sys.argv[2])], system_clock())
app.show()
application.exec()
"""


def main(decks: str, keys: list[str]) -> None:
    """Print what Orca says at the start and after each key."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        environment = os.environ | {
            "HOME": name,
            "XDG_RUNTIME_DIR": name,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "SPEECHD_CMD": "/bin/false",  # Orca writes what it says to its log, too
        }

        def start(*command: str, seconds: float) -> None:
            process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            time.sleep(seconds)

        log = folder / "orca.log"
        start("openbox", seconds=1)
        start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately", "--screen-reader=1", seconds=1)
        start("/usr/bin/python3", "-c", _ORCA, str(log), seconds=5)
        start(sys.executable, "-c", _APP, name, decks, seconds=5)
        position = 0
        for key in ["", *keys]:
            if key:
                is_text = key.startswith("type:")
                subprocess.run(["xdotool", *(["type", key[5:]] if is_text else ["key", key])], check=True)
            _wait_until_quiet(log)
            text = log.read_text(errors="replace")
            print(f"[{key or 'start'}]", *_spoken_texts(text[position:]), sep="\n    ", flush=True)
            position = len(text)


def _wait_until_quiet(log: Path) -> None:
    time.sleep(1)
    size = -1
    while size != log.stat().st_size:
        size = log.stat().st_size
        time.sleep(0.6)


def _spoken_texts(text: str) -> Iterator[str]:
    for spoken in re.findall(r"SPEECH OUTPUT: '(.*?)' ?\{", text, re.DOTALL):
        yield " / ".join(line.strip() for line in str(spoken).splitlines())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
