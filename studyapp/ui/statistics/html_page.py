"""The whole page as one HTML file with its pictures, to keep or to print."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.report import StatisticsReport
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.all_plots import (
    Plots,
    plots_of_cards,
    plots_of_memory,
    plots_of_reviews,
)
from studyapp.ui.statistics.figures.day_names import DayNames
from studyapp.ui.statistics.figures.forgotten_table import ForgottenTable
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.plots.plot import Plot
from studyapp.ui.statistics.plots.plot_export import to_svg
from studyapp.ui.statistics.plots.plot_style import PlotStyle, style_for
from studyapp.ui.statistics.plots.plot_table import column_headings, row_texts

_STYLE = """
body { font-family: sans-serif; max-width: 760px; margin: 2em auto; padding: 0 1em; color: #1F2328; line-height: 1.4; }
section { break-inside: avoid; margin: 0 0 2em; }
h2 { font-size: 1.1em; margin: 0 0 .3em; }
svg { width: 100%; height: auto; }
table { border-collapse: collapse; font-size: .85em; }
th, td { text-align: right; padding: .15em .8em .15em 0; border-bottom: 1px solid #E4E2DC; }
th:first-child, td:first-child { text-align: left; }
summary { cursor: pointer; color: #5F6770; font-size: .85em; }
"""


class HtmlPage(Translated):
    """Makes the HTML. It needs a QGuiApplication."""

    def __init__(self, report: StatisticsReport, question_by_card: Mapping[CardId, str]) -> None:
        self._report, self._question_by_card = report, question_by_card

    def make(self, language: str) -> str:
        """Return the page. `language` is the tag of the language of the interface."""
        title = self.tr("Statistics of {date}").format(date=DayNames.date(self._report.today))
        style = style_for(QGuiApplication.font())
        plots = self._plots()
        sections = [self._section(plots[name], style) for name in PlotName]
        head = f'<meta charset="utf-8"><title>StudyApp – {escape(title)}</title><style>{_STYLE}</style>'
        body = "\n".join([f"<h1>{escape(title)}</h1>", *sections, self._forgotten_section()])
        return f'<!DOCTYPE html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'

    def _plots(self) -> Plots:
        report, context = self._report, PlotContext(self._report.today, self._report.period)
        return (
            plots_of_reviews(report.reviews, context)
            | plots_of_cards(report.cards, context)
            | plots_of_memory(report.memory, context)
        )

    def _section(self, plot: Plot, style: PlotStyle) -> str:
        head = f"<h2>{escape(plot.title)}</h2><p>{escape(plot.sentence)}</p>"
        if plot.is_empty:
            return f"<section>{head}</section>"
        svg = to_svg(plot, style, with_title=False).decode()
        picture = svg[svg.index("<svg") :].strip()
        rows = (row_texts(plot, index) for index in range(len(plot.categories)))
        summary = escape(self.tr("Table"))
        table = f"<details><summary>{summary}</summary>{_table(column_headings(plot), rows)}</details>"
        return f"<section>{head}{picture}{table}</section>"

    def _forgotten_section(self) -> str:
        title = escape(self.tr("Most often forgotten"))
        cards = [one for one in self._report.memory.forgotten if one.card in self._question_by_card]
        if not cards:
            empty = escape(self.tr("No card was forgotten three times or more."))
            return f"<section><h2>{title}</h2><p>{empty}</p></section>"
        table = ForgottenTable().make(cards, self._question_by_card, "")
        rows = (row_texts(table, index) for index in range(len(cards)))
        return f"<section><h2>{title}</h2>{_table(column_headings(table), rows)}</section>"


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in headings)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def write_html_page(
    report: StatisticsReport, question_by_card: Mapping[CardId, str], language: str, path: Path
) -> None:
    """Write the page as UTF-8 in the language of the interface with this tag. Raises OSError.

    It needs no window and no display. If there is an application already, its language and theme are used.
    """
    application = QGuiApplication.instance() or _create_application(language)
    assert isinstance(application, QGuiApplication)
    path.write_text(HtmlPage(report, question_by_card).make(language), encoding="utf-8")


def _create_application(language: str) -> QGuiApplication:
    """Return an application that shows nothing, in the light theme, as pages are printed on white paper."""
    from PySide6.QtWidgets import QApplication

    from studyapp.ui.kit.translators import install_translators, set_default_locale

    application = QApplication(["studyapp", "-platform", "offscreen"])
    application.setProperty("theme", "light")
    install_translators(application, language)
    set_default_locale(language)
    return application
