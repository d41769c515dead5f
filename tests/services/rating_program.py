"""A program that rates cards as fast as it can: `python -m tests.services.rating_program FILE [LIMIT]`.

It says `rated CARD` once a rating is acknowledged. With LIMIT no file may grow beyond so many bytes, as on
a full disk; when that stops it, it says `stopped WHY`, makes room, rates one more card and says `went on`.
"""

import sys
from pathlib import Path

from studyapp.core.study.journal import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.session_start import start_session
from studyapp.services.study.study_session import StudySession
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError
from tests.services.samples import Time


def say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - its standard output is its answer


def rate_one(study: StudySession, time: Time) -> bool:
    shown = study.show_next().next_step
    if not isinstance(shown, Prompt):
        return False
    study.reveal()
    study.rate(shown.card.id, Rating.EASY)
    time.now += 1000
    say(f"rated {shown.card.id}")
    return True


def limit_files(size: int | None) -> None:
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def main(path: Path, limit: int | None) -> None:
    time = Time()
    with Collection(path, lambda: "here") as collection:
        study = start_session(
            collection,
            time.clock(),
            ("deck",),
            CardLanguages.ENGLISH_AND_TRADITIONAL,
            limits=DailyLimits(new_cards=1_000_000),
        )
        if limit is not None:
            limit_files(limit)
        try:
            while rate_one(study, time):
                pass
        except StoreError as error:
            say(f"stopped {error}")
            limit_files(None)
            rate_one(study, time)
            say("went on")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
