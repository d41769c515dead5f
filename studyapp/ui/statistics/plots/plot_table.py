"""The values of a plot as texts: its table, its CSV file, and what is said of one category."""

import csv
import io

from studyapp.ui.statistics.plots.plot import Plot, Series


def column_headings(plot: Plot) -> list[str]:
    """Return the headings of the table."""
    return [plot.heading, *(series.name for series in _columns(plot))]


def row_texts(plot: Plot, index: int) -> list[str]:
    """Return the cells of the row of a category."""
    return [plot.categories[index].name, *(_text(series, index) for series in _columns(plot))]


def describe(plot: Plot, index: int) -> str:
    """Return the name and the values of a category as text, for tooltips and screen readers."""
    lines = [plot.categories[index].name]
    for series in _columns(plot):
        text = _text(series, index)
        if text:
            lines.append(f"{series.name}: {text}")
    return "\n".join(lines)


def to_csv(plot: Plot) -> str:
    """Return the table as CSV with plain numbers. Shares are from 0 to 1."""
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(column_headings(plot))
    for index, category in enumerate(plot.categories):
        values = (series.values[index] for series in _columns(plot))
        writer.writerow([category.name, *("" if value is None else _plain(value) for value in values)])
    return output.getvalue()


def _columns(plot: Plot) -> tuple[Series, ...]:
    return plot.series + plot.further_columns


def _text(series: Series, index: int) -> str:
    value = series.values[index]
    return "" if value is None else series.format_value(value)


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.6g}"
