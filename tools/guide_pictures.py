"""Copy the pictures of the README and the user guide from the screenshots in a folder (`make guide`).

    python tools/guide_pictures.py FOLDER

The links in the documents determine which pictures are copied. `review.gif` is made from several screenshots and needs
ImageMagick.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide"
README_PICTURES = ROOT / "docs" / "pictures"
ANIMATION = "review.gif"
ANIMATION_FRAMES = (
    "review-define-question-light-en.png",
    "review-define-revealed-light-en.png",
    "review-question-question-light-en.png",
    "review-question-revealed-light-en.png",
)


def linked_pictures(pages: Sequence[Path]) -> set[str]:
    """Return the file names of the pictures in a folder `pictures` that the pages show."""
    texts = (page.read_text(encoding="utf-8") for page in pages)
    return {name for text in texts for name in re.findall(r"pictures/([\w.-]+\.(?:png|gif))", text)}


def guide_pictures() -> set[str]:
    """Return the file names of the pictures that the guide shows."""
    return linked_pictures(list(GUIDE.glob("*.md")))


def readme_pictures() -> set[str]:
    """Return the file names of the pictures that the READMEs show."""
    return linked_pictures(list(ROOT.glob("README*.md")))


def main(shots: Path) -> None:
    """Replace the pictures of the documents with those from the folder `shots`."""
    for folder, names in ((GUIDE / "pictures", guide_pictures()), (README_PICTURES, readme_pictures())):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name in sorted(names - {ANIMATION}):
            shutil.copyfile(shots / name, folder / name)
    frames = [str(shots / name) for name in ANIMATION_FRAMES]
    options = ["-resize", "840x", "-colors", "64", "-layers", "Optimize", "-loop", "0"]
    subprocess.run(
        ["convert", "-delay", "180", *frames, *options, str(README_PICTURES / ANIMATION)], check=True
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
