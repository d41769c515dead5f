"""Optimizing in a process of its own: the optimizer holds Python's global lock, which would stop the window for a second
or more if there are many reviews."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError

_POLL_SECONDS = 0.05

FAILED = QT_TRANSLATE_NOOP("OptimizationError", "Optimizing failed. Your schedule stays as it is.")


class OptimizationError(TranslatableError):
    """The process that optimizes has failed."""

    context = "OptimizationError"


def run_optimize_command(data_folder: Path, arguments: Sequence[str], progress: ProgressCallback) -> str:
    """Run `studyapp optimize` and return what it prints as JSON.

    `progress` is called again and again; if it raises, the process is ended. Raises OptimizationError if the command fails.
    """
    command = [sys.executable, "-m", "studyapp", "--data", str(data_folder), "optimize", "--json", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            while True:
                progress(0, 0)
                try:
                    output, _ = process.communicate(timeout=_POLL_SECONDS)
                except subprocess.TimeoutExpired:
                    continue
                break
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise OptimizationError(FAILED)
    return output.decode()
