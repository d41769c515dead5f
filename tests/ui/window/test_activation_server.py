"""The server of the running instance, when it closes."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from studyapp.ui.window.single_instance import ActivationServer


def test_closed_server_is_deleted_by_the_event_loop(qapp: QApplication, tmp_path: Path) -> None:
    """The garbage collector, which may run in any thread, finds nothing of Qt to delete."""
    server = ActivationServer(tmp_path, lambda _token: None)
    server.close()
    assert shiboken6.isValid(server)
    QCoreApplication.sendPostedEvents(server, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(server)
