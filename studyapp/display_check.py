"""Check that a window can be opened. Without a display, Qt would abort the process instead of raising an error."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

_NO_DISPLAY = "No display found. To study in the terminal, run “studyapp review”."
_UNREACHABLE = "Can't connect to the display {name}. To study in the terminal, run “studyapp review”."


def find_display_problem() -> str:
    """Return a message that says why no window can be opened, or '' if one can be."""
    platforms = os.environ.get("QT_QPA_PLATFORM") or "wayland;xcb"
    platform_names = {name.partition(":")[0] for name in platforms.split(";")}
    if not sys.platform.startswith("linux") or not platform_names <= {"wayland", "xcb"}:
        return ""
    wayland_display = os.environ.get("WAYLAND_DISPLAY", "") if "wayland" in platform_names else ""
    if wayland_display and _can_connect_to_wayland(wayland_display):
        return ""
    if not os.environ.get("DISPLAY") or "xcb" not in platform_names:
        return _UNREACHABLE.format(name=wayland_display) if wayland_display else _NO_DISPLAY
    import ctypes  # imported here because it takes a few milliseconds of the startup time

    missing_library = _find_missing_library(ctypes)
    if missing_library:
        return f"A system library that the window needs is missing: {missing_library}. Run “make run” to install it."
    if not _can_connect_to_x11(ctypes):
        return _UNREACHABLE.format(name=os.environ["DISPLAY"])
    return ""


def _can_connect_to_wayland(name: str) -> bool:
    """Return whether a compositor listens at the socket `name`, absolute or relative to `XDG_RUNTIME_DIR`."""
    import socket

    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True


def _find_missing_library(ctypes: ModuleType) -> str:
    """Return the library that Qt's X11 plugin lacks, or ''. The plugin loads here in the same way as in Qt."""
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
