"""The map page: what is remembered of the concepts of a deck, and how they build on each other."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from studyapp.core.concept_map.map_memory import MapMemory
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.concept_map.map_loading import MapKind
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting, screen_reader
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.kit.page import PageId
from studyapp.ui.map.canvas.map_export import MapPicture, write_png, write_svg
from studyapp.ui.map.canvas.map_style import style_for
from studyapp.ui.map.map_reader import LoadedMap, MapReader
from studyapp.ui.map.map_view import MapView
from studyapp.ui.map.opened_node import OpenedNode
from studyapp.ui.map.shown_map import ShownMap
from studyapp.ui.map.slider_days import SliderDays
from studyapp.ui.page_loading.loading_page import LoadingPage

_CHOICE = "map-choice"
"""The name of a setting, which is stored: never change it."""


class MapPage(LoadingPage):
    """Loads first the nodes of the map, then what is remembered of them, and the cards of a node when it is opened."""

    page_id = PageId.MAP

    studyRequested = Signal(object)
    """Carries the selection of the cards to study."""

    practiceRequested = Signal(object)
    """Carries the cards to practice."""

    def __init__(self, context: AppContext, current_library: CurrentLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = context.app_settings
        self._reader = MapReader(context, current_library)
        self.shown: ShownMap | None = None
        self._loaded: LoadedMap | None = None
        self._found: Sequence[int] = ()
        self._task = self.add_task(self._take)
        self._task.progressChanged.connect(self._show_progress)
        self.view = MapView(self._describe, self)
        self.canvas, self.panel = self.view.canvas, self.view.panel
        self._opened = OpenedNode(self._reader, self.panel, self)
        self._connect()

    def _connect(self) -> None:
        header, canvas, opened = self.view.header, self.canvas, self._opened
        header.mapChosen.connect(self._choose_map)
        header.textEdited.connect(self._find)
        header.nextRequested.connect(self._go_to_found)
        header.saveRequested.connect(self.ask_file)
        header.tableRequested.connect(self.show_table)
        canvas.selectionChanged.connect(self._follow_selection)
        canvas.opened.connect(self._open_node)
        canvas.closeRequested.connect(self.view.close_panel)
        self.panel.editRequested.connect(self.editRequested)
        self.panel.closeRequested.connect(self.view.close_panel)
        opened.studyRequested.connect(self.studyRequested)
        opened.practiceRequested.connect(self.practiceRequested)
        self.view.day_bar.dayChanged.connect(self._show_day)

    def focus_default_widget(self) -> None:
        """Focus the map."""
        self.view.focus_map()

    @property
    def current_deck_id(self) -> str:
        """The deck of the map, unless it joins several."""
        choice = self.shown.choice if self.shown is not None else None
        if choice is None or (choice.kind is MapKind.PREREQUISITES and len(choice.decks) > 1):
            return ALL_DECKS
        return choice.decks[0]

    def apply_theme(self) -> None:
        """Apply the current theme."""
        self.view.restyle()
        self._show_map()

    def refresh(self) -> None:
        """Load the map that was chosen last."""
        key = self._settings.page_setting(_CHOICE)
        self._task.start(lambda progress: self._reader.load_map(key, progress))

    def _choose_map(self, key: str) -> None:
        self._settings.set_page_setting(_CHOICE, key)
        self.view.close_panel()
        self.refresh()

    def _take(self, loaded: LoadedMap | MapMemory) -> None:
        self.view.show_error("")
        if isinstance(loaded, MapMemory):
            self._take_memory(loaded)
            return
        self._loaded = loaded
        self._show_map()
        concept_map = loaded.concept_map
        if concept_map is not None:
            self._task.start(lambda progress: self._reader.load_memory(concept_map, progress))

    def _show_map(self) -> None:
        """Show the map that is loaded, in the current theme and languages."""
        loaded, before = self._loaded, self.shown
        if loaded is None:
            return
        languages, style = self._reader.languages, style_for(self.font())
        self.view.header.show_choices(loaded.choices, loaded.choice, languages)
        is_empty = loaded.choice is None or loaded.concept_map is None
        self.view.show_map_widgets(is_empty=is_empty)
        if loaded.choice is None or loaded.concept_map is None:
            self.shown = None
        elif before is None or not before.is_of(loaded.choice, loaded.concept_map, languages, style):
            self.shown = ShownMap(loaded.choice, loaded.concept_map, languages, style)
            self._replace_map(self.shown, before)

    def _replace_map(self, shown: ShownMap, before: ShownMap | None) -> None:
        """Show a map instead of another one. If it is the same map, what was selected and visible stays so."""
        canvas, bar = self.canvas, self.view.day_bar
        if before is not None and before.choice.key == shown.choice.key:
            shown.take_memory_from(before)
            selected = before.key_of(canvas.selected)
            canvas.update_map(shown.geometry, shown.levels, shown.position_of(selected))
        else:
            bar.hide_slider()
            canvas.show_map(shown.geometry, shown.levels, None)
        self.view.legend.show_entries(shown.legend)
        bar.show_sentence(shown.sentence or self.tr("Loading…"))
        canvas.setAccessibleName(self.view.header.map_box.currentText())
        self._find(self.view.header.field.text())
        self._follow_selection()

    def _show_progress(self, done: int, total: int) -> None:
        if total:
            share = formatting.format_share(done / total)
            text = self.tr("Updating statistics: {share}").format(share=share)
            self.view.day_bar.show_sentence(text)

    def show_error(self, error: TranslatableError | OSError) -> None:
        """Show what went wrong above the map, until it can be loaded."""
        self.view.show_error(formatting.format_error(error))

    def _take_memory(self, memory: MapMemory) -> None:
        bar = self.view.day_bar
        if memory.histories:
            bar.show_days(SliderDays(memory.first_day, memory.today, memory.last_day))
        else:
            bar.hide_slider()
        self._show_memory(memory, bar.chosen_day if memory.histories else memory.today)
        self._follow_selection()

    def _show_day(self, day: int) -> None:
        if self.shown is not None and self.shown.memory is not None:
            self._show_memory(self.shown.memory, day)

    def _show_memory(self, memory: MapMemory, day: int) -> None:
        """Show what is remembered on a study day."""
        shown, selected = self.shown, self.canvas.selected
        if shown is not None:
            shown.show_day(memory, day)
            self.canvas.show_levels(shown.levels)
            self.view.legend.show_entries(shown.legend)
            self.view.day_bar.show_sentence(shown.sentence)
            if selected is not None:
                self.panel.show_memory(shown.describe_memory(selected))

    def _describe(self, node: int) -> str:
        return self.shown.describe(node) if self.shown is not None else ""

    def _follow_selection(self) -> None:
        """Show the selected node in the panel, if it is open."""
        if not self.panel.isHidden():
            self._open_node(takes_focus=False)

    def _open_node(self, takes_focus: bool) -> None:
        shown, node = self.shown, self.canvas.selected
        if shown is None or node is None:
            self.view.close_panel()
            return
        self._opened.show(shown, node, takes_focus=takes_focus)
        self.view.open_panel()

    def _find(self, text: str) -> None:
        """Outline the nodes whose label contains a text."""
        self._found = self.shown.find(text) if self.shown is not None else ()
        self.canvas.show_found(frozenset(self._found))
        self.view.header.show_found(self.tr("%n found", None, len(self._found)) if text.strip() else "")

    def _go_to_found(self, step: int) -> None:
        """Select the next node that was found, or the one before."""
        shown, selected = self.shown, self.canvas.selected
        if shown is None or not self._found:
            return
        number = self._found.index(selected) + step if selected in self._found else min(0, step)
        node = self._found[number % len(self._found)]
        self.canvas.select(node)
        place = self.tr("{number} of {count}").format(
            number=self._found.index(node) + 1, count=len(self._found)
        )
        self.view.header.show_found(place)
        screen_reader.announce(f"{place}: {self._describe(node)}".replace("\n", ", "))

    def show_table(self) -> None:
        """Show the nodes in a table."""
        from studyapp.ui.map.node_table_dialog import NodeTableDialog

        shown = self.shown
        if shown is not None:
            title = self.view.header.map_box.currentText()
            dialog = NodeTableDialog(title, shown, self)
            dialog.nodeChosen.connect(self._show_chosen_node)
            dialog.show()

    def _show_chosen_node(self, node: int) -> None:
        self.canvas.setFocus()
        self.canvas.select(node)

    def ask_file(self, suffix: str) -> None:
        """Ask for a file, and write the map there."""
        title = self.tr("Save “{title}”").format(title=self.view.header.map_box.currentText())
        suggestion = str(Path.home() / f"map.{suffix}")
        name, _ = QFileDialog.getSaveFileName(self, title, suggestion, f"{suffix.upper()} (*.{suffix})")
        if name:
            path = Path(name)
            self.save(path if path.suffix else path.with_suffix(f".{suffix}"))

    def save(self, path: Path) -> None:
        """Write the map as it is on the chosen day to a file, whose suffix is `.svg` or `.png`. Errors are shown."""
        shown = self.shown
        if shown is None:
            return
        title = self.view.header.map_box.currentText()
        picture = MapPicture(shown.geometry, shown.levels, title, shown.sentence, self.view.legend.entries)
        try:
            (write_png if path.suffix.lower() == ".png" else write_svg)(picture, path)
        except OSError as error:
            modal_dialogs.show_error(self, formatting.format_error(error))
