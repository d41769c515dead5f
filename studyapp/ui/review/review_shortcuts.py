"""The keys of the review page, each with what it does."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studyapp.core.study.journal import Confidence
from studyapp.ui.kit.actions import Scope, add_actions, add_shortcut, card_menu_groups
from studyapp.ui.review.review_page import ReviewPage


def card_menu(page: ReviewPage) -> QMenu:
    """What can be done with the card on screen, for those who use the mouse; with the keys beside it."""
    menu = QMenu(page)
    known = {action.objectName(): action for action in page.window().findChildren(QAction)}
    for names in card_menu_groups():
        menu.addActions([known[name] for name in names])
        menu.addSeparator()
    return menu


def _open_menu(page: ReviewPage) -> None:
    menu, below = card_menu(page), page.head.more
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(below.width() - menu.sizeHint().width(), below.height())))


def add_review_keys(page: ReviewPage) -> None:
    """Give the page its keys; those that no list needs too, which move what does not fit or pick far options."""
    page.head.menuWanted.connect(lambda: _open_menu(page))
    handlers: dict[str, Callable[[], object]] = {
        "reveal": page.press_space,
        "sure": partial(page.reveal, Confidence.SURE),
        "unsure": partial(page.reveal, Confidence.UNSURE),
        "guess": partial(page.reveal, Confidence.GUESS),
        "bury": page.bury,
        "bury-note": partial(page.bury, whole_note=True),
        "suspend": page.suspend,
        "suspend-note": partial(page.suspend, whole_note=True),
        "required": page.ask_required,
        "info": page.show_info,
        "set-due": page.set_due,
        "forget": page.forget,
        "leave": page.left.emit,
    }
    for number in range(1, 5):
        handlers[str(number)] = partial(page.press_number, number)
        handlers[f"flag-{number}"] = partial(page.flag, number)
    add_actions(page, Scope.REVIEW, handlers)
    unlisted: Mapping[str, Callable[[], object]] = {
        "PgDown": page.area.page_down,
        "PgUp": page.area.page_up,
    } | {str(number): partial(page.press_number, number) for number in range(5, 10)}
    for key, handler in unlisted.items():
        add_shortcut(page, (key,), handler, Qt.ShortcutContext.WidgetWithChildrenShortcut)
