"""Pure values and decisions: no Qt, no files, no SQL, no clock and no randomness."""
