"""Imports packages, each in a process of its own, and prints the results and the memory that each import added.

Run as a script: `python import_measurement.py PACKAGE…`. Only for systems with `fork`.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from studyapp.core.text.translatable import TranslatableError
from tests.anki.studyapp_instance import StudyAppInstance
from tests.services.study_driver import FakeTime

MAX_SECONDS = 100
"""Processor time after which a process is ended."""


def import_package(package: Path) -> dict[str, object]:
    """Import a package into an empty collection and describe the outcome."""
    with TemporaryDirectory() as name:
        instance = StudyAppInstance.at(Path(name) / "studyapp" / "collection.db")
        instance.folder.mkdir()
        instance.time = FakeTime(round(time.time() * 1000))
        memory_before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        outcome: dict[str, object] = {"added": 0, "losses": {}, "error": ""}
        try:
            report = instance.import_file(package)
        except TranslatableError as error:
            outcome["error"] = str(error)
        else:
            outcome |= {
                "added": report.added_count,
                "losses": {one.kind.name: one.name for one in report.losses},
            }
        outcome["files"] = len(list(instance.folder.rglob("*.*")))
        outcome["added_kilobytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory_before
        instance.close()
        return outcome


def main() -> None:
    for package in sys.argv[1:]:
        sys.stdout.flush()
        if os.fork() == 0:
            resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
            sys.stdout.write(json.dumps({"package": package, **import_package(Path(package))}) + "\n")
            sys.stdout.flush()
            os._exit(0)
        os.wait()


if __name__ == "__main__":
    main()
