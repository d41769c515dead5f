"""What Qt knows about the display, from another process, because Qt ends a process that can't use the display."""

import re
import subprocess
import sys

_TIMEOUT_SECONDS = 30
_CHINESE_FONTS = re.compile(r"Fonts for TraditionalChinese: (\d+)")


def describe_display() -> list[str]:
    """Return one line per fact, or why there are none."""
    command = [sys.executable, "-m", "studyapp.ui.diagnostics.display_facts"]
    try:
        process = subprocess.run(command, capture_output=True, timeout=_TIMEOUT_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        return [f"not available: {type(error).__name__}"]
    lines = process.stdout.decode(errors="replace").splitlines()
    return lines if process.returncode == 0 else [*lines, f"Qt failed with exit status {process.returncode}"]


def count_chinese_fonts() -> int | None:
    """Return the number of font families for Traditional Chinese; None if Qt can't open the display."""
    matches = (_CHINESE_FONTS.match(line) for line in describe_display())
    return next((int(match[1]) for match in matches if match), None)
