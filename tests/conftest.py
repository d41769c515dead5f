"""Settings of all tests: Qt offscreen and without the developer's settings, the same Hypothesis examples in every run, and no
change of day during a test."""

import os
import time
from datetime import datetime, timedelta

from hypothesis import Phase, settings

for name in [name for name in os.environ if name.startswith("QT_") and name != "QT_QPA_PLATFORM"]:
    del os.environ[name]  # a scale factor, a style, a theme
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["STUDYAPP_TRACEBACK"] = "1"  # so that a failed test shows an error in a command

settings.register_profile("fixed", derandomize=True, database=None, deadline=None)
settings.register_profile("random", print_blob=True, deadline=None)
settings.register_profile(  # a failing example need not be simplified
    "mutation", derandomize=True, database=None, deadline=None, phases=(Phase.explicit, Phase.generate)
)
settings.load_profile("fixed")


def avoid_full_hours() -> None:
    """Change the time zone by half an hour if the next full hour is near: study days start at full hours, and the real
    Anki uses the system clock."""
    now = datetime.now().astimezone()
    offset = now.utcoffset()
    if now.minute < 40 or offset is None or not hasattr(time, "tzset"):
        return
    offset_minutes = round((offset - timedelta(minutes=30)).total_seconds() / 60)
    hours, minutes = divmod(abs(offset_minutes), 60)
    os.environ["TZ"] = (
        f"TEST{'-' if offset_minutes >= 0 else '+'}{hours}:{minutes:02}"  # offsets in TZ are negative east of Greenwich
    )
    time.tzset()


avoid_full_hours()
