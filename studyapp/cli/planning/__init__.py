"""The commands that fit and plan the schedule."""
