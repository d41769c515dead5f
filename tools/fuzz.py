"""Feed mutated inputs to everything that reads files from others.

    python -m tools.fuzz [--minutes N] [--seed N] [TARGET ...]

Targets: formula, deck, markup, package, table, media, sound. An input fails if it ends in an exception other than the expected errors,
kills the process, takes longer than 10 seconds, or adds more than 300 MB of memory. Failed inputs are saved in
build/fuzz. The exit status is 1 if any input failed.
"""

import argparse
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from tools.fuzz_targets import TARGETS, Target

ROOT = Path(__file__).parents[1]
FAILURES = ROOT / "build" / "fuzz"
MAX_SECONDS, MAX_ADDED_BYTES = 10.0, 300 * 1024**2
MAX_INPUT_BYTES = 200_000
INPUTS_PER_PROCESS = 2000
TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"{{c1::", b"}}", b"\\(", b"$$", b"<div>", b"</", b"&#x", b"[[", b"](", b"``", b"```",
    b"- ", b": ", b"? ", b"&a ", b"*a ", b"<<: ", b"!!", b"|\n", b'"', b"'", b"\t", b"\r", b"\n\n", b"\xe2\x80\xae", b"%", b"#",
    b"\\frac", b"\\left(", b"\\sqrt{", b"_{", b"^", b"&", b"\\\\", b"\\begin{pmatrix}", b"\\color{red}",
    b"<img src=", b"<table>", b"<li>", b"<!--", b"99999999999999999999", b"-1", b"\xf0\x9f\x98\x80",
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """The result of one input: the traceback of an unexpected exception, if any, and the memory in use."""

    failure: str
    max_bytes: int


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Feed mutated inputs to everything that reads files from others."
    )
    parser.add_argument("target", nargs="*", choices=[*TARGETS, []], default=[], metavar="TARGET")
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    names = options.target or list(TARGETS)
    failures = [fuzz(name, options.minutes * 60, options.seed) for name in names]
    return 1 if any(failures) else 0


def fuzz(name: str, seconds: float, seed: int) -> int:
    """Fuzz a target for some time and return the number of failures."""
    deadline = time.monotonic() + seconds
    count = failures = 0
    while time.monotonic() < deadline:
        worker = Worker(name)
        try:
            for data in mutations(TARGETS[name], random.Random(seed + count), INPUTS_PER_PROCESS):
                count += 1
                problem = worker.run(data)
                if problem:
                    failures += 1
                    save_failure(name, count, data, problem)
                if time.monotonic() > deadline or not worker.is_alive():
                    break
        finally:
            worker.close()
    print(f"{name}: {count} inputs, {failures} failures", flush=True)
    return failures


def mutations(target: Target, source: random.Random, count: int) -> Iterator[bytes]:
    """Yield mutated seeds."""
    seeds = target.seeds()
    for _ in range(count):
        data = source.choice(seeds)
        for _ in range(source.choice((1, 1, 2, 4, 16))):
            data = mutate(data, source, seeds)
        yield target.wrap(data[:MAX_INPUT_BYTES])


def mutate(data: bytes, source: random.Random, seeds: list[bytes]) -> bytes:
    """Change a random place of the data."""
    start = source.randrange(len(data) + 1)
    end = min(len(data), start + source.choice((1, 2, 8, 64, 1000)))
    match source.randrange(7):
        case 0:
            return data[:start] + data[end:]
        case 1:
            return data[:start] + source.choice(TOKENS) * source.choice((1, 1, 3, 200)) + data[start:]
        case 2:
            return data[:start] + data[start:end] * source.choice((2, 10, 300)) + data[end:]
        case 3:
            return data[:start] + source.randbytes(end - start) + data[end:]
        case 4:
            other = source.choice(seeds)
            return data[:start] + other[source.randrange(len(other) + 1) :]
        case 5:
            return data[:start]
        case _:
            flipped = bytes(byte ^ (1 << source.randrange(8)) for byte in data[start : start + 1])
            return data[:start] + flipped + data[start + 1 :]


class Worker:
    """A child process that feeds inputs to a target."""

    def __init__(self, name: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, other_end = context.Pipe()
        self._process = context.Process(target=serve, args=(name, other_end), daemon=True)
        self._process.start()
        other_end.close()
        self._connection.recv()  # the modules are loaded

    def run(self, data: bytes) -> str:
        """Feed an input and return a description of its failure, or an empty string."""
        try:
            self._connection.send(data)
            if not self._connection.poll(MAX_SECONDS):
                self._process.kill()
                self._process.join()
                return f"no answer within {MAX_SECONDS:.0f} s"
            outcome: Outcome = self._connection.recv()
        except (EOFError, OSError):
            self._process.join()
            return f"the process ended with {self._process.exitcode}"
        if outcome.max_bytes > MAX_ADDED_BYTES:
            self._process.kill()
            self._process.join()
            return f"{outcome.max_bytes // 1024**2} MB of memory"
        return outcome.failure

    def is_alive(self) -> bool:
        """Return whether the process can take another input."""
        self._process.join(0)
        return self._process.is_alive()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._connection.close()


def serve(name: str, connection: Connection) -> None:
    """Feed each input that arrives to the target, in a child process."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # libraries complain about each input
    with tempfile.TemporaryDirectory() as folder:
        feed = TARGETS[name].prepare(Path(folder))
        start = memory_in_use()
        connection.send(None)
        while True:
            failure = feed_one(feed, connection.recv())
            connection.send(Outcome(failure, memory_in_use() - start))


def feed_one(feed: Callable[[bytes], object], data: bytes) -> str:
    """Feed one input and return the traceback of an exception."""
    try:
        feed(data)
    except Exception:  # noqa: BLE001 - every exception is a finding
        return traceback.format_exc()
    return ""


def memory_in_use() -> int:
    """Return the maximum resident memory so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def save_failure(name: str, count: int, data: bytes, problem: str) -> None:
    """Save a failed input with its description."""
    FAILURES.mkdir(parents=True, exist_ok=True)
    (FAILURES / f"{name}-{count}").write_bytes(data)
    (FAILURES / f"{name}-{count}.txt").write_text(problem, encoding="utf-8")
    print(f"{name} {count}: {problem.strip().splitlines()[-1]}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
