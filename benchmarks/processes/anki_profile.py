"""Make a profile with which Anki's window starts without a question: `python -m benchmarks.processes.anki_profile BASE COLLECTION`."""

import shutil
import sys
from pathlib import Path

from aqt.profiles import ProfileManager, VideoDriver


def main() -> None:
    base, collection = map(Path, sys.argv[1:])
    manager = ProfileManager(base)
    manager.setupMeta()
    manager.create("User 1")
    manager.load("User 1")
    manager.meta.update(firstRun=False, updates=False, suppressUpdate=True, defaultLang="en_US")
    manager.profile.update(autoSync=False, syncMedia=False)
    manager.set_video_driver(VideoDriver.Software)
    manager.save()
    shutil.copy(collection, Path(manager.profileFolder()) / "collection.anki2")


if __name__ == "__main__":
    main()
