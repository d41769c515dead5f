"""Where things live: the learner's data, the bundled decks, and the program's own files."""

import os
from pathlib import Path

_PACKAGE_FOLDER = Path(__file__).parent


def data_folder(override: str | None = None) -> Path:
    """Where the learner's data lies: the folder chosen, else `STUDYAPP_DATA`, else the platform's own place."""
    named = override or os.environ.get("STUDYAPP_DATA")
    if named:
        return Path(os.path.expanduser(named)).absolute()  # noqa: PTH111 - leaves the `~name` of nobody as it is
    import platformdirs  # only here: most starts in tests and scripts name a folder

    return platformdirs.user_data_path("StudyApp", appauthor=False)


def bundled_decks_folder() -> Path:
    """The decks that come with the program."""
    return _bundled_folder("decks")


def resources_folder() -> Path:
    """Icons, the style sheet, translations, and what Anki's cards look like."""
    return _bundled_folder("resources")


def _bundled_folder(name: str) -> Path:
    """A folder beside the package in a checkout, inside it once installed (see pyproject.toml)."""
    installed = _PACKAGE_FOLDER / "shipped" / name
    return installed if installed.is_dir() else _PACKAGE_FOLDER.parent / name


def find_anki_collections() -> list[Path]:
    """The collections of Anki in its usual places, the one used last first."""
    home = Path.home()
    roots = [
        home / ".local/share/Anki2",
        home / ".var/app/net.ankiweb.Anki/data/Anki2",
        home / "Library/Application Support/Anki2",
    ]
    for name in ("XDG_DATA_HOME", "APPDATA"):
        if os.environ.get(name):
            roots.append(Path(os.environ[name]) / "Anki2")
    found = {path.resolve() for root in roots if root.is_dir() for path in root.glob("*/collection.anki2")}
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)
