"""A panel with a plot: its title, a sentence that says what it shows, and a menu to see and save its values."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QWidget

from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button, create_label, style_as_panel
from studyapp.ui.statistics.plots.plot import Plot
from studyapp.ui.statistics.plots.plot_export import write_csv, write_png, write_svg
from studyapp.ui.statistics.plots.plot_style import style_for
from studyapp.ui.statistics.plots.plot_view import PlotView

_MARGIN = 16


class PlotPanel(QFrame):
    """Shows a plot once it is there. A plot without values is left out, and its sentence says why."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.plot: Plot | None = None
        self.column = style_as_panel(self, _MARGIN)
        self.column.setSpacing(8)
        self.title_label = create_label("", "dialogTitle", self, has_word_wrap=True)
        self.menu_button = create_button("⋯", "more", self)
        self.menu_button.clicked.connect(self._open_menu)
        head = QHBoxLayout()
        head.addWidget(self.title_label, 1)
        head.addWidget(self.menu_button)
        self.sentence_label = create_label(self.tr("Loading…"), "subtitle", self, has_word_wrap=True)
        self.view = PlotView(self)
        self.column.addLayout(head)
        self.column.addWidget(self.sentence_label)
        self.column.addWidget(self.view)
        self.menu_button.hide()
        self.view.hide()

    def show_plot(self, plot: Plot) -> None:
        """Show a plot and its sentence."""
        self.plot = plot
        self.title_label.setText(plot.title)
        self.sentence_label.setText(plot.sentence)
        self.menu_button.setAccessibleName(self.tr("Table and files: {title}").format(title=plot.title))
        self.menu_button.setToolTip(self.menu_button.accessibleName())
        self.view.show_plot(plot)
        self.view.setVisible(not plot.is_empty)
        self.menu_button.setVisible(not plot.is_empty)

    def restyle(self) -> None:
        """Apply the current theme."""
        self.view.restyle()

    def build_menu(self) -> QMenu:
        """Build the menu of the plot."""
        menu = QMenu(self)
        menu.addAction(self.tr("Show table")).triggered.connect(self.show_table)
        menu.addSeparator()
        for label, suffix in (
            (self.tr("Save as CSV…"), "csv"),
            (self.tr("Save as SVG…"), "svg"),
            (self.tr("Save as PNG…"), "png"),
        ):
            menu.addAction(label).triggered.connect(partial(self.ask_file, suffix))
        return menu

    def _open_menu(self) -> None:
        menu = self.build_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.menu_button.mapToGlobal(self.menu_button.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def show_table(self) -> None:
        """Show the values in a table."""
        from studyapp.ui.statistics.table_dialog import TableDialog

        if self.plot is not None:
            TableDialog(self.plot, self).show()

    def ask_file(self, suffix: str) -> None:
        """Ask for a file, and write the plot or its table there."""
        if self.plot is None:
            return
        suggestion = str(Path.home() / f"{self.plot.name}.{suffix}")
        title = self.tr("Save “{title}”").format(title=self.plot.title)
        name, _ = QFileDialog.getSaveFileName(self, title, suggestion, f"{suffix.upper()} (*.{suffix})")
        if name:
            path = Path(name)
            self.save(path if path.suffix else path.with_suffix(f".{suffix}"))

    def save(self, path: Path) -> None:
        """Write the plot or its table to a file, whose suffix is `.csv`, `.svg` or `.png`. Errors are shown."""
        if self.plot is None:
            return
        style = style_for(self.font())
        try:
            match path.suffix.lower():
                case ".csv":
                    write_csv(self.plot, path)
                case ".png":
                    write_png(self.plot, path, style)
                case _:
                    write_svg(self.plot, path, style)
        except OSError as error:
            modal_dialogs.show_error(self, formatting.format_error(error))
