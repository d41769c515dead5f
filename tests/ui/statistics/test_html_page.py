"""The page as an HTML file."""

import subprocess
import sys
from xml.etree import ElementTree

import pytest

from studyapp.core.study.rating import Rating
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.statistics.statistics_driver import StatisticsDriver

PROGRAM = """
import sys
from datetime import UTC
from pathlib import Path
from studyapp.core.statistics.selection import AllCards
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.statistics.statistics_loading import Scope
from studyapp.statistics_html import write_statistics_html
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id

data, now = Path(sys.argv[1]), int(sys.argv[2])
with Collection(collection_path(data), new_device_id) as collection:
    clock = Clock(lambda: now, UTC)
    write_statistics_html(collection, Scope(AllCards(), ("d",)), clock, CardLanguages.ENGLISH, data, data / "page.html")
"""


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [("en", "Answer buttons", "Of 2 reviews"), ("zh-Hant", "回答按鈕", "2 次複習中")],
)
def test_the_page_is_written_without_a_window(
    app: AppDriver, statistics: StatisticsDriver, language: str, title: str, sentence: str
) -> None:
    app.write_deck(basic_note("a", section="<2>"), basic_note("b"))
    statistics.study((Rating.GOOD, Rating.AGAIN))
    app.app_settings.interface_language = language
    app.app_settings._ini_file.sync()
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(app.data_folder), str(app.now)],
        capture_output=True,
        text=True,
        check=False,
        env=None,
    )
    assert finished.returncode == 0, finished.stderr
    text = (app.data_folder / "page.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in text
    assert f"<h2>{title}</h2>" in text
    assert sentence in text
    assert "<2>" not in text
    assert "&lt;2&gt;" in text
    pictures = text.split("<svg")[1:]
    assert len(pictures) > 5
    for picture in pictures:
        ElementTree.fromstring("<svg" + picture.split("</svg>")[0] + "</svg>")
    assert not [word for word in ("http://", "https://") if f'src="{word}' in text or f'href="{word}' in text]
