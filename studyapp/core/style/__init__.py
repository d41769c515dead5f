"""Style checks of notes: one fact and one clear answer per note, and wording that can be checked by rules."""
