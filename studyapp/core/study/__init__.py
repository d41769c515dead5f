"""Studying: journal, schedules, scheduler, study queue and study options."""
