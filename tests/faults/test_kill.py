"""A process that writes is killed at a random moment. Nothing that it had saved is lost.

KILL_ROUNDS sets the number of rounds for each operation.
"""

import multiprocessing
import os
import random
import signal
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.faults.operations import OPERATIONS
from tests.faults.study_folder import StudyFolder
from tests.timeouts import TIMEOUT_SECONDS

ROUNDS = int(os.environ.get("KILL_ROUNDS", "3"))
MAX_STEPS, MAX_DELAY_SECONDS = 12, 0.03

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and a fork server")


def run_operation(name: str, root: Path, messages: Connection) -> None:
    """Run an operation in a child process."""
    OPERATIONS[name].run(StudyFolder(root), messages.send)
    messages.send("end")


def kill_after_random_delay(name: str, root: Path, source: random.Random) -> list[str]:
    """Run an operation, kill it, and return the messages that it had sent."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.operations"])
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=run_operation, args=(name, root, sender))
    process.start()
    sender.close()
    acknowledged: list[str] = []
    for _ in range(source.randrange(MAX_STEPS)):
        assert receiver.poll(TIMEOUT_SECONDS), "the process does not answer"
        acknowledged.append(receiver.recv())
        if acknowledged[-1] == "end":
            break
    deadline = time.monotonic() + source.random() * MAX_DELAY_SECONDS
    while (remaining := deadline - time.monotonic()) > 0 and receiver.poll(remaining):
        try:
            acknowledged.append(receiver.recv())
        except EOFError:
            break
    process.kill()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    try:
        while receiver.poll(0):
            acknowledged.append(receiver.recv())
    except EOFError:
        pass
    receiver.close()
    return [message for message in acknowledged if message != "end"]


@pytest.mark.parametrize("name", OPERATIONS)
def test_nothing_saved_is_lost(tmp_path: Path, name: str) -> None:
    operation = OPERATIONS[name]
    source = random.Random(f"{name} {ROUNDS}")
    for number in range(ROUNDS):
        folder = StudyFolder(tmp_path / str(number) / "data")
        operation.prepare(folder)
        acknowledged = kill_after_random_delay(name, folder.root, source)
        operation.check(folder, acknowledged)
