"""The dialog that compares desired retentions."""
