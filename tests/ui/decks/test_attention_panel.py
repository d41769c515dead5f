from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.ui.decks.attention_panel import AttentionNotice, AttentionPanel, AttentionTopic


@pytest.fixture
def panel(qapp: QApplication) -> Iterator[AttentionPanel]:
    holder = QWidget()
    yield AttentionPanel(holder)
    holder.deleteLater()


def test_panel_is_hidden_without_a_notice(panel: AttentionPanel) -> None:
    assert panel.isHidden()
    panel.set_notice(AttentionTopic.BACKUP, AttentionNotice("No backup"))
    assert not panel.isHidden() and panel.action_button.isHidden()
    panel.set_notice(AttentionTopic.BACKUP, None)
    assert panel.isHidden()


def test_last_notice_about_a_topic_is_shown(panel: AttentionPanel) -> None:
    clicked = []
    panel.set_notice(
        AttentionTopic.BACKUP, AttentionNotice("No backup", "Retry", lambda: clicked.append("retry"))
    )
    assert (panel.notice_label.text(), panel.action_button.text()) == ("No backup", "Retry")
    panel.action_button.click()
    panel.set_notice(AttentionTopic.BACKUP, AttentionNotice("Still no backup"))
    assert panel.notice_label.text() == "Still no backup" and panel.action_button.isHidden()
    assert clicked == ["retry"]


def test_button_is_within_the_frame_beside_the_text_or_below_it(panel: AttentionPanel) -> None:
    panel.window().show()
    panel.set_notice(AttentionTopic.BACKUP, AttentionNotice("No backup was made today.", "Retry", print))
    for width, is_below in ((800, False), (200, True)):
        panel.resize(width, 200)
        layout = panel.layout()
        assert layout is not None
        layout.activate()
        text, button = panel.notice_label.geometry(), panel.action_button.geometry()
        assert QRect(1, 1, width - 2, 198).contains(button)
        assert (button.top() > text.bottom(), button.left() > text.right()) == (is_below, not is_below)
