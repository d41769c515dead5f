"""Paths without the name of the user and without the names of the user's folders."""

import re
import sys
from pathlib import Path

_PACKAGE_FOLDER = Path(__file__).parents[1]


def shorten_code_path(file_name: str) -> str:
    """Return the path of a source file relative to the folder of its library; only its name if that is unknown."""
    path = Path(file_name)
    if path.is_relative_to(_PACKAGE_FOLDER):
        return path.relative_to(_PACKAGE_FOLDER.parent).as_posix()
    for folder in _library_folders():
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name


def hide_home(text: str) -> str:
    """Return the text with the home folder replaced by `~`, and the user's name in other paths by `USER`."""
    home = Path.home()
    if len(home.parts) < 2:  # the root folder
        return text
    for form in {str(home), home.as_posix(), str(home.resolve())}:
        text = re.sub(rf"{re.escape(form)}(?![\w.-])", "~", text)
    return re.sub(rf"(?<=[/\\]){re.escape(home.name)}(?![\w.-])", "USER", text)


def _library_folders() -> list[Path]:
    """Return the folders of the libraries and of the standard library, the innermost first."""
    import sysconfig

    paths = sysconfig.get_paths()
    folders = [
        *(Path(entry) for entry in sys.path if entry.endswith("site-packages")),
        *(Path(paths[name]) for name in ("purelib", "platlib", "platstdlib", "stdlib")),
    ]
    return sorted(set(folders), key=lambda folder: len(folder.parts), reverse=True)
