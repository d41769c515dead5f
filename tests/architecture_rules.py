"""The architecture rules, and the source modules that they apply to."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.library_rules import ALLOWED_IMPORTERS
from tests.package_rules import MAY_IMPORT

ROOT = Path(__file__).parents[1]


MAX_FILE_LINES = 320


MAX_FUNCTION_LINES = 45


MAX_PACKAGE_FILES = 16


FORBIDDEN_IN_CORE = {
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
"""Standard library modules that access clocks, randomness, the file system or processes."""


_POSSESSIVE_REPETITION = re.compile(r"\)[*+?]\+|\(\?>")
"""A possessive quantifier after a group, or an atomic group, in a regular expression: see CPython issue 106052."""


FORBIDDEN_CALLS_IN_CORE = {"now", "today", "utcnow", "open", "print", "input"}


@dataclass(frozen=True)
class Module:
    """A source file; `name` is relative to `studyapp`, such as `core.card`."""

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
        """Its package, such as `core.cards`; the module itself if it is top-level."""
        return self.name.rpartition(".")[0] or self.name

    @cached_property
    def imports(self) -> frozenset[str]:
        """Full names of everything it imports, at any level."""
        return frozenset(_imports(self.tree))

    @property
    def packages(self) -> set[str]:
        """The other packages and top-level modules that it imports."""
        found = {_package_of(name) for name in self.imports if name.startswith("studyapp.")}
        return found - {self.package, ""}

    def imports_from(self, library: str) -> bool:
        return any(name == library or name.startswith(f"{library}.") for name in self.imports)

    @property
    def texts(self) -> Iterator[str]:
        """The string literals that it contains."""
        return (
            node.value
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )

    @property
    def calls(self) -> set[str]:
        """The unqualified names of everything it calls."""
        called = (node.func for node in ast.walk(self.tree) if isinstance(node, ast.Call))
        return {getattr(one, "attr", getattr(one, "id", "")) for one in called}


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports must be absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _package_of(name: str) -> str:
    """The package in which a fully qualified name is defined."""
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


def violations(module: Module) -> list[str]:
    """The rule violations of a module."""
    found = [f"imports {package}" for package in sorted(module.packages) if not _may_import(module, package)]
    for library, importers in ALLOWED_IMPORTERS.items():
        if module.imports_from(library) and not any(
            module.name == importer or module.top == importer for importer in importers
        ):
            found.append(f"imports {library}")
    if module.top == "core":
        found += [f"imports {name}" for name in sorted(module.imports) if not _is_pure(name)]
        found += [f"calls {name}" for name in sorted(module.calls & FORBIDDEN_CALLS_IN_CORE)]
    if "setStyleSheet" in module.calls and module.name != "ui.kit.theme":
        found.append("sets a style sheet")
    if "setDefaultStyleSheet" in module.calls and module.name not in ("ui.kit.theme", "ui.card.card_view"):
        found.append("sets a default style sheet")
    if any(_POSSESSIVE_REPETITION.search(text) for text in module.texts):
        found.append("repeats a group possessively, which finds too little before Python 3.11.5")
    if module.source.count("\n") > MAX_FILE_LINES:
        found.append(f"has {module.source.count(chr(10))} lines")
    return found + [f"has a long function, {name}" for name in _long_functions(module.tree)]


def _is_pure(name: str) -> bool:
    top = name.partition(".")[0]
    if top == "studyapp":
        return name.startswith("studyapp.core.")
    return top in ALLOWED_IMPORTERS or (
        top in sys.stdlib_module_names
        and top not in FORBIDDEN_IN_CORE
        and not name.startswith("urllib.request")
    )


def _long_functions(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MAX_FUNCTION_LINES:
                yield f"{node.name} ({lines} lines)"
