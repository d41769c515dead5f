"""Automatic backups, the list of backups, and restoring one."""
