"""SQLite: the journal, the schedule and the decks as last read. The only room that speaks SQL."""
