"""The page as an HTML file."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.leeches import LapseEstimate
from studyapp.core.statistics.periods import Period
from studyapp.core.statistics.report import ForgottenCard, MemoryFigures, StatisticsReport
from studyapp.core.study.rating import Rating
from studyapp.ui.statistics.html_page import HtmlPage
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.statistics.sample_figures import TODAY, cards_with, reviews_on
from tests.ui.statistics.statistics_driver import StatisticsDriver

ROOT = Path(__file__).parents[3]


def test_forgotten_cards_have_what_was_expected(qapp: QApplication) -> None:
    card, other = CardId("d", "a", 1), CardId("d", "b", 1)
    forgotten = (ForgottenCard(card, 5, LapseEstimate(5, 1.24, 0.004)), ForgottenCard(other, 3, None))
    memory = MemoryFigures({}, (), (), forgotten)
    report = StatisticsReport(TODAY, Period.ALL, reviews_on(range(TODAY, TODAY + 1)), cards_with(), memory)
    text = HtmlPage(report, {card: "<Which>?", other: "Who?"}).make("en")
    headings = ("Card", "Lapses", "Expected lapses", "Probability of so many", "Leech")
    assert "".join(f"<th>{heading}</th>" for heading in headings) in text
    cells = ("&lt;Which&gt;?", "5", "1.2", "0.4%", "yes")
    assert "".join(f"<td>{cell}</td>" for cell in cells) in text
    assert "<td>Who?</td><td>3</td><td></td><td></td><td></td>" in text


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
