"""Copy the pictures of the user guide from the screenshots in a folder (`make guide`).

    python tools/guide_pictures.py FOLDER

The links in the guide determine which pictures are copied.
"""

import re
import shutil
import sys
from pathlib import Path

GUIDE = Path(__file__).parents[1] / "docs" / "guide"


def wanted() -> set[str]:
    """Return the file names of the pictures that the guide links to."""
    pages = (page.read_text(encoding="utf-8") for page in GUIDE.glob("*.md"))
    return {name for page in pages for name in re.findall(r"\]\(pictures/([^)]+)\)", page)}


def main(shots: Path) -> None:
    """Replace the pictures of the guide with those from the folder `shots`."""
    pictures = GUIDE / "pictures"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir()
    for name in sorted(wanted()):
        shutil.copyfile(shots / name, pictures / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
