"""Actions on the schedules of the selected cards, each one step for undo, with a message about what was done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRandomGenerator, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.core.rescheduling.due_range import DueRange
from studyapp.core.study.journal import EntryKind
from studyapp.services.browse import bulk_card_actions
from studyapp.services.browse.bulk_card_actions import BulkResult
from studyapp.services.journal import card_actions
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.browse.actions.action_runner import ActionRunner
from studyapp.ui.kit.formatting import join_sentences

_MAX_CARDS_AT_ONCE = 500
"""Actions on more cards run in the background."""


class CardActions(QObject):
    """Runs the actions. `select_cards` returns the cards to act on."""

    done = Signal(str)
    """Schedules have changed. Carries what was done."""

    refused = Signal(str)
    """Nothing was changed. Carries why."""

    def __init__(
        self, runner: ActionRunner, select_cards: Callable[[], Sequence[CardId]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._runner, self._select_cards, self._window = runner, select_cards, window

    def toggle_suspended(self) -> None:
        """Suspend the selected cards, or restore them if all are suspended."""
        self._run(bulk_card_actions.toggle_suspended)

    def toggle_buried(self) -> None:
        """Bury the selected cards until tomorrow, or show them again if all are buried."""
        self._run(bulk_card_actions.toggle_buried)

    def toggle_flag(self, flag: int) -> None:
        """Set a flag of the selected cards, or remove it if all have it."""
        self._run(
            lambda collection, cards, clock: bulk_card_actions.toggle_flag(collection, cards, flag, clock)
        )

    def reset_cards(self) -> None:
        """Make the selected cards new again."""
        self._run(_reset)

    def ask_due_date(self, today: int) -> None:
        """Ask when the selected cards are due, counted from a study day, and set it."""
        if not self._select_cards():
            self.refused.emit(self.tr("Select cards first."))
            return
        from studyapp.ui.browse.actions.due_range_dialog import DueRangeDialog

        dialog = DueRangeDialog(today, self._window)
        dialog.accepted.connect(lambda: self._run(partial(_set_due, dialog.days)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _run(self, act: Callable[[Collection, Sequence[CardId], Clock], BulkResult]) -> None:
        cards = list(self._select_cards())
        if not cards:
            self.refused.emit(self.tr("Select cards first."))
            return

        def act_on_cards(collection: Collection, clock: Clock) -> BulkResult:
            return act(collection, cards, clock)

        if len(cards) <= _MAX_CARDS_AT_ONCE:
            self._runner.run_now(act_on_cards, self._report)
        else:
            self._runner.run_in_background(act_on_cards, self._report)

    def _report(self, result: BulkResult) -> None:
        if not result.card_count:
            self.refused.emit(self.tr("Nothing to change."))
            return
        undo = self.tr("Undo: {key}").format(key=format_shortcut("undo"))
        self.done.emit(join_sentences(self._describe(result), undo))

    def _describe(self, result: BulkResult) -> str:
        count = result.card_count
        match result.kind:
            case EntryKind.SUSPEND:
                return self.tr("%n card(s) suspended.", None, count)
            case EntryKind.RESTORE:
                return self.tr("%n card(s) can be studied again.", None, count)
            case EntryKind.BURY:
                return self.tr("%n card(s) buried until tomorrow.", None, count)
            case EntryKind.RESET:
                return self.tr("%n card(s) reset to new.", None, count)
            case EntryKind.SET_DUE:
                return self.tr("Due date set for %n card(s).", None, count)
            case EntryKind.FLAG if result.flag:
                return self.tr("%n card(s) flagged.", None, count)
            case _:
                return self.tr("Flag removed from %n card(s).", None, count)


def _reset(collection: Collection, cards: Sequence[CardId], clock: Clock) -> BulkResult:
    return BulkResult(EntryKind.RESET, card_actions.reset_cards(collection, cards, clock))


def _set_due(days: DueRange, collection: Collection, cards: Sequence[CardId], clock: Clock) -> BulkResult:
    random_below = QRandomGenerator.global_().bounded
    count = card_actions.set_due_dates(collection, cards, days, clock, random_below)
    return BulkResult(EntryKind.SET_DUE, count)
