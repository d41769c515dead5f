"""What maps are made of, and their layouts, which are kept (ADR 38)."""
