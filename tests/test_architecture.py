"""Architecture rules: package imports, third-party libraries, file and function sizes."""

import ast

import pytest

from tests.architecture_rules import (
    MAX_FILE_LINES,
    MAX_FUNCTION_LINES,
    MAX_PACKAGE_FILES,
    ROOT,
    Module,
    violations,
)
from tests.package_rules import MAY_IMPORT


def cycles(imports: dict[str, set[str]]) -> list[str]:
    """The nodes that are part of an import cycle or import such a node."""
    known = {name: {other for other in others if other in imports} for name, others in imports.items()}
    while known:
        free = [name for name, others in known.items() if not others & known.keys()]
        if not free:
            return sorted(known)
        for name in free:
            del known[name]
    return []


def module_imports(modules: dict[str, Module]) -> dict[str, set[str]]:
    """The modules that each module imports, at any level."""
    return {
        name: {other for other in modules if other != name and _imports_module(module, other)}
        for name, module in modules.items()
    }


def package_imports(modules: dict[str, Module]) -> dict[str, set[str]]:
    """The packages that the modules of each package import."""
    found: dict[str, set[str]] = {}
    for module in modules.values():
        found.setdefault(module.package, set()).update(module.packages)
    return found


def _imports_module(module: Module, other: str) -> bool:
    whole = f"studyapp.{other}"
    return any(name == whole or name.startswith(f"{whole}.") for name in module.imports)


def load_modules() -> dict[str, Module]:
    root = ROOT / "studyapp"
    found = {}
    for path in sorted(root.rglob("*.py")):
        name = ".".join(path.relative_to(root).with_suffix("").parts)
        if name.removesuffix("__init__"):
            # An __init__ file contains only a docstring, so it is in no cycle.
            name = name.removesuffix(".__init__")
            found[name] = Module(name, path.read_text(encoding="utf-8"))
    return found


MODULES = load_modules()


@pytest.mark.parametrize("name", MODULES)
def test_module_follows_the_rules(name: str) -> None:
    assert violations(MODULES[name]) == []


PACKAGES = {
    ".".join(path.parent.relative_to(ROOT / "studyapp").parts)
    for path in (ROOT / "studyapp").rglob("__init__.py")
} - {"."}


def test_no_modules_import_each_other_in_a_cycle() -> None:
    modules = {name: module for name, module in MODULES.items() if name not in PACKAGES}
    assert cycles(module_imports(modules)) == []


def test_no_packages_import_each_other_in_a_cycle() -> None:
    assert cycles(package_imports(MODULES)) == []


def test_package_files_import_nothing() -> None:
    assert all(not MODULES[name].imports for name in PACKAGES - {"", "store.migrations"})


def test_packages_stay_small() -> None:
    counted = PACKAGES - {
        "store.migrations"
    }  # a file per version of the schema, which is never changed again
    sizes = {name: len(list(ROOT.joinpath("studyapp", *name.split(".")).glob("*.py"))) for name in counted}
    assert {name: size for name, size in sizes.items() if size > MAX_PACKAGE_FILES} == {}


def test_every_package_has_a_rule() -> None:
    assert PACKAGES - {"", "cli", "ui", "services", "store.migrations"} == MAY_IMPORT.keys() - {
        "store.migrations"
    }


def test_command_line_does_not_import_qt() -> None:
    for name in [*(name for name in MODULES if name.startswith("cli.")), "system_dependencies", "paths"]:
        assert not MODULES[name].imports_from("PySide6")
        top = [node for node in MODULES[name].tree.body if not isinstance(node, ast.FunctionDef)]
        import_time = Module(name, ast.unparse(ast.Module(top, [])))
        assert not any(
            package.partition(".")[0] in ("ui", "desktop", "desktop_startup")
            for package in import_time.packages
        )


def test_rules_cover_the_program() -> None:
    assert {module.package for module in MODULES.values()} >= MAY_IMPORT.keys()
    assert len(MODULES) > 200


@pytest.mark.parametrize(
    ("name", "source", "violation"),
    [
        ("core.cards.card", "from studyapp.store import notes", "imports store"),
        ("core.cards.card", "from studyapp.core.study.queue import Queue", "imports core.study"),
        ("core.cards.card", "def f():\n    import sqlite3", "imports sqlite3"),
        ("core.cards.card", "import time", "imports time"),
        ("core.cards.card", "from pathlib import Path", "imports pathlib.Path"),
        ("core.cards.card", "from datetime import datetime\ndatetime.now()", "calls now"),
        ("core.cards.card", "from fsrs_rs_python import FSRS", "imports fsrs_rs_python"),
        ("core.cards.card", "import requests", "imports requests"),
        ("store.notes", "from studyapp.anki.writing.package import x", "imports anki.writing"),
        ("store.notes", "import studyapp.services.study", "imports services.study"),
        ("anki.writing.package", "from studyapp import deckfiles", "imports deckfiles"),
        ("anki.writing.package", "from studyapp.anki.reading import protobuf", "imports anki.reading"),
        ("deckfiles.reading.deck_reading", "import sqlite3", "imports sqlite3"),
        ("services.study.custom.practice", "from studyapp.ui.kit.theme import dark", "imports ui.kit"),
        (
            "services.study.custom.practice",
            "from studyapp.services.transfer import x",
            "imports services.transfer",
        ),
        ("services.study.custom.practice", "from PySide6.QtCore import Qt", "imports PySide6"),
        ("ui.decks.decks_page", "import yaml", "imports yaml"),
        ("ui.review.review_page", "from studyapp.ui.decks import decks_page", "imports ui.decks"),
        ("ui.kit.theme", "from studyapp.ui.review import review_page", "imports ui.review"),
        ("ui.decks.decks_page", "self.setStyleSheet('')", "sets a style sheet"),
        ("ui.review.review_page", "self.document().setDefaultStyleSheet('')", "sets a default style sheet"),
        ("cli.main", "import PySide6.QtWidgets", "imports PySide6"),
        ("anki.writing.package", "from anki.collection import Collection", "imports anki"),
        (
            "core.text.sounds",
            "x = r'(?:a|b)++'",
            "repeats a group possessively, which finds too little before Python 3.11.5",
        ),
        ("ui.kit.theme", "x = 1\n" * (MAX_FILE_LINES + 1), f"has {MAX_FILE_LINES + 1} lines"),
        (
            "ui.kit.theme",
            "def f():\n" + "    x = 1\n" * MAX_FUNCTION_LINES,
            f"has a long function, f ({MAX_FUNCTION_LINES + 1} lines)",
        ),
    ],
)
def test_rule_violation_is_detected(name: str, source: str, violation: str) -> None:
    assert violation in violations(Module(name, source))


def test_module_cycle_is_detected() -> None:
    cycle = {
        "core.a": Module("core.a", "from studyapp.core.b import x"),
        "core.b": Module("core.b", "def f():\n    from studyapp.core import c"),
        "core.c": Module("core.c", "import studyapp.core.a"),
        "core.d": Module("core.d", "from studyapp.core import a"),
    }
    assert cycles(module_imports(cycle)) == ["core.a", "core.b", "core.c", "core.d"]
    del cycle["core.c"]
    assert cycles(module_imports(cycle)) == []


def test_package_cycle_is_detected() -> None:
    source = "from studyapp.core.cards import card"
    cycle = {
        "core.notes.note": Module("core.notes.note", source),
        "core.cards.card": Module("core.cards.card", "from studyapp.core.notes import note"),
    }
    assert cycles(package_imports(cycle)) == ["core.cards", "core.notes"]
    del cycle["core.notes.note"]
    assert cycles(package_imports(cycle)) == []
