"""How long tests wait for other threads and processes."""

TIMEOUT_SECONDS = 120
"""Seconds after which a test gives up: far more than a busy machine needs, so that no test depends on its speed."""
