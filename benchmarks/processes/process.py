"""Running a program of this package as a process of its own, and what such a program reports."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
_KILOBYTES_PER_MEGABYTE = 1024


def run_process(program: str, *arguments: object) -> dict[str, Any]:
    """Run `benchmarks.processes.PROGRAM` without a screen, and return the values that it printed."""
    result = subprocess.run(
        [sys.executable, "-m", f"benchmarks.processes.{program}", *map(str, arguments)],
        cwd=_ROOT,
        env={"QT_QPA_PLATFORM": "offscreen"} | os.environ,
        capture_output=True,
        text=True,
    )
    if result.returncode:
        raise RuntimeError(f"benchmarks.processes.{program} failed:\n{result.stderr}")
    values: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    return values


def print_result(**values: float | list[float]) -> None:
    """Print the values for `run_process`."""
    print(json.dumps(values), flush=True)


def memory_mb(name: str = "VmRSS") -> float:
    """Return the resident memory of this process in megabytes; with "VmHWM", the most that it has been. Only on Linux."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        key, _, value = line.partition(":")
        if key == name:
            return int(value.split()[0]) / _KILOBYTES_PER_MEGABYTE
    raise LookupError(name)
