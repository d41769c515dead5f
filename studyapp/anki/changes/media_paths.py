"""Where the media of a note that was changed in Anki belong."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class MediaPaths(NamedTuple):
    """Where the media of a note belong.

    New files go to `folder`, relative to the folder of the deck file; the others keep the path that `path_by_name` has
    for their name in Anki. `in_package` are the files in the package.
    """

    folder: str
    in_package: frozenset[str]
    path_by_name: Mapping[str, str] = MappingProxyType({})
