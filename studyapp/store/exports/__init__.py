"""What was exported."""
