"""The decks page and the review page when the clock was set."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from studyapp.desktop import DesktopApp
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit.formatting import format_long_date
from tests.ui.app_driver import DAY, MORNING, AppDriver, basic_note

Key = Qt.Key
CENTURY = 36_525 * DAY


def review_in_the_next_century(app: AppDriver) -> None:
    """Rate a card with a clock that is a century ahead, and return to the decks page with the right clock."""
    app.study(basic_note("a"), basic_note("b"))
    app.now += CENTURY
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.now -= CENTURY - 60_000
    app.press_ctrl(Key.Key_D)


@pytest.fixture
def confirmations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the confirmations shown; they are answered with Yes."""
    texts: list[str] = []

    def confirm(parent: QWidget, text: str) -> bool:
        texts.append(text)
        return True

    monkeypatch.setattr(modal_dialogs, "confirm_time_correction", confirm)
    return texts


def test_times_are_corrected_from_the_decks_page(app: AppDriver, confirmations: list[str]) -> None:
    review_in_the_next_century(app)
    panel = app.decks_page.attention_panel
    assert not panel.isHidden()
    today = format_long_date(app.now)
    assert (
        f"it says {today}, but your last review is dated {format_long_date(app.now + CENTURY)}"
        in panel.notice_label.text()
    )
    assert "2026" in today and "2126" in panel.notice_label.text()
    assert panel.action_button.text() == "Correct the times…"
    panel.action_button.click()
    assert panel.isHidden()
    (text,) = confirmations
    assert text.startswith("1 review or other action recorded while the clock was wrong")
    assert f"The clock now says {today}." in text
    review, correction = app.journal_rows()
    assert review["effective_at"] == app.now and review["at"] > MORNING + CENTURY - DAY
    assert correction["kind"] == 9


def test_correction_is_undone_in_the_window(app: AppDriver, confirmations: list[str]) -> None:
    review_in_the_next_century(app)
    app.decks_page.attention_panel.action_button.click()
    app.press_ctrl(Key.Key_Z)
    assert app.is_reviewing
    assert "Correct times" in app.review_page.banner.text()
    app.press_ctrl(Key.Key_D)
    assert not app.decks_page.attention_panel.isHidden()


def test_nothing_is_corrected_without_confirmation(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modal_dialogs, "confirm_time_correction", lambda parent, text: False)
    review_in_the_next_century(app)
    app.decks_page.attention_panel.action_button.click()
    assert not app.decks_page.attention_panel.isHidden()
    assert len(app.journal_rows()) == 1


def test_long_pause_is_shown_without_an_action(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.now += 401 * DAY
    app.press_ctrl(Key.Key_D)
    panel = app.decks_page.attention_panel
    assert "Check the date." in panel.notice_label.text()
    assert panel.action_button.isHidden()


@pytest.mark.parametrize(
    ("leap", "text"), [(3 * DAY, "forward by 3 days"), (-2 * 3_600_000, "back by 2 hours")]
)
def test_set_clock_is_reported_after_the_rating(app: AppDriver, leap: int, text: str) -> None:
    elapsed = 0
    app.clock = app.clock._replace(elapsed=lambda: elapsed)
    page = app.study(basic_note("a"), basic_note("b"), basic_note("c"))
    app.now += leap
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert text in page.banner.text() and page.banner.isVisible()
    assert app.ratings() == [("a", 4)]
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert not page.banner.isVisible()


def test_dates_are_in_the_language_of_the_window_from_the_first_paint(app: AppDriver) -> None:
    review_in_the_next_century(app)
    app.close()
    app.app_settings.interface_language = "zh-Hant"
    QLocale.setDefault(QLocale(QLocale.Language.English))  # as when the program starts
    app.desktop = DesktopApp(app.application, app.data_folder, [app.decks_folder], app.clock)
    app.desktop.show()
    assert "2126年" in app.decks_page.attention_panel.notice_label.text()
