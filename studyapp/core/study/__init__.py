"""Journal, schedule, scheduler, queue and study options."""
