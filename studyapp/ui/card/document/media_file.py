"""Finding the media files of cards."""

from pathlib import Path


def find_media_file(folder: Path | None, name: str) -> Path | None:
    """Return the file with this name in the folder of a deck, or None if it is missing or not inside the folder."""
    if folder is None:
        return None
    try:
        resolved_folder = folder.resolve()
        path = (resolved_folder / name).resolve()
        return path if path.is_relative_to(resolved_folder) and path.is_file() else None
    except (OSError, RuntimeError, ValueError):  # name too long, loop of symbolic links, NUL character
        return None
