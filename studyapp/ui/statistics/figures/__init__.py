"""Making plots of the figures, each with a sentence that says what it shows."""
