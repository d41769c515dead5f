"""What statistics know of each review, and totals by day: derived from the journal and kept (ADR 37)."""
