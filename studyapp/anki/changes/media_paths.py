"""The paths of the media files of a note that was changed in Anki."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class MediaPaths(NamedTuple):
    """Where the media files of a note belong.

    `folder` is for new files, and relative to the folder of the deck file. `path_by_name` has the paths of the files that
    are already there by their names in Anki. `in_package` are the names of the files in the package.
    """

    folder: str
    in_package: frozenset[str]
    path_by_name: Mapping[str, str] = MappingProxyType({})
