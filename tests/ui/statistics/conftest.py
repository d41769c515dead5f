"""The driver of the statistics page, and English texts for tests without a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from studyapp.ui.kit.translators import install_translators, set_default_locale
from tests.ui.app_driver import AppDriver
from tests.ui.statistics.statistics_driver import StatisticsDriver


@pytest.fixture
def statistics(app: AppDriver) -> StatisticsDriver:
    return StatisticsDriver(app)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """Texts with the plural forms of English."""
    translators, locale = install_translators(qapp, "en"), QLocale()
    set_default_locale("en")
    yield
    QLocale.setDefault(locale)
    for translator in translators:
        qapp.removeTranslator(translator)
