"""A version of the code that renders notes for Anki. What was rendered by another version is not used again."""

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

import studyapp

_PACKAGES = ("anki", "core")
_LIBRARIES = ("markdown-it-py", "mdurl", "nh3", "opencc", "Pygments")


@cache
def rendering_version() -> str:
    """Return a digest of the code of these packages and of the versions of the libraries that they use.

    It is computed, so that no version number has to be increased by hand after a change.
    """
    versions = (sys.version, *(f"{name} {metadata.version(name)}" for name in _LIBRARIES))
    digest = hashlib.sha256("\n".join(versions).encode())
    root = Path(studyapp.__file__).parent
    for package in _PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
