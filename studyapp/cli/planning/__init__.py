"""The commands about the coming days."""
