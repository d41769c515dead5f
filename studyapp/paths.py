"""Where things live: the learner's data, the bundled decks, and the program's own files."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_folder(chosen: str | None = None) -> Path:
    """Where the learner's data lies: the folder chosen, else `STUDYAPP_DATA`, else the platform's own place."""
    named = chosen or os.environ.get("STUDYAPP_DATA")
    if named:
        return Path(os.path.expanduser(named)).absolute()  # noqa: PTH111 - leaves the `~name` of nobody as it is
    import platformdirs  # only here: most starts in tests and scripts name a folder

    return platformdirs.user_data_path("StudyApp", appauthor=False)


def bundled_decks() -> Path:
    """The decks that come with the program."""
    return _shipped("decks")


def resources_folder() -> Path:
    """Icons, the style sheet, translations, and what Anki's cards look like."""
    return _shipped("resources")


def _shipped(name: str) -> Path:
    """A folder beside the package in a checkout, inside it once installed (see pyproject.toml)."""
    installed = _PACKAGE / "shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
