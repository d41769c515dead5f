"""The driver of the browse page."""

import pytest

from tests.ui.app_driver import AppDriver
from tests.ui.browse.browse_driver import BrowseDriver


@pytest.fixture
def browse(app: AppDriver) -> BrowseDriver:
    return BrowseDriver(app)
