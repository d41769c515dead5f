"""The page as an HTML file."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from studyapp.core.study.rating import Rating
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.statistics.statistics_driver import StatisticsDriver

ROOT = Path(__file__).parents[3]


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
    command = ["--data", app.data_folder, "--decks", app.decks_folder, "stats", "--html", "page.html"]
    finished = subprocess.run(
        [sys.executable, "-m", "studyapp", *map(str, command)],
        cwd=app.data_folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout == "page.html: written\n"
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
