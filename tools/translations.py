"""Bring the translations in step with the sources: `make translations`.

Collects every text into the .ts files, which people translate, and compiles those into the .qm files, which
the program loads. Both are committed; a test compares them with the sources.
"""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
CATALOGUES = {"en": "studyapp_en.ts", "zh_Hant": "studyapp_zh_Hant.ts"}


def collect(folder: Path) -> None:
    """Update the .ts files in `folder` from the sources; English ones hold plural forms alone."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "studyapp").rglob("*.py"))
    for language, name in CATALOGUES.items():
        languages = ["-source-language", "en", "-target-language", language]
        options = ["-no-obsolete", "-locations", "none", *languages]
        if language == "en":
            options.append("-pluralonly")
        _run("lupdate", *options, *sources, "-ts", str(folder / name))


def compile_all(folder: Path) -> None:
    """Compile each .ts file of `folder` to a .qm file beside it."""
    for name in CATALOGUES.values():
        _run("lrelease", "-silent", str(folder / name), "-qm", str((folder / name).with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / tool
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{tool}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    collect(FOLDER)
    compile_all(FOLDER)
