"""Rate cards as fast as possible: `python -m tests.services.rating_program FILE [LIMIT]`.

Prints `rated CARD` once a rating is committed. LIMIT is a file size limit in bytes that simulates a full
disk: on the error it prints `stopped REASON`, lifts the limit, rates one more card and prints `resumed`.
"""

import sys
from pathlib import Path

from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.study_session import StudySession
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError
from tests.services.study_driver import FakeTime


def report(message: str) -> None:
    print(message, flush=True)  # noqa: T201 - the output is the result


def rate_one(session: StudySession, time: FakeTime) -> bool:
    shown = session.show_next().next_step
    if not isinstance(shown, Prompt):
        return False
    session.reveal()
    session.rate(shown.card.id, Rating.EASY)
    time.now += 1000
    report(f"rated {shown.card.id}")
    return True


def limit_files(size: int | None) -> None:
    import resource
    import signal

    sys.dont_write_bytecode = True  # the limit would truncate it
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def main(path: Path, limit: int | None) -> None:
    time = FakeTime()
    with Collection(path, lambda: "here") as collection:
        session = create_session(
            collection,
            time.clock(),
            ("deck",),
            CardLanguages.ENGLISH_AND_TRADITIONAL,
            limits=DailyLimits(new_cards=1_000_000),
        )
        if limit is not None:
            limit_files(limit)
        try:
            while rate_one(session, time):
                pass
        except StoreError as error:
            report(f"stopped {error}")
            limit_files(None)
            rate_one(session, time)
            report("resumed")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
