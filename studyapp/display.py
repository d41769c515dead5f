"""Whether a window can be opened here: Qt would end the process with a core dump instead of a message."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

_NEEDS_X11 = ("", "xcb")
"""Values of QT_QPA_PLATFORM that lead to an X11 display, where there is no Wayland."""


def trouble() -> str:
    """Why no window can be opened, in one sentence; empty when it can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if not sys.platform.startswith("linux") or platform not in _NEEDS_X11:
        return ""
    if os.environ.get("WAYLAND_DISPLAY") and platform != "xcb":
        return ""
    if not os.environ.get("DISPLAY"):
        return "There is no display to open a window on; “studyapp review” studies in the terminal."
    import ctypes  # only where it is needed: it takes some milliseconds of the start

    missing = _missing_library(ctypes)
    if missing:
        return f"The window needs a system library that is missing ({missing}): “make run” installs it."
    if not _answers(ctypes):
        return f"The display {os.environ['DISPLAY']} can't be reached; “studyapp review” studies in the terminal."
    return ""


def _missing_library(ctypes: ModuleType) -> str:
    """What the loader says of Qt's X11 plugin: it loads here just as it will inside Qt."""
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        return ""
    plugin = Path(package.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error).partition(":")[0]
    return ""


def _answers(ctypes: ModuleType) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
