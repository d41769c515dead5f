"""Check with strace what the program does when it shows hostile cards (`make trace`).

    python -m tools.hostile_session

Runs a session in a window without a display: it reads a hostile deck, imports a hostile package, shows both sides of
every card, activates every link without confirming it, opens the dialogs that show texts of decks, and exports the
decks. No such system call is allowed: starting a program or a process; a socket other than the local one by which a
second start of the program activates this window; opening a file outside the data folder, the decks, the files chosen,
the program and the system's folders; writing anywhere but in the data folder, the decks, the exported file, and the
folders of temporary and cached files. Requires strace, so Linux.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.hostile_cards import write_hostile_cards
from tools.system_calls import Allowed, find_violations

ROOT = Path(__file__).parents[1]
TRACED = "%process,%network,open,openat,openat2,creat"
TIMEOUT_SECONDS = 600

SYSTEM_FOLDERS = (
    "/usr",
    "/lib",
    "/lib64",
    "/etc",
    "/proc",
    "/sys",
    "/dev",
    "/var/cache/fontconfig",
    "/var/lib/dbus",
)
"""Libraries, fonts and settings. None of them belongs to a user."""


def main() -> int:
    if shutil.which("strace") is None:
        print("hostile session: strace is not installed", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="studyapp-hostile-") as name:
        folder = Path(name).resolve()
        cards = write_hostile_cards(folder, folder / "canary")
        log, allowed = folder / "strace.log", _allowed(folder)
        for each in ("home", "data", "temporary", "runtime", "exported"):
            (folder / each).mkdir(mode=0o700)
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_"))}
        environment |= {
            "HOME": str(folder / "home"),
            "TMPDIR": str(folder / "temporary"),
            "XDG_RUNTIME_DIR": str(folder / "runtime"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        command = [
            "strace",
            "-f",
            "-y",
            "-qq",
            "-s",
            "4096",
            "-e",
            f"trace={TRACED}",
            "-e",
            "signal=none",
            "-o",
            str(log),
        ]
        command += [sys.executable, "-m", "tools.hostile_session_steps", str(folder)]
        result = subprocess.run(
            command, cwd=ROOT, env=environment, timeout=TIMEOUT_SECONDS, capture_output=True, text=True
        )
        expected = cards.deck_card_count + cards.package_card_count
        if result.returncode != 0 or result.stdout.split() != [str(expected)]:
            sys.stderr.write(result.stderr)
            shown = result.stdout.strip() or "0"
            print(
                f"hostile session: {shown} of {expected} cards, status {result.returncode}", file=sys.stderr
            )
            return 1
        calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
        violations = find_violations(calls, allowed, cwd=ROOT)
        # Without a display, Qt opens no links, but it says so.
        violations += [line for line in result.stderr.splitlines() if "openUrl" in line]
        for violation in violations:
            print(f"hostile session: {violation}", file=sys.stderr)
        print(f"hostile session: {expected} cards, {len(calls)} system calls, {len(violations)} violations")
        return 1 if violations else 0


def _allowed(folder: Path) -> Allowed:
    writable = tuple(folder / name for name in ("home", "data", "decks", "temporary", "runtime", "exported"))
    program = (ROOT, Path(sys.prefix), Path(sys.base_prefix), *map(Path, filter(None, sys.path)))
    return Allowed(
        readable=(*writable, folder / "hostile.apkg", *program, *map(Path, SYSTEM_FOLDERS)),
        writable=(*writable, Path("/dev/null"), Path("/dev/shm")),
        socket_folders=(folder / "runtime", folder / "temporary"),
    )


if __name__ == "__main__":
    sys.exit(main())
