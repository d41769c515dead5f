"""The pictures of the user guide, taken from those of all screens: `make guide`.

    python tools/guide_pictures.py FOLDER

Which pictures there are is said by the guide itself, by its links.
"""

import re
import shutil
import sys
from pathlib import Path

GUIDE = Path(__file__).parents[1] / "docs" / "guide"


def wanted() -> set[str]:
    """The names of the pictures that the guide shows."""
    papers = (paper.read_text(encoding="utf-8") for paper in GUIDE.glob("*.md"))
    return {name for paper in papers for name in re.findall(r"\]\(pictures/([^)]+)\)", paper)}


def main(shots: Path) -> None:
    """Copy them, and remove those that no page shows."""
    pictures = GUIDE / "pictures"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir()
    for name in sorted(wanted()):
        shutil.copyfile(shots / name, pictures / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
