"""Overview of the day, statistics and the check of the collection."""
