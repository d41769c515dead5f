"""The version of the code that renders notes covers everything that this code uses."""

import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

import studyapp
from studyapp.anki.rendering_version import _LIBRARIES, _PACKAGES, rendering_version
from tests.library_rules import ALLOWED_IMPORTERS

UNUSED = {"fsrs-rs-python", "genanki", "rapidfuzz", "ziafont", "ziamath"}
"""Libraries of these packages that have no part in the text of an exported note."""


@pytest.fixture(autouse=True)
def _fresh_version() -> Iterator[None]:
    yield
    rendering_version.cache_clear()


def test_version_covers_the_libraries_of_its_packages() -> None:
    used = {
        library.partition(".")[0]
        for library, importers in ALLOWED_IMPORTERS.items()
        if any(importer.partition(".")[0] in _PACKAGES for importer in importers)
    } - sys.stdlib_module_names
    distributions = metadata.packages_distributions()
    names = {name.casefold() for library in used for name in distributions[library]}
    assert names - UNUSED <= {name.casefold() for name in _LIBRARIES}
    assert "nh3" in names


def test_version_changes_with_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studyapp, "__file__", str(tmp_path / "__init__.py"))
    versions = set()
    for package in ("core/text", "core", "anki/writing"):
        (tmp_path / package).mkdir(parents=True, exist_ok=True)
        for code in ("a = 1", "a = 2"):
            (tmp_path / package / "module.py").write_text(code, encoding="utf-8")
            rendering_version.cache_clear()
            versions.add(rendering_version())
    assert len(versions) == 6
