"""The driver of the map page."""

import pytest

from tests.ui.app_driver import AppDriver
from tests.ui.map.map_driver import MapDriver


@pytest.fixture
def maps(app: AppDriver) -> MapDriver:
    return MapDriver(app)
