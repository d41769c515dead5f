"""The driver of the statistics page."""

import pytest

from tests.ui.app_driver import AppDriver
from tests.ui.statistics.statistics_driver import StatisticsDriver


@pytest.fixture
def statistics(app: AppDriver) -> StatisticsDriver:
    return StatisticsDriver(app)
