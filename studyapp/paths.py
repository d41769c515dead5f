"""Paths of the user's data, the bundled decks and the program's resources."""

import os
from pathlib import Path

_PACKAGE_FOLDER = Path(__file__).parent


def data_folder(override: str | None = None) -> Path:
    """Return the data folder: `override`, else the variable `STUDYAPP_DATA`, else the platform's user data folder."""
    folder = override or os.environ.get("STUDYAPP_DATA")
    if folder:
        return Path(os.path.expanduser(folder)).absolute()  # noqa: PTH111 - leaves an unknown `~name` unchanged
    import platformdirs  # imported here because tests and scripts usually name a folder

    return platformdirs.user_data_path("StudyApp", appauthor=False)


def bundled_decks_folder() -> Path:
    """Return the folder of the decks that come with the program."""
    return _bundled_folder("decks")


def resources_folder() -> Path:
    """Return the folder of icons, the style sheet, translations and Anki card templates."""
    return _bundled_folder("resources")


def documents_folder() -> Path:
    """Return the folder of the documents for deck authors that the program opens."""
    return _bundled_folder("docs")


def _bundled_folder(name: str) -> Path:
    """Return a folder that is next to the package in a checkout and inside it when installed (see pyproject.toml)."""
    installed = _PACKAGE_FOLDER / "shipped" / name
    return installed if installed.is_dir() else _PACKAGE_FOLDER.parent / name


def find_anki_collections() -> list[Path]:
    """Return the Anki collections in the usual locations, most recently modified first."""
    home = Path.home()
    roots = [
        home / ".local/share/Anki2",
        home / ".var/app/net.ankiweb.Anki/data/Anki2",
        home / "Library/Application Support/Anki2",
    ]
    for name in ("XDG_DATA_HOME", "APPDATA"):
        if os.environ.get(name):
            roots.append(Path(os.environ[name]) / "Anki2")
    collections = {
        path.resolve() for root in roots if root.is_dir() for path in root.glob("*/collection.anki2")
    }
    return sorted(collections, key=lambda path: path.stat().st_mtime, reverse=True)
