"""What every test stands on: no window on the screen of whoever runs them."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
