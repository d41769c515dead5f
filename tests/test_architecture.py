"""Tests of the architecture rules: imports between packages, use of third-party libraries, and size limits."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 320
LONGEST_FUNCTION = 45
LARGEST_PACKAGE = 16

MAY_IMPORT = {
    "core": set(),
    "core.text": set(),
    "core.notes": {"core.text"},
    "core.cards": {"core.notes", "core.text"},
    "core.transfer": {"core.notes", "core.text"},
    "core.study": {"core.cards", "core.text"},
    "core.rendering": {"core.cards", "core.notes", "core.text"},
    "core.style": {"core.cards", "core.notes", "core.text"},
    "deckfiles.problems": {"core"},
    "deckfiles": {"core", "deckfiles.problems"},
    "deckfiles.reading": {"core", "deckfiles", "deckfiles.problems"},
    "deckfiles.writing": {"core", "deckfiles", "deckfiles.problems", "deckfiles.reading", "atomic_file"},
    "textfiles": {"core"},
    "anki": {"core"},
    "anki.writing": {
        "core",
        "anki",
        "atomic_file",
        "paths",
    },  # paths: for the bundled card templates
    "anki.reading": {"core", "anki", "anki.writing"},
    "anki.live": {"core", "anki", "anki.reading", "anki.writing"},
    "store.migrations": {"core"},
    "store": {"core", "store.migrations", "atomic_file"},
    "services.options": {"core", "store"},
    "services.study": {"core", "store", "services.options"},
    "services.library": {"core", "store", "deckfiles.", "services.options", "atomic_file"},
    "services.overview": {"core", "store", "services.options", "services.study", "services.library"},
    "services.transfer": {
        "core",
        "store",
        "anki.",
        "deckfiles.",
        "textfiles",
        "services.options",
        "services.library",
        "atomic_file",
    },
    "ui.kit": {"core", "store", "anki.", "deckfiles.", "services.", "paths"},
    "ui.card": {"core", "services.study", "ui.kit"},
    "ui.review": {"core", "store", "services.options", "services.study", "ui.kit", "ui.card"},
    "ui.transfer": {"core", "store", "anki.", "services.library", "services.transfer", "ui.kit", "paths"},
    "ui.decks": {"core", "store", "deckfiles.", "services.", "ui.kit", "ui.transfer"},
    "ui.window": {"core", "store", "services.", "ui.kit", "ui.card", "ui.review", "ui.transfer", "ui.decks"},
}
"""The packages that each package may import.

