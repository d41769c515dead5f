"""Whether a window can be opened here: Qt would end the process with a core dump instead of a message."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

_NO_DISPLAY = "No display found. To study in the terminal, run “studyapp review”."
_UNREACHABLE = "Can't connect to the display {name}. To study in the terminal, run “studyapp review”."


def find_display_problem() -> str:
    """Why no window can be opened, in one sentence; empty when it can."""
    named = os.environ.get("QT_QPA_PLATFORM") or "wayland;xcb"
    wanted = {name.partition(":")[0] for name in named.split(";")}
    if not sys.platform.startswith("linux") or not wanted <= {"wayland", "xcb"}:
        return ""
    wayland = os.environ.get("WAYLAND_DISPLAY", "") if "wayland" in wanted else ""
    if wayland and _can_connect_to_wayland(wayland):
        return ""
    if not os.environ.get("DISPLAY") or "xcb" not in wanted:
        return _UNREACHABLE.format(name=wayland) if wayland else _NO_DISPLAY
    import ctypes  # only where it is needed: it takes some milliseconds of the start

    missing = _find_missing_library(ctypes)
    if missing:
        return f"A system library that the window needs is missing: {missing}. Run “make run” to install it."
    if not _can_connect_to_x11(ctypes):
        return _UNREACHABLE.format(name=os.environ["DISPLAY"])
    return ""


def _can_connect_to_wayland(name: str) -> bool:
    """Whether somebody listens at the socket, which is named by its path or lies in the session's folder."""
    import socket

    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True


def _find_missing_library(ctypes: ModuleType) -> str:
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


def _can_connect_to_x11(ctypes: ModuleType) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
