"""Editing notes of bundled decks, and the files that the editor opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage

from studyapp import paths
from studyapp.desktop import DesktopApp
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.editor.editor_driver import area, check, messages, open_editing, save

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


@pytest.fixture
def bundled(app: AppDriver) -> AppDriver:
    with Collection(app.collection_file, new_device_id) as collection:
        refresh_library(collection, [paths.bundled_decks_folder(), app.data_folder / "decks"], app.clock)
    folders = [paths.bundled_decks_folder(), app.data_folder / "decks"]
    app.desktop = DesktopApp(app.application, app.data_folder, folders, app.clock)
    app.desktop.show()
    app.wait_until_idle()
    return app


def test_a_bundled_deck_is_copied(bundled: AppDriver) -> None:
    editor = open_editing(bundled, "origins/article-date")
    assert editor.bundled_label.isVisible()
    area(editor, "text", "en").insert_text("Corrected: ")
    check(editor)
    original = (paths.bundled_decks_folder() / "1-origins.yaml").read_bytes()
    save(bundled, editor)
    copy = bundled.data_folder / "decks" / "1-origins.yaml"
    bundled.wait_until(copy.exists)
    assert "Corrected: The article" in copy.read_text(encoding="utf-8")
    assert (paths.bundled_decks_folder() / "1-origins.yaml").read_bytes() == original


def test_a_picture_for_a_bundled_deck_goes_to_the_folder_of_the_copy(bundled: AppDriver) -> None:
    editor = open_editing(bundled, "origins/article-date")
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(image)
    area(editor, "text", "en").insertFromMimeData(data)
    check(editor)
    assert list((bundled.data_folder / "decks" / "origins-media").glob("image-*.png"))
    assert not any("missing" in text for text in messages(editor, "text", "en"))
    save(bundled, editor)
    assert "origins-media/image-" in (bundled.data_folder / "decks" / "1-origins.yaml").read_text(
        encoding="utf-8"
    )


def test_the_guide_for_authors_is_opened(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def open_first(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_first)
    app.write_deck(basic_note("n1"))
    app.open_window()
    editor = open_editing(app, "d/n1")
    editor.guide_button.click()
    assert opened[0].read_text("utf-8").startswith("# How to write good cards\n")
    assert editor.notice.isHidden()
    editor.guide_button.click()
    assert str(opened[0]) in editor.notice.label.text()


def test_the_file_of_a_drawing_is_offered(bundled: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()))
    editor = open_editing(bundled, "evolution/evolution-overview")
    assert editor.form.text_fields == {}
    editor.form.openDrawingRequested.emit()
    assert opened == ["evolution.yaml"]
    assert editor.preview.panels
