"""The architecture rules, and the source modules that they apply to."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[1]


MAX_FILE_LINES = 320


MAX_FUNCTION_LINES = 45


MAX_PACKAGE_FILES = 16


MAY_IMPORT = {
    "core": set(),
    "core.text": set(),
    "core.notes": {"core.text"},
    "core.cards": {"core.notes", "core.text"},
    "core.transfer": {"core.notes", "core.text"},
    "core.study": {"core.cards", "core.text"},
    "core.clock_correction": {"core.study"},
    "core.rescheduling": {"core.text"},
    "core.note_moves": {"core.cards", "core.study"},
    "core.search.index": {"core.cards", "core.notes", "core.text"},
    "core.search": {"core.cards", "core.notes", "core.study", "core.text", "core.search.index"},
    "core.rendering.latex": set(),
    "core.rendering.formulas": {"core.cards", "core.text", "core.rendering.latex"},
    "core.rendering.text_layout": set(),
    "core.rendering.deck_styles": {"core.text"},
    "core.rendering.drawings": {"core.notes", "core.text"},
    "core.rendering": {"core.cards", "core.notes", "core.text", "core.rendering."},
    "core.rendering.screen_reader": {
        "core.cards",
        "core.notes",
        "core.text",
        "core.rendering",
        "core.rendering.drawings",
    },
    "core.style": {"core.cards", "core.notes", "core.text", "core.rendering.formulas"},
    "deckfiles.problems": {"core"},
    "deckfiles": {"core", "deckfiles.problems"},
    "deckfiles.reading": {"core", "deckfiles", "deckfiles.problems"},
    "deckfiles.writing": {"core", "deckfiles", "deckfiles.problems", "deckfiles.reading", "atomic_file"},
    "deckfiles.editing.values": {"core", "deckfiles", "deckfiles.reading", "deckfiles.writing"},
    "deckfiles.editing": {
        "core",
        "deckfiles",
        "deckfiles.problems",
        "deckfiles.reading",
        "deckfiles.writing",
        "deckfiles.editing.values",
    },
    "textfiles": {"core"},
    "anki": {"core"},
    "anki.writing": {
        "core",
        "anki",
        "atomic_file",
        "paths",
    },  # paths: to find the bundled card templates
    "anki.field_markdown": {"core", "anki.writing"},
    "anki.reading": {"core", "anki", "anki.writing", "anki.field_markdown"},
    "anki.live": {"core", "anki", "anki.reading", "anki.writing", "temporary_files"},
    "store.migrations": {"core"},
    "diagnostics": {"core"},
    "store.integrity": {"core", "atomic_file"},
    "store": {
        "core",
        "diagnostics",
        "store.migrations",
        "store.integrity",
        "atomic_file",
        "temporary_files",
    },
    "store.editing": {"core", "store"},
    "store.search": {"core", "store"},
    "store.backups": {"core", "store", "store.integrity", "atomic_file", "process_lock"},
    "services.options": {"core", "store"},
    "services.journal": {"core", "store", "services.options"},
    "services.study": {"core", "store", "services.options", "services.journal"},
    "services.library": {
        "core",
        "store",
        "deckfiles.",
        "services.options",
        "atomic_file",
        "temporary_files",
        "process_lock",
    },
    "services.editing.steps": {
        "core",
        "store",
        "store.editing",
        "deckfiles.",
        "services.options",
        "services.journal",
        "services.library",
        "atomic_file",
        "process_lock",
    },
    "services.editing.drafts": {"core", "store", "deckfiles.", "services.library"},
    "services.editing": {
        "core",
        "anki.reading",  # HTML that is pasted
        "store",
        "store.editing",
        "deckfiles.",
        "services.options",
        "services.journal",
        "services.library",
        "services.editing.steps",
        "atomic_file",
    },
    "services.overview": {
        "core",
        "store",
        "services.options",
        "services.journal",
        "services.study",
        "services.library",
    },
    "services.search": {"core", "store", "store.search", "services.options", "services.library"},
    "services.backups": {
        "core",
        "store",
        "store.",
        "services.options",
        "services.library",
        "services.overview",
    },
    "services.transfer": {
        "core",
        "store",
        "anki.",
        "deckfiles.",
        "textfiles",
        "services.options",
        "services.library",
        "atomic_file",
        "temporary_files",
    },
    "cli.messages": {"core", "anki.", "services.", "store"},
    "ui.kit": {"core", "store", "store.", "anki.", "deckfiles.", "services.", "paths"},
    "ui.actions": {"core"},
    "ui.dialogs": {"core", "ui.kit"},
    "ui.backups": {"core", "store", "store.", "services.backups", "ui.kit", "ui.dialogs"},
    "ui.diagnostics": {"core", "diagnostics", "ui.kit", "ui.dialogs"},
    "ui.card.document": {"core", "ui.kit"},
    "ui.card": {"core", "services.study", "ui.kit", "ui.actions", "ui.dialogs", "ui.card.document"},
    "ui.sound": {"core"},
    "ui.review": {
        "core",
        "store",
        "services.options",
        "services.study",
        "ui.kit",
        "ui.actions",
        "ui.dialogs",
        "ui.card",
        "ui.card.document",
        "ui.sound",
    },
    "ui.editor.fields": {
        "core",
        "deckfiles.problems",
        "services.editing",
        "services.editing.drafts",
        "ui.kit",
        "ui.actions",
        "ui.dialogs",
    },
    "ui.editor": {
        "core",
        "store",
        "deckfiles.problems",
        "services.editing",
        "services.editing.drafts",
        "services.editing.steps",
        "services.library",
        "ui.kit",
        "ui.actions",
        "ui.dialogs",
        "ui.card",
        "ui.editor.fields",
    },
    "ui.transfer": {
        "core",
        "store",
        "anki.",
        "services.library",
        "services.transfer",
        "ui.kit",
        "ui.dialogs",
        "paths",
    },
    "ui.deck_list": {"core", "services.overview", "ui.kit"},
    "ui.decks": {
        "core",
        "store",
        "deckfiles.",
        "services.",
        "ui.kit",
        "ui.actions",
        "ui.dialogs",
        "ui.transfer",
        "ui.deck_list",
    },
    "ui.window": {
        "core",
        "store",
        "store.",
        "services.",
        "ui.kit",
        "ui.actions",
        "ui.dialogs",
        "ui.card",
        "ui.review",
        "ui.editor",
        "ui.transfer",
        "ui.decks",
        "ui.backups",
    },
}
"""The packages that each package may import. A name that ends with a dot includes its subpackages, and so does `core`,
except within core. Top-level modules and `cli` may import everything."""


ALLOWED_IMPORTERS = {
    "PySide6": ("ui", "desktop", "desktop_startup"),
    "sqlite3": ("store", "anki", "diagnostics.versions"),
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
    "miniaudio": ("ui.sound.sound_decoding", "ui.sound.sound_device"),
    "ziafont": ("core.rendering.formulas.layout_nodes",),
    "ziamath": ("core.rendering.formulas.layout_nodes",),
    "opencc": ("core.text.simplified_chinese",),
    "platformdirs": ("paths",),
    "argparse": ("cli.arguments",),
    "anki": (),
}
"""The packages or modules that may import each library. Anki itself is used in tests only."""


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
