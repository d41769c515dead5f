"""How long tests wait for other threads and programs."""

PATIENCE = 120
"""Seconds after which a test gives up: far more than a busy machine needs, so that speed decides no test."""
