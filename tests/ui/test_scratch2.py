import os, struct, zlib
from pathlib import Path
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from studyapp.ui.card_view import CardView
from studyapp.core.markup import to_html
from tests.ui.room import *

def png(path, w=40, h=30, color=0xffff0000):
    im = QImage(w,h,QImage.Format.Format_ARGB32); im.fill(color); assert im.save(str(path), "PNG")

def load(view, name):
    im = view.loadResource(2, QUrl(name)); return im.width(), im.height()

def test_a(qtbot, tmp_path):
    d = tmp_path/"deck"; d.mkdir(); png(d/"in.png"); png(tmp_path/"out.png"); (d/"sub").mkdir(); png(d/"sub/s.png")
    png(d/"a b.png")
    png(d/"a#b.png"); png(d/"p%20q.png"); png(d/"上.png")
    (d/"link.png").symlink_to(tmp_path/"out.png"); (d/"loop.png").symlink_to(d/"loop.png")
    v = CardView(); qtbot.addWidget(v); v.resize(600,400); v.show()
    for body in ("in.png","sub/s.png","a b.png","a%20b.png","a#b.png","p%20q.png","上.png","link.png","loop.png",str(tmp_path/"out.png"),"../out.png","file://"+str(tmp_path/"out.png"),"in.png%00","x"*300+".png","a/"*5000+"x.png", ":/qt-project.org/styles/commonstyle/images/file-16.png", "qrc:/x"):
        v.show_html(f'<img src="{body}">', d)
        try:
            print(body[:40], load(v, body), v.document().size().toTuple())
        except BaseException as e:
            print(body[:40], type(e), e)

def test_same_name(qtbot, tmp_path):
    for n,c in (("A",0xffff0000),("B",0xff00ff00)):
        (tmp_path/n).mkdir(); png(tmp_path/n/"x.png", color=c)
    v = CardView(); qtbot.addWidget(v); v.resize(600,400); v.show()
    from PySide6.QtGui import QTextDocument
    for n in "AB":
        v.show_html('<img src="x.png">', tmp_path/n)
        v.grab()
        print(n, hex(v.document().resource(2, QUrl("x.png")).pixel(1,1)))

def test_height(qtbot, tmp_path):
    v = CardView(); qtbot.addWidget(v); v.show()
    for name, md in (("long", "word "*400), ("pre", "```\n"+"x"*150+" y"*100+"\n```"), ("table", "|a|b|\n|-|-|\n|"+"w"*190+"|"+"v "*100+"|"), ("unbroken","x"*1000),):
        v.show_html(to_html(md), None)
        for w in (150, 300, 600, 900):
            v.resize(w, v.height()); QApplication.processEvents()
            sb = v.horizontalScrollBar()
            print(name, w, "h", v.height(), "vp", v.viewport().height(), "doc", v.document().size().toTuple(), "hbar", sb.isVisible(), sb.maximum(), "vmax", v.verticalScrollBar().maximum())

def test_deck_name_too_long(room):
    page = room.study({"id":"a","front":"![x](<"+"a "*3000+".png>)", "back":"b"})
    print(words_of(page.card)[:50])
