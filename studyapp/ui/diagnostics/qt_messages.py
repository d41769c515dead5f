"""Qt's own messages in the log. They still go to standard error, as without this module."""

import re
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from studyapp.diagnostics.anonymous_paths import hide_home
from studyapp.diagnostics.program_log import log_error

_SOURCE = re.compile(r"[A-Za-z][\w.]*(?:::\w+)*(?=[:( ])")
"""The class or function at the beginning of most messages. What follows may quote a card or a file name."""

_LOGGED_TYPES = {QtMsgType.QtCriticalMsg: "critical", QtMsgType.QtFatalMsg: "fatal"}


def log_qt_messages() -> None:
    """Log critical and fatal messages from now on."""
    qInstallMessageHandler(_handle_message)


def stop_logging_qt_messages() -> None:
    """Restore Qt's own handling of messages. Python must not handle any while it ends."""
    qInstallMessageHandler(None)


def _handle_message(message_type: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if sys.stderr is not None:  # there is none without a terminal on Windows
        print(qFormatLogMessage(message_type, context, message), file=sys.stderr, flush=True)
    name = _LOGGED_TYPES.get(message_type)
    if name is not None:
        log_error(
            f"{name} message of Qt", category=context.category, text=_public_part(message_type, message)
        )


def _public_part(message_type: QtMsgType, message: str) -> str:
    """Return the text of a fatal message, which is about the system, and otherwise only its source."""
    if message_type is QtMsgType.QtFatalMsg:
        return " ".join(hide_home(message).split())
    source = _SOURCE.match(message)
    return source[0] if source else ""
