"""The keys of the review page, each with what it does."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studyapp.core.study.journal import Confidence
from studyapp.ui.kit.actions import ActionScope, add_actions, add_shortcut, card_menu_groups
from studyapp.ui.review.review_page import ReviewPage


def build_card_menu(page: ReviewPage) -> QMenu:
    """What can be done with the card on screen, for those who use the mouse; with the keys beside it."""
    menu = QMenu(page)
    known = {action.objectName(): action for action in page.window().findChildren(QAction)}
    for names in card_menu_groups():
        menu.addActions([known[name] for name in names])
        menu.addSeparator()
    return menu


def _open_card_menu(page: ReviewPage) -> None:
    menu, below = build_card_menu(page), page.header.menu_button
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(below.width() - menu.sizeHint().width(), below.height())))


def add_review_shortcuts(page: ReviewPage) -> None:
    """Give the page its keys; those that no list needs too, which move what does not fit or pick far options."""
    page.header.menuRequested.connect(lambda: _open_card_menu(page))
    handlers: dict[str, Callable[[], object]] = {
        "reveal": page.reveal_or_rate,
        "sure": partial(page.reveal, Confidence.SURE),
        "unsure": partial(page.reveal, Confidence.UNSURE),
        "guess": partial(page.reveal, Confidence.GUESS),
        "bury": page.bury,
        "bury-note": partial(page.bury, whole_note=True),
        "suspend": page.suspend,
        "suspend-note": partial(page.suspend, whole_note=True),
        "required": page.review_prerequisites,
        "info": page.show_card_info,
        "set-due": page.set_due_date,
        "forget": page.reset_card,
        "leave": page.backRequested.emit,
    }
    for number in range(1, 5):
        handlers[str(number)] = partial(page.pick_or_rate, number)
        handlers[f"flag-{number}"] = partial(page.toggle_flag, number)
    add_actions(page, ActionScope.REVIEW, handlers)
    unlisted: Mapping[str, Callable[[], object]] = {
        "PgDown": page.scroll_area.page_down,
        "PgUp": page.scroll_area.page_up,
    } | {str(number): partial(page.pick_or_rate, number) for number in range(5, 10)}
    for key, handler in unlisted.items():
        add_shortcut(page, (key,), handler, Qt.ShortcutContext.WidgetWithChildrenShortcut)
