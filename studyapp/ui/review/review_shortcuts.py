"""The shortcuts of the review page and the card menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studyapp.core.study.rating import Confidence
from studyapp.ui.actions.action_table import ActionScope
from studyapp.ui.actions.shortcuts import add_actions, add_shortcut, menu_groups
from studyapp.ui.review.review_page import ReviewPage


def build_card_menu(page: ReviewPage) -> QMenu:
    """Build the menu of actions for the card on screen, with their shortcuts."""
    menu = QMenu(page)
    action_by_name = {action.objectName(): action for action in page.window().findChildren(QAction)}
    for names in menu_groups(ActionScope.REVIEW):
        menu.addActions([action_by_name[name] for name in names])
        menu.addSeparator()
    return menu


def _open_card_menu(page: ReviewPage) -> None:
    menu, menu_button = build_card_menu(page), page.header.menu_button
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(
        menu_button.mapToGlobal(QPoint(menu_button.width() - menu.sizeHint().width(), menu_button.height()))
    )


def add_review_shortcuts(page: ReviewPage) -> None:
    """Add the shortcuts of the review page.

    A few are not in the table of actions: the keys that scroll, those that pick options 5 to 9, and those that open the
    menu of a widget on every system.
    """
    page.header.menuRequested.connect(lambda: _open_card_menu(page))
    handler_by_action: dict[str, Callable[[], object]] = {
        "reveal": page.reveal_or_rate,
        "sure": partial(page.reveal, Confidence.SURE),
        "unsure": partial(page.reveal, Confidence.UNSURE),
        "guess": partial(page.reveal, Confidence.GUESS),
        "bury": page.bury,
        "bury-note": partial(page.bury, whole_note=True),
        "suspend": page.suspend,
        "suspend-note": partial(page.suspend, whole_note=True),
        "required": page.review_prerequisites,
        "forgotten-answer": page.show_forgotten_answer,
        "forgotten-source": page.show_forgotten_source,
        "replay-sound": page.sounds.replay,
        "replay-question-sound": page.sounds.replay_question,
        "read-aloud": page.sounds.read_aloud,
        "edit": page.edit_note,
        "info": page.show_card_info,
        "set-due": page.set_due_date,
        "forget": page.reset_card,
        "leave": page.backRequested.emit,
    }
    for number in range(1, 5):
        handler_by_action[str(number)] = partial(page.pick_or_rate, number)
        handler_by_action[f"flag-{number}"] = partial(page.toggle_flag, number)
    add_actions(page, ActionScope.REVIEW, handler_by_action)
    handler_by_unlisted_key: dict[str, Callable[[], object]] = {
        "PgDown": page.scroll_area.page_down,
        "PgUp": page.scroll_area.page_up,
        "Shift+F10": partial(_open_card_menu, page),
        "Menu": partial(_open_card_menu, page),
    }
    handler_by_unlisted_key |= {str(number): partial(page.pick_or_rate, number) for number in range(5, 10)}
    for key, handler in handler_by_unlisted_key.items():
        add_shortcut(page, (key,), handler, Qt.ShortcutContext.WidgetWithChildrenShortcut)
