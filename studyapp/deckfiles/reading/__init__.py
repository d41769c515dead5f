"""Reading deck files."""
