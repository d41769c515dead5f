"""Removes PySide6's import hook, which makes importing modules slow."""

import builtins

import PySide6  # noqa: F401 - installs the hook


def remove_import_hook() -> None:
    """Let `import` work without the hook. Call this before the other modules are imported.

    PySide6 replaces `builtins.__import__` to support `from __feature__ import`, which StudyApp does not use. The
    replacement reads the source of each new module and keeps it in memory: 6 MB.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        vars(builtins)["__import__"] = original
