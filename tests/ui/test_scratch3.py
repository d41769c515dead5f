from tests.ui.room import *
from studyapp.ui import questions
def test_tab(room, monkeypatch):
    asked=[]
    monkeypatch.setattr(questions, "may_open_link", lambda p,u: asked.append(u.toString()) or False)
    page = room.study({"id":"a","front":"See [x](https://example.org/a) and [y](https://example.org/b)","back":"b"}, choice("c"))
    for i in range(12):
        room.press(Qt.Key.Key_Tab)
        w=QApplication.focusWidget()
        print(i, w.metaObject().className(), w.objectName(), w.accessibleName(), page.card.textCursor().selectedText())
        if i==8: break
    for i in range(12):
        if page.card.textCursor().selectedText()=='x' : break
        room.press(Qt.Key.Key_Tab)
    room.press(Qt.Key.Key_Return); print(asked, words_of(page.card))
    room.press(Qt.Key.Key_Space); print(words_of(page.card))
    room.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    print(QApplication.focusWidget())
