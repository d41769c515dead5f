"""The environment variables that change how Qt and Python behave."""

import os

_VARIABLES = (
    "QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS",
    "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_ENABLE_HIGHDPI_SCALING", "QT_SCALE_FACTOR_ROUNDING_POLICY", "QT_FONT_DPI",
    "QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_OPENGL",
    "QT_XCB_GL_INTEGRATION", "QT_WAYLAND_DISABLE_WINDOWDECORATION", "QT_ACCESSIBILITY", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON",
    "LIBGL_ALWAYS_SOFTWARE", "GDK_SCALE", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "WAYLAND_DISPLAY", "DISPLAY",
    "LANGUAGE", "LC_ALL", "LC_CTYPE", "LANG", "TZ", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONOPTIMIZE", "SNAP", "FLATPAK_ID",
)  # fmt: skip
"""Only these: other variables may contain passwords."""


def describe_environment() -> list[str]:
    """Return a line for each of the variables that is set."""
    return [f"{name}={os.environ[name]}" for name in _VARIABLES if name in os.environ]
