"""Daily overview, statistics and collection checks."""
