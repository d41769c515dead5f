from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.room import *
import time

def test_a(room):
    t=time.time()
    page = room.study(basic("a"), typed("b", "42 x"), choice("c", 6), basic("e"))
    print("open", time.time()-t)
    print(QApplication.focusWidget(), words_of(page.card))
    # click on the card then space
    QTest.mouseClick(page.card.viewport(), Qt.MouseButton.LeftButton)
    print("focus after click", QApplication.focusWidget())
    room.press(Qt.Key.Key_Space)
    print("revealed after click+space:", words_of(page.card))
    if "Answer" not in words_of(page.card):
        page.reveal()
    # tab to again + space
    page.ratings.button(1).setFocus()
    room.press(Qt.Key.Key_Space)
    print(room.ratings())
    print("now", room.card.id, QApplication.focusWidget())
    room.control(Qt.Key.Key_Z)
    print("after ctrl z on typed", room.journal()[-1]["kind"], room.card.id)

def test_overlay(room):
    page = room.study(basic("a"), basic("b"))
    room.press(Qt.Key.Key_F1)
    print("overlay", room.window.keys.isVisible(), QApplication.focusWidget())
    room.press(Qt.Key.Key_Space)
    print("overlay", room.window.keys.isVisible(), QApplication.focusWidget(), words_of(page.card))
    room.press(Qt.Key.Key_Space)
    print(words_of(page.card))
    room.press(Qt.Key.Key_F1)
    QTest.mouseClick(room.window.sidebar.decks, Qt.MouseButton.LeftButton)
    print("overlay after decks click", room.window.keys.isVisible(), QApplication.focusWidget())
    QTest.mouseClick(room.window.sidebar.study, Qt.MouseButton.LeftButton)
    print("overlay after study click", room.window.keys.isVisible(), QApplication.focusWidget())

def test_finished(room):
    page = room.study(basic("a"))
    room.press(Qt.Key.Key_Space); room.press(Qt.Key.Key_4)
    print("fin", page.prompt, QApplication.focusWidget(), page.finished.title.text(), page.finished.next.text())
    room.press(Qt.Key.Key_Space)
    print("reviewing after space", room.is_reviewing)
    room.press(Qt.Key.Key_Return)
    print("reviewing after return", room.is_reviewing)

def test_undo_nothing(room):
    room.write(basic("a")); room.open()
    room.control(Qt.Key.Key_Z)
    print("reviewing after undo nothing", room.is_reviewing)

def test_hold(room):
    page = room.study(basic("a"), basic("b"))
    room.hold(Qt.Key.Key_Space, " ")
    print("held", words_of(page.card))
    room.press(Qt.Key.Key_Space)
    room.hold(Qt.Key.Key_Space, " "); room.hold(Qt.Key.Key_3, "3")
    print(room.ratings())
    for k in (Qt.Key.Key_At, Qt.Key.Key_Exclam, Qt.Key.Key_Minus):
        room.press(k); print(room.journal()[-1]["kind"] if room.journal() else None)

def test_clock_back(room):
    page = room.study(basic("a"))
    room.press(Qt.Key.Key_Space); room.press(Qt.Key.Key_1)
    print(room.prompt.counts)
    room.now -= 40*DAY
    room.press(Qt.Key.Key_Escape)
    room.control(Qt.Key.Key_S)
    print(page.prompt, page.finished.next.text(), page._waiting.remainingTime())
