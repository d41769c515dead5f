"""Pin the dependencies for all supported Python versions and platforms (`make lock`, `make check-lock`).

    python tools/lock.py            write constraints.txt from pyproject.toml, then check it
    python tools/lock.py --check    check that pip can install these pins on every supported Python and platform

Both access the package index.
"""

import argparse
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "constraints.txt"

PYTHONS = ("3.11.0", "3.11.2", "3.12.3", "3.13.5", "3.14.0")
"""The oldest supported Python, those of Debian 12, Ubuntu 24.04 and Debian 13, and the newest."""

LINUX = "x86_64-manylinux_2_36"
OTHERS = ("aarch64-manylinux_2_39", "aarch64-apple-darwin", "x86_64-pc-windows-msvc")
TARGETS = (
    *((python, LINUX) for python in PYTHONS),
    *((python, other) for python in (PYTHONS[0], PYTHONS[-1]) for other in OTHERS),
)

_HEADER = (
    "# The versions that are tested together; every install by `make` uses them. Written by `make lock`.\n"
)
_INPUT = ("pyproject.toml", "--all-extras", "--no-header", "--no-annotate", "--quiet")
_PIN = re.compile(r"^([\w.-]+==[^\s;]+)", re.MULTILINE)


def write() -> None:
    """Pin the newest versions that work on all supported Pythons, if possible one version per package."""
    result = _compile("--universal", "--python-version", PYTHONS[0], "--fork-strategy", "fewest", "--upgrade")
    if result.returncode != 0:
        sys.exit(result.stderr)
    LOCK.write_text(_HEADER + result.stdout, encoding="utf-8")


def problems() -> list[str]:
    """Return one message for each Python and platform on which the pins can't be installed."""
    with ThreadPoolExecutor(8) as pool:  # most of the time is spent waiting for the index
        return [problem for problem in pool.map(_problem, TARGETS) if problem]


def _problem(target: tuple[str, str]) -> str:
    python, platform = target
    options = ("--python-version", python, "--python-platform", platform)
    result = _compile(*options, "--constraint", str(LOCK), "--only-binary", ":all:")
    if result.returncode != 0:
        return f"Python {python} on {platform}: {result.stderr}"
    unpinned = set(_PIN.findall(result.stdout)) - set(_PIN.findall(LOCK.read_text(encoding="utf-8")))
    if unpinned:
        return f"Python {python} on {platform}: not pinned: {', '.join(sorted(unpinned))}. Run `make lock`.\n"
    return ""


def _compile(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "uv", "pip", "compile", *_INPUT, *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        write()
    messages = problems()
    sys.stderr.write("\n".join(messages))
    if not messages:
        print(f"The pins install on Python {', '.join(PYTHONS)}.")
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main())
