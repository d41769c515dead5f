"""The rules of the house, executable: who may import whom, and where each outside thing has its home."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 330
LONGEST_FUNCTION = 45

MAY_IMPORT = {
    "core": {"core"},
    "deckfiles": {"core", "deckfiles", "atomic_file"},
    "anki": {
        "core",
        "anki",
        "atomic_file",
        "paths",
    },  # for the look of the cards, which comes with the program
    "store": {"core", "store", "atomic_file"},
    "services": {"core", "deckfiles", "anki", "store", "services", "atomic_file"},
}
"""The rooms that each room may know; `ui` and the single modules stand above them all."""

HOMES = {
    "PySide6": ("ui", "desktop"),
    "sqlite3": ("store", "anki"),
    "yaml": ("deckfiles",),
    "genanki": ("anki",),
    "zipfile": ("anki",),
    "urllib.request": ("anki",),
    "http": ("anki",),
    "socket": ("anki", "display"),
    "fsrs_rs_python": ("core.scheduler",),
    "pygments": ("core.code",),
    "markdown_it": ("core.markup",),
    "nh3": ("core.markup", "core.foreign_html"),
    "opencc": ("core.simplified",),
    "platformdirs": ("paths",),
    "argparse": ("arguments",),
    "anki": (),
}
"""Each outside thing and the rooms or modules that may import it. Anki itself judges in tests alone."""

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
"""Parts of the standard library that read a clock, a die or the disk."""

NOT_CALLED_IN_CORE = {"now", "today", "utcnow", "open", "print", "input"}


@dataclass(frozen=True)
class Module:
    """One source file of the program; `name` is below `studyapp`, such as `core.card`."""

    name: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]

    @cached_property
    def imports(self) -> frozenset[str]:
        """Everything it imports, anywhere in it, as full names of modules and of what is taken from them."""
        return frozenset(_imports(self.tree))

    @property
    def rooms(self) -> set[str]:
        """The rooms and modules of the program that it imports."""
        return {
            parts[1]
            for parts in (name.split(".") for name in self.imports)
            if parts[0] == "studyapp" and parts[1:]
        }

    def imports_from(self, outside: str) -> bool:
        return any(name == outside or name.startswith(f"{outside}.") for name in self.imports)

    @property
    def calls(self) -> set[str]:
        """The last names of everything that is called."""
        called = (node.func for node in ast.walk(self.tree) if isinstance(node, ast.Call))
        return {getattr(one, "attr", getattr(one, "id", "")) for one in called}


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def faults(module: Module) -> list[str]:
    """The rules that a module breaks."""
    found = [f"imports {room}" for room in sorted(module.rooms - MAY_IMPORT.get(module.room, module.rooms))]
    for outside, homes in HOMES.items():
        if module.imports_from(outside) and not any(
            module.name == home or module.room == home for home in homes
        ):
            found.append(f"imports {outside}")
    if module.room == "core":
        found += [f"imports {name}" for name in sorted(module.imports) if not _is_pure(name)]
        found += [f"calls {name}" for name in sorted(module.calls & NOT_CALLED_IN_CORE)]
    if "setStyleSheet" in module.calls and module.name != "ui.theme":
        found.append("sets a style sheet")
    if "setDefaultStyleSheet" in module.calls and module.name not in ("ui.theme", "ui.card_view"):
        found.append("sets a default style sheet")
    if module.source.count("\n") > LONGEST_FILE:
        found.append(f"has {module.source.count(chr(10))} lines")
    return found + [f"has a long function, {name}" for name in _long_functions(module.tree)]


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


def circles(modules: dict[str, Module]) -> list[str]:
    """Modules that import themselves over others, wherever the import stands."""
    known = {
        name: {other for other in modules if other != name and _names(module, other)}
        for name, module in modules.items()
    }
    while known:
        free = [name for name, others in known.items() if not others & known.keys()]
        if not free:
            return sorted(known)
        for name in free:
            del known[name]
    return []


def _names(module: Module, other: str) -> bool:
    whole = f"studyapp.{other}"
    return any(name == whole or name.startswith(f"{whole}.") for name in module.imports)


def program() -> dict[str, Module]:
    root = ROOT / "studyapp"
    found = {}
    for path in sorted(root.rglob("*.py")):
        name = ".".join(path.relative_to(root).with_suffix("").parts)
        if name.removesuffix("__init__"):
            # A package's own file says what it is and imports nothing, so it takes part in no circle.
            name = name.removesuffix(".__init__")
            found[name] = Module(name, path.read_text(encoding="utf-8"))
    return found


PROGRAM = program()


@pytest.mark.parametrize("name", PROGRAM)
def test_a_module_keeps_to_the_rules(name: str) -> None:
    assert faults(PROGRAM[name]) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    packages = {"core", "deckfiles", "anki", "store", "services", "ui", "store.migrations"}
    assert circles({name: module for name, module in PROGRAM.items() if name not in packages}) == []
    assert all(not PROGRAM[name].rooms for name in packages - {"store.migrations"})


def test_what_starts_without_a_window_knows_no_window() -> None:
    for name in ("cli", "terminal", "composition", "paths"):
        assert not PROGRAM[name].imports_from("PySide6")
        top = [node for node in PROGRAM[name].tree.body if not isinstance(node, ast.FunctionDef)]
        at_once = Module(name, ast.unparse(ast.Module(top, [])))
        assert not at_once.rooms & {"ui", "desktop"}


def test_the_program_is_where_it_is_looked_for() -> None:
    assert {module.room for module in PROGRAM.values()} >= {*MAY_IMPORT, "ui", "cli", "desktop", "paths"}
    assert len(PROGRAM) > 60


@pytest.mark.parametrize(
    ("name", "source", "fault"),
    [
        ("core.card", "from studyapp.store import notes", "imports store"),
        ("core.card", "def f():\n    import sqlite3", "imports sqlite3"),
        ("core.card", "import time", "imports time"),
        ("core.card", "from pathlib import Path", "imports pathlib.Path"),
        ("core.card", "from datetime import datetime\ndatetime.now()", "calls now"),
        ("core.card", "from fsrs_rs_python import FSRS", "imports fsrs_rs_python"),
        ("core.card", "import requests", "imports requests"),
        ("store.notes", "from studyapp.anki.fields import fields_of", "imports anki"),
        ("store.notes", "import studyapp.services.study", "imports services"),
        ("anki.package", "from studyapp import deckfiles", "imports deckfiles"),
        ("deckfiles.reading", "import sqlite3", "imports sqlite3"),
        ("services.study", "from studyapp.ui.theme import dark", "imports ui"),
        ("services.study", "from PySide6.QtCore import Qt", "imports PySide6"),
        ("ui.decks_page", "import yaml", "imports yaml"),
        ("ui.decks_page", "self.setStyleSheet('')", "sets a style sheet"),
        ("ui.review_page", "self.document().setDefaultStyleSheet('')", "sets a default style sheet"),
        ("cli", "import PySide6.QtWidgets", "imports PySide6"),
        ("anki.package", "from anki.collection import Collection", "imports anki"),
        ("ui.theme", "x = 1\n" * (LONGEST_FILE + 1), f"has {LONGEST_FILE + 1} lines"),
        ("ui.theme", "def f():\n" + "    x = 1\n" * 45, "has a long function, f (46 lines)"),
    ],
)
def test_a_broken_rule_is_seen(name: str, source: str, fault: str) -> None:
    assert fault in faults(Module(name, source))


def test_a_circle_is_seen() -> None:
    ring = {
        "core.a": Module("core.a", "from studyapp.core.b import x"),
        "core.b": Module("core.b", "def f():\n    from studyapp.core import c"),
        "core.c": Module("core.c", "import studyapp.core.a"),
        "core.d": Module("core.d", "from studyapp.core import a"),
    }
    assert circles(ring) == ["core.a", "core.b", "core.c", "core.d"]
    del ring["core.c"]
    assert circles(ring) == []