A name that ends with a dot stands for the package and all packages in it, and so does `core`, except within core.
Top-level modules and `cli` may import everything.
"""

HOMES = {
    "PySide6": ("ui", "desktop"),
    "sqlite3": ("store", "anki"),
    "yaml": ("deckfiles",),
    "genanki": ("anki",),
    "zipfile": ("anki",),
    "urllib.request": ("anki",),
    "http": ("anki",),
    "socket": ("anki", "display_check"),
    "fsrs_rs_python": ("core.study.scheduler",),
    "pygments": ("core.rendering.code_highlighting",),
    "markdown_it": ("core.rendering.markdown_rendering",),
    "nh3": ("core.rendering.markdown_rendering", "core.rendering.html_sanitizing"),
    "opencc": ("core.text.simplified_chinese",),
    "platformdirs": ("paths",),
    "argparse": ("cli.arguments",),
    "anki": (),
}
"""The packages or modules that may import each third-party library. Anki itself is used in tests only."""

NOT_IN_CORE = {
    "os",
    "io",
    "pathlib",
    "shutil",
    "tempfile",
    "time",
    "random",
    "secrets",
    "uuid",
    "subprocess",
    "threading",
    "logging",
}
"""Modules of the standard library that access the clock, randomness, files or processes."""

NOT_CALLED_IN_CORE = {"now", "today", "utcnow", "open", "print", "input"}


@dataclass(frozen=True)
class Module:
    """A source file of the program. `name` is relative to `studyapp`, such as `core.card`."""

    name: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def top(self) -> str:
        """The top-level package or module, such as `core`."""
        return self.name.partition(".")[0]

    @property
    def package(self) -> str:
        """The package of the module, such as `core.cards`, or the module itself at the top level."""
        return self.name.rpartition(".")[0] or self.name

    @cached_property
    def imports(self) -> frozenset[str]:
        """The full names of all modules and objects that the module imports, anywhere in its code."""
        return frozenset(_imports(self.tree))

    @property
    def packages(self) -> set[str]:
        """The other packages and top-level modules that the module imports."""
        packages = {_package_of(name) for name in self.imports if name.startswith("studyapp.")}
        return packages - {self.package, ""}

    def imports_from(self, outside: str) -> bool:
        return any(name == outside or name.startswith(f"{outside}.") for name in self.imports)

    @property
    def calls(self) -> set[str]:
        """The unqualified names of all functions that the module calls."""
        called = (node.func for node in ast.walk(self.tree) if isinstance(node, ast.Call))
        return {getattr(function, "attr", getattr(function, "id", "")) for function in called}


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _package_of(name: str) -> str:
    """Return the package of the program in which a fully qualified name is defined."""
    parts = name.removeprefix("studyapp.").split(".")
    for length in range(len(parts), 0, -1):
        path = ROOT.joinpath("studyapp", *parts[:length])
        if path.with_suffix(".py").is_file():
            return ".".join(parts[: length - 1]) or parts[0]
        if path.is_dir():
            return ".".join(parts[:length])
    return parts[0]


def _may_import(module: Module, package: str) -> bool:
    allowed = MAY_IMPORT.get(module.package)
    if allowed is None:
        return True
    whole = {name.removesuffix(".") for name in allowed if name.endswith(".")}
    if "core" in allowed:
        whole.add("core")
    return package in allowed or any(f"{package}.".startswith(f"{name}.") for name in whole)


def faults(module: Module) -> list[str]:
    """Return descriptions of the rules that a module breaks."""
    descriptions = [
        f"imports {package}" for package in sorted(module.packages) if not _may_import(module, package)
    ]
    for outside, homes in HOMES.items():
        if module.imports_from(outside) and not any(
            module.name == home or module.top == home for home in homes
        ):
            descriptions.append(f"imports {outside}")
    if module.top == "core":
        descriptions += [f"imports {name}" for name in sorted(module.imports) if not _is_pure(name)]
        descriptions += [f"calls {name}" for name in sorted(module.calls & NOT_CALLED_IN_CORE)]
    if "setStyleSheet" in module.calls and module.name != "ui.kit.theme":
        descriptions.append("sets a style sheet")
    if "setDefaultStyleSheet" in module.calls and module.name not in ("ui.kit.theme", "ui.card.card_view"):
        descriptions.append("sets a default style sheet")
    if module.source.count("\n") > LONGEST_FILE:
        descriptions.append(f"has {module.source.count(chr(10))} lines")
    return descriptions + [f"has a long function, {name}" for name in _long_functions(module.tree)]


def _is_pure(name: str) -> bool:
    top = name.partition(".")[0]
    if top == "studyapp":
        return name.startswith("studyapp.core.")
    return top in HOMES or (
        top in sys.stdlib_module_names and top not in NOT_IN_CORE and not name.startswith("urllib.request")
    )


def _long_functions(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{node.name} ({lines} lines)"


def cycles(imports: dict[str, set[str]]) -> list[str]:
    """Return the nodes that are part of an import cycle or import one that is, sorted."""
    known = {name: {other for other in others if other in imports} for name, others in imports.items()}
    while known:
        free = [name for name, others in known.items() if not others & known.keys()]
        if not free:
            return sorted(known)
        for name in free:
            del known[name]
    return []


def module_imports(modules: dict[str, Module]) -> dict[str, set[str]]:
    """Return the modules that each module imports, including imports inside functions."""
    return {
        name: {other for other in modules if other != name and _names(module, other)}
        for name, module in modules.items()
    }


def package_imports(modules: dict[str, Module]) -> dict[str, set[str]]:
    """Return the packages that the modules of each package import."""
    packages_by_package: dict[str, set[str]] = {}
    for module in modules.values():
        packages_by_package.setdefault(module.package, set()).update(module.packages)
    return packages_by_package


def _names(module: Module, other: str) -> bool:
    whole = f"studyapp.{other}"
    return any(name == whole or name.startswith(f"{whole}.") for name in module.imports)


def program() -> dict[str, Module]:
    root = ROOT / "studyapp"
    modules = {}
    for path in sorted(root.rglob("*.py")):
        name = ".".join(path.relative_to(root).with_suffix("").parts)
        if name.removesuffix("__init__"):
            # The __init__.py of a package imports nothing, so it can't be part of a cycle.
            name = name.removesuffix(".__init__")
            modules[name] = Module(name, path.read_text(encoding="utf-8"))
    return modules


PROGRAM = program()


@pytest.mark.parametrize("name", PROGRAM)
def test_a_module_keeps_to_the_rules(name: str) -> None:
    assert faults(PROGRAM[name]) == []


PACKAGES = {
    ".".join(path.parent.relative_to(ROOT / "studyapp").parts)
    for path in (ROOT / "studyapp").rglob("__init__.py")
} - {"."}


def test_no_modules_import_each_other_in_a_cycle() -> None:
    modules = {name: module for name, module in PROGRAM.items() if name not in PACKAGES}
    assert cycles(module_imports(modules)) == []


def test_no_packages_import_each_other_in_a_cycle() -> None:
    assert cycles(package_imports(PROGRAM)) == []


def test_package_files_import_nothing() -> None:
    assert all(not PROGRAM[name].imports for name in PACKAGES - {"", "store.migrations"})


def test_packages_stay_small() -> None:
    sizes = {name: len(list(ROOT.joinpath("studyapp", *name.split(".")).glob("*.py"))) for name in PACKAGES}
    assert {name: size for name, size in sizes.items() if size > LARGEST_PACKAGE} == {}


def test_every_package_has_a_rule() -> None:
    assert PACKAGES - {"", "cli", "ui", "services", "store.migrations"} == MAY_IMPORT.keys() - {
        "store.migrations"
    }


def test_what_starts_without_a_window_does_not_import_qt() -> None:
    for name in [*(name for name in PROGRAM if name.startswith("cli.")), "composition_root", "paths"]:
        assert not PROGRAM[name].imports_from("PySide6")
        top = [node for node in PROGRAM[name].tree.body if not isinstance(node, ast.FunctionDef)]
        at_once = Module(name, ast.unparse(ast.Module(top, [])))
        assert not any(package.partition(".")[0] in ("ui", "desktop") for package in at_once.packages)


def test_the_rules_see_the_program() -> None:
    assert {module.package for module in PROGRAM.values()} >= MAY_IMPORT.keys()
    assert len(PROGRAM) > 200


@pytest.mark.parametrize(
    ("name", "source", "fault"),
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
        ("services.study.practice", "from studyapp.ui.kit.theme import dark", "imports ui.kit"),
        ("services.study.practice", "from studyapp.services.transfer import x", "imports services.transfer"),
        ("services.study.practice", "from PySide6.QtCore import Qt", "imports PySide6"),
        ("ui.decks.decks_page", "import yaml", "imports yaml"),
        ("ui.review.review_page", "from studyapp.ui.decks import decks_page", "imports ui.decks"),
        ("ui.kit.theme", "from studyapp.ui.review import review_page", "imports ui.review"),
        ("ui.decks.decks_page", "self.setStyleSheet('')", "sets a style sheet"),
        ("ui.review.review_page", "self.document().setDefaultStyleSheet('')", "sets a default style sheet"),
        ("cli.main", "import PySide6.QtWidgets", "imports PySide6"),
        ("anki.writing.package", "from anki.collection import Collection", "imports anki"),
        ("ui.kit.theme", "x = 1\n" * (LONGEST_FILE + 1), f"has {LONGEST_FILE + 1} lines"),
        (
            "ui.kit.theme",
            "def f():\n" + "    x = 1\n" * LONGEST_FUNCTION,
            f"has a long function, f ({LONGEST_FUNCTION + 1} lines)",
        ),
    ],
)
def test_a_broken_rule_is_seen(name: str, source: str, fault: str) -> None:
    assert fault in faults(Module(name, source))


def test_a_cycle_is_seen() -> None:
    ring = {
        "core.a": Module("core.a", "from studyapp.core.b import x"),
        "core.b": Module("core.b", "def f():\n    from studyapp.core import c"),
        "core.c": Module("core.c", "import studyapp.core.a"),
        "core.d": Module("core.d", "from studyapp.core import a"),
    }
    assert cycles(module_imports(ring)) == ["core.a", "core.b", "core.c", "core.d"]
    del ring["core.c"]
    assert cycles(module_imports(ring)) == []


def test_a_cycle_of_packages_is_seen() -> None:
    source = "from studyapp.core.cards import card"
    ring = {
        "core.notes.note": Module("core.notes.note", source),
        "core.cards.card": Module("core.cards.card", "from studyapp.core.notes import note"),
    }
    assert cycles(package_imports(ring)) == ["core.cards", "core.notes"]
    del ring["core.notes.note"]
    assert cycles(package_imports(ring)) == []
