"""Simulate weeks of use with random faults, and check that no review that was saved is ever lost.

    python -m tools.simulated_week [--weeks N] [--seed N]

Each week has seven days with three sessions. In a session, a child process reviews cards, makes backups and writes a
deck file. Meanwhile the disk is full, writes fail, the process is killed, the clock leaps, or the data folder is
moved away and back. After each session, every acknowledged review must be in the journal. Requires Linux and a C
compiler.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from enum import StrEnum
from pathlib import Path

from studyapp.atomic_file import replace_content
from studyapp.core.study.rating import Rating
from studyapp.services.backups.backing_up import back_up
from studyapp.services.overview.doctor import check_collection
from studyapp.store import journal_entries
from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.backups.restoring import extract_collection
from studyapp.store.database_copy import find_damage_in_copy
from studyapp.store.errors import StoreError
from studyapp.store.integrity.collection_info import backup_folders
from tests.faults.study_folder import StudyFolder

DAY, YEAR = 86_400_000, 365 * 86_400_000
SESSIONS_PER_DAY, STEPS_PER_SESSION = 3, 40
TIMEOUT_SECONDS = 120


class Fault(StrEnum):
    """What goes wrong in a session."""

    NONE = "none"
    DISK_FULL = "full disk"
    IO_ERRORS = "errors of the disk"
    KILL = "kill"
    CLOCK = "clock"
    FOLDER_MOVED = "moved folder"


def main() -> None:
    parser = argparse.ArgumentParser(description="Simulate weeks of use with random faults.")
    parser.add_argument("--weeks", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--session", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--now", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.session:
        run_session(options.session, options.now)
        return
    for week in range(options.weeks):
        with tempfile.TemporaryDirectory() as temporary:
            simulate_week(Path(temporary), random.Random(options.seed + week))


def simulate_week(temporary: Path, source: random.Random) -> None:
    """Run all sessions of a week and check the collection after each."""
    library = temporary / "failing_writes.so"
    code = Path(__file__).with_name("failing_writes.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, code, "-ldl"], check=True)
    folder = StudyFolder(temporary / "data")
    folder.create()
    start = folder.time.now
    acknowledged: set[int] = set()
    for session in range(7 * SESSIONS_PER_DAY):
        fault = source.choice(list(Fault))
        now = start + session * DAY // SESSIONS_PER_DAY
        if fault is Fault.CLOCK:
            now += source.choice((-3 * YEAR, -2 * DAY, 2 * DAY, 100 * YEAR))
        before = len(acknowledged)
        acknowledged |= run_with_fault(folder, fault, now, library, source)
        check(folder, acknowledged)
        print(f"session {session + 1}: {fault.value}, {len(acknowledged) - before} reviews saved")
    check_backups(folder, temporary / "copy.db")
    print(f"{len(acknowledged)} reviews saved, none lost")


def run_with_fault(
    folder: StudyFolder, fault: Fault, now: int, library: Path, source: random.Random
) -> set[int]:
    """Run a session in a child process, and return the sequence numbers of the entries that it saved."""
    control = folder.root.parent / "fault"
    environment = os.environ | {
        "LD_PRELOAD": str(library),
        "FAULT_FOLDER": str(folder.root),
        "FAULT_FILE": str(control),
    }
    command = [sys.executable, "-m", "tools.simulated_week", "--session", str(folder.root), "--now", str(now)]
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdout.readline()  # the collection is open
    saved = set()
    fault_step = source.randrange(STEPS_PER_SESSION)
    repair_step = fault_step + source.randrange(1, 10)
    moved = folder.root.with_name("moved")
    for step in range(STEPS_PER_SESSION):
        if step == fault_step:
            cause(fault, folder, control, moved, process)
        if step == repair_step:
            repair(folder, control, moved)
        try:
            process.stdin.write("step\n")
            process.stdin.flush()
        except BrokenPipeError:
            break
        line = process.stdout.readline()
        if not line.endswith("\n"):
            break
        if (seq := json.loads(line)) is not None:
            saved.add(seq)
    repair(folder, control, moved)
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    process.wait(TIMEOUT_SECONDS)
    errors = process.stderr.read() if process.stderr else ""
    if process.returncode not in (0, -signal.SIGKILL) or "Traceback" in errors:
        raise SystemExit(f"the session ended with {process.returncode}: {errors}")
    return saved


def cause(
    fault: Fault, folder: StudyFolder, control: Path, moved: Path, process: "subprocess.Popen[str]"
) -> None:
    """Let something go wrong."""
    match fault:
        case Fault.DISK_FULL:
            control.write_text("f")
        case Fault.IO_ERRORS:
            control.write_text("e")
        case Fault.KILL:
            process.kill()
        case Fault.FOLDER_MOVED:
            folder.root.rename(moved)
        case Fault.NONE | Fault.CLOCK:
            pass


def repair(folder: StudyFolder, control: Path, moved: Path) -> None:
    """End the fault. What was written to a new data folder meanwhile is an error."""
    control.unlink(missing_ok=True)
    if moved.exists():
        if folder.root.exists():
            raise SystemExit(f"written after the folder was moved: {sorted(folder.root.rglob('*'))}")
        moved.rename(folder.root)


def check(folder: StudyFolder, acknowledged: set[int]) -> None:
    """Check that the collection is intact and holds every acknowledged entry."""
    with folder.open() as collection:
        diagnosis = check_collection(collection)
        with collection.read_transaction() as connection:
            present = {entry.id.seq for entry in journal_entries.iterate_newest_first(connection)}
    if diagnosis.file_errors or diagnosis.mismatched_cards or not acknowledged <= present:
        raise SystemExit(f"{diagnosis}; lost entries: {sorted(acknowledged - present)}")


def check_backups(folder: StudyFolder, copy: Path) -> None:
    """Check that there are backups and that all of them are intact."""
    backups = list_backups(backup_folders(folder.collection_file))
    for backup in backups:
        extract_collection(backup, copy)
        if find_damage_in_copy(copy):
            raise SystemExit(f"{backup.path} is damaged")
    if not backups:
        raise SystemExit("no backup was made")


def run_session(root: Path, now: int) -> None:
    """Review a card for each line of standard input, and print the number of its entry, or null if saving failed."""
    folder = StudyFolder(root)
    folder.time.now = now
    with folder.open() as collection:
        session = folder.start_session(collection)
        print("ready", flush=True)
        for number, _ in enumerate(sys.stdin):
            seq = None
            try:
                folder.rate(session, Rating.AGAIN)
                with collection.read_transaction() as connection:
                    (seq,) = connection.execute("SELECT max(seq) FROM entry").fetchone()
                if number % 8 == 7:
                    back_up(collection, folder.time.clock(), BackupReason.AUTOMATIC)
                    replace_content(folder.deck_file, folder.deck_file.read_bytes())
            except (StoreError, OSError):
                pass
            print(json.dumps(seq), flush=True)


if __name__ == "__main__":
    shutil.which("cc") or sys.exit("a C compiler is required")
    main()
