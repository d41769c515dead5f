"""Joining translated sentences."""

import pytest

from studyapp.ui.kit.formatting import join_sentences


@pytest.mark.parametrize(
    ("sentences", "text"),
    [
        (("2 cards suspended.", "Undo: Ctrl+Z"), "2 cards suspended. Undo: Ctrl+Z"),
        (("已擱置 2 張卡片。", "按 Ctrl+Z 可復原。"), "已擱置 2 張卡片。按 Ctrl+Z 可復原。"),
        (("One.",), "One."),
        ((), ""),
    ],
)
def test_only_sentences_without_a_chinese_full_stop_need_a_space(
    sentences: tuple[str, ...], text: str
) -> None:
    assert join_sentences(*sentences) == text
