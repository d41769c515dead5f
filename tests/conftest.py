"""What every test stands on: no window on the screen of whoever runs them and Qt as it is without their settings, the same
examples in every run, and no new day in the middle of a test."""

import os
import time
from datetime import datetime, timedelta

from hypothesis import settings

for name in [name for name in os.environ if name.startswith("QT_") and name != "QT_QPA_PLATFORM"]:
    del os.environ[name]  # a scale factor, a style, a theme
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("fixed", derandomize=True, database=None, deadline=None)
settings.register_profile("random", print_blob=True, deadline=None)
settings.load_profile("fixed")


def keep_away_from_full_hours() -> None:
    """Days begin at full hours, and the real Anki asks the clock of the machine: where the next hour is near, take a
    time zone in which it is half an hour earlier."""
    now = datetime.now().astimezone()
    offset = now.utcoffset()
    if now.minute < 40 or offset is None or not hasattr(time, "tzset"):
        return
    east = round((offset - timedelta(minutes=30)).total_seconds() / 60)
    hours, minutes = divmod(abs(east), 60)
    os.environ["TZ"] = (
        f"TEST{'-' if east >= 0 else '+'}{hours}:{minutes:02}"  # what is east has a minus in TZ
    )
    time.tzset()


keep_away_from_full_hours()
