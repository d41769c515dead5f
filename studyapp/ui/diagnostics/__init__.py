"""Unexpected errors in the window: what Qt and Python report, and the dialog about them."""
