"""Programs that a benchmark runs as processes of their own. Each prints its results as one JSON object."""
