"""The window opens without loading libraries that it does not need yet."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOADED_LATER = {
    "anki", "fsrs_rs_python", "genanki", "hashlib", "markdown_it", "miniaudio", "nh3", "opencc", "pygments", "rapidfuzz", "secrets",
    "yaml", "ziafont", "ziamath",
}  # fmt: skip


def test_importing_the_desktop_app_loads_no_slow_libraries() -> None:
    program = "import sys, studyapp.desktop; print(*sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True
    )
    assert "studyapp.ui.window.main_window" in finished.stdout.split()
    assert not [name for name in finished.stdout.split() if name.startswith("studyapp.ui.editor")]
    assert LOADED_LATER & set(finished.stdout.split()) == set()
