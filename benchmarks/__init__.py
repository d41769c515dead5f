"""Measurements side by side with an anchor, in one run: `make bench`. Never part of the tests."""
