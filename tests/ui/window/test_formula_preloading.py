"""The library for formulas is loaded soon after the start, and only if a deck may need it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import json, sys, threading
from pathlib import Path
from PySide6.QtWidgets import QApplication
from studyapp.desktop import DesktopApp
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock
from studyapp.ui.window import formula_preloading

folder, text = Path(sys.argv[1]), sys.argv[2]
notes = [{"id": "a", "front": "Q", "back": "A"}, {"id": "b", "front": "Q", "back": text}]
(folder / "d.yaml").write_text(json.dumps({"deck": "d", "title": "D", "notes": notes}))
with Collection(collection_path(folder), new_device_id) as collection:
    refresh_library(collection, [folder], system_clock())
application = QApplication([])
desktop = DesktopApp(application, folder, [folder], system_clock())
desktop.show()
assert "ziamath" not in sys.modules
finished = []
decide = formula_preloading._load_if_needed
formula_preloading._load_if_needed = lambda *arguments: (decide(*arguments), finished.append(True))
while not finished:
    application.processEvents()
for thread in threading.enumerate():
    if thread.name == formula_preloading.THREAD_NAME:
        thread.join()
print("ziamath" in sys.modules)
desktop.close()
"""


@pytest.mark.parametrize(("text", "expected"), [("$x$", "True"), ("words", "False")])
def test_library_is_loaded_if_a_deck_may_need_it(tmp_path: Path, text: str, expected: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), text],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert result.stdout.split() == [expected], result.stderr
